import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { markedPages, overlapOf } from './pages.fixture.ts';
import { parseHtml } from './parse-html.ts';

const pages = markedPages();
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the article of a page', () => {
  it('is compared on pages of many builds', () => {
    expect(pages.length).toBeGreaterThanOrEqual(15);
    expect(pages.every(({ article }) => article.length > 0)).toBe(true);
  });

  it.each(pages)('$name: nearly all of it is kept', ({ html, article }) => {
    expect(overlapOf(parseHtml(html, 'page', null).text, article.join('\n')).recall).toBeGreaterThan(0.92);
  });

  it('is told from the rest better than by Readability alone, and loses less', () => {
    const ours = pages.map(({ html, article }) => overlapOf(parseHtml(html, 'page', null).text, article.join('\n')));
    const alone = pages.map(({ html, article }) => {
      const reader = new Readability<string>(parseHTML(html).document as never, { charThreshold: 140 });
      return overlapOf(reader.parse()?.textContent ?? '', article.join('\n'));
    });
    const [precision, recall] = [mean(ours.map((one) => one.precision)), mean(ours.map((one) => one.recall))];
    expect(precision).toBeGreaterThan(0.96);
    expect(recall).toBeGreaterThan(0.99);
    expect(precision).toBeGreaterThan(mean(alone.map((one) => one.precision)));
    expect(recall).toBeGreaterThan(mean(alone.map((one) => one.recall)));
  });
});

describe('one page whole', () => {
  const page = pages.find(({ name }) => name === 'react-news')!;
  const draft = parseHtml(page.html, 'page', 'https://meridian.example/talks?utm=1');

  it('gives the text in paragraphs', () => {
    expect(draft.text).toBe(page.article.join('\n\n'));
  });

  it('gives what the page says of itself', () => {
    expect(draft).toMatchObject({
      title: 'Border talks resume after eight-month freeze',
      byline: 'Ilse Brandt',
      publisher: 'The Meridian',
      published: '2024-03-12T16:04:00Z',
      modified: '2024-03-12T19:40:00Z',
      url: 'https://meridian.example/talks?utm=1',
      notes: [],
    });
  });

  it('keeps what it set aside, each with the reason', () => {
    expect(draft.removed).toEqual([
      { text: 'The Meridian', reason: 'nothing but a link' },
      { text: 'Menu', reason: 'button' },
      { text: 'Log in', reason: 'label of the page' },
      { text: 'By Ilse Brandt', reason: 'byline or date line' },
      { text: 'March 12, 2024', reason: 'byline or date line' },
      { text: 'Share', reason: 'button' },
      { text: 'Save', reason: 'button' },
      {
        text: 'ULVANIA MOVES ARTILLERY CLOSER TO THE DISPUTED VALLEY, SATELLITE IMAGES SHOW',
        reason: 'headline of another article in capitals',
      },
      { text: 'Advertisement', reason: 'advertisement' },
      { text: 'Get the Meridian Briefing', reason: 'call to action' },
      { text: 'Sign up for our daily newsletter and never miss a story.', reason: 'call to action' },
      { text: 'Sign up', reason: 'nothing but a link' },
      { text: 'CLICK HERE FOR MORE WORLD NEWS', reason: 'call to action' },
      { text: 'More from World', reason: 'label of the page' },
      {
        text: 'Mine owners warn of ruin A valley with two names Monitors want more drones',
        reason: 'nothing but a link',
      },
      { text: 'Terms Privacy© 2024 Meridian Media', reason: 'outside the article' },
    ]);
  });
});
