import type { Rule } from '../rule.ts';

const MARK = /["“”„«»]|''|``/y;
const SINGLE = /['‘’‚‹›]/y;
const OPENS_AFTER = /(?:^|[\s([{—–-])$/;
const OPENING = new Set(['“', '„', '«', '``', '‘', '‚', '‹']);
const CLOSING = new Set(['”', '»', "''", '›']);

const opens = (mark: string, before: string): boolean =>
  OPENING.has(mark) || (!CLOSING.has(mark) && OPENS_AFTER.test(before));

/** Quotation marks are silent unless asked for; then the listener hears where another's words begin and end. */
export const quoteRules: readonly Rule[] = [
  {
    pattern: MARK,
    say: ([mark], { before, sayQuotes }) => {
      if (!sayQuotes) return '';
      return opens(mark, before) ? ' quote, ' : ', end quote ';
    },
  },
  // Within a word an apostrophe belongs to the word rule; alone, it marks a quotation inside another or a plural's owner.
  { pattern: SINGLE, say: () => '' },
];
