// The search box and the completions under it, after the combobox pattern of WAI-ARIA 1.2: the
// focus stays in the text field, aria-activedescendant names the completion that Enter would pick,
// and none is picked unless the visitor went there.
//
// What comes in: suggest(text, limit, signal) -> Promise of a suggest answer; search(text) and
// open(address) go somewhere; announce(text) speaks. A late answer to an older text is dropped.
// During composition (Japanese, Korean, accents) the keys belong to the input method.

import {element, freshId} from './dom.js';
import {icon} from './icon.js';
import {suggestionList} from './suggestion_list.js';
import {counted} from './wording.js';

const pauseBeforeAsking = 60; // milliseconds
const shownAtMost = 8;

export class SuggestBox {
  constructor({suggest, search, open, announce}) {
    Object.assign(this, {suggest, search, open, announce});
    this.options = []; // {node, suggestion}, in the order of the arrow keys
    this.active = -1;
    this.edited = false; // typed since the text was last searched or set
    this.listId = freshId('suggestions');
    this.build();
    document.addEventListener('keydown', (event) => this.focusOnSlash(event));
  }

  build() {
    this.input = element('input', {
      type: 'text',
      name: 'q',
      id: 'search-text',
      class: 'search-text',
      placeholder: 'Role, skill or question',
      role: 'combobox',
      'aria-label': 'Search guides, skills and tips',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.listId,
      'aria-keyshortcuts': '/',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      maxlength: 500,
      oninput: (event) => {
        this.edited = true;
        if (!event.isComposing) this.askSoon();
      },
      oncompositionend: () => this.askSoon(),
      onkeydown: (event) => this.onKey(event),
      onblur: () => this.close(),
    });
    this.list = element('div', {
      role: 'listbox',
      id: this.listId,
      class: 'suggestions',
      'aria-label': 'Suggestions',
      hidden: true,
      onmousedown: (event) => event.preventDefault(), // keeps the focus in the text field
      onclick: (event) => this.pickAt(event.target),
    });
    this.element = element(
      'form',
      {
        class: 'search-form',
        role: 'search',
        action: '/',
        method: 'get',
        onsubmit: (event) => {
          event.preventDefault();
          this.searchText();
        },
      },
      icon('search'),
      this.input,
      element('kbd', {class: 'search-key', 'aria-hidden': 'true'}, '/'),
      element('button', {type: 'submit', class: 'button search-button'}, 'Search'),
      this.list,
    );
  }

  /// Setting it leaves alone what the visitor is typing right now.
  set text(text) {
    if (!this.edited) this.input.value = text;
  }

  get isOpen() {
    return !this.list.hidden;
  }

  askSoon() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim() === '') return this.close();
    this.timer = setTimeout(() => this.ask(), pauseBeforeAsking);
  }

  async ask() {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await this.suggest(this.input.value, shownAtMost, asking.signal);
      if (!asking.signal.aborted) this.show(answer.suggestions);
    } catch {
      if (!asking.signal.aborted) this.close(); // the search itself will say what is wrong
    }
  }

  show(suggestions) {
    if (suggestions.length === 0 || document.activeElement !== this.input) return this.close();
    const {groups, options} = suggestionList(suggestions);
    this.options = options;
    this.list.replaceChildren(...groups);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.activate(-1);
    this.announce(counted(options.length, 'suggestion'));
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.options = [];
    this.input.setAttribute('aria-expanded', 'false');
    this.activate(-1);
  }

  /// -1: none, the text itself is what Enter searches.
  activate(index) {
    this.options[this.active]?.node.setAttribute('aria-selected', 'false');
    this.active = index;
    const option = this.options[index];
    if (!option) return this.input.removeAttribute('aria-activedescendant');
    option.node.setAttribute('aria-selected', 'true');
    option.node.scrollIntoView({block: 'nearest'});
    this.input.setAttribute('aria-activedescendant', option.node.id);
  }

  onKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const action = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Enter: () => this.active >= 0 && this.pick(this.options[this.active].suggestion),
      Escape: () => this.escape(),
      Tab: () => {
        this.close();
        return false;
      },
    }[event.key];
    if (action && action() !== false) event.preventDefault();
  }

  /// One on in the circle of the text field and its completions. A closed list is opened first.
  step(direction) {
    if (!this.isOpen) return this.input.value.trim() === '' ? false : this.ask();
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + direction + places) % places) - 1);
    return true;
  }

  escape() {
    if (!this.isOpen && this.input.value === '') return false;
    if (!this.isOpen) this.input.value = '';
    this.close();
    return true;
  }

  pickAt(target) {
    const option = this.options.find(({node}) => node.contains(target));
    if (option) this.pick(option.suggestion);
  }

  pick(suggestion) {
    this.edited = false;
    this.input.value = suggestion.text;
    this.close();
    this.open(suggestion.url);
  }

  searchText() {
    const text = this.input.value.trim();
    this.close();
    if (text === '') return this.input.focus();
    this.edited = false;
    this.search(text);
  }

  focusOnSlash(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    if (event.target.closest?.('input, textarea, select, [contenteditable], dialog')) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}
