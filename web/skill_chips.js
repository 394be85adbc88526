// Skills as a row of links to their pages.

import {element} from './dom.js';

/// `limit`: how many are shown; the rest is counted. Nothing for an empty list.
export function skillChips(skills, limit = Infinity) {
  if (!skills || skills.length === 0) return null;
  const left = skills.length - limit;
  return element(
    'ul',
    {class: 'chips chips-small', 'aria-label': 'Skills'},
    skills
      .slice(0, limit)
      .map(({id, label}) =>
        element(
          'li',
          {},
          element(
            'a',
            {class: 'chip chip-small', href: `/skills/${encodeURIComponent(id)}`},
            label,
          ),
        ),
      ),
    left > 0 && element('li', {class: 'chips-more'}, `and ${left} more`),
  );
}
