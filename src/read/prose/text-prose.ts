import type { Prose, ProseBlock, ProseComment, Span } from '../../model/index.ts';
import { sentenceSpans } from '../annotate/sentence-spans.ts';
import { isHeadline } from '../intake/format/plain-text.ts';
import { findFurniture } from '../intake/furniture/index.ts';
import { blankedExcept, blockOf, unwrapped } from './blanked.ts';
import { frontMatterSpans } from './front-matter-spans.ts';
import { quotationsIn } from './quotations.ts';

/** A line that speaks to the linter, led by a comment mark or not. */
const COMMENT_LINE = /^[ \t]*(?:#|\/\/|\[|<!--)?[ \t]*(watchfloor-[a-z-]+[^\]\n\r]*?)[ \t]*(?:\]|-->)?[ \t]*\r?$/gm;

const commentsIn = (source: string): readonly ProseComment[] =>
  [...source.matchAll(COMMENT_LINE)].map(({ index, 0: { length }, 1: text = '' }) => ({
    span: { start: index, end: index + length },
    text,
  }));

const outside = (source: string, from: number, comments: readonly Span[]): readonly Span[] => {
  const kept: Span[] = [];
  let at = from;
  for (const { start, end } of comments) {
    if (start > at) kept.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < source.length ? [...kept, { start: at, end: source.length }] : kept;
};

/**
 * The running text of a plain text file in its own offsets. Page furniture that was copied along (calls to subscribe,
 * headlines of other articles) is left out; a first line that plainly is a headline is the title.
 *
 * @throws WatchfloorError `intake.bad-front-matter`, `intake.bad-date`
 */
export const textProse = async (source: string, label: string): Promise<Prose> => {
  const { body, title, published } = await frontMatterSpans(source, label);
  const comments = commentsIn(source);
  const bare = blankedExcept(
    source,
    outside(
      source,
      body,
      comments.map(({ span }) => span),
    ),
  );
  const paragraphs = sentenceSpans(bare).flatMap((sentences) => {
    const [first, last] = [sentences[0], sentences.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const pieces = paragraphs.map(({ start, end }) => ({
    text: bare.slice(start, end).replace(/\s+/g, ' '),
    gap: false,
  }));
  const reasons = findFurniture(pieces);
  const kept = paragraphs.filter((_, index) => reasons[index] === null);
  const keptPieces = pieces.filter((_, index) => reasons[index] === null);
  const hasHeadline = title === null && keptPieces[0] !== undefined && isHeadline(keptPieces[0], keptPieces[1]);
  const text = unwrapped(blankedExcept(source, title ? [title, ...kept] : kept), kept);
  const blocks = [
    ...(title ? [blockOf(text, 'title', title)] : []),
    ...kept.map((span, index) => blockOf(text, hasHeadline && index === 0 ? 'title' : 'paragraph', span)),
  ].filter((block): block is ProseBlock => block !== undefined);
  return {
    text,
    blocks,
    quotations: blocks.flatMap(({ span }) => quotationsIn(text, span)),
    references: [],
    comments,
    published,
  };
};
