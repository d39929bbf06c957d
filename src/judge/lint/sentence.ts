import { contains, overlaps, type Prose, type ProseBlock, type Span } from '../../model/index.ts';
import { namesSource, reportedPart } from './reported.ts';

/** A sentence as the rules look at it. */
export interface LintSentence {
  readonly span: Span;
  readonly block: ProseBlock;
  /** Its words; quotations are blank, so that no pattern meets them. Offsets are those of the sentence. */
  readonly own: string;
  /** Where somebody else's words are passed on, in offsets of the sentence. */
  readonly reported: Span | null;
  /** It says, or its references do, where its content is known from. */
  readonly sourced: boolean;
}

const withoutQuotations = (text: string, { start, end }: Span, quotations: readonly Span[]): string => {
  let own = text.slice(start, end);
  for (const quotation of quotations) {
    if (!overlaps(quotation, { start, end })) continue;
    const from = Math.max(quotation.start - start, 0);
    const to = Math.min(quotation.end, end) - start;
    // The marks stay: they show that something stood there.
    own = `${own.slice(0, from)}“${' '.repeat(Math.max(to - from - 2, 0))}${to - from > 1 ? '”' : ''}${own.slice(to)}`;
  }
  return own;
};

/** Sentences of a prose in order. */
export const lintSentences = ({ text, blocks, quotations, references }: Prose): readonly LintSentence[] =>
  blocks.flatMap((block) =>
    block.sentences.map((span): LintSentence => {
      const near = quotations.filter((quotation) => overlaps(quotation, span));
      const own = withoutQuotations(text, span, near);
      return {
        span,
        block,
        own,
        reported: reportedPart(own),
        sourced: namesSource(own) || references.some((reference) => contains(span, reference)),
      };
    }),
  );

/** A place in a sentence as a place in the file. */
export const placed = ({ span }: LintSentence, start: number, length: number): Span => ({
  start: span.start + start,
  end: span.start + start + length,
});

export const isReported = ({ reported }: LintSentence, at: number): boolean =>
  reported !== null && reported.start <= at && at < reported.end;

/** A phrase as a pattern: whole words, any blanks between them, straight or curly apostrophes. */
export const phrasePattern = (phrase: string, flags = 'giu'): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrase.replaceAll(' ', '\\s+').replaceAll("'", "['’]")})(?![\\p{L}\\p{N}])`,
    flags,
  );

export interface PhraseMatch {
  readonly sentence: LintSentence;
  readonly index: number;
  readonly words: string;
  readonly span: Span;
}

/** Where a pattern is met outside quotations; words are those of the file, blanks joined. */
export const matchesOf = (sentences: readonly LintSentence[], pattern: RegExp): readonly PhraseMatch[] =>
  sentences.flatMap((sentence) =>
    [...sentence.own.matchAll(pattern)].map((match) => ({
      sentence,
      index: match.index,
      words: match[0].replace(/\s+/g, ' '),
      span: placed(sentence, match.index, match[0].length),
    })),
  );
