// Marks ranges of a text. The API counts positions in bytes of UTF-8, a JavaScript string in units
// of UTF-16, so "Résumé tips" with [[9, 13]] marks "tips", which begins at unit 7.

import {element, fragment} from './dom.js';

/// The text with each range inside a <mark>. `byteRanges` are [begin, end) pairs, sorted and
/// disjoint; what lies outside the text or inside a character is moved to the next character
/// border.
export function marked(text, byteRanges = [], tag = 'mark') {
  const parts = [];
  let done = 0;
  for (const [begin, end] of stringRanges(text, byteRanges)) {
    if (begin > done) parts.push(text.slice(done, begin));
    if (end > begin) parts.push(element(tag, {}, text.slice(begin, end)));
    done = Math.max(done, end);
  }
  parts.push(text.slice(done));
  return fragment(parts.filter((part) => part !== ''));
}

/// The same ranges as indices of the JavaScript string.
export function stringRanges(text, byteRanges) {
  const indexOf = indexOfByte(text, byteRanges.flat());
  return byteRanges.map(([begin, end]) => [indexOf.get(begin), indexOf.get(end)]);
}

function indexOfByte(text, positions) {
  const wanted = [...new Set(positions)].sort((a, b) => a - b);
  const indexOf = new Map();
  let next = 0;
  let bytes = 0;
  let index = 0;
  for (const character of text) {
    while (next < wanted.length && wanted[next] <= bytes) indexOf.set(wanted[next++], index);
    bytes += encodedLength(character.codePointAt(0));
    index += character.length;
  }
  while (next < wanted.length) indexOf.set(wanted[next++], index);
  return indexOf;
}

function encodedLength(codePoint) {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
