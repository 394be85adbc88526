// Builds elements. Text goes in as text nodes and attributes through setAttribute, never as markup,
// so nothing that an answer holds can become a tag. `style` is not an attribute we set: the site's
// content security policy forbids it.
//
//   element('a', {class: 'chip', href: '/skills/sql', onclick: pick}, 'SQL')
//
// An attribute that is null, undefined or false is left out, `true` is written empty; a child that
// is null, undefined or false is left out, an array is flattened.

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key.slice('on'.length), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

export function fragment(...children) {
  const node = document.createDocumentFragment();
  node.append(...present(children));
  return node;
}

/// Text that only a screen reader says.
export function spoken(text) {
  return element('span', {class: 'visually-hidden'}, text);
}

function present(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false);
}

let lastId = 0;

/// An id that no other element of this page has: for aria-describedby and the like.
export function freshId(purpose) {
  lastId += 1;
  return `${purpose}-${lastId}`;
}
