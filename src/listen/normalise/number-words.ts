const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const THOUSANDS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'];
/** Longer numbers are read digit by digit. */
const MAX_DIGITS = 3 * THOUSANDS.length;

const underHundred = (n: number): string => {
  if (n < 20) return SMALL[n] as string;
  const ones = n % 10;
  return `${TENS[Math.floor(n / 10)]}${ones ? `-${SMALL[ones]}` : ''}`;
};

const underThousand = (n: number): string => {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  return [hundreds ? `${SMALL[hundreds]} hundred` : '', rest || !hundreds ? underHundred(rest) : '']
    .filter(Boolean)
    .join(' ');
};

/** "407" → "four zero seven". */
export const digitWords = (digits: string): string => [...digits].map((digit) => SMALL[Number(digit)]).join(' ');

/** A whole number without sign, as digits: "1250000" → "one million two hundred fifty thousand". */
const wholeWords = (digits: string): string => {
  if (digits.length > MAX_DIGITS || (digits.length > 1 && digits.startsWith('0'))) return digitWords(digits);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  const words = groups
    .map((group, index) => (Number(group) ? `${underThousand(Number(group))} ${THOUSANDS[index]}`.trim() : ''))
    .reverse()
    .filter(Boolean)
    .join(' ');
  return words || 'zero';
};

/** A written number, with commas and decimals as they come: "1,250.5" → "one thousand two hundred fifty point five". */
export const cardinalWords = (written: string): string => {
  const [whole = '', decimals] = written.replaceAll(',', '').split('.');
  return `${wholeWords(whole || '0')}${decimals ? ` point ${digitWords(decimals)}` : ''}`;
};

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** "21" → "twenty-first". */
export const ordinalWords = (written: string): string =>
  cardinalWords(written).replace(/[a-z]+$/, (last) => {
    const irregular = IRREGULAR_ORDINALS[last];
    if (irregular) return irregular;
    return last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`;
  });

/** The words of an ordinal in the plural or singular as a fraction's denominator: 3 → "third", "thirds". */
export const denominatorWords = (denominator: number, numerator: number): string => {
  if (denominator === 2) return numerator === 1 ? 'half' : 'halves';
  const one = denominator === 4 ? 'quarter' : ordinalWords(String(denominator));
  return numerator === 1 ? one : `${one}s`;
};

/** 1994 → "nineteen ninety-four", 2003 → "two thousand three", 1905 → "nineteen oh five", 1800 → "eighteen hundred". */
export const yearWords = (year: number): string => {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (year % 1000 < 10) return cardinalWords(String(year));
  if (rest === 0) return `${underHundred(century)} hundred`;
  return `${underHundred(century)} ${rest < 10 ? `oh ${SMALL[rest]}` : underHundred(rest)}`;
};

/** Names and numbers of things, in pairs: 130 → "one thirty", 101 → "one oh one", 1718 → "seventeen eighteen", 400 → "four hundred". */
export const designationWords = (digits: string): string => {
  if (digits.startsWith('0') || digits.length > 4) return digitWords(digits);
  const n = Number(digits);
  if (digits.length < 3 || n % 1000 === 0) return cardinalWords(digits);
  return digits.length === 4 && n % 1000 < 10 ? cardinalWords(digits) : pairWords(n);
};

const pairWords = (n: number): string => {
  const head = Math.floor(n / 100);
  const rest = n % 100;
  if (rest === 0) return `${underHundred(head)} hundred`;
  return `${underHundred(head)} ${rest < 10 ? `oh ${SMALL[rest]}` : underHundred(rest)}`;
};

/** Several of what is called by a number: "sixteens", "nineties". */
export const pluralWords = (words: string): string => (words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`);

/** 1990 → "nineteen nineties", 90 → "nineties", 1800 → "eighteen hundreds", 2000 → "two thousands". */
export const decadeWords = (decade: number): string =>
  pluralWords(decade < 100 ? underHundred(decade) : yearWords(decade));

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a roman numeral up to a hundred or so; undefined when it is not one in normal form. */
export const romanValue = (numeral: string): number | undefined => {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '') return undefined;
  return [...numeral].reduce((sum, letter, index, letters) => {
    const value = ROMAN_VALUES[letter] as number;
    return sum + (value < (ROMAN_VALUES[letters[index + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
};
