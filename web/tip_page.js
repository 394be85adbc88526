// One tip that belongs to no role: its text, and where it helps.

import {element} from './dom.js';
import {pageId} from './page_id.js';
import {prose} from './prose.js';
import {searchAddress} from './search_address.js';
import {skillChips} from './skill_chips.js';
import {readable} from './wording.js';

export async function tipPage(url, signal, {api}) {
  const tip = await api.tip(pageId(url), signal);
  const content = element(
    'article',
    {class: 'page tip'},
    element(
      'header',
      {class: 'guide-header'},
      element(
        'p',
        {class: 'eyebrow'},
        element('a', {href: searchAddress({filters: [{field: 'type', value: 'tip'}]})}, 'Tips'),
      ),
      element('h1', {lang: tip.language}, tip.title),
    ),
    element('div', {class: 'tip-text', lang: tip.language}, prose(tip.text)),
    element(
      'dl',
      {class: 'facts'},
      linked('Helps with', 'section', tip.sections),
      linked('Families', 'family', tip.families),
      linked('Levels', 'level', tip.levels),
    ),
    skillChips(tip.skills),
  );
  return {title: `${tip.title} · Guidepost`, content};
}

/// Each value leads to everything that has it.
function linked(name, field, values = []) {
  return (
    values.length > 0 &&
    element(
      'div',
      {class: 'fact'},
      element('dt', {}, name),
      element(
        'dd',
        {},
        values.map((value, index) => [
          index > 0 && ', ',
          element('a', {href: searchAddress({filters: [{field, value}]})}, readable(value)),
        ]),
      ),
    )
  );
}
