/** What a text is, as far as it says so itself (front matter, structured data, section) or its wording shows. */
export type DocumentKind = 'report' | 'opinion' | 'analysis' | 'statement' | 'correction' | 'interview';

/** A stretch of the page that is no part of the article, and why it was set aside. */
export interface RemovedText {
  readonly text: string;
  readonly reason: string;
}

/**
 * An article as read: its own text, apart from the furniture of the page it stood on.
 * Dates are ISO 8601 (`2024-06-18` or with time and zone, as exact as the source gives them).
 */
export interface Document {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** ISO 639-1 code, `und` when it cannot be told. */
  readonly language: string;
  /** Of the UTF-8 bytes of `text`. */
  readonly sha256: string;
  readonly removed: readonly RemovedText[];
  readonly modified?: string;
  readonly kind?: DocumentKind;
  /** What the intake noticed and a reader should know: conflicting dates, a guessed charset, a cut. */
  readonly notes?: readonly string[];
}
