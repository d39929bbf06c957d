import type { Utterance } from '../voice.ts';

/** A stretch between two marks, with the mark that ends it. */
export interface Clause {
  readonly words: readonly ClauseWord[];
  /** One of `.,;:?!`, or empty at an unmarked end. */
  readonly mark: string;
}

export interface ClauseWord {
  readonly text: string;
  /** Known to the lexicon, else undefined. */
  readonly phones: readonly (readonly string[])[] | undefined;
}

/** Turns words into IPA. */
export interface Phonemiser {
  /** One string of IPA a clause, words apart by spaces. */
  phonemise(clauses: readonly Clause[], signal?: AbortSignal): Promise<readonly string[]>;
}

const TOKEN = /[A-Za-z]+(?:'[A-Za-z]+)*|[.,;:?!]/g;

const textTokens = (text: string): (ClauseWord | string)[] =>
  (text.match(TOKEN) ?? []).map((token) => (/[A-Za-z]/.test(token) ? { text: token, phones: undefined } : token));

/** The words of an utterance between its marks; a stretch with a known pronunciation counts as one word. */
export const clausesOf = ({ text, pronunciations }: Utterance): Clause[] => {
  const tokens: (ClauseWord | string)[] = [];
  let end = 0;
  for (const { span, words } of pronunciations) {
    tokens.push(...textTokens(text.slice(end, span.start)), {
      text: text.slice(span.start, span.end),
      phones: words,
    });
    end = span.end;
  }
  tokens.push(...textTokens(text.slice(end)));
  const clauses: Clause[] = [];
  let words: ClauseWord[] = [];
  for (const token of [...tokens, '']) {
    if (typeof token !== 'string') words.push(token);
    else if (words.length > 0) {
      clauses.push({ words, mark: token });
      words = [];
    }
  }
  return clauses;
};
