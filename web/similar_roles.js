// Roles like a role, by subject, title, tasks, skills and level; the skills they share are shown as
// reasons.

import {element} from './dom.js';
import {percent} from './wording.js';

const reasonsShown = 4;

/// `roles`: of an answer, {id, title, url, coverage, reasons, missing_total}. One that shares no
/// skill is left out: nothing would say why it is similar. Nothing where none remains.
export function similarRoles(roles) {
  const sharing = roles.filter(({reasons}) => reasons.length > 0);
  if (sharing.length === 0) return null;
  return element('ul', {class: 'similar-roles'}, sharing.map(similarRole));
}

function similarRole({id, title, url, coverage, reasons}) {
  const left = reasons.length - reasonsShown;
  return element(
    'li',
    {},
    element(
      'div',
      {class: 'similar-head'},
      element('a', {href: url, 'data-focus-key': `similar:${id}`}, title),
      element('span', {class: 'quiet'}, `${percent(coverage)} of its needs shared`),
    ),
    element(
      'ul',
      {class: 'chips chips-small', 'aria-label': `Skills shared with ${title}`},
      reasons
        .slice(0, reasonsShown)
        .map((skill) =>
          element(
            'li',
            {},
            element(
              'a',
              {class: 'chip chip-small', href: `/skills/${encodeURIComponent(skill.id)}`},
              skill.label,
            ),
          ),
        ),
      left > 0 && element('li', {class: 'chips-more'}, `and ${left} more`),
    ),
  );
}
