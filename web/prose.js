// Plain text of the corpus as paragraphs and lists: an empty line parts blocks, a line that begins
// with "- " is an item.

import {element} from './dom.js';

export function prose(text) {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .flatMap(blocksOf);
}

function blocksOf(block) {
  const blocks = [];
  for (const line of block.split('\n')) {
    const item = /^\s*- (.*)$/.exec(line);
    const last = blocks.at(-1);
    if (item && last?.items) last.items.push(item[1]);
    else if (item) blocks.push({items: [item[1]]});
    else if (last?.items && /^\s/.test(line)) last.items.push(`${last.items.pop()} ${line.trim()}`);
    else if (last && !last.items) last.lines.push(line.trim());
    else blocks.push({lines: [line.trim()]});
  }
  return blocks.map(({items, lines}) =>
    items
      ? element(
          'ul',
          {},
          items.map((item) => element('li', {}, item)),
        )
      : element('p', {}, lines.join(' ')),
  );
}
