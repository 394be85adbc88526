// Where nothing matches: the words, roles and skills that come nearest, as links.

import {element} from './dom.js';
import {searchAddress} from './search_address.js';

/// null where the answer has none.
export function nearestLinks({nearest}) {
  if (!nearest) return null;
  const rows = [
    row(
      'Similar words',
      nearest.words.map(({text}) => [text, searchAddress({text})]),
    ),
    row(
      kindOf(nearest.roles, 'Roles'),
      nearest.roles.map(({id, label}) => [label, `/guides/${encodeURIComponent(id)}`]),
    ),
    row(
      kindOf(nearest.skills, 'Skills'),
      nearest.skills.map(({id, label}) => [label, `/skills/${encodeURIComponent(id)}`]),
    ),
  ].filter(Boolean);
  return (
    rows.length > 0 &&
    element('dl', {class: 'recognised nearest', 'aria-label': 'What comes nearest'}, rows)
  );
}

// Where nothing is near, what most is written about is shown instead, and must not pass for near.
function kindOf(names, kind) {
  return names[0]?.because === 'popular' ? `Popular ${kind.toLowerCase()}` : kind;
}

function row(name, links) {
  return (
    links.length > 0 &&
    element(
      'div',
      {},
      element('dt', {}, name),
      element(
        'dd',
        {},
        links.map(([label, href], index) => [index > 0 && ', ', element('a', {href}, label)]),
      ),
    )
  );
}
