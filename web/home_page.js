// The front page: the search box, every guide with its family, the skills most roles ask for, and
// the tips.

import {element, spoken} from './dom.js';
import {searchAddress} from './search_address.js';
import {counted, countedOrAbout, readable} from './wording.js';

const examples = [
  'system design interview',
  'kubernetes',
  'CV mistakes',
  'negotiate salary',
  'a day as data engineer',
];
const guidesShown = 100;
const tipsShown = 12;
const skillsShown = 16;

const guidesOnly = [{field: 'type', value: 'guide'}];
const tipsOnly = [{field: 'type', value: 'tip'}];

export async function homePage(url, signal, {api}) {
  const [guides, tips] = await Promise.all([
    api.search({filters: guidesOnly, facets: ['family', 'skill'], limit: guidesShown}, signal),
    api.search({filters: tipsOnly, facets: [], limit: tipsShown}, signal),
  ]);
  const cards = withFamilies(guides);
  const content = element(
    'div',
    {class: 'home'},
    hero(guides),
    element(
      'section',
      {class: 'page', id: 'guides', 'aria-labelledby': 'guides-heading'},
      element('h2', {id: 'guides-heading'}, 'Guides'),
      element('ul', {class: 'cards'}, cards.map(guideCard)),
      guides.total > guides.hits.length &&
        allLink(guidesOnly, countedOrAbout(guides.total, guides.exact, 'guide')),
    ),
    wantedSkills(guides),
    tips.hits.length > 0 && tipList(tips),
  );
  return {title: 'Guidepost: career guides', content};
}

function hero({total, exact}) {
  return element(
    'section',
    {class: 'hero'},
    element(
      'div',
      {class: 'hero-inner'},
      element('h1', {}, 'Know the way to your next role.'),
      element(
        'p',
        {class: 'hero-lead'},
        `${countedOrAbout(total, exact, 'career guide')}: what to learn, what to put on your CV, ` +
          'what they ask in the interview, and where the path leads.',
      ),
      element('div', {id: 'hero-search'}),
      element(
        'div',
        {class: 'hero-examples'},
        element('span', {id: 'examples-label'}, 'Try'),
        element(
          'ul',
          {class: 'chips', 'aria-labelledby': 'examples-label'},
          examples.map((text) =>
            element('li', {}, element('a', {class: 'chip', href: searchAddress({text})}, text)),
          ),
        ),
      ),
    ),
  );
}

/// [{hit, family}], the largest family first, in the order of the answer within each.
function withFamilies({hits, facets}) {
  const families = facets.family?.values ?? [];
  const place = new Map(families.map(({value}, index) => [value, index]));
  const placeOf = ({family}) => place.get(family) ?? families.length;
  return [...hits]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((hit) => ({hit, family: readable(families[placeOf(hit)]?.label ?? '')}));
}

function guideCard({hit: {title, url, snippet, skills = []}, family}) {
  return element(
    'li',
    {class: 'card'},
    element(
      'h3',
      {class: 'card-title'},
      element('a', {href: url, 'data-focus-key': `card:${url}`}, title),
    ),
    family && element('p', {class: 'card-badge'}, element('span', {class: 'badge'}, family)),
    element('p', {class: 'card-text'}, snippet),
    skills.length > 0 &&
      element(
        'p',
        {class: 'card-skills'},
        skills
          .slice(0, 4)
          .map(({label}) => label)
          .join(' · '),
      ),
  );
}

function wantedSkills({facets, total}) {
  const skills = (facets.skill?.values ?? []).filter(({count}) => count > 1).slice(0, skillsShown);
  if (skills.length === 0) return null;
  return element(
    'section',
    {class: 'page', 'aria-labelledby': 'wanted-heading'},
    element('h2', {id: 'wanted-heading'}, 'Skills several roles ask for'),
    element(
      'ul',
      {class: 'chips'},
      skills.map(({value, label, count}) =>
        element(
          'li',
          {},
          element(
            'a',
            {class: 'chip', href: `/skills/${encodeURIComponent(value)}`},
            label,
            spoken(', in '),
            element('span', {class: 'chip-count'}, String(count)),
            spoken(` of ${counted(total, 'guide')}`),
          ),
        ),
      ),
    ),
  );
}

function tipList({hits, total, exact}) {
  return element(
    'section',
    {class: 'page', id: 'tips', 'aria-labelledby': 'tips-heading'},
    element('h2', {id: 'tips-heading'}, 'Tips for every role'),
    element(
      'ul',
      {class: 'tips'},
      hits.map(({title, url, snippet}) =>
        element(
          'li',
          {class: 'card card-plain'},
          element(
            'h3',
            {class: 'card-title'},
            element('a', {href: url, 'data-focus-key': `card:${url}`}, title),
          ),
          element('p', {class: 'card-text card-text-short'}, snippet),
        ),
      ),
    ),
    total > hits.length && allLink(tipsOnly, countedOrAbout(total, exact, 'tip')),
  );
}

function allLink(filters, what) {
  return element('p', {}, element('a', {href: searchAddress({filters})}, `All ${what}`));
}
