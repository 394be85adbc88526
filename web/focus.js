// Focus that outlives its element: what is built anew carries the `data-focus-key` of what it stands
// for, and whoever replaced it gives the focus back.

import {focusQuietly} from './anchor.js';

/// The key of what has the focus within `root`; undefined where that has none.
export function focusedKey(root) {
  const focused = document.activeElement;
  return root.contains(focused) ? focused.dataset.focusKey : undefined;
}

/// Gives the focus to what carries this key within `root`; false where nothing does.
export function focusKeyed(key, root) {
  const same = [...root.querySelectorAll('[data-focus-key]')].find(
    (element) => element.dataset.focusKey === key,
  );
  if (same) focusQuietly(same);
  return Boolean(same);
}
