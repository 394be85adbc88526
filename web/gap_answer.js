// What is missing for a role, as steps: a skill, why it stands where it does, what to read, and
// which other roles it brings nearer.

import {element} from './dom.js';
import {importanceOf} from './importance.js';
import {listed, percent} from './wording.js';

/// Nothing when nothing is missing. `here`: id of the guide that is shown.
export function gapAnswer({missing}, here) {
  if (missing.length === 0) return null;
  return element(
    'ol',
    {class: 'gap-list', 'aria-label': 'What to learn, in order'},
    missing.map((step) => stepOf(step, here)),
  );
}

function stepOf({id, label, importance, after, tips, opens}, here) {
  return element(
    'li',
    {class: 'gap-step'},
    element(
      'div',
      {class: 'gap-step-head'},
      element(
        'a',
        {href: `/skills/${encodeURIComponent(id)}`, 'data-focus-key': `missing:${id}`},
        label,
      ),
      importanceOf(importance),
    ),
    after.length > 0 && note(`Builds on ${listed(after.map((earlier) => earlier.label))}, above.`),
    tips.length > 0 &&
      element(
        'ul',
        {class: 'gap-tips'},
        toldApart(tips).map((tip) => reading(tip, id, here)),
      ),
    opens.length > 0 && opened(opens[0], id),
  );
}

/// The first of those that read alike: nobody could choose between them.
function toldApart(tips) {
  const firsts = new Map();
  for (const tip of tips) {
    const key = `${tip.guide} ${tip.title}`;
    if (!firsts.has(key)) firsts.set(key, tip);
  }
  return [...firsts.values()];
}

function note(...words) {
  return element('p', {class: 'gap-note'}, words);
}

function reading({title, url, type, guide}, skill, here) {
  const where = type === 'tip' ? 'tip' : guide === here ? 'in this guide' : 'in another guide';
  return element(
    'li',
    {},
    element('a', {href: url, 'data-focus-key': `read:${skill}:${url}`}, title || 'Read a passage'),
    element('span', {class: 'quiet'}, ` (${where})`),
  );
}

function opened({title, id, coverage, with_it: after}, skill) {
  return note(
    'Also brings ',
    element(
      'a',
      {href: `/guides/${encodeURIComponent(id)}`, 'data-focus-key': `opens:${skill}:${id}`},
      title,
    ),
    ` nearer: ${percent(coverage)} to ${percent(after)}.`,
  );
}
