import type { Span } from '../../model/index.ts';

const LONGEST_QUOTE = 280;
const OMISSION = '…';

const atWord = (text: string, offset: number, step: 1 | -1): number => {
  let at = offset;
  while (at > 0 && at < text.length && !/\s/.test(text.charAt(step === 1 ? at - 1 : at))) at += step;
  return at;
};

/**
 * The exact words of a span, on one line. A long span is cut at words around `focus`, and each cut is shown by an omission mark:
 * no word is changed, added or moved.
 */
export const exactWords = (text: string, span: Span, focus: Span = span, longest = LONGEST_QUOTE): string => {
  const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
  if (span.end - span.start <= longest) return oneLine(text.slice(span.start, span.end));
  const spare = Math.max(0, longest - (focus.end - focus.start));
  const wanted = Math.max(span.start, Math.min(focus.start - Math.floor(spare / 2), span.end - longest));
  const start = wanted <= span.start ? span.start : atWord(text, wanted, 1);
  const wantedEnd = Math.min(span.end, Math.max(start + longest, focus.start));
  const end = wantedEnd >= span.end ? span.end : atWord(text, wantedEnd, -1);
  return `${start > span.start ? `${OMISSION} ` : ''}${oneLine(text.slice(start, end))}${end < span.end ? ` ${OMISSION}` : ''}`;
};

const OPENING = /^[“"«„]/;
const CLOSING = /[”"»“]$/;

/** Words between quotation marks of their own lose them: the brief puts its own around. */
export const withoutOuterMarks = (words: string): string => {
  if (!OPENING.test(words)) return words;
  const inner = words.slice(1);
  return CLOSING.test(inner) ? inner.slice(0, -1) : inner;
};
