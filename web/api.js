// Asks the server, and says in one way what went wrong. The contract is docs/http.md.

const patience = 15000; // milliseconds before an answer counts as lost

/// `kind`: 'offline' (no answer at all), 'busy' (503: try again soon), 'missing' (404), 'refused'
/// (anything else). `unknownSkill`: {name, nearest} where a skill of the question is called nothing.
export class Problem extends Error {
  constructor(kind, detail, {retryAfterSeconds = null, unknownSkill = null} = {}) {
    super(detail);
    Object.assign(this, {kind, detail, retryAfterSeconds, unknownSkill});
  }
}

/// `facets`: the fields to count; null counts all of them, an empty list none.
export function search({text = '', filters = [], facets = null, limit = 10, offset = 0}, signal) {
  const parameters = new URLSearchParams();
  if (text) parameters.append('q', text);
  for (const {field, value} of filters) parameters.append('filter', `${field}:${value}`);
  if (facets && facets.length === 0) parameters.append('facet', '');
  for (const field of facets ?? []) parameters.append('facet', field);
  parameters.append('limit', limit);
  if (offset) parameters.append('offset', offset);
  return ask(`/v1/search?${parameters}`, signal);
}

export function suggest(text, limit, signal) {
  return ask(`/v1/suggest?${new URLSearchParams({q: text, limit})}`, signal);
}

export const guide = (id, signal) => ask(`/v1/guides/${encodeURIComponent(id)}`, signal);
export const tip = (id, signal) => ask(`/v1/tips/${encodeURIComponent(id)}`, signal);
export const skill = (id, signal) => ask(`/v1/skills/${encodeURIComponent(id)}`, signal);
export const relatedTo = (id, limit, signal) =>
  ask(`/v1/skills/${encodeURIComponent(id)}/related?limit=${limit}`, signal);
export const similarRoles = (id, limit, signal) =>
  ask(`/v1/guides/${encodeURIComponent(id)}/similar?limit=${limit}`, signal);
export const nextRoles = (id, limit, signal) =>
  ask(`/v1/guides/${encodeURIComponent(id)}/next?limit=${limit}`, signal);
/// `question`: {role, have, limit}.
export const gap = (question, signal) => ask('/v1/recommend/gap', signal, question);
export const version = (signal) => ask('/version', signal);

/// Posts `question` as JSON where there is one. Rejects with a Problem, or with an AbortError when
/// `signal` was aborted.
async function ask(address, signal, question = null) {
  const control = new AbortController();
  const stop = () => control.abort();
  const timer = setTimeout(stop, patience);
  signal?.addEventListener('abort', stop);
  try {
    if (signal?.aborted) stop();
    const response = await fetch(address, {
      signal: control.signal,
      headers: {
        Accept: 'application/json',
        ...(question && {'Content-Type': 'application/json'}),
      },
      ...(question && {method: 'POST', body: JSON.stringify(question)}),
    });
    if (!response.ok) throw await problemOf(response);
    return await response.json();
  } catch (error) {
    if (error instanceof Problem || signal?.aborted) throw error;
    throw new Problem('offline', 'The site did not answer. Check your connection, then try again.');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function problemOf(response) {
  const {detail, unknown_skill: unknownSkill} = await response.json().catch(() => ({}));
  if (response.status === 404) return new Problem('missing', detail ?? 'There is no such page.');
  if (response.status === 503) {
    return new Problem('busy', detail ?? 'The site is busy.', {
      retryAfterSeconds: Number(response.headers.get('Retry-After')) || null,
    });
  }
  return new Problem('refused', detail ?? `The site answered with status ${response.status}.`, {
    unknownSkill,
  });
}
