import type { Bound, Span } from '../../../model/index.ts';
import { MAGNITUDE_ABBREVIATIONS, MAGNITUDES, parseFigure, parseNumber } from '../numbers/number-words.ts';
import { boundBefore } from './bounds.ts';
import { CURRENCY_BEFORE, currencyOf } from './units.ts';

/** A number or range of a text with its bound, before it is known what it counts. */
export interface NumberPhrase extends Span {
  /** Where the figure itself begins, behind the words of its bound. */
  readonly figure: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly currency?: string;
  /** Written in words. */
  readonly words: boolean;
  /** "Dozens", "hundreds of thousands". */
  readonly vague?: boolean;
}

const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const MAGNITUDE = `(?:[\\s-]?(?:hundred thousand|hundred|thousand|million|billion|trillion|lakh|crore)|\\s?(?:bn|mn|mln|tn|trn)|(?:k|m|b))\\b`;
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SCALE = 'hundred|thousand|million|billion|trillion|dozen|lakh|crore';
const WORD = `(?:(?:${TENS})(?:[-\\s](?:${ONES})\\b|(?![-\\s](?:${ONES})\\b))|${TEENS}|${ONES}|zero)`;
const IN_WORDS = `(?:(?:an?|one|three)[\\s-]quarters?\\s+of\\s+an?\\s+(?:million|billion|trillion)|(?:half an?|an?|${WORD}|several|a few|a couple)[\\s-]+(?:and a half[\\s-]+)?(?:${SCALE})(?:(?:[\\s-]+(?:and[\\s-]+)?)(?:${WORD}|${SCALE}))*|${WORD}(?:\\s+and\\s+a\\s+half)?(?:[\\s-]+(?:${SCALE}))*|a couple(?: of)?|half a dozen)`;
const PLURAL_SCALE =
  '(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?:\\s+of\\s+(?:thousands|millions|billions|trillions))*)';

const AMOUNT = `(?:(?:${CURRENCY_BEFORE})?(?:${FIGURE})(?:${MAGNITUDE})?|${IN_WORDS})`;
const RANGE_WORD = '\\s?[-–—]\\s?|\\s+to\\s+|\\s+or\\s+';

const PATTERN = new RegExp(
  `(?<![\\p{L}\\d.,:/_-]|[$€£]\\d*)(?:(?<between>between\\s+)(?<b1>${AMOUNT})(?:\\s?(?:km|percent|%|tons?|tonnes))?\\s+and\\s+(?<b2>${AMOUNT})|(?<from>from\\s+)?(?<r1>${AMOUNT})(?<unit>%|\\s(?:percent|km|miles|tons|tonnes))?(?<join>${RANGE_WORD})(?<r2>${AMOUNT})|(?<vague>${PLURAL_SCALE})|(?<one>${AMOUNT}))(?<plus>\\+|-plus)?(?![\\d]|,\\d|\\.\\d)`,
  'giu',
);

const VAGUE_FACTOR = 2;
const SCALE_VALUES: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** "Dozens" is at least two of them; "tens of thousands" at least two times ten thousand. */
const vagueLow = (text: string): number =>
  text
    .toLowerCase()
    .split(/\s+of\s+/)
    .reduce((product, word) => product * (SCALE_VALUES.get(word) ?? 1), VAGUE_FACTOR);

interface Amount {
  readonly value: number;
  readonly magnitude: number;
  readonly currency: string | undefined;
  readonly vague: boolean;
}

const amountPattern = new RegExp(`^(${CURRENCY_BEFORE})?(${FIGURE})(${MAGNITUDE})?$`, 'iu');

const magnitudeOf = (text: string | undefined): number => {
  const word = (text ?? '').trim().replace(/^-/, '').toLowerCase();
  if (word === '') return 1;
  if (word === 'hundred thousand') return 1e5;
  return MAGNITUDES.get(word) ?? MAGNITUDE_ABBREVIATIONS.get(word) ?? 1;
};

const parseAmount = (text: string): Amount => {
  const match = amountPattern.exec(text);
  if (match) {
    const magnitude = magnitudeOf(match[3]);
    const figure = parseFigure(match[2] as string);
    // Not 1.2 * 1e9 = 1199999999.9999998: the figure's digits decide.
    const value = Number((figure * magnitude).toPrecision(15));
    return {
      value,
      magnitude,
      currency: match[1] === undefined ? undefined : currencyOf(match[1].toUpperCase()),
      vague: false,
    };
  }
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^(?:several|a few)\b/.test(words)) {
    return {
      value: VAGUE_FACTOR * parseNumber(words.replace(/^(?:several|a few)[\s-]/, 'one ')),
      magnitude: 1,
      currency: undefined,
      vague: true,
    };
  }
  const quarters = /^(a|one|three)[\s-]quarters? of an? (\S+)$/.exec(words);
  if (quarters) {
    const value = (quarters[1] === 'three' ? 0.75 : 0.25) * parseNumber(`one ${quarters[2]}`);
    return { value, magnitude: 1, currency: undefined, vague: false };
  }
  if (/^a couple(?: of)?$/.test(words)) return { value: 2, magnitude: 1, currency: undefined, vague: false };
  if (words.startsWith('a couple '))
    return {
      value: 2 * parseNumber(words.replace('a couple ', 'one ')),
      magnitude: 1,
      currency: undefined,
      vague: false,
    };
  if (/^half an? /.test(words))
    return {
      value: parseNumber(words.replace(/^half an? /, 'one ')) / 2,
      magnitude: 1,
      currency: undefined,
      vague: false,
    };
  const last = words.split(/[\s-]/).at(-1) ?? '';
  return {
    value: parseNumber(words.replace(/^an? /, 'one ')),
    magnitude: MAGNITUDES.get(last) ?? 1,
    currency: undefined,
    vague: false,
  };
};

