import type { ProseBlock, ProseBlockKind, Span } from '../../model/index.ts';
import { sentenceSpans } from '../annotate/sentence-spans.ts';

const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

/** The text with all but the given stretches blank; stretches in rising order, without overlap. Length and lines stay. */
export const blankedExcept = (text: string, kept: readonly Span[]): string => {
  let [done, at] = ['', 0];
  for (const { start, end } of kept) {
    done += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return done + blank(text.slice(at));
};

/** The text with the line breaks inside the given stretches made blanks. */
export const unwrapped = (text: string, blocks: readonly Span[]): string => {
  let [done, at] = ['', 0];
  for (const { start, end } of blocks) {
    done += text.slice(at, start) + text.slice(start, end).replace(/[\n\r]/g, ' ');
    at = end;
  }
  return done + text.slice(at);
};

/** A block without its outer blanks, with its sentences; undefined when nothing is in it. */
export const blockOf = (text: string, kind: ProseBlockKind, { start, end }: Span): ProseBlock | undefined => {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  if (from >= to) return undefined;
  const sentences = sentenceSpans(text.slice(from, to))
    .flat()
    .map((sentence) => ({ start: sentence.start + from, end: sentence.end + from }));
  return { kind, span: { start: from, end: to }, sentences };
};
