// Marks, in a table of contents, the section the reader is in: the last one that began above the
// upper third of the window.

/// `sections`: [{node}], in the order of the links of `contents`; both may grow. Stops when `signal`
/// is aborted.
export function followReader(contents, sections, signal) {
  let waiting = false;
  const renew = () => {
    waiting = false;
    const line = innerHeight / 3;
    const current = sections.findLastIndex(({node}) => node.getBoundingClientRect().top < line);
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    contents.querySelectorAll('a').forEach((link, index) => {
      if (index === (atEnd ? sections.length - 1 : Math.max(current, 0)))
        link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(renew);
    },
    {passive: true, signal},
  );
  requestAnimationFrame(renew);
}
