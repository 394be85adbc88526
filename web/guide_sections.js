// The sections of a guide in their order. What a guide says in its front matter stands in the
// section it belongs to: the skills with their importance, the tools, the career path. Where the
// guide has no such section, one is put in.

import {anchorLink} from './anchor_link.js';
import {careerPath} from './career_path.js';
import {element} from './dom.js';
import {importanceTable} from './importance.js';
import {prose} from './prose.js';

const order = [
  'overview',
  'skills',
  'linkedin',
  'cv',
  'outreach',
  'interview',
  'day',
  'career-path',
  'mistakes',
  'tools',
  'faq',
  'other',
];

/// [{anchor, title, node}]. `announce` says that a link was copied.
export function guideSections(guide, announce) {
  const additions = {
    skills: guide.skills?.length > 0 && {title: 'Skills', node: importanceTable(guide.skills)},
    'career-path': guide.career_path?.length > 0 && {
      title: 'Career path',
      node: careerPath(guide.career_path, guide.id),
    },
    tools: guide.tools?.length > 0 && {title: 'Tools', node: tools(guide.tools)},
  };
  return withMissing(guide.sections, additions).map((section) => ({
    anchor: section.anchor,
    title: section.title,
    node: element(
      'section',
      {class: 'guide-section', id: section.anchor, 'aria-labelledby': `${section.anchor}-heading`},
      element(
        'h2',
        {id: `${section.anchor}-heading`},
        element('span', {lang: guide.language}, section.title),
        anchorLink(section.anchor, `the section ${section.title}`, announce),
      ),
      passageGroups(section, guide.language, announce),
      additions[section.kind] && section.first && additions[section.kind].node,
    ),
  }));
}

/// The sections with an empty one for each addition that has none. `first`: the first section of
/// its kind takes the addition.
function withMissing(sections, additions) {
  const seen = new Set();
  const result = sections.map((section) => {
    const first = !seen.has(section.kind);
    seen.add(section.kind);
    return {...section, first};
  });
  for (const [kind, addition] of Object.entries(additions)) {
    if (!addition || seen.has(kind)) continue;
    const later = result.findIndex((section) => order.indexOf(section.kind) > order.indexOf(kind));
    result.splice(later < 0 ? result.length : later, 0, {
      kind,
      title: addition.title,
      anchor: kind,
      passages: [],
      first: true,
    });
  }
  return result;
}

/// Neighbouring list items under the same heading become one list.
function passageGroups({kind, passages}, language, announce) {
  const groups = [];
  for (const passage of passages) {
    const last = groups.at(-1);
    if (
      last &&
      last.form === passage.form &&
      last.title === passage.title &&
      passage.form !== 'question'
    )
      last.passages.push(passage);
    else groups.push({form: passage.form, title: passage.title, passages: [passage]});
  }
  return groups.map((group, index) => [
    group.title &&
      group.form !== 'question' &&
      group.title !== groups[index - 1]?.title &&
      element('h3', {class: 'passage-heading', lang: language}, group.title),
    group.form === 'tip'
      ? tipsOf(kind, group.passages, language, announce)
      : group.passages.map((passage) => passageBlock(passage, language, announce)),
  ]);
}

function tipsOf(kind, passages, language, announce) {
  const numbered = kind !== 'mistakes';
  return element(
    numbered ? 'ol' : 'ul',
    {class: numbered ? 'tips-numbered' : 'mistakes'},
    passages.map((passage) =>
      element(
        'li',
        {class: 'passage', id: passage.anchor},
        element('div', {class: 'passage-text', lang: language}, prose(passage.text)),
        passageLink(passage, announce),
      ),
    ),
  );
}

function passageBlock(passage, language, announce) {
  return element(
    'div',
    {class: `passage ${passage.form}`, id: passage.anchor},
    passage.form === 'question' &&
      element('h3', {class: 'question-title', lang: language}, passage.title),
    element('div', {class: 'passage-text', lang: language}, prose(passage.text)),
    passageLink(passage, announce),
  );
}

function passageLink({anchor, title, text}, announce) {
  const words = (title || text).split(/\s+/);
  return anchorLink(
    anchor,
    `“${words.slice(0, 6).join(' ')}${words.length > 6 ? ' …' : ''}”`,
    announce,
  );
}

function tools(list) {
  return element(
    'ul',
    {class: 'chips tools'},
    list.map(({name, skill}) =>
      element(
        'li',
        {},
        skill
          ? element('a', {class: 'chip', href: `/skills/${encodeURIComponent(skill)}`}, name)
          : element('span', {class: 'chip chip-plain'}, name),
      ),
    ),
  );
}