/** Verbs of change: "rose from 3 to 5" tells two figures, not a range. */
const CHANGE =
  /\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|increas\w+|decreas\w+|grow\w*|grew|dropp?\w*|declin\w+|rais\w+|lower\w*|cut\w*|reduc\w+|jump\w*|expand\w*|shr[aiu]nk\w*|chang\w+|climb\w*|surg\w+|swell\w*|mov\w+|went|go(?:es|ing)?|doubl\w+|up|down)\b[^.;]{0,40}$/i;

/** Every number phrase of a text, left to right, without overlap. */
export const findNumberPhrases = (text: string): readonly NumberPhrase[] => {
  const phrases: NumberPhrase[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const groups = match.groups as Record<string, string | undefined>;
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 60), start);
    const first = groups['b1'] ?? groups['r1'];
    const second = groups['b2'] ?? groups['r2'];
    if (first !== undefined && second !== undefined)
      phrases.push(...rangeOrPair(groups, first, second, start, end, before, text));
    else if (groups['vague'] !== undefined) {
      const cue = boundBefore(before);
      phrases.push({
        start: start - cue.length,
        end,
        figure: start,
        low: vagueLow(groups['vague']),
        high: null,
        bound: 'at least',
        words: true,
        vague: true,
      });
    } else phrases.push(single(groups['one'] as string, start, end, before, groups['plus'] !== undefined));
  }
  return phrases.filter(({ low, high }) => isNumber(low) && isNumber(high));
};

/** A row of 400 digits is no number that anybody counts to. */
const isNumber = (value: number | null): boolean => value === null || Number.isFinite(value);

const withBound = (value: number, bound: Bound): Pick<NumberPhrase, 'low' | 'high' | 'bound'> => {
  if (bound === 'at least') return { low: value, high: null, bound };
  if (bound === 'at most') return { low: null, high: value, bound };
  return { low: value, high: value, bound };
};

const MINUS = /\bminus\s$/i;

const isInWords = (text: string): boolean => !/\d/.test(text);

const single = (text: string, start: number, end: number, before: string, plus: boolean): NumberPhrase => {
  const amount = parseAmount(text);
  const cue = boundBefore(before);
  const bound = plus || amount.vague ? 'at least' : cue.bound;
  const minus = MINUS.exec(before)?.[0].length ?? 0;
  return {
    start: start - Math.max(cue.length, minus),
    end,
    figure: start,
    ...withBound(minus > 0 ? -amount.value : amount.value, bound),
    ...(amount.currency && { currency: amount.currency }),
    words: isInWords(text),
  };
};

const rangeOrPair = (
  groups: Record<string, string | undefined>,
  first: string,
  second: string,
  start: number,
  end: number,
  before: string,
  text: string,
): NumberPhrase[] => {
  const [a, b] = [parseAmount(first), parseAmount(second)];
  // "3 to 5 million": the magnitude is both's, where that keeps the order.
  const shared = a.magnitude === 1 && b.magnitude > 1 && a.value * b.magnitude <= b.value ? b.magnitude : 1;
  const low = Number((a.value * shared).toPrecision(15));
  const currency = a.currency ?? b.currency;
  const joined = groups['join']?.trim();
  const changes = groups['from'] !== undefined && CHANGE.test(before);
  const figureStart = start + (groups['from'] ?? groups['between'] ?? '').length;
  if (low < b.value && !changes) {
    const cue = groups['between'] === undefined && groups['from'] === undefined ? boundBefore(before) : undefined;
    return [
      {
        start: start - (cue?.length ?? 0),
        end,
        figure: figureStart,
        low,
        high: b.value,
        bound: 'range',
        ...(currency && { currency }),
        words: isInWords(first),
      },
    ];
  }
  if (joined === '-' || joined === '–' || joined === '—') return [];
  const secondStart = text.lastIndexOf(second, end);
  return [
    {
      start: figureStart,
      end: figureStart + first.length,
      figure: figureStart,
      ...withBound(low, 'exact'),
      ...(a.currency && { currency: a.currency }),
      words: isInWords(first),
    },
    {
      start: secondStart,
      end: secondStart + second.length,
      figure: secondStart,
      ...withBound(b.value, 'exact'),
      ...(b.currency && { currency: b.currency }),
      words: isInWords(second),
    },
  ];
};
