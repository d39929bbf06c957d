import { overlaps, type Span } from '../../../model/index.ts';
import type { AttributionDraft } from './draft.ts';

const LEADING = /^[\s,;:.!?–—-]+/u;
const TRAILING = /[\s,;:–—-]+$/u;

const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end);
  const from = start + (LEADING.exec(words)?.[0].length ?? 0);
  return { start: from, end: Math.max(from, end - (TRAILING.exec(words)?.[0].length ?? 0)) };
};

/** "…, the minister said on Tuesday": when and where it was said, which the tree hangs on what was said. */
const OCCASION = /^\s*(?:on|in|at|during|after|before|last|this|late|early|to|by|through)\s[^,;:]{1,40}$/iu;

const without = (spans: readonly Span[], hole: Span): readonly Span[] =>
  spans.flatMap((span) =>
    overlaps(span, hole)
      ? [
          { start: span.start, end: Math.min(span.end, hole.start) },
          { start: Math.max(span.start, hole.end), end: span.end },
        ].filter(({ start, end }) => end > start)
      : [span],
  );

/** A tree may hang the source on what it says; the words that name source and cue are no part of the content. */
export const withoutOwnWords = (text: string, draft: AttributionDraft): AttributionDraft => {
  const holes = [...draft.source, ...draft.cue].filter((hole) => draft.content.some((span) => overlaps(span, hole)));
  const isOccasion = ({ start, end }: Span): boolean =>
    OCCASION.test(text.slice(start, end)) && draft.cue.some((cue) => /^\s*$/.test(text.slice(cue.end, start)));
  const content = holes
    .reduce(without, draft.content)
    .filter((span, index) => index === 0 || !isOccasion(span))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => end - start > 1);
  return content.length > 0 ? { ...draft, content } : draft;
};
