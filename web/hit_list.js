// The hits of a search, and the button that brings more of them.

import {element} from './dom.js';
import {hitOf} from './hit.js';
import {countedOrAbout, decimal} from './wording.js';

const lastOffset = 1000; // the server's limit
const noticeableDelay = 150; // milliseconds

export class HitList {
  /// more(offset) -> Promise of the next answer; grown(number of hits shown) is called after each.
  constructor({answer, more, grown, announce}) {
    Object.assign(this, {answer, more, grown, announce});
    this.shown = new Set();
    this.list = element('ol', {class: 'hits'});
    this.foot = element('div', {class: 'hits-foot'});
    this.element = element('div', {}, this.list, this.foot);
    this.offset = answer.hits.length;
    this.append(answer.hits);
    this.renewFoot();
  }

  /// The first node that was added; a hit that a new generation moved here from an earlier page is
  /// not shown twice.
  append(hits) {
    const nodes = hits
      .filter(({id}) => !this.shown.has(id))
      .map((hit) => {
        this.shown.add(hit.id);
        return hitOf(hit);
      });
    this.list.append(...nodes);
    return nodes[0];
  }

  renewFoot() {
    const {total, exact} = this.answer;
    const left = total - this.offset;
    const reachable = left > 0 && this.offset <= lastOffset;
    this.foot.replaceChildren(
      element(
        'p',
        {class: 'hits-shown'},
        `${decimal(Math.min(this.offset, total))} of ${countedOrAbout(total, exact, 'result')} shown`,
      ),
      reachable ? this.moreButton() : '',
      left > 0 && !reachable
        ? element(
            'p',
            {},
            'This is as far as the list goes: choose a filter, or add a word, to see the others.',
          )
        : '',
    );
  }

  moreButton() {
    this.button = element(
      'button',
      {type: 'button', class: 'button', id: 'load-more', onclick: () => this.loadMore()},
      'Load more',
    );
    return this.button;
  }

  async loadMore() {
    if (this.loading) return;
    this.loading = true;
    const waiting = setTimeout(() => {
      this.button.textContent = 'Loading …';
    }, noticeableDelay);
    try {
      const answer = await this.more(this.offset);
      this.offset += Math.max(answer.hits.length, 1);
      const first = this.append(answer.hits);
      this.renewFoot();
      first?.querySelector('a').focus();
      this.grown(this.offset);
      this.announce(`${this.shown.size} results shown`);
    } catch (error) {
      if (error.name !== 'AbortError') this.showFailure(error);
    } finally {
      clearTimeout(waiting);
      this.loading = false;
    }
  }

  showFailure(error) {
    this.button.textContent = 'Try again';
    this.foot.querySelector('.hits-shown').textContent =
      error.detail ?? 'The next results could not be loaded.';
    this.announce('The next results could not be loaded');
  }
}
