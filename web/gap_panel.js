// "What am I missing?": the visitor ticks skills of the role and adds others, and sees what is left
// to learn, in order, with what to read. What they have stays ticked from guide to guide.
//
// The first answer comes on request; from then on it follows every change. Only the summary is a
// live region, so that a screen reader hears one sentence and not the whole list.

import {focusQuietly} from './anchor.js';
import {Problem} from './api.js';
import {element, fragment} from './dom.js';
import {focusedKey, focusKeyed} from './focus.js';
import {gapAnswer} from './gap_answer.js';
import {HeldSkills} from './held_skills.js';
import {SkillField} from './skill_field.js';
import {counted, percent} from './wording.js';

const stepsShown = 12;
const pauseBeforeAsking = 250; // milliseconds

const held = new HeldSkills(); // from guide to guide

/// `role`: {id, page, title, skills: [{id, label, importance}]}; `page`: id of the guide that is
/// shown, which may be a translation. Ends with `signal`.
export function gapPanel(role, signal, api) {
  return new GapPanel(role, signal, api).element;
}

class GapPanel {
  constructor(role, signal, api) {
    Object.assign(this, {role, api, isShown: false});
    this.own = new Set(role.skills.map(({id}) => id));
    this.others = element('ul', {class: 'chips gap-others', 'aria-label': 'Other skills you have'});
    this.summary = element('div', {class: 'gap-summary', role: 'status', 'aria-live': 'polite'});
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
      element(
        'div',
        {},
        element('button', {type: 'submit', class: 'button'}, 'Show what is missing'),
        this.summary,
      ),
      this.steps,
    );
    this.showHeld();
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
        this.change(() => (box.checked ? held.add(id, label) : held.remove(id))),
    });
    return element('label', {class: 'gap-skill'}, box, element('span', {}, label));
  }

  add(id, label) {
    held.add(id, label);
    this.showHeld();
  }

  showHeld() {
    for (const box of this.element.querySelectorAll('.gap-skill input'))
      box.checked = held.has(box.value);
    const others = held.all().filter(({key}) => !this.own.has(key));
    this.others.replaceChildren(...others.map((one) => this.otherSkill(one)));
    this.others.hidden = others.length === 0;
  }

  otherSkill({key, label, unknown}) {
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: unknown ? 'chip chip-chosen is-unknown' : 'chip chip-chosen',
          'data-focus-key': `held:${key}`,
          'aria-label': unknown ? `Remove ${label}, which we do not know` : `Remove ${label}`,
          onclick: () => this.replace(key),
        },
        label,
        element('span', {'aria-hidden': 'true'}, unknown ? '? ×' : '×'),
      ),
    );
  }

  /// Takes a skill away, and puts the one with this label there instead where there is one.
  replace(key, label = null) {
    this.change(() => {
      held.remove(key);
      if (label !== null) held.add(label, label);
      this.showHeld();
      this.field.focus();
    });
  }

  /// An answer on its way is no longer one to what the visitor has.
  change(edit) {
    edit();
    this.asking?.abort();
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
      const answer = await this.answerForKnown(signal);
      if (signal.aborted) return;
      held.adopt(answer.have);
      const steps = gapAnswer(answer, this.role.page) ?? fragment();
      this.show(summaryOf(answer, this.role.title), steps);
    } catch (error) {
      if (signal.aborted) return;
      this.show(whatFailed(error), fragment());
    }
  }

  /// The reader may be anywhere in what the answer replaces.
  show(words, steps) {
    const key = focusedKey(this.element);
    this.say(words);
    this.steps.replaceChildren(steps);
    this.showHeld();
    if (key && !this.element.contains(document.activeElement) && !focusKeyed(key, this.element))
      focusQuietly(this.summary);
  }

  /// The server refuses a question for the first skill it does not know; it is asked again without.
  async answerForKnown(signal) {
    const question = {role: this.role.id, have: held.asked(), limit: stepsShown};
    try {
      return await this.api.gap(question, signal);
    } catch (problem) {
      const {unknownSkill} = problem;
      if (signal.aborted || !unknownSkill || !held.reject(unknownSkill)) throw problem;
    }
    return this.answerForKnown(signal);
  }

  say(words) {
    this.summary.replaceChildren(
      ...held.unknown().map((one) => this.unknownNote(one)),
      element('p', {}, words),
    );
  }

  unknownNote({key, label, meant}) {
    return element(
      'p',
      {class: 'gap-unknown'},
      `We do not know the skill “${label}”.`,
      meant !== null && [
        ' Did you mean ',
        element(
          'button',
          {
            type: 'button',
            class: 'link-button',
            'data-focus-key': `meant:${key}`,
            onclick: () => this.replace(key, meant),
          },
          meant,
        ),
        '?',
      ],
    );
  }
}

/// An error that is not a Problem is a bug of the site; it is logged.
function whatFailed(error) {
  if (!(error instanceof Problem)) console.error(error);
  const isSaid = error instanceof Problem && error.kind !== 'refused';
  return isSaid ? error.detail : 'This did not work.';
}

function summaryOf({coverage, missing, missing_total: total}, title) {
  if (total === 0) return `You have everything this guide lists for ${title}.`;
  const covered = `You have ${percent(coverage)} of what ${title} asks for.`;
  const shown = missing.length < total ? `; the ${missing.length} that matter most are below` : '';
  return `${covered} ${counted(total, 'skill')} ${total === 1 ? 'is' : 'are'} missing${shown}.`;
}
