// What a visitor sees when a page cannot be shown: what happened, in the server's own words, and
// what to do next.

import {Problem} from './api.js';
import {element} from './dom.js';

const headings = {
  missing: 'Page not found',
  busy: 'Busy for a moment',
  offline: 'No connection to the site',
  refused: 'That did not work',
};

/// `retry` is called by the button. An error that is not a Problem is a bug of the site; it is
/// logged and shown as one.
export function problemPage(error, retry) {
  const problem = error instanceof Problem ? error : brokenPage(error);
  const heading = headings[problem.kind];
  const content = element(
    'section',
    {class: 'page problem', 'data-problem': problem.kind},
    element('h1', {}, heading),
    element('p', {class: 'problem-detail'}, sentence(problem.detail)),
    problem.retryAfterSeconds &&
      element('p', {}, `It should be back in about ${problem.retryAfterSeconds} seconds.`),
    element(
      'p',
      {class: 'problem-actions'},
      problem.kind !== 'missing' &&
        element('button', {type: 'button', class: 'button', onclick: retry}, 'Try again'),
      element(
        'a',
        {class: problem.kind === 'missing' ? 'button' : 'button button-quiet', href: '/'},
        'All guides',
      ),
    ),
  );
  return {title: `${heading} · Guidepost`, content, announcement: heading};
}

function brokenPage(error) {
  console.error(error);
  return new Problem('refused', 'This page could not be built from the answer of the server.');
}

function sentence(detail) {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
