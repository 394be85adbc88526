// What follows a guide: what the reader is missing for the role, where it leads, and what is like
// it. Each is a section of the page; one that has nothing to say is left out.

import {careerMap} from './career_map.js';
import {element} from './dom.js';
import {gapPanel} from './gap_panel.js';
import {similarRoles} from './similar_roles.js';

const shownAtMost = 6;

/// [{anchor, title, node}]. A guide that names no skills has none of them.
export async function guideWays(guide, signal, api) {
  if (!guide.skills || guide.skills.length === 0) return [];
  const role = {id: guide.translation_of ?? guide.id, title: guide.title, skills: guide.skills};
  const [next, similar] = await Promise.all([
    orNothing(api.nextRoles(role.id, shownAtMost, signal), signal),
    orNothing(api.similarRoles(role.id, shownAtMost, signal), signal),
  ]);
  return [
    section('your-gap', 'What am I missing?', gapPanel(role, signal, api)),
    section('career-map', 'Where it leads', careerMap(role.title, next?.next ?? [])),
    section('similar-roles', 'Similar roles', similarRoles(similar?.similar ?? [])),
  ].filter(Boolean);
}

/// The guide is worth showing without what stands beside it.
function orNothing(answer, signal) {
  return answer.catch((problem) => {
    if (signal.aborted) throw problem;
    return null;
  });
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
