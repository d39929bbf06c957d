import type { Span } from '../../model/index.ts';

/** A text whose lines are this even is wrapped by hand: its single line breaks are spaces. */
const WRAP_WIDTH = { from: 50, to: 100 };
const MINIMUM_LINES = 4;
const ENDS_SENTENCE = /[.!?…:;"”’')\]]\s*$/u;
const STARTS_LOWER = /^\s*\p{Ll}/u;

/**
 * The paragraphs of a text, without their outer white space. An empty line always ends one; a single line break does,
 * unless the text is wrapped by hand or the line plainly runs on (no closing mark, and the next begins in lower case).
 */
export const paragraphsOf = (text: string): Span[] => {
  const lines = linesOf(text);
  const wrapped = isWrapped(text, lines);
  const paragraphs: Span[] = [];
  let open: { start: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push(open);
    open = undefined;
  };
  for (const line of lines) {
    if (line.start === line.end) {
      close();
      continue;
    }
    const runsOn = open !== undefined && (wrapped ? !startsList(text, line) : runsInto(text, open, line));
    if (open !== undefined && runsOn) open.end = line.end;
    else {
      close();
      open = { start: line.start, end: line.end };
    }
  }
  close();
  return paragraphs;
};

/** Every line, trimmed; an empty span for an empty line. */
const linesOf = (text: string): Span[] => {
  const lines: Span[] = [];
  let at = 0;
  while (at <= text.length) {
    let stop = at;
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++;
    let [start, end] = [at, stop];
    while (start < end && isBlank(text[start]!)) start++;
    while (end > start && isBlank(text[end - 1]!)) end--;
    lines.push({ start, end });
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1);
  }
  return lines;
};

const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 11 || code === 12 || code === 0x85 || code === 0x2028 || code === 0x2029;
const isBlank = (character: string): boolean => /[\s\p{Cc}\u200B\uFEFF]/u.test(character);

const isWrapped = (text: string, lines: readonly Span[]): boolean => {
  let [full, longest, runOn] = [0, 0, 0];
  let previous: Span | undefined;
  for (const line of lines) {
    const width = line.end - line.start;
    longest = Math.max(longest, width);
    if (width >= WRAP_WIDTH.from) full++;
    if (previous !== undefined && width > 0 && previous.end > previous.start && runsInto(text, previous, line)) runOn++;
    previous = line;
  }
  return full >= MINIMUM_LINES && longest <= WRAP_WIDTH.to && runOn * 3 >= full;
};

const tail = (text: string, span: Span): string => text.slice(Math.max(span.start, span.end - 8), span.end);
const runsInto = (text: string, before: Span, line: Span): boolean =>
  STARTS_LOWER.test(text.slice(line.start, line.start + 4)) && !ENDS_SENTENCE.test(tail(text, before));
const startsList = (text: string, line: Span): boolean =>
  /^(?:[•*·‣▪–-]|\(?\d{1,2}[.)])\s/u.test(text.slice(line.start, line.start + 6));
