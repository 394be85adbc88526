// "What am I missing?": the visitor ticks skills of the role and adds others, and sees what is left
// to learn, in order, with what to read. What they have stays ticked from guide to guide.
//
// The first answer comes on request; from then on it follows every change. Only the summary is a
// live region, so that a screen reader hears one sentence and not the whole list.

import {element, fragment} from './dom.js';
import {gapAnswer} from './gap_answer.js';
import {SkillField} from './skill_field.js';
import {counted, percent} from './wording.js';

const stepsShown = 12;
const pauseBeforeAsking = 250; // milliseconds

const held = new Map(); // what the server is told -> what the visitor reads

/// `role`: {id, title, skills: [{id, label, importance}]}. Ends with `signal`.
export function gapPanel(role, signal, api) {
  return new GapPanel(role, signal, api).element;
}

class GapPanel {
  constructor(role, signal, api) {
    Object.assign(this, {role, api, isShown: false});
    this.own = new Set(role.skills.map(({id}) => id));
    this.others = element('ul', {class: 'chips gap-others', 'aria-label': 'Other skills you have'});
    this.summary = element('p', {class: 'gap-summary', role: 'status', 'aria-live': 'polite'});
    this.steps = element('div', {class: 'gap-steps'});
    this.field = new SkillField({
      suggest: api.suggest,
      add: (id, label) => this.change(() => this.add(id, label)),
    });
    this.element = element(
      'form',
      {
        class: 'gap',
        onsubmit: (event) => {
          event.preventDefault();
          this.field.take();
          this.ask();
        },
      },
      element(
        'fieldset',
        {class: 'gap-skills'},
        element('legend', {}, 'Tick what you can do already'),
        [...role.skills].sort((a, b) => b.importance - a.importance).map((one) => this.tick(one)),
      ),
      this.field.element,
      this.others,
      element('button', {type: 'submit', class: 'button'}, 'Show what is missing'),
      this.summary,
      this.steps,
    );
    this.showOthers();
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      this.asking?.abort();
    });
  }

  tick({id, label}) {
    const box = element('input', {
      type: 'checkbox',
      value: id,
      checked: held.has(id),
      onchange: () =>
        this.change(() => (box.checked ? held.set(id, label) : held.delete(id))),
    });
    return element('label', {class: 'gap-skill'}, box, element('span', {}, label));
  }

  add(id, label) {
    held.set(id, label);
    const box = this.boxOf(id);
    if (box) box.checked = true;
    this.showOthers();
  }

  boxOf(id) {
    return [...this.element.querySelectorAll('.gap-skill input')].find(({value}) => value === id);
  }

  showOthers() {
    const others = [...held].filter(([id]) => !this.own.has(id));
    this.others.replaceChildren(...others.map(([id, label]) => this.otherSkill(id, label)));
    this.others.hidden = others.length === 0;
  }

  otherSkill(id, label) {
    const remove = () =>
      this.change(() => {
        held.delete(id);
        this.showOthers();
        this.field.focus();
      });
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'chip chip-chosen',
          'aria-label': `Remove ${label}`,
          onclick: remove,
        },
        label,
        element('span', {'aria-hidden': 'true'}, '×'),
      ),
    );
  }

  change(edit) {
    edit();
    clearTimeout(this.timer);
    if (this.isShown) this.timer = setTimeout(() => this.ask(), pauseBeforeAsking);
  }

  async ask() {
    this.isShown = true;
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = new AbortController();
    const {signal} = this.asking;
    try {
      const question = {role: this.role.id, have: [...held.keys()], limit: stepsShown};
      const answer = await this.api.gap(question, signal);
      if (!signal.aborted) this.show(answer);
    } catch (problem) {
      if (signal.aborted) return;
      this.steps.replaceChildren();
      this.summary.textContent = problem.detail ?? 'This did not work. Try again.';
    }
  }

  show(answer) {
    this.adopt(answer.have);
    this.summary.textContent = summaryOf(answer, this.role.title);
    this.steps.replaceChildren(gapAnswer(answer, this.role.id) ?? fragment());
  }

  /// What was typed becomes what was understood.
  adopt(understood) {
    for (const {typed, id, label} of understood) {
      if (typed === id || !held.delete(typed)) continue;
      held.set(id, label);
      const box = this.boxOf(id);
      if (box) box.checked = true;
    }
    this.showOthers();
  }
}

function summaryOf({coverage, missing, missing_total: total}, title) {
  if (total === 0) return `You have everything this guide lists for ${title}.`;
  const covered = `You have ${percent(coverage)} of what ${title} asks for.`;
  const shown = missing.length < total ? `; the ${missing.length} that matter most are below` : '';
  return `${covered} ${counted(total, 'skill')} ${total === 1 ? 'is' : 'are'} missing${shown}.`;
}
