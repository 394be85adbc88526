// The words the site puts around data: names of types and levels, numbers, lists.

const locale = 'en-GB';

/// "41 results", "1 result", "1,204 results".
export function counted(number, one, many = `${one}s`) {
  return `${decimal(number)} ${number === 1 ? one : many}`;
}

/// At most one digit after the point: 3.2, 41, 1,204.
export function decimal(number) {
  return new Intl.NumberFormat(locale, {maximumFractionDigits: 1}).format(number);
}

/// "35%", of a share from 0 to 1.
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}

/// A count that the server may have estimated.
export function countedOrAbout(number, exact, one, many) {
  return `${exact === false ? 'about ' : ''}${counted(number, one, many)}`;
}

/// "a, b and c".
export function listed(words) {
  return new Intl.ListFormat(locale, {type: 'conjunction'}).format(words);
}

const writtenOtherwise = {cv: 'CV', faq: 'FAQ', linkedin: 'LinkedIn'};

/// What a person reads for an id that came without a label: "career-path" is "Career path".
export function readable(id) {
  if (writtenOtherwise[id]) return writtenOtherwise[id];
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/// "€50,000 to €95,000".
export function moneyRange(low, high, currency) {
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  });
  return low === high ? money.format(low) : `${money.format(low)} to ${money.format(high)}`;
}

export const fieldNames = {
  type: 'Type',
  section: 'Section',
  role: 'Role',
  skill: 'Skill',
  family: 'Family',
  level: 'Level',
  language: 'Language',
  kind: 'Kind of skill',
};

export const typePlurals = {guide: 'Guides', passage: 'Passages', skill: 'Skills', tip: 'Tips'};

export const suggestionTypes = {
  role: 'Roles',
  skill: 'Skills',
  section: 'Sections of guides',
  phrase: 'Questions, tips and searches',
};

/// What the importance of a skill for a role means, from 1 to 5.
export const importanceWords = [
  '',
  'Nice to have',
  'Useful',
  'Important',
  'Very important',
  'Essential',
];
