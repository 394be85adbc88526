// The state of a search lives in the address:
// /?q=system+design&filter=section%3Ainterview&filter=role%3Adevops-engineer.

/// {text, filters: [{field, value}]}. A filter without a colon or a field is left out.
export function readSearch(url) {
  const filters = url.searchParams.getAll('filter').flatMap((filter) => {
    const colon = filter.indexOf(':');
    return colon > 0 && colon < filter.length - 1
      ? [{field: filter.slice(0, colon), value: filter.slice(colon + 1)}]
      : [];
  });
  return {text: url.searchParams.get('q') ?? '', filters};
}

export function searchAddress({text = '', filters = []}) {
  const parameters = new URLSearchParams();
  if (text || filters.length === 0) parameters.append('q', text);
  for (const {field, value} of filters) parameters.append('filter', `${field}:${value}`);
  return `/?${parameters}`;
}

/// Whether the address asks for results, rather than for the home page.
export function isSearch(url) {
  const {text, filters} = readSearch(url);
  return text.trim() !== '' || filters.length > 0;
}

export function hasFilter(filters, field, value) {
  return filters.some((filter) => filter.field === field && filter.value === value);
}

/// The same search with this filter added, or taken away if it was there.
export function toggled({text, filters}, field, value) {
  const others = filters.filter((filter) => filter.field !== field || filter.value !== value);
  return {text, filters: others.length < filters.length ? others : [...filters, {field, value}]};
}
