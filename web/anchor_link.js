// The small link beside a heading or a passage: following it points the address there and copies
// the address.

import {element} from './dom.js';
import {icon} from './icon.js';

const confirmationTime = 1600; // milliseconds

/// `what` it leads to, for a screen reader. announce(text) confirms the copy.
export function anchorLink(anchor, what, announce) {
  return element(
    'a',
    {
      class: 'anchor-link',
      href: `#${encodeURIComponent(anchor)}`,
      'aria-label': `Copy link to ${what}`,
      'data-focus-key': `anchor:${anchor}`,
      onclick: (event) => copy(event.currentTarget, announce),
    },
    icon('link'),
  );
}

/// Does nothing where the browser offers no clipboard: the address bar then has the link.
async function copy(link, announce) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return;
  }
  announce('Link copied');
  link.classList.add('is-copied');
  setTimeout(() => link.classList.remove('is-copied'), confirmationTime);
}
