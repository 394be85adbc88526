// Builds parts of a picture, as element() builds those of the page: text as text nodes, no markup.

const namespace = 'http://www.w3.org/2000/svg';

export function drawn(name, attributes = {}, ...children) {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter(Boolean));
  return node;
}

/// `text` in at most `lines` lines of about `width` letters; what does not fit ends in "…".
export function wrapped(text, width, lines) {
  const result = [''];
  for (const word of text.split(/\s+/)) {
    const joined = `${result.at(-1)} ${word}`.trim();
    if (joined.length <= width || result.at(-1) === '') result[result.length - 1] = joined;
    else result.push(word);
  }
  const kept = result.slice(0, lines);
  if (result.length > lines) kept[lines - 1] += '…';
  return kept.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
}
