// The filters in force, each a chip that takes it away.

import {element, spoken} from './dom.js';
import {icon} from './icon.js';
import {fieldNames, readable} from './wording.js';

export function chosenFilters({answer, chosen, toggle, clear}) {
  if (chosen.length === 0) return null;
  return element(
    'div',
    {class: 'chosen', role: 'group', 'aria-label': 'Filters in force'},
    element(
      'ul',
      {class: 'chips'},
      chosen.map(({field, value}) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              type: 'button',
              class: 'chip chip-chosen',
              'data-focus-key': `chosen:${field}:${value}`,
              onclick: () => toggle(field, value),
            },
            spoken('Remove filter '),
            `${fieldNames[field] ?? readable(field)}: ${labelOf(answer, field, value)}`,
            icon('close'),
          ),
        ),
      ),
    ),
    element('button', {type: 'button', class: 'link-button', onclick: clear}, 'Clear all'),
  );
}

function labelOf({facets}, field, value) {
  return facets[field]?.values.find((one) => one.value === value)?.label ?? readable(value);
}
