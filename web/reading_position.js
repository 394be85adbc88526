// Marks, in a table of contents, the section the reader is in: the last one that began above the
// upper third of the window.

/// `nodes`: the sections, in the order of the links of `contents`. Stops when `signal` is aborted.
export function followReader(contents, nodes, signal) {
  const links = [...contents.querySelectorAll('a')];
  let waiting = false;
  const renew = () => {
    waiting = false;
    const line = innerHeight / 3;
    const current = nodes.findLastIndex((node) => node.getBoundingClientRect().top < line);
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    links.forEach((link, index) => {
      if (index === (atEnd ? nodes.length - 1 : Math.max(current, 0)))
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
