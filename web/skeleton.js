// The outline of a page whose answer is late.

import {element, spoken} from './dom.js';

export function skeleton() {
  const lines = ['title', 'line', 'line', 'short', 'line', 'line', 'short'];
  return element(
    'div',
    {class: 'page skeleton'},
    spoken('Loading'),
    lines.map((shape) => element('div', {class: `skeleton-${shape}`, 'aria-hidden': 'true'})),
  );
}
