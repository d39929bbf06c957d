import { FEED_FILES, type Feed } from './feed.ts';

/** The three feeds by file name. The library that writes them is loaded here and not with the briefs. */
export const renderFeeds = async (feed: Feed): Promise<Readonly<Record<string, string>>> => {
  const [{ rssFeed }, { jsonFeed }, { atomFeed }] = await Promise.all([
    import('./rss.ts'),
    import('./json-feed.ts'),
    import('./atom.ts'),
  ]);
  return { [FEED_FILES.rss]: rssFeed(feed), [FEED_FILES.json]: jsonFeed(feed), [FEED_FILES.atom]: atomFeed(feed) };
};
