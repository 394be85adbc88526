// Where a role leads, as a small picture: the role on the left, on the right the roles it leads to,
// each a link with how much of it is known already. A full line is a step that the guide names, a
// dashed one a step that the skills suggest.

import {element, freshId} from './dom.js';
import {drawn, wrapped} from './svg.js';
import {counted, percent} from './wording.js';

const shownAtMost = 6;

// In units of the picture, which is about as wide as a phone's text column.
const width = 350;
const from = {width: 112, height: 64};
const to = {left: 166, width: 184, height: 58, gap: 12};
const letters = {from: 13, to: 23};
const lineHeight = 16;

/// `next`: roles of an answer, {id, title, url, declared, overlap, to_learn_total}. Nothing where
/// there are none.
export function careerMap(title, next) {
  const roles = next.slice(0, shownAtMost);
  if (roles.length === 0) return null;
  const height = roles.length * (to.height + to.gap) - to.gap;
  const middle = height / 2;
  const nameId = freshId('map-title');
  const descriptionId = freshId('map-description');
  return element(
    'figure',
    {class: 'career-map'},
    drawn(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        role: 'group',
        'aria-labelledby': nameId,
        'aria-describedby': descriptionId,
      },
      drawn('title', {id: nameId}, `Where ${title} leads`),
      drawn('desc', {id: descriptionId}, description(title, roles)),
      roles.map((role, index) => edge(role, middle, middleOf(index))),
      origin(title, middle),
      roles.map((role, index) => target(role, middleOf(index))),
    ),
    element('figcaption', {class: 'career-map-key'}, key(roles)),
  );
}

function middleOf(index) {
  return index * (to.height + to.gap) + to.height / 2;
}

function description(title, roles) {
  const steps = roles.map((role) => `${role.title}, ${sharedWords(role)}`);
  return `From ${title} to ${counted(roles.length, 'role')}: ${steps.join('; ')}.`;
}

function sharedWords({overlap}) {
  return `${percent(overlap)} shared`;
}

function edge({declared}, start, end) {
  const bend = (from.width + to.left) / 2;
  return drawn('path', {
    class: declared ? 'map-edge' : 'map-edge is-suggested',
    d: `M${from.width} ${start}C${bend} ${start} ${bend} ${end} ${to.left} ${end}`,
  });
}

function origin(title, middle) {
  return drawn(
    'g',
    {class: 'map-here', 'aria-hidden': 'true'},
    box(0.5, middle, from),
    lines(wrapped(title, letters.from, 3), from.width / 2, middle, {'text-anchor': 'middle'}),
  );
}

function target(role, middle) {
  const name = wrapped(role.title, letters.to, 2);
  const toLearn = counted(role.to_learn_total, 'skill');
  const note = `${sharedWords(role)} · ${role.to_learn_total} to learn`;
  const top = middle - ((name.length + 1) * lineHeight) / 2 + 0.75 * lineHeight;
  return drawn(
    'a',
    {
      class: 'map-role',
      href: role.url,
      'aria-label': `${role.title}: ${sharedWords(role)}, ${toLearn} to learn`,
      'data-focus-key': `map:${role.id}`,
    },
    box(to.left, middle, {width: to.width - 0.5, height: to.height}),
    name.map((line, index) =>
      drawn('text', {class: 'map-name', x: to.left + 12, y: top + index * lineHeight}, line),
    ),
    drawn('text', {class: 'map-note', x: to.left + 12, y: top + name.length * lineHeight}, note),
  );
}

function box(x, middle, size) {
  return drawn('rect', {
    x,
    y: middle - size.height / 2 + 0.5,
    width: size.width - 0.5,
    height: size.height - 1,
    rx: 8,
  });
}

function lines(texts, x, middle, attributes) {
  const top = middle - (texts.length * lineHeight) / 2 + 0.75 * lineHeight;
  return texts.map((text, index) =>
    drawn('text', {class: 'map-name', x, y: top + index * lineHeight, ...attributes}, text),
  );
}

function key(roles) {
  const declared = roles.some((role) => role.declared);
  const suggested = roles.some((role) => !role.declared);
  if (declared && suggested)
    return 'Full lines: steps of the career path. Dashed lines: roles that need much of the same.';
  return declared ? 'Steps of the career path.' : 'Roles that need much of the same.';
}
