import type { AnnotatedSentence } from '../../annotate/annotation.ts';
import type { NumberPhrase } from './number-phrases.ts';

const HARMED =
  /\b(?:kill|wound|injur|arrest|detain|captur|displac|evacuat|hospitali[sz]|behead|execut)\w*\s(?:and\s\w+ing\s)?(?:(?:at least|up to|as many as|more than|about|some|nearly|over|another)\s)*$/i;
const HARMED_BEHIND =
  /^\s+(?:(?:were|was|had been|have been|has been|is|are|being|got|still|remain(?:s|ed)?)\s+)*(?:reported(?:ly)?\s+)?(?:killed|dead|died|wounded|injured|hurt|missing|arrested|detained|captured|hospitali[sz]ed|evacuated|displaced)\b/i;
const LEFT = /\b(?:leav(?:e|es|ing)|left)\s(?:(?:at least|up to|as many as|more than|about|some|nearly|over)\s)*$/i;
const NOTHING_BEHIND = /^\s*(?:[.,;:!?)”"’]|and\b|in\b|on\b|at\b|after\b|during\b|when\b|$)/i;
const GROUP_OF =
  /\b(?:crew|crowd|group|team|party|family|delegation|squad|unit|force|band|gang|staff|platoon|garrison|contingent|entourage|population|team|panel|jury)\s(?:of\s)?(?:(?:at least|up to|as many as|more than|about|some|nearly|over)\s)*$/i;
const NO_NOUN_BEHIND = /^\s*(?:[.,;:!?)”"’]|$|\p{Ll}+(?:ed|s)\b|(?:was|were|is|are|has|have|had|fled|left)\b)/u;
const VERB_BEHIND = 4;

const isVerbNext = (sentence: AnnotatedSentence, end: number): boolean => {
  const at = sentence.tokens.findIndex((token) => token.start >= end);
  if (at < 0) return false;
  for (const token of sentence.tokens.slice(at, at + VERB_BEHIND)) {
    if (token.upos === 'VERB' || token.upos === 'AUX') return !/^VBG|^VBN/.test(token.xpos) || token.upos === 'AUX';
    if (token.upos !== 'ADV' && token.upos !== 'PUNCT') return false;
  }
  return false;
};

/** "killing 30", "12 were wounded", "a crew of 11", "thousands marched": persons, though no noun says so. */
export const countsPersons = (text: string, phrase: NumberPhrase, sentence: AnnotatedSentence): boolean => {
  const before = text.slice(sentence.start, phrase.figure);
  const behind = text.slice(phrase.end, sentence.end);
  if (/\bof\s(?:which|whom|them|these|those)\b[^,;]{0,24}$/i.test(before)) return false;
  if (HARMED_BEHIND.test(behind)) return true;
  if (HARMED.test(before) && NOTHING_BEHIND.test(behind)) return true;
  if (LEFT.test(before) && /^\s+(?:dead|wounded|injured|homeless|missing)\b/i.test(behind)) return true;
  if (GROUP_OF.test(before) && NO_NOUN_BEHIND.test(behind)) return true;
  return phrase.vague === true && isVerbNext(sentence, phrase.end);
};

const YEAR_LIKE = /^(?:1[5-9]|20)\d\d$/;
const CLAUSE_ENDS = /^\s*(?:[.;!?)”"’]|,\s|$|and\s(?:the|a|an|another)\b)/i;

/**
 * Whether a number that nothing follows may be read with the noun told before it in the sentence: "of the 240 hostages,
 * 105 were released", "fires 6,000 shells a day, while the enemy fires 20,000".
 */
export const mayShareNounBefore = (text: string, phrase: NumberPhrase, sentence: AnnotatedSentence): boolean => {
  const figure = text.slice(phrase.figure, phrase.end);
  const before = text.slice(sentence.start, phrase.figure);
  if (YEAR_LIKE.test(figure) || /\b(?:in|by|to|since|until|no\.?|number)\s$/i.test(before)) return false;
  if (isVerbNext(sentence, phrase.end)) return true;
  return !/\band\s$/i.test(before) && CLAUSE_ENDS.test(text.slice(phrase.end, sentence.end));
};
