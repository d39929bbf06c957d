import { generateJsonFeed } from 'feedsmith';
import { FEED_FILES, type Feed, type FeedItem, MP3, momentOf } from './feed.ts';

const jsonItem = ({ id, title, link, published, summary, persons, sound, source }: FeedItem) => ({
  id,
  url: link,
  title,
  content_text: summary,
  ...(source ? { external_url: source } : {}),
  ...(published ? { date_published: momentOf(published) } : {}),
  ...(persons.length > 0 ? { authors: persons.map(({ name }) => ({ name })) } : {}),
  ...(sound
    ? {
        attachments: [
          {
            url: sound.url,
            mime_type: MP3,
            size_in_bytes: sound.bytes,
            duration_in_seconds: Math.round(sound.seconds),
          },
        ],
      }
    : {}),
});

/** JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): string =>
  `${JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      home_page_url: feed.link,
      feed_url: feed.base + FEED_FILES.json,
      description: feed.description,
      language: feed.language,
      ...(feed.image ? { icon: feed.image } : {}),
      ...(feed.author ? { authors: [{ name: feed.author }] } : {}),
      items: feed.items.map(jsonItem),
    }),
    null,
    2,
  )}\n`;
