/** A feed before it has a format: what is published, where, by whom. All addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the page that shows the same to people. */
  readonly link: string;
  /** Of the folder that holds the feeds; ends in a slash. */
  readonly base: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly author: string | null;
  readonly email: string | null;
  /** A square picture, 1400 to 3000 pixels wide; podcast directories ask for one. */
  readonly image: string | null;
  /** ISO 8601: the newest item, or a date that the caller gives. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** Stays the same whatever else changes. */
  readonly id: string;
  readonly title: string;
  /** Of the item's own page. */
  readonly link: string;
  /** ISO 8601; null when unknown. */
  readonly published: string | null;
  /** Plain text. */
  readonly summary: string;
  readonly persons: readonly FeedPerson[];
  readonly sound: FeedSound | null;
  /** Of the article that it was made from. */
  readonly source: string | null;
}

export interface FeedPerson {
  readonly name: string;
  /** Of the podcast taxonomy: `author`, `host`, `narrator` … */
  readonly role: string;
}

export interface FeedSound {
  readonly url: string;
  readonly bytes: number;
  readonly seconds: number;
  /** WebVTT. */
  readonly transcript: string;
  /** JSON chapters. */
  readonly chapters: string;
}

/** The names of the three files beside each other in the folder. */
export const FEED_FILES = { rss: 'feed.xml', json: 'feed.json', atom: 'atom.xml' } as const;

export const MP3 = 'audio/mpeg';

/** A date of the feed as a moment: a day alone is its noon, so that no time zone moves it to another day. */
export const momentOf = (iso: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);
