// What the visitor can do already, the same on every guide: skills by their id, and what was typed
// until the server has said which skill it is, or that it knows none.

export class HeldSkills {
  constructor() {
    this.skills = new Map(); // id, or the words as typed -> {label, unknown, meant}
  }

  has(key) {
    return this.skills.has(key);
  }

  add(key, label) {
    this.skills.set(key, {label, unknown: false, meant: null});
  }

  remove(key) {
    this.skills.delete(key);
  }

  /// [{key, label, unknown, meant}], in the order they were added. `meant`: what an unknown one may
  /// have been meant to be, or null.
  all() {
    return [...this.skills].map(([key, skill]) => ({key, ...skill}));
  }

  unknown() {
    return this.all().filter(({unknown}) => unknown);
  }

  /// What the server is asked about.
  asked() {
    return this.all()
      .filter(({unknown}) => !unknown)
      .map(({key}) => key);
  }

  /// What was asked about becomes what was understood, {id, label}; two words for one skill become
  /// one.
  adopt(understood) {
    const ids = new Set(understood.map(({id}) => id));
    for (const key of this.asked()) if (!ids.has(key)) this.remove(key);
    for (const {id, label} of understood) this.add(id, label);
  }

  /// Takes note of a skill that the server does not know; false where it was not asked about.
  reject({name, nearest}) {
    if (!this.asked().includes(name)) return false;
    Object.assign(this.skills.get(name), {unknown: true, meant: nearest});
    return true;
  }
}
