import type { Span } from '../../model/index.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '‘': '’', '"': '"', "'": "'" };
/** Marks that are also apostrophes, feet or inches: they count only where they stand as quotation marks do. */
const AMBIGUOUS = new Set(["'", '"', '‘']);
const LETTER = /[\p{L}\p{N}]/u;
const SINGLE = new Set(["'", '‘']);
/** Longer words between single marks are two apostrophes. */
const LONGEST_SINGLE = 240;

const opens = (text: string, at: number): boolean => {
  const [mark, before = ' ', after = ' '] = [text[at] as string, text[at - 1], text[at + 1]];
  if (!(mark in CLOSING)) return false;
  return !AMBIGUOUS.has(mark) || (/[\s([—–\-/:“"]/u.test(before) && !/\s/.test(after));
};

const closeOf = (text: string, start: number, end: number): number => {
  const mark = text[start] as string;
  const closing = CLOSING[mark] as string;
  for (let at = start + 1; at < end; at++) {
    if (!closing.includes(text[at] as string)) continue;
    // "the Koreans’ plans" ends no quotation; "‘the plan’ was" does.
    if (SINGLE.has(mark) && LETTER.test(text[at + 1] ?? ' ')) continue;
    return at + 1;
  }
  return -1;
};

/**
 * What stands between quotation marks in a block. A double mark that is not closed in the block (a speech of several
 * paragraphs, or a slip) quotes to the block's end.
 */
export const quotationsIn = (text: string, { start, end }: Span): readonly Span[] => {
  const found: Span[] = [];
  // The end of a speech that began in a paragraph before.
  const tail = /^[^“”]{0,2000}”/u.exec(text.slice(start, end))?.[0].length ?? 0;
  if (tail > 0) return [{ start, end: start + tail }, ...quotationsIn(text, { start: start + tail, end })];
  for (let at = start; at < end; at++) {
    if (!opens(at === start ? ` ${text.slice(at, at + 2)}` : text, at === start ? 1 : at)) continue;
    const close = closeOf(text, at, end);
    const isSingle = SINGLE.has(text[at] as string);
    if (isSingle && (close < 0 || close - at > LONGEST_SINGLE)) continue;
    const span = { start: at, end: close < 0 ? end : close };
    found.push(span);
    at = span.end - 1;
  }
  return found;
};
