import { cardinalWords, decadeWords, denominatorWords, digitWords, ordinalWords, yearWords } from '../number-words.ts';
import { NUMBER, type Rule, type RuleContext, TO } from '../rule.ts';

const PHONE = /\+\d[\d\s().-]{7,17}\d/y;
const ORDINAL = /(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b/y;
const DECADE = /((?:1[1-9]|20)\d0)['’]?s\b/y;
const SHORT_DECADE = /['’‘]([2-9]0)s\b/y;
const SHORT_YEAR = /['’‘](\d\d)(?!\d)\b/y;
const VULGAR = /(\d+)?\s?([½¼¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞])/uy;
const FRACTION = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;
const RATIO = /(\d{1,3}):(\d{1,3})(?![\d:])/y;
const MIXED_FRACTION = /(\d+)\s(\d)\/(\d{1,2})(?![\d/])/y;
const YEAR = /(1[1-9]\d\d|20\d\d)(?![\d%]|[.,]\d)/y;
const RANGE = new RegExp(String.raw`(${NUMBER})${TO}(${NUMBER})(?![\d]|[-–]\d)`, 'y');
const MINUS = /[-−–](?=\.?\d)/y;
const PLAIN = new RegExp(NUMBER, 'y');
const LEADING_POINT = /\.(\d+)/y;

const VULGAR_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
};
const LARGEST_SPOKEN_DENOMINATOR = 10;

const YEAR_CUE =
  /\b(?:in|since|until|till|before|after|during|circa|early|late|mid|pre|post|spring|summer|autumn|fall|winter|year|years|by|of the|back to|dating to)[\s-]$/i;
const COUNT_CUE =
  /\b(?:over|than|about|around|nearly|almost|some|least|most|to|exactly|only|roughly|approximately|another|all|killed|of)\s$/i;
const COUNTED_NOUN =
  /^\s+(?:[a-z]+\s)?(?:people|men|women|children|troops|personnel|police|(?!was|has|is|as|this|its|us|crisis|across|previous|plus)[a-z]{2,}s)\b/;
const LAST_CENTURIES = 1900;

/** 1100 to 2099 without a comma may be a year or a count: the words around decide, and without a sign, the century. */
const isYear = (year: number, { before, after }: RuleContext): boolean => {
  if (YEAR_CUE.test(before)) return true;
  if (COUNTED_NOUN.test(after)) return false;
  if (COUNT_CUE.test(before) && /^\s+[a-z]/.test(after)) return false;
  return year >= LAST_CENTURIES || /^\s*[),.;]/.test(after);
};

const fractionWords = (numerator: number, denominator: number): string =>
  `${cardinalWords(String(numerator))} ${denominatorWords(denominator, numerator)}`;

const sayFraction = (a: string, b: string): string | null => {
  if (a === '9' && b === '11') return 'nine eleven';
  if (a === '24' && b === '7') return 'twenty-four seven';
  if (a === b && a.length > 1) return `${cardinalWords(a)} ${cardinalWords(b)}`;
  const [numerator, denominator] = [Number(a), Number(b)];
  if (denominator < 2 || denominator > LARGEST_SPOKEN_DENOMINATOR || numerator >= denominator || numerator === 0)
    return `${cardinalWords(a)} out of ${cardinalWords(b)}`;
  return fractionWords(numerator, denominator);
};

export const numberRules: readonly Rule[] = [
  { pattern: PHONE, say: ([all]) => `plus ${digitWords(all.replace(/\D/g, ''))}` },
  { pattern: ORDINAL, say: ([, digits]) => ordinalWords(digits as string) },
  { pattern: DECADE, say: ([, decade]) => decadeWords(Number(decade)) },
  { pattern: SHORT_DECADE, say: ([, decade]) => decadeWords(Number(decade)) },
  {
    pattern: VULGAR,
    say: ([, whole, sign]) => {
      const [numerator, denominator] = VULGAR_PARTS[sign as string] as readonly [number, number];
      if (!whole) return fractionWords(numerator, denominator);
      return `${cardinalWords(whole)} and ${numerator === 1 ? 'a' : cardinalWords(String(numerator))} ${denominatorWords(denominator, numerator)}`;
    },
  },
  {
    pattern: MIXED_FRACTION,
    say: ([, whole, a, b]) => {
      const words = sayFraction(a as string, b as string);
      return words && `${cardinalWords(whole as string)} and ${words.replace(/^one /, 'a ')}`;
    },
  },
  { pattern: RATIO, say: ([, a, b]) => `${cardinalWords(a as string)} to ${cardinalWords(b as string)}` },
  { pattern: FRACTION, say: ([, a, b]) => sayFraction(a as string, b as string) },
  {
    pattern: YEAR,
    say: ([, year], context) =>
      !/^[-–]\d/.test(context.after) && isYear(Number(year), context) ? yearWords(Number(year)) : null,
  },
  {
    pattern: SHORT_YEAR,
    say: ([, year], { before }) => (/\p{L}$/u.test(before) ? null : cardinalWords(String(Number(year)))),
  },
  {
    pattern: RANGE,
    say: ([all, low, high], context) => {
      if (low === high) return `${cardinalWords(low as string)} ${cardinalWords(high as string)}`;
      // Three numbers and more in a row are no range but a number of some register.
      if (/[-–]$/.test(context.before) && !/\s/.test(all)) return null;
      return `${cardinalWords(low as string)} to ${cardinalWords(high as string)}`;
    },
  },
  { pattern: MINUS, say: (_, { before }) => (/(?:^|[\s(])$/.test(before) ? 'minus ' : null) },
  { pattern: PLAIN, say: ([n]) => cardinalWords(n) },
  { pattern: LEADING_POINT, say: ([, digits]) => `point ${digitWords(digits as string)}` },
];
