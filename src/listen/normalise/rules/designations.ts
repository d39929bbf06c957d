import { cardinalWords, designationWords, pluralWords } from '../number-words.ts';
import { type Rule, type RuleContext, spelt } from '../rule.ts';

/** F-16, S-400, Su-35S, KN-23, MiG-29, Hwasong-18, M1A2, 5G, G7, U-238. */
const NAMED_NUMBER = /([A-Z][A-Za-z]{0,12})[-‑–](\d{1,4})((?:[A-Z]{1,3}\d?)?)(['’]?s|)(?![\p{L}\d]|[.,]\d)/uy;
const LETTERS_AND_NUMBERS = /(?=[A-Z\d]*[A-Z])(?=[A-Z\d]*\d)[A-Z]{1,4}\d{1,4}(?:[A-Z]+\d*)*(?![\p{L}\d]|[.,]\d)/uy;
const NUMBER_THEN_LETTER = /(\d{1,4})([A-Z])(?![\p{L}\d])/uy;
/** Things that go by a number, which is then read in pairs. */
const NUMBERED =
  /(Resolutions?|UNSCRs?|Flight|Boeing|Airbus|Highway|Route|Room|Bureau|Unit|Executive Order)\s+(\d{3,4})(?![\d.,%]\d|\d)/uy;

/** Mixed case is a word (Su, Hwasong), capitals are letters (KN, F). */
const nameWords = (name: string, isWord: RuleContext['isWord']): string =>
  /^[A-Z]+$/.test(name) && !isWord(name) ? spelt(name) : name;

const mixedWords = (mixed: string): string =>
  mixed.replace(/[A-Z]+|\d+/g, (part) => ` ${/\d/.test(part) ? designationWords(part) : spelt(part)}`).trim();

export const designationRules: readonly Rule[] = [
  {
    pattern: NAMED_NUMBER,
    say: ([, name, digits, suffix, tail], { isWord }) => {
      const number = designationWords(digits as string);
      const whole = suffix ? `${number} ${mixedWords(suffix)}` : number;
      const ended = tail === 's' && !suffix ? pluralWords(number) : whole + (tail ? tail.replace('’', "'") : '');
      return `${nameWords(name as string, isWord)} ${ended}`;
    },
  },
  { pattern: LETTERS_AND_NUMBERS, say: ([all]) => mixedWords(all) },
  {
    pattern: NUMBERED,
    say: ([, noun, digits]) =>
      `${(noun as string).startsWith('UNSCR') ? 'U.N. Security Council Resolution' : noun} ${designationWords(digits as string)}`,
  },
];

/** After the quantities, where M and B are millions and billions. */
export const numberedLetterRule: Rule = {
  pattern: NUMBER_THEN_LETTER,
  say: ([, digits, letter]) => `${cardinalWords(digits as string)} ${spelt(letter as string)}`,
};
