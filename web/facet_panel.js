// What the results could be narrowed to: for each field its values as checkboxes, with the number
// of results each would give.

import {element, spoken} from './dom.js';
import {hasFilter} from './search_address.js';
import {fieldNames} from './wording.js';

const order = ['type', 'section', 'role', 'skill', 'family', 'level', 'kind', 'language'];
const openAtFirst = new Set(['type', 'section', 'role', 'skill']);
const valuesAtFirst = 6;

// What the visitor opened or closed stays so while they refine.
const openFields = new Set(openAtFirst);
const unfolded = new Set();

/// `chosen`: the filters of the address. toggle(field, value) is called when a box is ticked or
/// unticked.
export function facetPanel({answer, chosen, toggle}) {
  const facets = order.filter((field) => worthShowing(answer.facets[field]));
  return element(
    'div',
    {class: 'facets'},
    element('h2', {class: 'aside-heading'}, 'Filters'),
    facets.length === 0 && element('p', {class: 'quiet'}, 'There is nothing to choose between.'),
    facets.map((field) => facetOf(field, answer.facets[field], chosen, toggle)),
  );
}

/// A single value narrows nothing, unless it is the one chosen.
function worthShowing(facet) {
  return facet && (facet.values.length > 1 || facet.values.some(({selected}) => selected));
}

function facetOf(field, {total, values}, chosen, toggle) {
  const folded = values.length > valuesAtFirst + 1 && !unfolded.has(field);
  const boxes = values.map((value, index) => {
    const row = rowOf(field, value, chosen, toggle);
    if (folded && index >= valuesAtFirst && !value.selected) row.hidden = true;
    return row;
  });
  const name = fieldNames[field];
  return element(
    'details',
    {
      class: 'facet',
      open: openFields.has(field) || values.some(({selected}) => selected),
      'data-field': field,
      ontoggle: (event) => remember(openFields, field, event.target.open),
    },
    element('summary', {class: 'facet-name'}, name),
    element(
      'div',
      {role: 'group', 'aria-label': name},
      boxes,
      folded && unfoldButton(field, boxes),
      total > values.length &&
        element('p', {class: 'quiet'}, `The ${values.length} largest of ${total}.`),
    ),
  );
}

function rowOf(field, {value, label, count, selected}, chosen, toggle) {
  const inAddress = hasFilter(chosen, field, value);
  return element(
    'label',
    {class: 'facet-row'},
    element('input', {
      type: 'checkbox',
      checked: inAddress || selected,
      disabled: selected && !inAddress,
      'data-value': value,
      'data-focus-key': `facet:${field}:${value}`,
      onchange: () => toggle(field, value),
    }),
    element(
      'span',
      {class: 'facet-label'},
      label,
      selected && !inAddress && element('span', {class: 'quiet'}, ' (written in the search)'),
    ),
    element(
      'span',
      {class: 'facet-count', 'data-count': count},
      String(count),
      spoken(count === 1 ? ' result' : ' results'),
    ),
  );
}

function unfoldButton(field, boxes) {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'link-button',
      onclick: () => {
        const first = boxes.find((row) => row.hidden);
        for (const row of boxes) row.hidden = false;
        unfolded.add(field);
        button.remove();
        first.querySelector('input').focus();
      },
    },
    `Show ${boxes.filter((row) => row.hidden).length} more`,
  );
  return button;
}

function remember(set, field, member) {
  if (member) set.add(field);
  else set.delete(field);
}
