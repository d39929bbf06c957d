import type { Span } from '../../../model/index.ts';
import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

const NO_ONE = /^(?:no|neither|none|nobody|nothing|no-one)$/i;
const NOT = /^(?:not|n['’]t|hardly|scarcely|never)$/i;
const HOLDS = new Set([
  'think',
  'consider',
  'believe',
  'deem',
  'see',
  'regard',
  'look',
  'seem',
  'appear',
  'expect',
  'judge',
  'find',
]);

const dependents = (tokens: readonly Token[], head: number): readonly Token[] =>
  tokens.filter((token) => token.head === head);

/** Whether a likely-word is denied from outside of it: "no deal is likely", "did not think it likely". */
export const isDeniedOutside = ({ tokens }: AnnotatedSentence, { start, end }: Span): boolean => {
  const at = tokens.findIndex((token) => token.start >= start && token.end <= end && token.upos === 'ADJ');
  const word = tokens[at];
  if (!word) return false;
  const heads = [at];
  const above = tokens[word.head];
  if (above && word.deprel !== 'amod' && HOLDS.has(above.lemma)) {
    if (dependents(tokens, word.head).some(({ text, deprel }) => deprel === 'advmod' && NOT.test(text))) return true;
    heads.push(word.head);
  }
  return tokens.some(
    (token, index) =>
      heads.includes(token.head) &&
      /^nsubj/.test(token.deprel) &&
      (NO_ONE.test(token.text) ||
        dependents(tokens, index).some(({ text, deprel }) => deprel === 'det' && NO_ONE.test(text))),
  );
};
