// Skills that go with a search or with a skill, and why. A reason comes as numbers; the sentence is
// made here.

import {element, freshId} from './dom.js';
import {searchAddress} from './search_address.js';
import {counted, decimal, listed, readable} from './wording.js';

const searchesShown = 8;

/// Beside results: chips that search for the skill. Below them stand the reasons of the one last
/// pointed at or focused, at first those of the first. Nothing pops up over the chips; where there
/// is no pointer to hover with, each chip has its own. All reasons take the same place: what is
/// below does not move while others are shown.
export function relatedSearches({related_skills: skills = [], facets}) {
  if (skills.length === 0) return null;
  const titleOf = titlesFrom(facets);
  const items = skills.slice(0, searchesShown).map(({label, reasons}) => {
    const told = tellingReasons(reasons, titleOf);
    const shown = element(
      'p',
      {class: 'reason-shown'},
      element('strong', {}, label),
      told.map((text) => element('span', {class: 'related-reason'}, text)),
    );
    return {label, told, shown};
  });
  const show = (chosen) =>
    items.forEach(({shown}) => shown.classList.toggle('is-shown', shown === chosen));
  show(items[0].shown);
  return element(
    'section',
    {class: 'related', 'aria-labelledby': 'related-heading'},
    element('h2', {class: 'aside-heading', id: 'related-heading'}, 'Related skills'),
    element(
      'ul',
      {class: 'chips related-chips'},
      items.map(({label, told, shown}) => chipWithReason(label, told, () => show(shown))),
    ),
    element(
      'div',
      {class: 'reasons-shown', 'aria-hidden': 'true'},
      items.map(({shown}) => shown),
    ),
  );
}

function chipWithReason(label, told, show) {
  const reasonId = told.length > 0 && freshId('reason');
  return element(
    'li',
    {class: 'related-skill', onmouseenter: show, onfocusin: show},
    element(
      'a',
      {
        class: 'chip',
        href: searchAddress({text: label}),
        'aria-describedby': reasonId,
        'data-focus-key': `related:${label}`,
      },
      label,
    ),
    reasonId && element('span', {class: 'reason', id: reasonId}, told.join('; ')),
  );
}

/// On the page of a skill: links to the other skills, each with its reasons in full. titleOf(role
/// id) names a role.
export function relatedList(skills, titleOf) {
  return element(
    'ul',
    {class: 'related-list'},
    skills.map(({id, label, reasons}) =>
      element(
        'li',
        {},
        element(
          'a',
          {href: `/skills/${encodeURIComponent(id)}`, 'data-focus-key': `related:${id}`},
          label,
        ),
        tellingReasons(reasons, titleOf).map((text) =>
          element('span', {class: 'related-reason'}, text),
        ),
      ),
    ),
  );
}

const COUNTED = ['hits', 'roles', 'passages'];
/// Parts of a score that are for who reads the data.
const UNSAID = ['crowd', 'flip', 'rest'];
/// What else can be said to a visitor.
const SAID = {
  name: 'Called alike',
  topic: 'About the same subject',
  mention: 'One is described by the other',
  partners: 'Goes with what is like it',
  taxonomy: 'Near in the taxonomy of skills',
  declared: 'Declared to go together',
};

/// At most three sentences that speak for the skill, each once: what was counted comes first, since
/// anybody can check it. Two reasons may be one sentence: of two skills a search names, each can be
/// about the same subject.
function tellingReasons(reasons, titleOf) {
  const counts = (one) => (COUNTED.includes(one.kind) ? 0 : 1);
  const sentences = reasons
    .filter((one) => one.weight > 0 && !UNSAID.includes(one.kind))
    .sort((a, b) => counts(a) - counts(b))
    .map((one) => reasonText(one, titleOf));
  return [...new Set(sentences)].slice(0, 3);
}

/// A reason as a sentence without its full stop: "In 6 of 41 results, 3.2 times more often than
/// elsewhere".
function reasonText(reason, titleOf) {
  const {kind, shared, of, lift, skill} = reason;
  if (kind === 'hits') {
    const where = reason.guides?.length > 0 ? ` (${listed(reason.guides.map(titleOf))})` : '';
    const often =
      reason.elsewhere === 0 ? 'and nowhere else' : `${times(lift)} more often than elsewhere`;
    return `In ${decimal(reason.hits)} of ${counted(reason.of, 'result')}, ${often}${where}`;
  }
  if (kind === 'roles') {
    const which = reason.roles?.length > 0 ? ` (${listed(reason.roles.map(titleOf))})` : '';
    return `${decimal(shared)} of ${counted(of, 'guide')} ${shared === 1 ? 'asks' : 'ask'} for both${which}, ${byChance(lift)}`;
  }
  if (kind === 'passages')
    return `Named together in ${decimal(shared)} of ${counted(of, 'passage')}, ${byChance(lift)}`;
  const beside = skill ? ` ${skill.label}` : '';
  if (kind === 'words') return `Described in words like those of${beside || ' what you asked for'}`;
  if (kind === 'group') return `In one group with${beside || ' what you asked for'}`;
  if (kind === 'related') return `Related to${beside || ' what you asked for'}`;
  if (kind === 'role_text') return 'Needed by roles described alike';
  if (kind in SAID) return SAID[kind];
  return readable(kind);
}

function byChance(lift) {
  return `${times(lift)} as many as chance would give`;
}

function times(lift) {
  return `${decimal(lift)} times`;
}

/// Role titles by id, from the counts of the answer.
function titlesFrom(facets) {
  const titles = new Map((facets.role?.values ?? []).map(({value, label}) => [value, label]));
  return (id) => titles.get(id) ?? readable(id);
}
