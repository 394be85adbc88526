// The head of a guide's or a skill's page: where it stands, its name, what it is, what else it is
// called.

import {element} from './dom.js';
import {searchAddress} from './search_address.js';
import {listed, readable} from './wording.js';

/// `shelf`: {label, href} of all such pages; `group`: {type, field, value} of those like it, or no
/// value; `alsoCalled` introduces the aliases; `language`: of title, lead and aliases, unless it is
/// the site's. More children may follow.
export function pageHeader(
  {shelf, group, title, lead, aliases = [], alsoCalled, language},
  ...more
) {
  const likeIt = [
    {field: 'type', value: group.type},
    {field: group.field, value: group.value},
  ];
  return element(
    'header',
    {class: 'guide-header'},
    element(
      'p',
      {class: 'eyebrow'},
      element('a', {href: shelf.href}, shelf.label),
      group.value && [
        element('span', {'aria-hidden': 'true'}, ' › '),
        element('a', {href: searchAddress({filters: likeIt})}, readable(group.value)),
      ],
    ),
    element('h1', {lang: language}, title),
    lead && element('p', {class: 'lead', lang: language}, lead),
    aliases.length > 0 &&
      element(
        'p',
        {class: 'quiet'},
        `${alsoCalled} `,
        element('span', {lang: language}, listed(aliases)),
        '.',
      ),
    ...more,
  );
}
