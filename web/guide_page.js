// One role's guide: what it is about, a table of contents that follows the reader, and its
// sections.

import {element} from './dom.js';
import {guideSections} from './guide_sections.js';
import {guideWays, laterAnchors} from './guide_ways.js';
import {pageHeader} from './page_header.js';
import {pageId} from './page_id.js';
import {prose} from './prose.js';
import {followReader} from './reading_position.js';
import {searchAddress} from './search_address.js';
import {counted, moneyRange, readable} from './wording.js';

const patienceForPlace = 1000; // milliseconds

export async function guidePage(url, signal, {api, announce, arrival}) {
  const guide = await api.guide(pageId(url), signal);
  const ways = guideWays(guide, signal, api);
  const sections = [...guideSections(guide, announce), ...ways.now];
  const contents = element('ol', {class: 'contents-list'}, sections.map(contentsLine));
  const end = endOf(guide);
  followReader(contents, sections, signal);
  const complete = ways.later.then((more) => {
    if (!signal.aborted) append(more, {sections, contents, end});
  });
  const content = element(
    'div',
    {class: 'page guide'},
    header(guide),
    element(
      'nav',
      {class: 'contents', 'aria-labelledby': 'contents-heading'},
      element(
        'details',
        {class: 'contents-fold', open: matchMedia('(min-width: 60rem)').matches},
        element('summary', {id: 'contents-heading'}, 'On this page'),
        contents,
      ),
    ),
    element(
      'article',
      {class: 'guide-body', 'aria-label': guide.title},
      guide.text && element('div', {class: 'guide-text', lang: guide.language}, prose(guide.text)),
      sections.map(({node}) => node),
      end,
    ),
  );
  // Who comes back, or for one of the later sections, finds their place only on the whole page.
  if (arrival.place || laterAnchors.includes(url.hash.slice(1)))
    await Promise.race([complete, pause(patienceForPlace)]);
  return {title: `${guide.title} · Guidepost`, content};
}

function header({title, tagline, family, levels = [], aliases = [], salary, sections, language}) {
  return pageHeader(
    {
      shelf: {label: 'Guides', href: '/#guides'},
      group: {type: 'guide', field: 'family', value: family},
      title,
      lead: tagline,
      aliases,
      alsoCalled: 'Also called',
      language,
    },
    element(
      'dl',
      {class: 'facts'},
      salary &&
        fact(
          'Salary',
          moneyRange(salary.low, salary.high, salary.currency),
          `a year before tax, ${salary.region}; ${salary.basis}`,
        ),
      levels.length > 0 && fact('Levels', levels.map(readable).join(', ')),
      fact(
        'In this guide',
        counted(
          sections.reduce((sum, {passages}) => sum + passages.length, 0),
          'passage',
        ),
        `in ${counted(sections.length, 'section')}`,
      ),
    ),
  );
}

function fact(name, value, note) {
  return element(
    'div',
    {class: 'fact'},
    element('dt', {}, name),
    element('dd', {}, value, note && element('span', {class: 'fact-note'}, note)),
  );
}

function contentsLine({anchor, title}) {
  return element(
    'li',
    {},
    element(
      'a',
      {href: `#${encodeURIComponent(anchor)}`, 'data-focus-key': `contents:${anchor}`},
      title,
    ),
  );
}

function endOf({id, title}) {
  return element(
    'p',
    {class: 'guide-end'},
    element(
      'a',
      {href: searchAddress({filters: [{field: 'role', value: id}]})},
      `Search within the ${title} guide`,
    ),
  );
}

/// Below everything that can be read already, so that nothing moves.
function append(more, {sections, contents, end}) {
  sections.push(...more);
  contents.append(...more.map(contentsLine));
  end.before(...more.map(({node}) => node));
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
