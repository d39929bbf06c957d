import { describe, expect, it } from 'vitest';
import { parseHtml } from './parse-html.ts';

const BODY = `<article><h1>Ministers meet again</h1><p>${'The ministers met on Tuesday and talked for three hours about the road to the mines. '.repeat(4)}</p></article>`;
const read = (head: string, body = BODY) =>
  parseHtml(`<html><head>${head}</head><body>${body}</body></html>`, 'page', null);
const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('dates', () => {
  const og = '<meta property="article:published_time" content="2024-03-02T09:00:00+01:00">';
  const meta = '<meta name="date" content="3 March 2024">';
  const time = '<time datetime="2024-03-04">4 March</time>';

  it('takes JSON-LD before OpenGraph before meta before <time>, and notes that they differ', () => {
    const draft = read(
      ld({ '@type': 'NewsArticle', datePublished: '2024-03-01T10:00:00.000Z' }) + og + meta,
      time + BODY,
    );
    expect(draft.published).toBe('2024-03-01T10:00:00Z');
    expect(draft.notes).toEqual([
      'The page gives more than one date of publication: 2024-03-01T10:00:00Z (JSON-LD), 2024-03-02T09:00:00+01:00 (OpenGraph), 2024-03-03 (meta), 2024-03-04 (time); the first is used.',
    ]);
    expect(read(og + meta, time + BODY).published).toBe('2024-03-02T09:00:00+01:00');
    expect(read(meta, time + BODY).published).toBe('2024-03-03');
    expect(read('', time + BODY).published).toBe('2024-03-04');
    expect(read('').published).toBeNull();
  });

  it('takes no date from a list of other articles, nor the date of a change for that of publication', () => {
    const other = `<aside><time datetime="2020-01-01">x</time></aside><p class="updated">Updated <time datetime="2024-03-09">9 March</time></p>`;
    expect(read('', other + BODY)).toMatchObject({ published: null, modified: '2024-03-09' });
  });

  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01T10:00:00+0100', '2024-03-01T10:00:00+01:00'],
    ['Fri, 01 Mar 2024 10:00:00 GMT', '2024-03-01T10:00:00Z'],
    ['20240301', '2024-03-01'],
    ['March 1, 2024 5:00 AM', '2024-03-01'],
    ['1.3.2024', '2024-03-01'],
    ['2024-13-45', null],
    ['yesterday', null],
  ])('reads %s', (content, expected) => {
    expect(read(`<meta name="pubdate" content="${content}">`).published).toBe(expected);
  });
});

describe('names', () => {
  it('reads authors and publisher from a graph, by reference too', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
        { '@type': 'Organization', '@id': '#org', name: 'Example Courier' },
        {
          '@type': 'OpinionNewsArticle',
          headline: 'Ministers meet again',
          author: [{ '@id': '#ann' }, 'Bo Chen'],
          publisher: { '@id': '#org' },
          isAccessibleForFree: 'False',
        },
      ],
    };
    expect(read(ld(graph))).toMatchObject({
      title: 'Ministers meet again',
      byline: 'Ann Lee, Bo Chen',
      publisher: 'Example Courier',
      kind: 'opinion',
      notes: ['The page marks the article as not free to read: the text may be cut.'],
    });
  });

  it('falls back on the heading, the byline on the page and the section in the address', () => {
    const head =
      '<title>Ministers meet again | Example Courier</title><link rel="canonical" href="https://c.example/opinion/meet">';
    expect(read(head, `<p class="byline">By Ann Lee</p>${BODY}`)).toMatchObject({
      title: 'Ministers meet again',
      byline: 'Ann Lee',
      kind: 'opinion',
      url: 'https://c.example/opinion/meet',
    });
  });

  it('goes on when structured data is broken', () => {
    expect(read('<script type="application/ld+json">{"@type": "NewsArticle", </script>').title).toBe(
      'Ministers meet again',
    );
  });
});
