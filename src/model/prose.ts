import type { Span } from './span.ts';

/** `title` also stands for the title that front matter gives; `item` is a paragraph of a list. */
export type ProseBlockKind = 'title' | 'heading' | 'paragraph' | 'item';

export interface ProseBlock {
  readonly kind: ProseBlockKind;
  readonly span: Span;
  readonly sentences: readonly Span[];
}

/** A note to programs inside a text: an HTML comment in Markdown, a line that begins with `watchfloor-` in plain text. */
export interface ProseComment {
  readonly span: Span;
  readonly text: string;
}

/** The running text of a file, in the file's own offsets, for those who look at its wording. */
export interface Prose {
  /**
   * As long as the file, character for character (UTF-16). What is no running text (mark-up, code, addresses, comments,
   * page furniture) is blank, and so are the line breaks within a block.
   */
  readonly text: string;
  readonly blocks: readonly ProseBlock[];
  /** Words that are somebody else's, marks included, in rising order. */
  readonly quotations: readonly Span[];
  /** Links and footnote marks. */
  readonly references: readonly Span[];
  readonly comments: readonly ProseComment[];
  /** ISO 8601, where the front matter gives it. */
  readonly published: string | null;
}
