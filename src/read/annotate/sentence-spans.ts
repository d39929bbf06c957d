import type { Span } from '../../model/index.ts';
import { paragraphsOf } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** The sentences of a text by paragraph, without loading the reader's network; spans are offsets into `text`. */
export const sentenceSpans = (text: string): readonly (readonly Span[])[] =>
  paragraphsOf(text).map(({ start, end }) =>
    sentencesOf(text, tokenize(text, start, end)).flatMap((tokens) => {
      const [first, last] = [tokens[0], tokens.at(-1)];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    }),
  );
