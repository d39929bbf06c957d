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

/** Verbs of what lasts, whose present tense tells how things are in these times rather than on a day. */
const LASTING = new Set(
  (
    'be have know use live remain exist see continue need own survive seem stand belong consist contain occur vary range last work ' +
    'suffer face depend enjoy consider call recognise recognize find celebrate observe follow serve play produce export boast own'
  ).split(' '),
);
const PRESENT = /^VB[ZP]$/;

/**
 * Whether the verb above the offset tells what holds in general ("is still used today", "the monsoon occurs in July"): a
 * simple present of a lasting verb, told of others than the speaker.
 */
export const isGeneralAt = (sentence: AnnotatedSentence | undefined, offset: number): boolean => {
  if (!sentence) return false;
  const { tokens } = sentence;
  let index = tokens.findIndex((token) => token.end > offset);
  // "To preserve tomorrow": an age, as an object.
  if (tokens[index]?.deprel === 'obj') return true;
  for (let step = 0; index >= 0 && step < MAX_CLIMB; step++) {
    const token = tokens[index];
    if (!token) return false;
    const children = tokens.filter((one) => one.head === index);
    const copula = children.find((one) => one.deprel === 'cop');
    if (token.upos !== 'VERB' && copula === undefined) {
      if (token.deprel.startsWith('nsubj')) return false;
      index = token.head;
      continue;
    }
    const subject = children.find((one) => one.deprel.startsWith('nsubj'));
    if (subject === undefined || /^(?:I|we|you|today|this|it|that)$/i.test(subject.text)) return false;
    const auxiliaries = children.filter((one) => one.deprel.startsWith('aux'));
    if (copula !== undefined)
      return (
        PRESENT.test(copula.xpos) &&
        auxiliaries.length === 0 &&
        /^(?:ADJ|NOUN)$/.test(token.upos) &&
        !children.some((one) => one.deprel === 'case')
      );
    if (!LASTING.has(token.lemma)) return false;
    if (auxiliaries.length === 0) return PRESENT.test(token.xpos);
    return token.xpos === 'VBN' && auxiliaries.length === 1 && /^(?:is|are|'s|’s)$/.test(auxiliaries[0]?.text ?? '');
  }
  return false;
};
