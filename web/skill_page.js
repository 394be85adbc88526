// One skill: what it is, which roles ask for it, what goes with it, and what the guides say about
// it.

import {element} from './dom.js';
import {hitOf} from './hit.js';
import {importanceOf} from './importance.js';
import {pageHeader} from './page_header.js';
import {pageId} from './page_id.js';
import {relatedList} from './related_skills.js';
import {searchAddress} from './search_address.js';
import {countedOrAbout, readable} from './wording.js';

const relatedShown = 8;
const passagesShown = 5;

export async function skillPage(url, signal, {api}) {
  const skill = await api.skill(pageId(url), signal);
  const [{related}, passages] = await Promise.all([
    api.relatedTo(skill.id, relatedShown, signal),
    api.search(
      {
        filters: [
          {field: 'skill', value: skill.id},
          {field: 'type', value: 'passage'},
        ],
        facets: [],
        limit: passagesShown,
      },
      signal,
    ),
  ]);
  const titles = new Map(skill.guides.map((guide) => [guide.id, guide.title]));
  const titleOf = (guideId) => titles.get(guideId) ?? readable(guideId);
  const content = element(
    'div',
    {class: 'page skill'},
    header(skill),
    element(
      'div',
      {class: 'skill-columns'},
      element(
        'div',
        {},
        guidesAsking(skill),
        related.length > 0 &&
          element(
            'section',
            {'aria-labelledby': 'related-heading'},
            element('h2', {id: 'related-heading'}, 'Goes well with'),
            relatedList(related, titleOf),
          ),
      ),
      passagesAbout(skill, passages),
    ),
  );
  return {title: `${skill.label} · Guidepost`, content};
}

function header({label, kind, description, aliases = []}) {
  return pageHeader({
    shelf: {label: 'Skills', href: searchAddress({filters: [{field: 'type', value: 'skill'}]})},
    group: {type: 'skill', field: 'kind', value: kind},
    title: label,
    lead: description,
    aliases,
    alsoCalled: 'Also written',
  });
}

function guidesAsking({guides, label}) {
  return element(
    'section',
    {'aria-labelledby': 'guides-heading'},
    element('h2', {id: 'guides-heading'}, 'Roles that ask for it'),
    guides.length === 0
      ? element('p', {class: 'quiet'}, `No guide lists ${label} among its skills.`)
      : element(
          'ul',
          {class: 'role-list'},
          guides.map(({id, title, importance}) =>
            element(
              'li',
              {},
              element(
                'a',
                {href: `/guides/${encodeURIComponent(id)}`, 'data-focus-key': `guide:${id}`},
                title,
              ),
              importanceOf(importance),
            ),
          ),
        ),
  );
}

function passagesAbout({label, id}, {hits, total, exact}) {
  return element(
    'section',
    {'aria-labelledby': 'passages-heading'},
    element('h2', {id: 'passages-heading'}, 'What the guides say'),
    hits.length === 0
      ? element('p', {class: 'quiet'}, `No guide mentions ${label} in a passage yet.`)
      : element(
          'ol',
          {class: 'hits hits-compact'},
          hits.map((hit) =>
            hitOf({...hit, skills: hit.skills?.filter((one) => one.id !== id)}, 'h3'),
          ),
        ),
    element(
      'p',
      {},
      total > hits.length
        ? element(
            'a',
            {
              href: searchAddress({
                filters: [
                  {field: 'skill', value: id},
                  {field: 'type', value: 'passage'},
                ],
              }),
            },
            `All ${countedOrAbout(total, exact, 'passage')} about ${label}`,
          )
        : element('a', {href: searchAddress({text: label})}, `Search for ${label}`),
    ),
  );
}
