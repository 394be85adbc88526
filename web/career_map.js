// Where a role leads, as a small picture: the role, and beside or below it the roles it leads to,
// each a link with how much of it is known already. A full line is a step that the guide names, a
// dashed one a step that the skills suggest.

import {element, freshId} from './dom.js';
import {drawn, wrapped} from './svg.js';
import {counted, percent} from './wording.js';

const shownAtMost = 6;
const lineHeight = 16;

// In units of the picture, which are pixels where it is as wide as `width`: there its words are of
// their own size. Narrower than that, the role stands above the others instead.
const beside = {
  width: 350,
  here: {left: 0, width: 112, height: 64, letters: 13},
  to: {left: 166, width: 184, height: 58, gap: 12, letters: 23},
};
const below = {
  width: 284,
  here: {left: 0, width: 284, height: 40, letters: 34},
  to: {left: 40, width: 244, height: 58, gap: 12, letters: 28},
};
const tooNarrow = '(max-width: 24.125rem)'; // for `beside`, with the margins of the page

/// `next`: roles of an answer, {id, title, url, declared, overlap, to_learn_total}. Nothing where
/// there are none. Follows the width of the window until `signal` is aborted.
export function careerMap(title, next, signal) {
  const roles = next.slice(0, shownAtMost);
  if (roles.length === 0) return null;
  const narrow = matchMedia(tooNarrow);
  const drawing = () => picture(title, roles, narrow.matches ? below : beside);
  const figure = element(
    'figure',
    {class: 'career-map'},
    drawing(),
    element('figcaption', {class: 'career-map-key'}, key(roles)),
  );
  narrow.addEventListener('change', () => figure.firstChild.replaceWith(drawing()), {signal});
  return figure;
}

function picture(title, roles, plan) {
  const {to, here} = plan;
  const first = plan === below ? here.height + to.gap : 0;
  const middleOf = (index) => first + index * (to.height + to.gap) + to.height / 2;
  const height = first + roles.length * (to.height + to.gap) - to.gap;
  const middle = plan === below ? here.height / 2 : height / 2;
  const nameId = freshId('map-title');
  const descriptionId = freshId('map-description');
  return drawn(
    'svg',
    {
      viewBox: `0 0 ${plan.width} ${height}`,
      role: 'group',
      'aria-labelledby': nameId,
      'aria-describedby': descriptionId,
    },
    drawn('title', {id: nameId}, `Where ${title} leads`),
    drawn('desc', {id: descriptionId}, description(title, roles)),
    roles.map((role, index) => edge(role, plan, middle, middleOf(index))),
    origin(title, here, middle),
    roles.map((role, index) => target(role, to, middleOf(index))),
  );
}

function description(title, roles) {
  const steps = roles.map((role) => `${role.title}, ${stepWords(role)}, ${sharedWords(role)}`);
  return `From ${title} to ${counted(roles.length, 'role')}: ${steps.join('; ')}.`;
}

/// What the line to the role says to the eye.
function stepWords({declared}) {
  return declared ? 'step of the career path' : 'needs much of the same';
}

function sharedWords({overlap}) {
  return `${percent(overlap)} shared`;
}

function edge({declared}, plan, start, end) {
  const {here, to} = plan;
  const bend = (here.width + to.left) / 2;
  const trunk = to.left / 2;
  return drawn('path', {
    class: declared ? 'map-edge' : 'map-edge is-suggested',
    d:
      plan === below
        ? `M${trunk} ${here.height}V${end - 12}Q${trunk} ${end} ${trunk + 12} ${end}H${to.left}`
        : `M${here.width} ${start}C${bend} ${start} ${bend} ${end} ${to.left} ${end}`,
  });
}

function origin(title, here, middle) {
  const name = wrapped(title, here.letters, 3);
  const top = middle - (name.length * lineHeight) / 2 + 0.75 * lineHeight;
  const place = {x: here.width / 2, 'text-anchor': 'middle'};
  return drawn(
    'g',
    {class: 'map-here', 'aria-hidden': 'true'},
    box(0.5, middle, here),
    name.map((line, index) =>
      drawn('text', {class: 'map-name', y: top + index * lineHeight, ...place}, line),
    ),
  );
}

function target(role, to, middle) {
  const name = wrapped(role.title, to.letters, 2);
  const toLearn = counted(role.to_learn_total, 'skill');
  const note = `${sharedWords(role)} · ${role.to_learn_total} to learn`;
  const top = middle - ((name.length + 1) * lineHeight) / 2 + 0.75 * lineHeight;
  return drawn(
    'a',
    {
      class: 'map-role',
      href: role.url,
      'aria-label': `${role.title}, ${stepWords(role)}: ${sharedWords(role)}, ${toLearn} to learn`,
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

function key(roles) {
  const declared = roles.some((role) => role.declared);
  const suggested = roles.some((role) => !role.declared);
  if (declared && suggested)
    return 'Full lines: steps of the career path. Dashed lines: roles that need much of the same.';
  return declared ? 'Steps of the career path.' : 'Roles that need much of the same.';
}
