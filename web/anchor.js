// The passage an address points at: /guides/backend-developer#interview-402913. The page is built
// after the browser looked for the anchor, so :target never matches; a class marks the passage
// instead.

const markName = 'is-target';

/// The element that the part after # names; null where there is none.
function anchored(url) {
  if (url.hash.length < 2) return null;
  try {
    return document.getElementById(decodeURIComponent(url.hash.slice(1)));
  } catch {
    return null; // a stray % in the address
  }
}

/// Marks what the address points at, and nothing else.
export function markTarget(url) {
  for (const element of document.querySelectorAll(`.${markName}`))
    element.classList.remove(markName);
  const target = anchored(url);
  if (target && target.id !== 'main') target.classList.add(markName);
  return target;
}

/// Brings the target into view, and lets the keyboard go on from there.
export function goToTarget(target) {
  target.scrollIntoView({block: 'start'});
  focusQuietly(target);
}

/// Focus without scrolling, also for what is not focusable by itself.
export function focusQuietly(element) {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex'))
    element.setAttribute('tabindex', '-1');
  element.focus({preventScroll: true});
}
