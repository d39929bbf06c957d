import { generateAtomFeed } from 'feedsmith';
import { FEED_FILES, type Feed, type FeedItem, MP3, momentOf } from './feed.ts';

const atomEntry = ({ id, title, link, published, summary, persons, sound, source }: FeedItem, feed: Feed) => ({
  id: `urn:watchfloor:${id}`,
  title: { value: title },
  updated: momentOf(published ?? feed.updated),
  ...(published ? { published: momentOf(published) } : {}),
  summary: { value: summary, type: 'text' },
  // An entry needs an author where the feed has none.
  ...(persons.length > 0 || !feed.author
    ? { authors: persons.length > 0 ? persons.map(({ name }) => ({ name })) : [{ name: feed.title }] }
    : {}),
  links: [
    { href: link, rel: 'alternate', type: 'text/html' },
    ...(sound ? [{ href: sound.url, rel: 'enclosure', type: MP3, length: sound.bytes }] : []),
    ...(source ? [{ href: source, rel: 'via' }] : []),
  ],
});

/** Atom (RFC 4287). */
export const atomFeed = (feed: Feed): string =>
  generateAtomFeed({
    id: feed.base + FEED_FILES.atom,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: momentOf(feed.updated),
    ...(feed.author ? { authors: [{ name: feed.author, ...(feed.email ? { email: feed.email } : {}) }] } : {}),
    ...(feed.image ? { logo: feed.image } : {}),
    generator: { text: 'Watchfloor' },
    links: [
      { href: feed.base + FEED_FILES.atom, rel: 'self', type: 'application/atom+xml' },
      { href: feed.link, rel: 'alternate', type: 'text/html' },
    ],
    entries: feed.items.map((item) => atomEntry(item, feed)),
  });
