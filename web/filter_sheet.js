// Where the filters stand: beside the results where there is room, in a sheet over them on a phone.
// It is the same panel, moved. The sheet outlives the page below it, so it stays open while boxes
// are ticked and the results change.

import {element} from './dom.js';
import {icon} from './icon.js';

const roomBeside = '(min-width: 60rem)';

export class FilterSheet {
  constructor() {
    this.wide = matchMedia(roomBeside);
    this.wide.addEventListener('change', () => this.settle());
    this.body = element('div', {class: 'sheet-body'});
    this.doneButton = element('button', {
      type: 'button',
      class: 'button',
      onclick: () => this.close(),
    });
    this.sheet = element(
      'dialog',
      {
        class: 'sheet',
        'aria-label': 'Filters',
        onclick: (event) => this.closeOutside(event),
        onclose: () => this.giveFocusBack(),
      },
      this.body,
      element('div', {class: 'sheet-foot'}, this.doneButton),
    );
    document.body.append(this.sheet);
  }

  /// Takes the panel of a new page, and the place beside the results it belongs to where there is
  /// room.
  hold({panel, aside, chosen, total}) {
    Object.assign(this, {panel, aside});
    this.doneButton.textContent = `Show ${total}`;
    this.opener = element(
      'button',
      {
        type: 'button',
        class: 'button button-quiet sheet-opener',
        'aria-haspopup': 'dialog',
        'data-focus-key': 'filters',
        onclick: () => this.sheet.showModal(),
      },
      icon('filter'),
      chosen > 0 ? `Filters (${chosen})` : 'Filters',
    );
    this.settle();
  }

  settle() {
    if (!this.panel) return;
    if (this.wide.matches) {
      this.close();
      this.body.replaceChildren();
      this.aside.append(this.panel);
    } else {
      this.body.replaceChildren(this.panel);
    }
  }

  close() {
    if (this.sheet.open) this.sheet.close();
  }

  /// To the button that opens the sheet: after refining it is the one of the new page.
  giveFocusBack() {
    if (this.opener?.isConnected) this.opener.focus();
  }

  closeOutside(event) {
    if (event.target === this.sheet) this.close();
  }
}
