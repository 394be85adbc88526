// The results of one search: asks once, then lays out what the answer holds. Everything that can be
// chosen is in the address, so back, forward, reload and sharing need nothing from this file; how
// many hits were loaded is a note of the history entry.

import {chosenFilters} from './chosen_filters.js';
import {element} from './dom.js';
import {facetPanel} from './facet_panel.js';
import {HitList} from './hit_list.js';
import {relatedSearches} from './related_skills.js';
import {readSearch, searchAddress, toggled} from './search_address.js';
import {understood} from './understood.js';
import {countedOrAbout, decimal, readable, typePlurals} from './wording.js';

const hitsAtFirst = 10;
const hitsAtOnce = 100; // the server's limit for one answer

export async function searchPage(url, signal, {api, navigation, filterSheet, announce}) {
  const request = readSearch(url);
  const limit = Math.min(Math.max(navigation.note?.hits ?? 0, hitsAtFirst), hitsAtOnce);
  const answer = await api.search({...request, limit}, signal);
  const toggle = (field, value) =>
    navigation.go(searchAddress(toggled(request, field, value)), 'refine');
  const clear = () => navigation.go(searchAddress({text: request.text}), 'refine');
  const hitList = new HitList({
    answer,
    more: (offset) => api.search({...request, facets: [], limit: hitsAtFirst, offset}, signal),
    grown: (hits) => {
      navigation.note = {hits};
    },
    announce,
  });
  const panel = facetPanel({answer, chosen: request.filters, toggle});
  const aside = element('aside', {class: 'results-aside', 'aria-label': 'Refine'});
  filterSheet.hold({
    panel,
    aside,
    chosen: request.filters.length,
    total: countedOrAbout(answer.total, answer.exact, 'result'),
  });
  const content = element(
    'div',
    {class: 'page results'},
    element(
      'header',
      {class: 'results-header'},
      element('h1', {class: 'results-heading'}, heading(request, answer)),
      element('p', {class: 'results-count'}, count(answer)),
      understood({answer, request}),
      element(
        'div',
        {class: 'results-tools'},
        filterSheet.opener,
        chosenFilters({answer, chosen: request.filters, toggle, clear}),
      ),
    ),
    element(
      'div',
      {class: 'results-list'},
      answer.hits.length > 0 ? hitList.element : nothing({request, clear}),
    ),
    aside,
  );
  aside.prepend(...present(relatedSearches(answer)));
  return {
    title: `${titleOf(request, answer)} · Guidepost`,
    content,
    announcement: spokenSummary(answer, request),
  };
}

function heading(request, answer) {
  return request.text.trim() === ''
    ? titleOf(request, answer)
    : ['Results for ', element('q', {}, request.text.trim())];
}

/// The text; without one what the filters leave: "Skills, Technology".
function titleOf({text, filters}, {facets}) {
  if (text.trim() !== '') return text.trim();
  return filters
    .map(
      ({field, value}) =>
        (field === 'type' && typePlurals[value]) ||
        (facets[field]?.values.find((one) => one.value === value)?.label ?? readable(value)),
    )
    .join(', ');
}

function count({total, exact, took_ms: took, match}) {
  const results =
    match === 'nearest'
      ? countedOrAbout(total, exact, 'near result')
      : countedOrAbout(total, exact, 'result');
  return [
    element('strong', {id: 'results-total', 'data-total': total}, results),
    ` in ${decimal(took)} ms`,
  ];
}

function spokenSummary({total, exact, match}, {text}) {
  if (match === 'nearest')
    return `Nothing matches ${text}. ${countedOrAbout(total, exact, 'near result')} shown instead.`;
  return total === 0 ? 'Nothing found with these filters' : countedOrAbout(total, exact, 'result');
}

function nothing({request, clear}) {
  const filtered = request.filters.length > 0;
  return element(
    'div',
    {class: 'nothing'},
    element('h2', {}, filtered ? 'Nothing found with these filters' : 'Nothing found'),
    element(
      'p',
      {},
      filtered
        ? 'Take one of them away above, or begin again without any.'
        : 'Try fewer or other words, for instance the name of a role or a skill.',
    ),
    filtered &&
      element('button', {type: 'button', class: 'button', onclick: clear}, 'Clear the filters'),
  );
}

function present(node) {
  return node ? [node] : [];
}
