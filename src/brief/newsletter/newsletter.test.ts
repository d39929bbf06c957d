import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { NewsletterContent } from './newsletter.ts';
import { newsletterHtml } from './newsletter-html.ts';
import { newsletterText } from './newsletter-text.ts';

const LETTER: NewsletterContent = {
  title: 'Two days <in> June & after',
  dated: 'As of 20 June 2024',
  bottomLine:
    'Four texts tell of a treaty. One denies a delivery that three others report, and no figure is agreed upon.',
  points: [
    {
      statement: 'North Korea sent 7,000 containers to Russia, South Korea says.',
      support: '“had sent 7,000 containers”',
    },
    { statement: 'Russia denies it.', support: null },
  ],
  sections: [
    {
      title: 'What is judged how likely',
      lines: ['“highly likely” (very likely, 88 %, 80–95 %): “talks go on” — the author'],
    },
  ],
  sources: [
    { heading: 'Treaty signed', detail: 'Example Dispatch, 2024-06-19', url: 'https://news.example/a?b=1&c=2' },
    { heading: 'Denial', detail: '', url: null },
  ],
  limits: ['The texts were read by program.'],
  link: 'https://example.org/brief.html',
  unsubscribe: 'https://example.org/stop',
};

it('writes HTML that mail programs keep: inline styles, tables, nothing from outside, everything escaped', () => {
  const page = newsletterHtml(LETTER);
  const { document } = parseHTML(page);
  expect(document.querySelectorAll('style, script, link, img, iframe, form').length).toBe(0);
  expect(page).not.toMatch(/class=|position:|display:(?:flex|grid)|@media|var\(/);
  const unstyled = [...document.querySelectorAll('h1, h2, p, li, ol, ul, a')].filter(
    (element) => !element.getAttribute('style'),
  );
  expect(unstyled.map((element) => element.outerHTML)).toEqual([]);
  expect(document.querySelector('h1')?.textContent).toBe('Two days <in> June & after');
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://example.org/brief.html',
    'https://news.example/a?b=1&c=2',
    'https://example.org/stop',
  ]);
  expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
    'Key points',
    'What is judged how likely',
    'Sources',
    'Limits',
  ]);
});

it('writes the same words as plain text in narrow lines', () => {
  expect(newsletterText(LETTER)).toBe(`Two days <in> June & after
==========================

As of 20 June 2024

Four texts tell of a treaty. One denies a delivery that three others
report, and no figure is agreed upon.

The whole brief: https://example.org/brief.html

KEY POINTS
----------

1. North Korea sent 7,000 containers to Russia, South Korea says.
   “had sent 7,000 containers”

2. Russia denies it.

WHAT IS JUDGED HOW LIKELY
-------------------------

- “highly likely” (very likely, 88 %, 80–95 %): “talks go on” — the
  author

SOURCES
-------

1. Treaty signed, Example Dispatch, 2024-06-19
   https://news.example/a?b=1&c=2
2. Denial

LIMITS
------

- The texts were read by program.

What sources say, coded by program: a claim is not a fact.

Stop these letters: https://example.org/stop
`);
});
