import { generateRssFeed } from 'feedsmith';
import { FEED_FILES, type Feed, type FeedItem, MP3, momentOf } from './feed.ts';

const CATEGORY = { text: 'News', categories: [{ text: 'Politics' }] };

const rssItem = ({ id, title, link, published, summary, persons, sound }: FeedItem) => ({
  title,
  link,
  description: summary,
  guid: { value: id, isPermaLink: false },
  ...(published ? { pubDate: momentOf(published) } : {}),
  ...(sound ? { enclosures: [{ url: sound.url, length: sound.bytes, type: MP3 }] } : {}),
  itunes: {
    title,
    ...(sound ? { duration: Math.round(sound.seconds) } : {}),
    ...(persons[0] ? { author: persons.map(({ name }) => name).join(', ') } : {}),
    explicit: false,
    episodeType: 'full',
  },
  podcast: {
    ...(sound
      ? {
          transcripts: [{ url: sound.transcript, type: 'text/vtt', rel: 'captions' }],
          chapters: { url: sound.chapters, type: 'application/json+chapters' },
        }
      : {}),
    persons: persons.map(({ name, role }) => ({ display: name, role })),
  },
});

/** RSS 2.0 with the iTunes and podcast namespaces. */
export const rssFeed = (feed: Feed): string =>
  generateRssFeed({
    title: feed.title,
    link: feed.link,
    description: feed.description,
    language: feed.language,
    lastBuildDate: momentOf(feed.updated),
    generator: 'Watchfloor',
    ...(feed.image ? { image: { url: feed.image, title: feed.title, link: feed.link } } : {}),
    atom: { links: [{ href: feed.base + FEED_FILES.rss, rel: 'self', type: 'application/rss+xml' }] },
    itunes: {
      ...(feed.author ? { author: feed.author } : {}),
      ...(feed.email ? { owner: { email: feed.email, ...(feed.author ? { name: feed.author } : {}) } } : {}),
      ...(feed.image ? { image: feed.image } : {}),
      categories: [CATEGORY],
      explicit: false,
      type: 'episodic',
    },
    podcast: { locked: { value: false }, medium: 'podcast' },
    items: feed.items.map(rssItem),
  });
