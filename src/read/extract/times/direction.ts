import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';
import type { Direction } from './time-rule.ts';

const FUTURE_AUXILIARIES = new Set(['will', "'ll", '’ll', 'shall', 'wo']);
const FUTURE_VERBS = new Set([
  'plan',
  'expect',
  'schedule',
  'intend',
  'due',
  'set',
  'slate',
  'aim',
  'hope',
  'prepare',
  'upcoming',
  'start',
  'begin',
]);
const MAX_CLIMB = 12;

/** Whether a verb token tells what is still to come. */
const looksAhead = (sentence: AnnotatedSentence, verb: number): boolean => {
  const children = sentence.tokens.filter((token) => token.head === verb);
  if (children.some((token) => FUTURE_AUXILIARIES.has(token.text.toLowerCase()))) return true;
  const token = sentence.tokens[verb] as Token;
  if (token.xpos === 'VBD') return false;
  // "is visiting", "is due", "is expected to": a present that points forward
  const present = children.some(
    (child) => child.deprel.startsWith('aux') && /^(?:is|are|am|'s|’s|'re|’re)$/.test(child.text),
  );
  if (token.xpos === 'VBG' && (present || FUTURE_VERBS.has(token.lemma))) return true;
  if (FUTURE_VERBS.has(token.lemma) && token.xpos !== 'VBN') return true;
  if (FUTURE_VERBS.has(token.lemma) && present) return true;
  return token.xpos === 'VB' && children.some((child) => child.upos === 'PART' && child.lemma === 'to');
};

/** Past or future, from the nearest verb above the token at the offset; past where nothing says otherwise. */
export const directionAt = (sentence: AnnotatedSentence | undefined, offset: number): Direction => {
  if (!sentence) return 'past';
  let index = sentence.tokens.findIndex((token) => token.end > offset);
  for (let step = 0; index >= 0 && step < MAX_CLIMB; step++) {
    const token = sentence.tokens[index];
    if (!token) break;
    if (token.upos === 'VERB' || (token.upos === 'ADJ' && token.lemma === 'due') || token.upos === 'AUX') {
      if (looksAhead(sentence, index)) return 'future';
      if (token.xpos === 'VBD' || token.xpos === 'VBN' || token.xpos === 'VBZ' || token.xpos === 'VBP') return 'past';
    }
    index = token.head;
  }
  return 'past';
};
