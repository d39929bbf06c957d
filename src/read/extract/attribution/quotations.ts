import type { Span } from '../../../model/index.ts';

/** A stretch between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** False where the paragraph ends before a closing mark: the speech goes on in the next paragraph that opens with one. */
  readonly closed: boolean;
}

const OPENING = new Set(['“', '„', '«']);
const CLOSING = new Set(['”', '»']);
/** Longer than this without a closing mark is a lost mark, not a quotation. */
const MAX_LENGTH = 3_000;
const MIN_LENGTH = 3;

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Pairs of two straight or typewriter single quotes stand for a double one in some wires. */
const markAt = (
  text: string,
  at: number,
): { readonly width: number; readonly kind: 'open' | 'close' | 'either' } | undefined => {
  const character = text[at] as string;
  if (OPENING.has(character)) return { width: 1, kind: 'open' };
  if (CLOSING.has(character)) return { width: 1, kind: 'close' };
  if (character === '"') return { width: 1, kind: 'either' };
  if ((character === "'" || character === '’' || character === '‘' || character === '`') && text[at + 1] === character)
    return { width: 2, kind: character === '`' ? 'open' : 'either' };
  return undefined;
};

/**
 * Quotations of a text, paragraph by paragraph (a line feed ends one). Straight marks open after a blank or at the start,
 * and close otherwise.
 */
export const findQuotations = (text: string): readonly Quotation[] => {
  const found: Quotation[] = [];
  let open: number | undefined;
  const close = (end: number, closed: boolean): void => {
    if (open !== undefined && end - open >= MIN_LENGTH && end - open <= MAX_LENGTH)
      found.push({ start: open, end, closed });
    open = undefined;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\n' || character === '\u2029') {
      if (open !== undefined) close(at, false);
      continue;
    }
    const mark = markAt(text, at);
    if (!mark) continue;
    const before = text[at - 1];
    const startsLine = before === undefined || before === '\n';
    const opens =
      mark.kind === 'open' ||
      (mark.kind === 'close' && open === undefined && startsLine) ||
      (mark.kind === 'either' && open === undefined && !(isWord(before) && !isWord(text[at + mark.width])));
    if (opens && open === undefined) open = at;
    else if (!opens || mark.kind === 'either') {
      if (open !== undefined) close(at + mark.width, true);
    }
    at += mark.width - 1;
  }
  if (open !== undefined) close(text.length, false);
  return found;
};
