// Where the visitor is: the address bar, back and forward, and the place on the page they left.
//
// Links of the site are followed without loading a document. Every history entry has a key; under
// it we remember how far the page was scrolled and what had the focus, because pages are built
// after the browser would have restored both.
//
// `show(url, arrival)` builds the page and resolves when it stands. arrival.how is
//   'load'    the document was opened: leave the focus alone
//   'follow'  a link or a search: begin at the top, or at the anchor
//   'refine'  the same page with other filters: stay where we are
//   'return'  back or forward: go to arrival.place, {top, focus}
// `anchor(url, arrival)` is called instead when only the part after # has changed.

const storageName = 'places';
const placesKept = 60;

export class Navigation {
  constructor({show, anchor}) {
    this.show = show;
    this.anchor = anchor;
    this.places = storedPlaces();
    this.standing = ''; // path and query of the page that is shown
    this.moving = 0; // arrivals in progress: scrolling then is not the visitor's
  }

  start() {
    history.scrollRestoration = 'manual';
    document.addEventListener('click', (event) => this.followLink(event));
    addEventListener('popstate', () => this.comeBack());
    addEventListener('scroll', () => this.moving === 0 && this.rememberPlace(), {passive: true});
    addEventListener('pagehide', () => this.storePlaces());
    this.adoptEntry();
    this.arrive({how: 'load', place: this.places.get(this.key)});
  }

  go(address, how = 'follow') {
    const url = new URL(address, location.href);
    this.rememberPlace();
    if (url.href === location.href) history.replaceState({key: this.key}, '', url);
    else history.pushState({key: freshKey()}, '', url);
    this.adoptEntry();
    this.arrive({how});
  }

  /// Shows the page again: after an error.
  again() {
    this.standing = '';
    this.arrive({how: 'refine'});
  }

  /// A note kept with this history entry: still there after back, forward and reload.
  get note() {
    return history.state?.note ?? null;
  }

  set note(note) {
    history.replaceState({...history.state, note}, '');
  }

  async arrive(arrival) {
    const url = new URL(location.href);
    const page = url.pathname + url.search;
    const sameTopic = page === this.standing && (url.hash !== '' || arrival.how === 'return');
    this.standing = page;
    this.moving += 1;
    try {
      await (sameTopic ? this.anchor(url, arrival) : this.show(url, arrival));
    } finally {
      this.moving -= 1;
    }
  }

  comeBack() {
    this.rememberFocus();
    this.adoptEntry();
    const place = this.places.get(this.key);
    this.arrive(place ? {how: 'return', place} : {how: 'follow'});
  }

  followLink(event) {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target.closest('a[href]');
    if (!link || link.hasAttribute('target') || link.hasAttribute('download')) return;
    // Not link.href: in a picture that is no text.
    const url = new URL(link.getAttribute('href'), location.href);
    if (!isPage(url)) return;
    event.preventDefault();
    this.go(url.href);
  }

  adoptEntry() {
    if (!history.state?.key) history.replaceState({...history.state, key: freshKey()}, '');
    this.key = history.state.key;
  }

  rememberPlace() {
    this.places.set(this.key, {top: scrollY, focus: focusKey()});
  }

  rememberFocus() {
    const place = this.places.get(this.key);
    if (place) place.focus = focusKey();
  }

  storePlaces() {
    this.rememberPlace();
    try {
      sessionStorage.setItem(storageName, JSON.stringify([...this.places].slice(-placesKept)));
    } catch {
      // Storage is full or forbidden: the page then opens at its top.
    }
  }
}

function isPage(url) {
  return (
    url.origin === location.origin &&
    (url.pathname === '/' || /^\/(guides|skills|tips)\/[^/]+$/.test(url.pathname))
  );
}

function focusKey() {
  return document.activeElement?.dataset.focusKey ?? null;
}

function freshKey() {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}

function storedPlaces() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(storageName) ?? '[]'));
  } catch {
    return new Map();
  }
}
