import type { Bound } from '../../model/index.ts';

/** A figure as the text bounds it. Low and high follow the contract of `Quantity`. */
export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly unit: string;
  readonly item?: string | undefined;
  readonly per?: string | undefined;
}

const BILLION = 1e9;
const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  person: 'people',
  aircraft: 'aircraft',
  personnel: 'personnel',
  percent: 'per cent',
  man: 'men',
  woman: 'women',
  child: 'children',
  series: 'series',
};
/** Units that are written the same for one and for many. */
const SYMBOL = /^(?:[A-Z]{3}|[kMGµmcn]?(?:m|g|W|Wh|J|Hz|L|l|t)|km\/h|°C|h|s|min|ha|[kM]?t|mm|cm|km²|m²|m³|kt)$/;

/** Mass and volume are of something. */
const AMOUNT_SYMBOL = /^(?:[kM]?t|[kmµ]?g|[mcd]?[Ll]|m³)$/;

/** 3,000,000; decimals as given. */
export const groupDigits = (value: number): string => {
  const [whole = '', fraction] = String(value).split('.');
  if (/e/.test(whole)) return String(value);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
};

const amount = (value: number): string =>
  Math.abs(value) >= BILLION && (value / 1e8) % 1 === 0 ? `${value / BILLION} billion` : groupDigits(value);

const plural = (noun: string): string => {
  const known = IRREGULAR_PLURALS[noun.toLowerCase()];
  if (known) return known;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
};

const CURRENCY = /^[A-Z]{3}$/;
/** Nouns that hold or portion something else: "7,000 containers of shells", but never "12,000 people of troops". */
export const PORTIONS = new Set([
  'container',
  'round',
  'tonne',
  'ton',
  'barrel',
  'shipment',
  'piece',
  'unit',
  'set',
  'batch',
  'litre',
  'bag',
]);

/** What is counted, after the number: "containers of artillery shells", "troops", "km". */
const counted = ({ unit, item, per }: Figure, many: boolean): string => {
  const rate = per ? ` a ${per}` : '';
  if (unit === 'percent') return `per cent${item ? ` of ${item}` : ''}${rate}`;
  if (CURRENCY.test(unit)) return `${unit}${item ? ` (${item})` : ''}${rate}`;
  if (AMOUNT_SYMBOL.test(unit)) return `${unit}${item ? ` of ${item}` : ''}${rate}`;
  if (SYMBOL.test(unit)) return `${unit}${item ? ` (${item})` : ''}${rate}`;
  const noun = many ? plural(unit) : unit;
  if (!item) return noun + rate;
  const lower = item.toLowerCase();
  const singular = unit.toLowerCase();
  if (lower === singular) return noun + rate;
  if (many && lower.endsWith(` ${singular}`)) return item.slice(0, -singular.length) + plural(singular) + rate;
  if (lower.includes(singular) || lower.includes(plural(singular)) || lower.includes(noun.toLowerCase()))
    return item + rate;
  return (PORTIONS.has(singular) ? `${noun} of ${item}` : item) + rate;
};

const bounded = ({ low, high, bound }: Figure): string => {
  if (low !== null && high !== null && low !== high) return `${amount(low)} to ${amount(high)}`;
  const value = high ?? low;
  if (value === null) return 'an unstated number';
  switch (bound) {
    case 'at most':
      return `at most ${amount(value)}`;
    case 'at least':
      return `at least ${amount(value)}`;
    case 'about':
      return `about ${amount(value)}`;
    case 'exact':
    case 'range':
      return amount(value);
  }
};

/** The number with its bound alone: "at most 3,000,000". */
export const boundPhrase = (figure: Figure): string => bounded(figure);

/** "at most 3,000,000 rounds", "about 6,700 containers", "1.2 billion USD". */
export const figurePhrase = (figure: Figure): string =>
  `${bounded(figure)} ${counted(figure, (figure.high ?? figure.low) !== 1)}`;

/** What a ledger line is about, without a number: "containers of artillery shells". */
export const countedPhrase = (unit: string, item: string): string =>
  counted({ low: null, high: null, bound: 'exact', unit, ...(item && { item }) }, true);
