// Completions as the groups of a listbox: roles, skills, searches. The groups come in the order of
// their best completion, so the first of the answer stays the first of the list.

import {element, freshId} from './dom.js';
import {marked} from './highlight.js';
import {readable, suggestionTypes} from './wording.js';

/// {groups: nodes for the listbox, options: [{node, suggestion}] from top to bottom}.
export function suggestionList(suggestions) {
  const options = [];
  const groups = [...byType(suggestions)].map(([type, members]) => {
    const labelId = freshId('suggestion-group');
    return element(
      'div',
      {role: 'group', class: 'suggestion-group', 'aria-labelledby': labelId},
      element(
        'div',
        {class: 'suggestion-type', id: labelId, role: 'presentation'},
        suggestionTypes[type] ?? readable(type),
      ),
      members.map((suggestion) => {
        const node = optionOf(suggestion);
        options.push({node, suggestion});
        return node;
      }),
    );
  });
  return {groups, options};
}

function byType(suggestions) {
  const groups = new Map();
  for (const suggestion of suggestions) {
    if (!groups.has(suggestion.type)) groups.set(suggestion.type, []);
    groups.get(suggestion.type).push(suggestion);
  }
  return groups;
}

function optionOf({text, matched, via, type, url}) {
  return element(
    'div',
    {
      role: 'option',
      id: freshId('suggestion'),
      class: 'suggestion',
      'aria-selected': 'false',
      'data-type': type,
      'data-url': url,
    },
    element('span', {class: 'suggestion-text'}, marked(text, matched)),
    via && element('span', {class: 'suggestion-via'}, `for “${via}”`),
  );
}
