// What follows a guide: what the reader is missing for the role, where it leads, and what is like
// it. Each is a section of the page; one that has nothing to say is left out. Only the first needs
// no answer of its own: the others may come long after the guide.

import {careerMap} from './career_map.js';
import {element} from './dom.js';
import {gapPanel} from './gap_panel.js';
import {similarRoles} from './similar_roles.js';

const shownAtMost = 6;

// No heading gives its section an anchor with a tilde (heading_anchor), so none is taken already.
export const laterAnchors = ['~career-map', '~similar-roles'];

/// {now, later}: sections {anchor, title, node}, and a promise of more, which does not fail for want
/// of an answer. A guide that names no skills has none of them.
export function guideWays(guide, signal, api) {
  if (!guide.skills || guide.skills.length === 0) return {now: [], later: Promise.resolve([])};
  const role = {
    id: guide.translation_of ?? guide.id,
    page: guide.id,
    title: guide.title,
    skills: guide.skills,
  };
  return {
    now: [section('~your-gap', 'What am I missing?', gapPanel(role, signal, api))],
    later: otherRoles(role, signal, api),
  };
}

async function otherRoles({id, title}, signal, api) {
  const [next, similar] = await Promise.all([
    orNothing(api.nextRoles(id, shownAtMost, signal)),
    orNothing(api.similarRoles(id, shownAtMost, signal)),
  ]);
  return [
    section(laterAnchors[0], 'Where it leads', careerMap(title, next?.next ?? [], signal)),
    section(laterAnchors[1], 'Similar roles', similarRoles(similar?.similar ?? [])),
  ].filter(Boolean);
}

/// The guide is worth showing without what stands beside it.
function orNothing(answer) {
  return answer.catch(() => null);
}

function section(anchor, title, content) {
  return (
    content && {
      anchor,
      title,
      node: element(
        'section',
        {class: 'guide-section', id: anchor, 'aria-labelledby': `${anchor}-heading`},
        element('h2', {id: `${anchor}-heading`}, title),
        content,
      ),
    }
  );
}
