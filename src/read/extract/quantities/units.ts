/** Unit of measure or of money by the words that name it; what is not here is counted by its own noun. */
interface UnitRow {
  readonly unit: string;
  readonly words: readonly string[];
}

const MEASURES: readonly UnitRow[] = [
  { unit: 'percent', words: ['%', 'percent', 'per cent', 'pct', 'per cent.'] },
  { unit: 'percentage point', words: ['percentage point', 'percentage points', 'point', 'points'] },
  { unit: 'mm', words: ['mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres'] },
  { unit: 'cm', words: ['cm', 'centimeter', 'centimeters', 'centimetre', 'centimetres'] },
  { unit: 'm', words: ['m', 'meter', 'meters', 'metre', 'metres'] },
  { unit: 'km', words: ['km', 'kms', 'kilometer', 'kilometers', 'kilometre', 'kilometres'] },
  {
    unit: 'km²',
    words: ['sq km', 'km²', 'km2', 'square kilometer', 'square kilometers', 'square kilometre', 'square kilometres'],
  },
  { unit: 'm²', words: ['sq m', 'm²', 'm2', 'square meter', 'square meters', 'square metre', 'square metres'] },
  { unit: 'm³', words: ['m³', 'm3', 'cubic meter', 'cubic meters', 'cubic metre', 'cubic metres'] },
  { unit: 'square mile', words: ['sq mi', 'square mile', 'square miles'] },
  {
    unit: 'km/h',
    words: [
      'km/h',
      'kph',
      'kmh',
      'kilometers per hour',
      'kilometres per hour',
      'kilometers an hour',
      'kilometres an hour',
    ],
  },
  { unit: 'mile', words: ['mi', 'mile', 'miles'] },
  { unit: 'nautical mile', words: ['nm', 'nmi', 'nautical mile', 'nautical miles'] },
  { unit: 'foot', words: ['ft', 'foot', 'feet'] },
  { unit: 'inch', words: ['inch', 'inches'] },
  { unit: 'ha', words: ['ha', 'hectare', 'hectares'] },
  { unit: 'acre', words: ['acre', 'acres'] },
  { unit: 'g', words: ['g', 'gram', 'grams', 'gramme', 'grammes'] },
  { unit: 'kg', words: ['kg', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes'] },
  { unit: 't', words: ['tonne', 'tonnes', 'metric ton', 'metric tons', 'metric tonnes'] },
  { unit: 'ton', words: ['ton', 'tons'] },
  { unit: 'kt', words: ['kt', 'kiloton', 'kilotons', 'kilotonne', 'kilotonnes'] },
  { unit: 'Mt', words: ['megaton', 'megatons', 'megatonne', 'megatonnes'] },
  { unit: 'pound', words: ['lb', 'lbs'] },
  { unit: 'L', words: ['litre', 'litres', 'liter', 'liters'] },
  { unit: 'gallon', words: ['gallon', 'gallons'] },
  { unit: 'kB', words: ['kb', 'kilobyte', 'kilobytes'] },
  { unit: 'MB', words: ['mb', 'megabyte', 'megabytes'] },
  { unit: 'GB', words: ['gb', 'gigabyte', 'gigabytes'] },
  { unit: 'TB', words: ['tb', 'terabyte', 'terabytes'] },
  { unit: 'kW', words: ['kw', 'kilowatt', 'kilowatts'] },
  { unit: 'MW', words: ['mw', 'megawatt', 'megawatts'] },
  { unit: 'GW', words: ['gw', 'gigawatt', 'gigawatts'] },
  { unit: 'kWh', words: ['kwh', 'kilowatt-hour', 'kilowatt-hours', 'kilowatt hours'] },
  { unit: 'MWh', words: ['mwh', 'megawatt-hour', 'megawatt-hours', 'megawatt hours'] },
  { unit: 'TWh', words: ['twh', 'terawatt-hour', 'terawatt-hours', 'terawatt hours'] },
  { unit: '°C', words: ['°c', 'degrees celsius', 'degree celsius'] },
  { unit: '°F', words: ['°f', 'degrees fahrenheit', 'degree fahrenheit'] },
  { unit: 'degree', words: ['degrees', 'degree'] },
  { unit: 'knot', words: ['knot', 'knots'] },
  { unit: 'mph', words: ['mph', 'miles per hour', 'miles an hour'] },
  { unit: 'Hz', words: ['hz', 'hertz'] },
  { unit: 'second', words: ['second', 'seconds', 'sec'] },
  { unit: 'minute', words: ['minute', 'minutes', 'min'] },
  { unit: 'hour', words: ['hour', 'hours', 'hr', 'hrs'] },
  { unit: 'day', words: ['day', 'days'] },
  { unit: 'week', words: ['week', 'weeks'] },
  { unit: 'month', words: ['month', 'months'] },
  { unit: 'year', words: ['year', 'years', 'yr', 'yrs'] },
  { unit: 'decade', words: ['decade', 'decades'] },
];

const MONEY: readonly UnitRow[] = [
  { unit: 'AUD', words: ['australian dollar', 'australian dollars', 'aud'] },
  { unit: 'CAD', words: ['canadian dollar', 'canadian dollars', 'cad'] },
  { unit: 'HKD', words: ['hong kong dollar', 'hong kong dollars', 'hkd'] },
  { unit: 'TWD', words: ['taiwan dollar', 'taiwan dollars', 'new taiwan dollars', 'twd'] },
  { unit: 'NZD', words: ['new zealand dollar', 'new zealand dollars', 'nzd'] },
  { unit: 'SGD', words: ['singapore dollar', 'singapore dollars', 'sgd'] },
  {
    unit: 'USD',
    words: ['dollar', 'dollars', 'us dollar', 'us dollars', 'u.s. dollar', 'u.s. dollars', 'american dollars', 'usd'],
  },
  { unit: 'EUR', words: ['euro', 'euros', 'eur'] },
  {
    unit: 'GBP',
    words: ['pound sterling', 'pounds sterling', 'british pound', 'british pounds', 'gbp', 'pound', 'pounds'],
  },
  { unit: 'RUB', words: ['ruble', 'rubles', 'rouble', 'roubles', 'rub'] },
  { unit: 'UAH', words: ['hryvnia', 'hryvnias', 'hryvnya', 'hryvnyas', 'uah'] },
  { unit: 'KRW', words: ['won', 'korean won', 'south korean won', 'krw'] },
  { unit: 'JPY', words: ['yen', 'japanese yen', 'jpy'] },
  { unit: 'CNY', words: ['yuan', 'renminbi', 'chinese yuan', 'cny', 'rmb'] },
  { unit: 'INR', words: ['rupee', 'rupees', 'indian rupees', 'inr'] },
  { unit: 'PKR', words: ['pakistani rupees', 'pkr'] },
  { unit: 'ILS', words: ['shekel', 'shekels', 'new israeli shekels', 'nis', 'ils'] },
  { unit: 'TRY', words: ['lira', 'liras', 'turkish lira', 'turkish liras', 'try'] },
  { unit: 'CHF', words: ['swiss franc', 'swiss francs', 'chf'] },
  { unit: 'PLN', words: ['zloty', 'zlotys', 'pln'] },
  { unit: 'SEK', words: ['swedish krona', 'swedish kronor', 'krona', 'kronor', 'sek'] },
  { unit: 'NOK', words: ['norwegian krone', 'norwegian kroner', 'nok'] },
  { unit: 'DKK', words: ['danish krone', 'danish kroner', 'dkk'] },
  { unit: 'CZK', words: ['czech koruna', 'czech korunas', 'czech crowns', 'czk'] },
  { unit: 'SAR', words: ['saudi riyal', 'saudi riyals', 'riyals', 'sar'] },
  { unit: 'IRR', words: ['iranian rial', 'iranian rials', 'rial', 'rials', 'irr'] },
  { unit: 'AED', words: ['dirham', 'dirhams', 'emirati dirhams', 'aed'] },
  { unit: 'EGP', words: ['egyptian pound', 'egyptian pounds', 'egp'] },
  { unit: 'BRL', words: ['real', 'reais', 'brazilian reais', 'brl'] },
  { unit: 'MXN', words: ['mexican peso', 'mexican pesos', 'mxn'] },
  { unit: 'ZAR', words: ['rand', 'south african rand', 'zar'] },
  { unit: 'NGN', words: ['naira', 'ngn'] },
  { unit: 'THB', words: ['baht', 'thb'] },
  { unit: 'KZT', words: ['tenge', 'kzt'] },
];

/** Signs before a figure. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₦', 'NGN'],
]);

const CODES = MONEY.map(({ unit }) => unit);

const ROWS = [...MEASURES, ...MONEY];

const BY_WORDS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(({ unit, words }) => words.map((word) => [word, unit] as const)),
);

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');

/** Pattern source for any unit word, longest first; letters may not go on behind it. */
export const UNIT_WORDS = `(?:${alternatives([...BY_WORDS.keys()])})(?![\\p{L}\\d])`;

export const CURRENCY_BEFORE = `(?:${alternatives([...CURRENCY_SIGNS.keys()])}|(?:${CODES.join('|')})\\s?)`;

/** The unit that the words name, undefined where they name none. */
export const unitOf = (words: string): string | undefined => BY_WORDS.get(words.toLowerCase().replace(/\s+/g, ' '));

export const currencyOf = (sign: string): string | undefined =>
  CURRENCY_SIGNS.get(sign.trim()) ?? (CODES.includes(sign.trim()) ? sign.trim() : undefined);

export const isMoney = (unit: string): boolean => CODES.includes(unit);

/** Units of time: with "ago" or "old" behind them they are dates and ages, no quantities. */
export const TIME_UNITS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
]);

