import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

const LINK =
  /^\s*(?:worth of|in the form of|(?:filled|loaded|packed|laden) with|containing|carrying|full of|of|in|for)\s+/i;
const STOP_WORDS = new Set([
  'which',
  'that',
  'who',
  'its',
  'their',
  'his',
  'her',
  'each',
  'total',
  'all',
  'this',
  'these',
  'those',
  'them',
  'it',
  'worth',
]);
const LINKS_TO_PLACES = /^\s*(?:in|for)\s/i;
const MASS_OR_PLURAL = /^(?:NN|NNS|NNP|NNPS)$/;
const MAX_WORDS = 7;

export interface Item {
  readonly text: string;
  readonly end: number;
}

/** What so much there is of, from the words behind a measure, a sum or a vessel: "tons of grain", "$1bn in military aid". */
export const itemBehind = (
  text: string,
  end: number,
  sentence: AnnotatedSentence,
  of: 'money' | 'measure' | 'count',
): Item | undefined => {
  const link = LINK.exec(text.slice(end, sentence.end));
  // Only a sum is "in" or "for" something; "287 pupils in the state" says where.
  if (!link || (of !== 'money' && LINKS_TO_PLACES.test(link[0]))) return undefined;
  const start = end + link[0].length;
  const first = sentence.tokens.findIndex((token) => token.start >= start);
  if (first < 0) return undefined;
  let last = -1;
  for (let i = first; i < Math.min(sentence.tokens.length, first + MAX_WORDS); i++) {
    const token = sentence.tokens[i] as Token;
    if (STOP_WORDS.has(token.text.toLowerCase())) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') last = i;
    else if (
      !(
        token.upos === 'ADJ' ||
        token.upos === 'NUM' ||
        token.text === '-' ||
        /^VB[NG]$/.test(token.xpos) ||
        (i === first && token.upos === 'DET')
      )
    )
      break;
  }
  if (last < 0) return undefined;
  const [from, to] = [sentence.tokens[first] as Token, sentence.tokens[last] as Token];
  // "5 km in Kursk" and "for Ukraine" say where and for whom, not what.
  if (LINKS_TO_PLACES.test(link[0]) && (to.upos === 'PROPN' || !MASS_OR_PLURAL.test(to.xpos))) return undefined;
  // "40 residents of the town" are residents; "40 crates of ammunition" hold ammunition.
  if (of === 'count' && (from.upos === 'DET' || to.upos === 'PROPN' || !MASS_OR_PLURAL.test(to.xpos))) return undefined;
  const begin = from.upos === 'DET' ? (sentence.tokens[first + 1] as Token).start : from.start;
  return { text: text.slice(begin, to.end), end: to.end };
};
