import { normaliseWord, type Words } from '../../../lexicon/index.ts';
import type { Token } from '../../annotate/index.ts';

/** The words of a sentence as the lexicon looks them up, each with the token it is (part of). */
export interface TextWords extends Words {
  readonly tokenOf: readonly number[];
}

const JOINERS = /^[-–—/]+$/;
const INNER = /[-–—/]/;

/** Hyphens carry no meaning for a name: `Guinea-Bissau` is found whether it is one token or three. */
export const textWords = (tokens: readonly Token[]): TextWords => {
  const raw: string[] = [];
  const keys: string[] = [];
  const tokenOf: number[] = [];
  const add = (word: string, token: number): void => {
    const key = normaliseWord(word);
    if (key === '') return;
    raw.push(word);
    keys.push(key);
    tokenOf.push(token);
  };
  tokens.forEach(({ text }, index) => {
    if (!INNER.test(text)) add(text, index);
    else if (!JOINERS.test(text)) for (const part of text.split(/[-–—/]+/)) if (part !== '') add(part, index);
  });
  return { raw, keys, tokenOf };
};
