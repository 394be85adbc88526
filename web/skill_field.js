// A text field that adds a skill: with the completions of the browser's own list, or as typed, for
// the server to understand.

import {element, freshId} from './dom.js';

const pauseBeforeAsking = 120; // milliseconds
const shownAtMost = 12;
const longest = 66; // at three bytes each, what the server takes

export class SkillField {
  /// suggest(text, limit, signal) -> Promise of a suggest answer; add(id, label).
  constructor({suggest, add}) {
    Object.assign(this, {suggest, add});
    this.known = new Map(); // label in lower case -> {id, label}
    const listId = freshId('skills');
    const fieldId = freshId('skill');
    this.list = element('datalist', {id: listId});
    this.input = element('input', {
      type: 'text',
      id: fieldId,
      class: 'skill-field',
      list: listId,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      maxlength: longest,
      oninput: () => this.askSoon(),
      onkeydown: (event) => {
        if (event.key !== 'Enter' || event.isComposing || this.input.value.trim() === '') return;
        event.preventDefault();
        this.take();
      },
    });
    this.element = element(
      'div',
      {class: 'skill-adding'},
      element('label', {for: fieldId}, 'Add another skill you have'),
      element(
        'div',
        {class: 'skill-adding-row'},
        this.input,
        element(
          'button',
          {type: 'button', class: 'button button-quiet', onclick: () => this.take()},
          'Add',
        ),
      ),
      this.list,
    );
  }

  focus() {
    this.input.focus();
  }

  /// Adds what stands in the field, if anything does.
  take() {
    const text = this.input.value.trim();
    if (text === '') return;
    const {id, label} = this.known.get(text.toLowerCase()) ?? {id: text, label: text};
    clearTimeout(this.timer);
    this.input.value = '';
    this.add(id, label);
  }

  askSoon() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim() === '') return;
    this.timer = setTimeout(() => this.ask(), pauseBeforeAsking);
  }

  async ask() {
    this.asking = new AbortController();
    const {signal} = this.asking;
    try {
      const {suggestions} = await this.suggest(this.input.value, shownAtMost, signal);
      if (signal.aborted) return;
      const skills = suggestions.filter(({type}) => type === 'skill');
      for (const {id, text} of skills) this.known.set(text.toLowerCase(), {id, label: text});
      this.list.replaceChildren(...skills.map(({text}) => element('option', {value: text})));
    } catch {
      // Without completions the field still takes what is typed.
    }
  }
}
