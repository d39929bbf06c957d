import type { Pronunciation, Utterance } from '../voice/voice.ts';
import { letterPhones, type Phones, withS } from './arpabet.ts';
import type { Lexicon } from './lexicon.ts';

/** A run of spelt letters ("U.S.", "I.C.B.M.s"), or a word. */
const TOKEN = /((?:[A-Z]\.)+)('?s\b)?|[A-Za-z]+(?:'[A-Za-z]+)*/g;
const POSSESSIVE = /'s$/;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of a spelt run, without its ending. */
  readonly letters: string | undefined;
  readonly ending: string | undefined;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    letters: match[1]?.replaceAll('.', ''),
    ending: match[2],
  }));

const lastWithS = (words: readonly Phones[]): readonly Phones[] => [
  ...words.slice(0, -1),
  withS(words.at(-1) as Phones),
];

const speltPronunciation = ({ letters, ending, start, end }: Token): Pronunciation => {
  const words = [...(letters as string)].map(letterPhones);
  return { span: { start, end }, words: ending ? lastWithS(words) : words };
};

/** Words of one name stand next to each other, with a space or hyphen between. */
const adjacent = (text: string, tokens: readonly Token[]): boolean =>
  tokens.every((token, index) => {
    const next = tokens[index + 1];
    return !next || /^[ -]$/.test(text.slice(token.end, next.start));
  });

interface Match {
  readonly count: number;
  readonly possessive: boolean;
  readonly saying: ReturnType<Lexicon['startingWith']>[number]['saying'];
}

const matchAt = (text: string, tokens: readonly Token[], index: number, lexicon: Lexicon): Match | undefined => {
  const first = (tokens[index] as Token).text;
  const candidates = [...lexicon.startingWith(first), ...lexicon.startingWith(first.replace(POSSESSIVE, ''))];
  for (const { words, saying } of candidates) {
    const found = tokens.slice(index, index + words.length);
    if (found.length < words.length || !adjacent(text, found)) continue;
    const written = found.map((token) => token.text);
    if (!written.slice(0, -1).every((word, at) => word === words[at])) continue;
    const [last, wanted] = [written.at(-1) as string, words.at(-1)];
    if (last === wanted) return { count: words.length, possessive: false, saying };
    if (last.replace(POSSESSIVE, '') === wanted) return { count: words.length, possessive: true, saying };
  }
  return undefined;
};

/** Normalised text with the pronunciations that the lexicon has for it; respellings are put into the text. */
export const pronounce = (text: string, lexicon: Lexicon): Utterance => {
  const tokens = tokensOf(text);
  const pronunciations: Pronunciation[] = [];
  let spoken = '';
  let copied = 0;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token;
    const match = token.letters ? undefined : matchAt(text, tokens, index, lexicon);
    if (!token.letters && !match) {
      index++;
      continue;
    }
    const last = tokens[index + (match?.count ?? 1) - 1] as Token;
    spoken += text.slice(copied, token.start);
    copied = last.end;
    const start = spoken.length;
    if (match && 'say' in match.saying) {
      spoken += match.saying.say + (match.possessive ? "'s" : '');
    } else {
      spoken += text.slice(token.start, last.end);
      const span = { start, end: spoken.length };
      if (match && 'phones' in match.saying)
        pronunciations.push({ span, words: match.possessive ? lastWithS(match.saying.phones) : match.saying.phones });
      else pronunciations.push({ ...speltPronunciation(token), span });
    }
    index += match?.count ?? 1;
  }
  return { text: spoken + text.slice(copied), pronunciations };
};
