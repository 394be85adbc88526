// Composes the site: the address says which page, the page says its title and content, this file
// puts them in place.

import * as api from './api.js';
import {focusQuietly, goToTarget, markTarget} from './anchor.js';
import {FilterSheet} from './filter_sheet.js';
import {focusedKey, focusKeyed} from './focus.js';
import {guidePage} from './guide_page.js';
import {homePage} from './home_page.js';
import {Navigation} from './navigation.js';
import {problemPage} from './problem_page.js';
import {isSearch, readSearch, searchAddress} from './search_address.js';
import {searchPage} from './search_page.js';
import {skeleton} from './skeleton.js';
import {skillPage} from './skill_page.js';
import {SuggestBox} from './suggest_box.js';
import {tipPage} from './tip_page.js';
import {counted} from './wording.js';

const noticeableDelay = 150; // milliseconds before waiting deserves to be shown

const main = document.getElementById('main');
const status = document.getElementById('status');
const announce = (text) => {
  status.textContent = text;
};

const navigation = new Navigation({show, anchor: goToAnchor});
const filterSheet = new FilterSheet();
const suggestBox = new SuggestBox({
  suggest: api.suggest,
  search: (text) => navigation.go(searchAddress({text})),
  open: (address) => navigation.go(address),
  announce,
});
const services = {api, navigation, filterSheet, suggestBox, announce};

// A page is a function (url, signal, services and arrival) -> Promise of {title, content,
// announcement?}.
const routes = [
  {kind: 'home', matches: (url) => url.pathname === '/' && !isSearch(url), page: homePage},
  {kind: 'search', matches: (url) => url.pathname === '/', page: searchPage},
  {kind: 'guide', matches: (url) => url.pathname.startsWith('/guides/'), page: guidePage},
  {kind: 'skill', matches: (url) => url.pathname.startsWith('/skills/'), page: skillPage},
  {kind: 'tip', matches: (url) => url.pathname.startsWith('/tips/'), page: tipPage},
  {
    kind: 'unknown',
    matches: () => true,
    page: async () => {
      throw new api.Problem('missing', 'There is no such page.');
    },
  },
];

let current = new AbortController();
let kindShown = '';

async function show(url, arrival) {
  current.abort();
  current = new AbortController();
  const {signal} = current;
  const route = routes.find((candidate) => candidate.matches(url));
  const waiting = setTimeout(() => showWaiting(route.kind), noticeableDelay);
  suggestBox.close();
  if (route.kind !== 'search') filterSheet.close();
  try {
    const page = await route.page(url, signal, {...services, arrival}).catch((problem) => {
      if (signal.aborted) throw problem;
      return problemPage(problem, () => navigation.again());
    });
    if (signal.aborted) return;
    place(page, route.kind, new URL(location.href), arrival);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(waiting);
  }
}

function place(page, kind, url, arrival) {
  const focusWas = focusedKey(document);
  document.title = page.title;
  document.body.dataset.page = kind;
  kindShown = kind;
  main.removeAttribute('aria-busy');
  main.replaceChildren(page.content);
  placeSearchBox(kind, url);
  announce(page.announcement ?? '');
  const target = markTarget(url);
  if (arrival.how === 'refine') restoreFocus(focusWas);
  else if (arrival.place) returnTo(arrival, arrival.place);
  else if (target) goToTarget(target);
  else if (arrival.how === 'follow') beginAtTop();
}

function goToAnchor(url, arrival) {
  const target = markTarget(url);
  if (arrival.place) returnTo(arrival, arrival.place);
  else if (target) goToTarget(target);
}

function returnTo(arrival, place) {
  scrollTo(0, place.top);
  if (arrival.how === 'return') restoreFocus(place.focus);
}

function beginAtTop() {
  scrollTo(0, 0);
  if (!suggestBox.edited) focusHeading();
}

function focusHeading() {
  focusQuietly(main.querySelector('h1') ?? main);
}

/// Gives the focus back to what carries this key; to the heading where that is gone and nothing
/// else has it.
function restoreFocus(key) {
  if (key && focusKeyed(key, document)) return;
  if (document.activeElement === document.body || document.activeElement === main)
    focusHeading();
}

/// While an answer is late: the old page dimmed where it is of the same kind, the outline of the
/// new one where it is not.
function showWaiting(kind) {
  main.setAttribute('aria-busy', 'true');
  announce('Loading');
  if (kind === kindShown) return;
  kindShown = '';
  main.replaceChildren(skeleton());
  if (kind !== 'home') placeSearchBox(kind, new URL(location.href));
}

/// One search box: large on the home page, in the header elsewhere.
function placeSearchBox(kind, url) {
  const slot =
    (kind === 'home' && document.getElementById('hero-search')) ||
    document.getElementById('header-search');
  if (suggestBox.element.parentElement !== slot) slot.replaceChildren(suggestBox.element);
  suggestBox.text = kind === 'search' ? readSearch(url).text : '';
}

function showAboutIndex({version, generation, documents}) {
  document.getElementById('about-index').textContent =
    `Guidepost ${version}, generation ${generation}, ${counted(documents, 'document')}.`;
}

document.querySelector('.skip-link').addEventListener('click', (event) => {
  event.preventDefault();
  focusQuietly(main);
  main.scrollIntoView();
});

navigation.start();
api.version().then(showAboutIndex, () => {});
