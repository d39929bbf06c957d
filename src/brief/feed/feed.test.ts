import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Feed } from './feed.ts';
import { renderFeeds } from './render-feeds.ts';

const FEED: Feed = {
  title: 'Straits & <Borders>',
  description: 'Briefs, “spoken” ]]> and written',
  link: 'https://example.org/briefs/index.html',
  base: 'https://example.org/briefs/',
  language: 'en',
  author: 'A. Nalyst',
  email: 'desk@example.org',
  image: 'https://example.org/cover.jpg',
  updated: '2024-06-20',
  items: [
    {
      id: 'doc-1',
      title: 'Treaty & aftermath <1>',
      link: 'https://example.org/briefs/treaty.html',
      published: '2024-06-20',
      summary: 'What was signed, and "who" said so; 5 < 6 & 7.',
      persons: [
        { name: 'B. Writer', role: 'author' },
        { name: 'slt', role: 'narrator' },
      ],
      sound: {
        url: 'https://example.org/briefs/treaty.mp3',
        bytes: 123_456,
        seconds: 61.4,
        transcript: 'https://example.org/briefs/treaty.vtt',
        chapters: 'https://example.org/briefs/treaty.chapters.json',
      },
      source: 'https://news.example/treaty?a=1&b=2',
    },
    {
      id: 'doc-2',
      title: 'Undated',
      link: 'https://example.org/briefs/undated.html',
      published: null,
      summary: 'No date, no sound.',
      persons: [],
      sound: null,
      source: null,
    },
  ],
};

/** Another library than the one that writes: what it reads is what any reader will. */
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false });
const files = await renderFeeds(FEED);
const xml = (name: string) => {
  expect(XMLValidator.validate(files[name] as string)).toBe(true);
  return parser.parse(files[name] as string);
};

describe('the podcast feed', () => {
  const { rss } = xml('feed.xml');

  it('declares its namespaces', () => {
    expect(rss).toMatchObject({
      '@version': '2.0',
      '@xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
      '@xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
    });
  });

  it('says what it is, whose, and where', () => {
    expect(rss.channel).toMatchObject({
      title: FEED.title,
      description: FEED.description,
      link: FEED.link,
      language: 'en',
      lastBuildDate: 'Thu, 20 Jun 2024 12:00:00 GMT',
      'itunes:author': 'A. Nalyst',
      'itunes:image': { '@href': FEED.image },
      'itunes:category': { '@text': 'News', 'itunes:category': { '@text': 'Politics' } },
      'atom:link': { '@href': 'https://example.org/briefs/feed.xml', '@rel': 'self' },
      'podcast:medium': 'podcast',
    });
    expect(rss.channel['itunes:explicit']).toMatch(/^(?:false|no)$/);
  });

  it('carries sound, captions, chapters and persons of an item', () => {
    expect(rss.channel.item[0]).toMatchObject({
      title: 'Treaty & aftermath <1>',
      description: 'What was signed, and "who" said so; 5 < 6 & 7.',
      guid: { '#text': 'doc-1', '@isPermaLink': 'false' },
      pubDate: 'Thu, 20 Jun 2024 12:00:00 GMT',
      enclosure: { '@url': 'https://example.org/briefs/treaty.mp3', '@length': '123456', '@type': 'audio/mpeg' },
      'itunes:duration': '61',
      'podcast:transcript': { '@url': 'https://example.org/briefs/treaty.vtt', '@type': 'text/vtt' },
      'podcast:chapters': {
        '@url': 'https://example.org/briefs/treaty.chapters.json',
        '@type': 'application/json+chapters',
      },
      'podcast:person': [
        { '#text': 'B. Writer', '@role': 'author' },
        { '#text': 'slt', '@role': 'narrator' },
      ],
    });
  });

  it('gives an undated item no date and a silent one no enclosure', () => {
    const silent = rss.channel.item[1];
    expect(silent.title).toBe('Undated');
    expect(silent).not.toHaveProperty('pubDate');
    expect(silent).not.toHaveProperty('enclosure');
  });
});

/** What JSON Feed 1.1 (jsonfeed.org/version/1.1) requires and allows of what is written; any other key fails. */
const person = z
  .strictObject({ name: z.string().min(1).optional(), url: z.url().optional(), avatar: z.url().optional() })
  .refine((one) => Object.keys(one).length > 0);
const moment = z.iso.datetime({ offset: true });
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: z.string().optional(),
  icon: z.url().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  authors: z.array(person).min(1).optional(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: z.url().optional(),
        external_url: z.url().optional(),
        title: z.string().optional(),
        content_text: z.string().optional(),
        content_html: z.string().optional(),
        date_published: moment.optional(),
        authors: z.array(person).min(1).optional(),
        attachments: z
          .array(
            z.strictObject({
              url: z.url(),
              mime_type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
              size_in_bytes: z.number().int().nonnegative().optional(),
              duration_in_seconds: z.number().nonnegative().optional(),
            }),
          )
          .optional(),
      })
      .refine((item) => item.content_text !== undefined || item.content_html !== undefined),
  ),
});

it('writes JSON Feed 1.1', () => {
  const feed = JSON.parse(files['feed.json'] as string);
  expect(jsonFeedSchema.safeParse(feed).error).toBeUndefined();
  expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length);
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: FEED.title,
    home_page_url: FEED.link,
    feed_url: 'https://example.org/briefs/feed.json',
  });
  expect(feed.items[0]).toMatchObject({
    id: 'doc-1',
    url: 'https://example.org/briefs/treaty.html',
    external_url: 'https://news.example/treaty?a=1&b=2',
    content_text: FEED.items[0]?.summary,
    date_published: '2024-06-20T12:00:00.000Z',
    attachments: [
      {
        url: 'https://example.org/briefs/treaty.mp3',
        mime_type: 'audio/mpeg',
        size_in_bytes: 123456,
        duration_in_seconds: 61,
      },
    ],
  });
  expect(feed.items[1]).not.toHaveProperty('date_published');
});

it('writes Atom with what the standard requires of every entry', () => {
  const { feed } = xml('atom.xml');
  expect(feed).toMatchObject({
    '@xmlns': 'http://www.w3.org/2005/Atom',
    id: 'https://example.org/briefs/atom.xml',
    title: FEED.title,
    updated: '2024-06-20T12:00:00.000Z',
    author: { name: 'A. Nalyst' },
  });
  expect(feed.entry[0]).toMatchObject({
    id: 'urn:watchfloor:doc-1',
    title: 'Treaty & aftermath <1>',
    updated: '2024-06-20T12:00:00.000Z',
    link: [
      { '@href': 'https://example.org/briefs/treaty.html', '@rel': 'alternate' },
      { '@href': 'https://example.org/briefs/treaty.mp3', '@rel': 'enclosure', '@length': '123456' },
      { '@href': 'https://news.example/treaty?a=1&b=2', '@rel': 'via' },
    ],
  });
  expect(feed.entry[1]).toMatchObject({ id: 'urn:watchfloor:doc-2', updated: '2024-06-20T12:00:00.000Z' });
});
