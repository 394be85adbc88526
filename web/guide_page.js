// One role's guide: what it is about, a table of contents that follows the reader, and its
// sections.

import {element} from './dom.js';
import {guideSections} from './guide_sections.js';
import {guideWays} from './guide_ways.js';
import {pageHeader} from './page_header.js';
import {pageId} from './page_id.js';
import {followReader} from './reading_position.js';
import {searchAddress} from './search_address.js';
import {counted, moneyRange, readable} from './wording.js';

export async function guidePage(url, signal, {api, announce}) {
  const guide = await api.guide(pageId(url), signal);
  const ways = await guideWays(guide, signal, api);
  const sections = [...guideSections(guide, announce), ...ways];
  const contents = tableOfContents(sections);
  followReader(
    contents,
    sections.map(({node}) => node),
    signal,
  );
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
      sections.map(({node}) => node),
      element(
        'p',
        {class: 'guide-end'},
        element(
          'a',
          {href: searchAddress({filters: [{field: 'role', value: guide.id}]})},
          `Search within the ${guide.title} guide`,
        ),
      ),
    ),
  );
  return {title: `${guide.title} · Guidepost`, content};
}

function header({title, tagline, family, levels = [], aliases = [], salary, sections}) {
  return pageHeader(
    {
      shelf: {label: 'Guides', href: '/#guides'},
      group: {type: 'guide', field: 'family', value: family},
      title,
      lead: tagline,
      aliases,
      alsoCalled: 'Also called',
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

function tableOfContents(sections) {
  return element(
    'ol',
    {class: 'contents-list'},
    sections.map(({anchor, title}) =>
      element(
        'li',
        {},
        element(
          'a',
          {href: `#${encodeURIComponent(anchor)}`, 'data-focus-key': `contents:${anchor}`},
          title,
        ),
      ),
    ),
  );
}