const PER_WORDS: ReadonlyMap<string, string> = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['hourly', 'hour'],
]);

const PER =
  /^\s*(?:(?:(?:per|an?|each|every)\s|\/\s?)(second|minute|hour|day|night|week|month|quarter|year|person|capita|barrel|ton|tonne|litre|liter|gallon|head|household|unit|share|ounce|gram|kilo|kilogram|kg|mile|kilomet(?:er|re)|km|passenger|seat|vote|voter|head|pupil|student|patient|family|soldier|troop|tank|drone|transit|ship|vessel|voyage|flight|missile|shell|round)\b(?!\s+(?:ago|earlier|later|before|after|from|old|of\s+(?!oil|gas)))|(annually|yearly|monthly|weekly|daily|hourly)\b)/i;

/** What a rate is per, from the text behind the quantity, with how far it reaches. */
export const perBehind = (after: string): { readonly per: string; readonly length: number } | undefined => {
  const match = PER.exec(after);
  if (!match) return undefined;
  const word = (match[1] ?? PER_WORDS.get((match[2] as string).toLowerCase()) ?? '').toLowerCase();
  return { per: word === 'capita' || word === 'head' ? 'person' : word, length: match[0].length };
};

const RATE = /^\s?(?:bopd|bpd|b\/d)(?![\p{L}\d])/iu;

/** "150,000 bpd": barrels a day in one word. */
export const rateAbbreviation = (
  behind: string,
): { readonly unit: string; readonly per: string; readonly length: number } | undefined => {
  const match = RATE.exec(behind);
  return match ? { unit: 'barrel', per: 'day', length: match[0].length } : undefined;
};
