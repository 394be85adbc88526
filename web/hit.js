// One hit: what it is, where it stands, its words with the searched ones marked, and its skills.

import {element, spoken} from './dom.js';
import {marked} from './highlight.js';
import {skillChips} from './skill_chips.js';
import {readable} from './wording.js';

const skillsShown = 4;

/// `heading`: the level it takes on its page.
export function hitOf(hit, heading = 'h2') {
  const {type, url, title, snippet, highlights = {}, skills = [], kind} = hit;
  const ownSkill = type === 'skill' ? skills.filter(({id}) => id !== hit.id) : skills;
  return element(
    'li',
    {class: 'hit', 'data-type': type},
    element(
      'article',
      {},
      element(
        'p',
        {class: 'hit-place'},
        element('span', {class: 'badge'}, readable(type)),
        ' ',
        kind && kind !== type && element('span', {class: 'hit-kind'}, readable(kind)),
        breadcrumb(hit),
      ),
      element(
        heading,
        {class: 'hit-title'},
        element(
          'a',
          {href: url, 'data-focus-key': `hit:${hit.id}`},
          headingOf(hit, marked(title, highlights.title)),
        ),
      ),
      snippet && element('p', {class: 'hit-snippet'}, marked(snippet, highlights.snippet)),
      skillChips(ownSkill, skillsShown),
    ),
  );
}

/// A passage without a title of its own bears its section's: then the heading is the whole way to
/// it.
function headingOf(hit, title) {
  return namedBySection(hit) ? [hit.guide_title, separator(), title] : title;
}

function breadcrumb(hit) {
  if (!hit.guide || hit.type === 'guide' || namedBySection(hit)) return null;
  const guideUrl = `/guides/${encodeURIComponent(hit.guide)}`;
  const anchor = hit.section_anchor;
  return element(
    'span',
    {class: 'breadcrumb'},
    element('a', {href: guideUrl}, hit.guide_title || readable(hit.guide)),
    hit.section && [
      separator(),
      element(
        'a',
        {href: guideUrl + (anchor ? `#${encodeURIComponent(anchor)}` : '')},
        hit.section_title || readable(hit.section),
      ),
    ],
  );
}

function namedBySection({guide_title: guide, section_title: section, title}) {
  return Boolean(guide && section && section === title);
}

function separator() {
  return [
    element('span', {class: 'breadcrumb-separator', 'aria-hidden': 'true'}, ' › '),
    spoken(', '),
  ];
}
