// Skills with how much a role leans on them: in words, and as five strokes for the eye.

import {element} from './dom.js';
import {importanceWords, readable} from './wording.js';

const highest = 5;

/// `skills`: [{id, label, kind, importance}], most important first in the table.
export function importanceTable(skills) {
  const sorted = [...skills].sort((a, b) => b.importance - a.importance);
  return element(
    'table',
    {class: 'importance-table'},
    element('caption', {class: 'visually-hidden'}, 'Skills and their importance for the role'),
    element(
      'thead',
      {class: 'visually-hidden'},
      element(
        'tr',
        {},
        ['Skill', 'Kind', 'Importance'].map((name) => element('th', {scope: 'col'}, name)),
      ),
    ),
    element(
      'tbody',
      {},
      sorted.map(({id, label, kind, importance}) =>
        element(
          'tr',
          {},
          element(
            'th',
            {scope: 'row'},
            element(
              'a',
              {href: `/skills/${encodeURIComponent(id)}`, 'data-focus-key': `skill:${id}`},
              label,
            ),
          ),
          element('td', {class: 'importance-kind'}, readable(kind)),
          element('td', {}, importanceOf(importance)),
        ),
      ),
    ),
  );
}

/// "Essential" beside five strokes of which five are filled.
export function importanceOf(importance) {
  const strokes = Array.from({length: highest}, (_, index) =>
    element('span', {class: index < importance ? 'stroke is-filled' : 'stroke'}),
  );
  return element(
    'span',
    {class: 'importance'},
    element('span', {class: 'strokes', 'aria-hidden': 'true'}, strokes),
    element('span', {class: 'importance-word'}, importanceWords[importance] ?? String(importance)),
  );
}
