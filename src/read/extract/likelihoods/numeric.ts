import { bandOf } from '../../../lexicon/index.ts';
import { parseNumber, SMALL_NUMBER } from '../numbers/number-words.ts';
import type { Band } from './phrases.ts';

const PERCENT = '\\s?(?:%|percent\\b|per cent\\b)';
const CHANCE = '(?:chances?|probability|likelihood|odds|possibility|risk)';
const FIGURE = '\\d{1,3}(?:\\.\\d+)?';
const RANGE = `(${FIGURE})(?:${PERCENT})?(?:\\s?[-–—]\\s?|\\s(?:to|and|or)\\s)(${FIGURE})${PERCENT}`;
/** What stands between the word and its number: "of a strike has risen to". */
const LINK =
  '(?:\\s(?:of|that)\\s[^.,;:\\d]{1,60}?)?\\s(?:of|at|is|are|was|were|stands? at|to be|as|(?:has |have |had )?(?:risen|rose|fallen|fell|climbed|dropped|grown|grew|increased|rises?|falls?) to)\\s';
const ARTICLE = '(?:(?:an?|the)\\s)?';
const LEAD =
  '(?:(?:an?|the)\\s)?(?:(?:about|around|roughly|approximately|nearly|almost|at least|up to|more than|less than|over|under)\\s)?(?:an?\\s)?';

interface NumericRule {
  readonly pattern: string;
  readonly band: (match: RegExpExecArray) => Band | null;
}

const { low: EVEN_LOW, high: EVEN_HIGH } = bandOf('roughly even chance') as Band;
const EVEN: Band = { low: EVEN_LOW, high: EVEN_HIGH };

const share = (text: string | undefined): number => Number((Number(text) / 100).toPrecision(12));

const percent = (match: RegExpExecArray): Band | null => {
  const value = share(match[1]);
  if (value > 1) return null;
  const lead = match[0].toLowerCase();
  if (/\b(?:at least|more than|over)\b/.test(lead)) return { low: value, high: 1 };
  if (/\b(?:up to|less than|under)\b/.test(lead)) return { low: 0, high: value };
  return { low: value, high: value };
};

const percentRange = (match: RegExpExecArray): Band | null => {
  const [low, high] = [share(match[1]), share(match[2])];
  return low <= high && high <= 1 ? { low, high } : null;
};

const oneIn = (match: RegExpExecArray): Band | null => {
  const [part, whole] = [parseNumber(match[1] as string), parseNumber(match[2] as string)];
  if (!(part <= whole)) return null;
  const value = Number((part / whole).toPrecision(6));
  return { low: value, high: value };
};

/** Likelihoods that bear their own number: it stands, no scale is laid over it. */
export const NUMERIC_RULES: readonly NumericRule[] = [
  { pattern: `${LEAD}${RANGE}\\s${CHANCE}`, band: percentRange },
  { pattern: `${LEAD}(${FIGURE})(?:${PERCENT}|-percent)\\s${CHANCE}`, band: percent },
  {
    pattern: `${ARTICLE}${CHANCE}${LINK}${LEAD}${RANGE}`,
    band: percentRange,
  },
  {
    pattern: `${ARTICLE}${CHANCE}${LINK}${LEAD}(${FIGURE})${PERCENT}`,
    band: percent,
  },
  { pattern: `${LEAD}(${SMALL_NUMBER})[\\s-]in[\\s-](${SMALL_NUMBER})\\s${CHANCE}`, band: oneIn },
  {
    pattern: `${ARTICLE}${CHANCE}${LINK}${LEAD}(${SMALL_NUMBER})[\\s-](?:in|out\\sof)[\\s-](?:a\\s)?(${SMALL_NUMBER})`,
    band: oneIn,
  },
  { pattern: `${ARTICLE}${CHANCE}${LINK}(?:(?:about|roughly|around|approximately)\\s)?even`, band: () => EVEN },
  {
    pattern: `(?:an?\\s|the\\s)?(?:fifty-fifty|50[-–/]50)(?:\\s(?:chance|odds|bet|probability|likelihood))?`,
    band: () => ({ low: 0.5, high: 0.5 }),
  },
  { pattern: `probability\\sof\\s(0?\\.\\d+)`, band: (match) => ({ low: Number(match[1]), high: Number(match[1]) }) },
  { pattern: `${LEAD}(${FIGURE})(?:${PERCENT})\\s(?:likely|probable|certain|sure)`, band: percent },
];
