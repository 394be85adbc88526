// What the engine made of the words: corrections, words left out, the skills and the section it
// recognised. Nothing where it took every word as typed.

import {element} from './dom.js';
import {marked} from './highlight.js';
import {nearestLinks} from './nearest.js';
import {searchAddress} from './search_address.js';
import {fieldNames, listed, readable} from './wording.js';

export function understood({answer, request}) {
  const notes = [
    nearest(answer),
    nearestLinks(answer),
    correction(answer, request),
    leftOut(answer),
    recognised(answer),
  ].filter(Boolean);
  return notes.length > 0 && element('div', {class: 'understood'}, notes);
}

function nearest({match, query}) {
  return (
    match === 'nearest' &&
    element(
      'p',
      {class: 'notice', 'data-match': 'nearest'},
      element('strong', {}, 'Nothing matches ', element('q', {}, query.trim()), '.'),
      ' These are the nearest results there are.',
    )
  );
}

function correction({did_you_mean: meant, interpreted}, {text, filters}) {
  const corrected = interpreted.words.filter(({how}) => how === 'corrected');
  if (corrected.length > 0) {
    const typed = asTyped(text, corrected);
    return element(
      'p',
      {class: 'correction'},
      'Showing results for ',
      element('strong', {}, meant ? emphasised(meant) : readAs(interpreted)),
      '. Search instead for ',
      element('a', {href: searchAddress({text: typed, filters})}, text.trim()),
      '.',
    );
  }
  return (
    meant &&
    element(
      'p',
      {class: 'correction'},
      'Did you mean ',
      element('a', {href: searchAddress({text: meant.text, filters})}, emphasised(meant)),
      '?',
    )
  );
}

function emphasised({text, changes}) {
  return marked(
    text,
    changes.map(({at}) => at),
    'em',
  );
}

function readAs({words}) {
  return words.map(({read_as: word}) => word).join(' ');
}

/// The text with the corrected words in quotes: quoted words are searched exactly as they stand.
function asTyped(text, corrected) {
  return corrected.reduce((result, word) => {
    const at = result.toLowerCase().indexOf(word.text.toLowerCase());
    const end = at + word.text.length;
    return at < 0 || result[at - 1] === '"'
      ? result
      : `${result.slice(0, at)}"${result.slice(at, end)}"${result.slice(end)}`;
  }, text);
}

/// The last step is the one that is shown only where words were given up: a step may also be tried
/// and not kept.
function leftOut({match, interpreted}) {
  if (match !== 'partial') return null;
  const dropped = interpreted.steps.at(-1)?.dropped ?? [];
  const unknown = interpreted.words.filter(({how}) => how === 'unknown').map(({text}) => text);
  const words = [...new Set([...dropped, ...unknown])];
  return (
    words.length > 0 &&
    element(
      'p',
      {class: 'left-out'},
      'Nothing has all of these words. Left out: ',
      words.map((word, index) => [index > 0 && ', ', element('s', {}, word)]),
      '.',
    )
  );
}

function recognised({interpreted, facets}) {
  const {skills, roles, section, synonyms, phrases, excluded, filters} = interpreted;
  const facts = [
    ...skills.map(({id, label}) => [
      'Skill',
      element('a', {href: `/skills/${encodeURIComponent(id)}`}, label),
    ]),
    ...roles.map(({id, label}) => [
      'Role',
      element('a', {href: `/guides/${encodeURIComponent(id)}`}, label),
    ]),
    section && ['Section', labelIn(facets, 'section', section)],
    synonyms.length > 0 && ['Also', listed([...new Set(synonyms.flatMap(({meanings}) => meanings))])],
    phrases.length > 0 && ['Exactly', listed(phrases.map((phrase) => `“${phrase}”`))],
    excluded.length > 0 && ['Without', listed(excluded)],
    ...filters.map(({field, value}) => [
      fieldNames[field] ?? readable(field),
      labelIn(facets, field, value),
    ]),
  ].filter(Boolean);
  return (
    facts.length > 0 &&
    element(
      'dl',
      {class: 'recognised', 'aria-label': 'What was understood'},
      facts.map(([name, value]) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value)),
      ),
    )
  );
}

function labelIn(facets, field, value) {
  return facets[field]?.values.find((one) => one.value === value)?.label ?? readable(value);
}
