// The steps of a career, in order; a step that has a guide links to it.

import {element} from './dom.js';
import {readable} from './wording.js';

/// `here`: the id of the guide that is shown.
export function careerPath(steps, here) {
  return element(
    'ol',
    {class: 'career-path'},
    steps.map(({title, level, guide}) =>
      element(
        'li',
        {
          class: guide === here ? 'career-step is-here' : 'career-step',
          'aria-current': guide === here && 'step',
        },
        element(
          'span',
          {class: 'career-title'},
          guide && guide !== here
            ? element('a', {href: `/guides/${encodeURIComponent(guide)}`}, title)
            : title,
        ),
        level &&
          element(
            'span',
            {class: 'career-level'},
            readable(level),
            guide === here && ', this guide',
          ),
      ),
    ),
  );
}
