const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const UNITS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);

/** Magnitudes as newspapers shorten them behind a figure: `$1.2bn`, `300k`. */
export const MAGNITUDE_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

const FIGURE = /^[+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[+]?\d+(?:\.\d+)?$/;

/** The value of a number written in figures (`7,000`, `1.2`), NaN where it is none. */
export const parseFigure = (text: string): number =>
  FIGURE.test(text) ? Number(text.replaceAll(',', '').replace(/^\+/, '')) : Number.NaN;

/**
 * The value of a number written in words or in words and figures ("twenty-five", "two and a half million",
 * "1.2 billion", "a hundred and fifty"), NaN where the words are no number.
 */
export const parseNumber = (text: string): number => {
  const words = text
    .toLowerCase()
    .trim()
    .split(/[\s\u00a0-]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return Number.NaN;
  let total = 0;
  let group = 0;
  let seen = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const unit = UNITS.get(word) ?? parseFigure(word);
    const magnitude = MAGNITUDES.get(word) ?? MAGNITUDES.get(word.replace(/s$/, ''));
    if (!Number.isNaN(unit)) {
      group += unit;
      seen = true;
    } else if (magnitude !== undefined) {
      if (magnitude === 100 || magnitude === 12) group = (group || 1) * magnitude;
      else {
        total += (group || 1) * magnitude;
        group = 0;
      }
      seen = true;
    } else if (word === 'half') {
      // "two and a half million", "half a million", "half dozen"
      group += 0.5;
      seen = true;
    } else if (word !== 'and' && word !== 'a' && word !== 'an') return Number.NaN;
  }
  return seen ? total + group : Number.NaN;
};

const UNIT_WORD = [...SMALL, ...TENS].sort((a, b) => b.length - a.length).join('|');

/** Source of a pattern that matches a small whole number, in figures or in words. */
export const SMALL_NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|(?:${TENS.join('|')})-(?:${SMALL.slice(1, 10).join('|')})|${UNIT_WORD})`;
