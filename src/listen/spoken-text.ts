import type { Span } from '../model/index.ts';

/** A sentence as written; how it is said is decided later. */
export interface SpokenSentence {
  readonly text: string;
  /** Where it stands in the text that it was taken from; null when it stands nowhere (a heading made for listening). */
  readonly span: Span | null;
  /** CSS selector of the part of a page that shows it, where a page shows the same in other words or another order. */
  readonly shownAt?: string;
}

/** What becomes a chapter. */
export interface SpokenSection {
  /** Spoken before the section; null for an unnamed one, which joins the chapter before it. */
  readonly title: string | null;
  readonly paragraphs: readonly (readonly SpokenSentence[])[];
}

/** A text to be listened to: an article, a brief, a case. The only input of this stage. */
export interface SpokenText {
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as exact as known. */
  readonly published: string | null;
  readonly url: string | null;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly sections: readonly SpokenSection[];
}
