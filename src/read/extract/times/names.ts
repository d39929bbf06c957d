const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const capitalised = (word: string): string => (word[0] as string).toUpperCase() + word.slice(1);

/** Month names as news writes them: a capital first, or all capitals in a headline. `May` is among them. */
export const MONTH = `(?:${MONTHS.flat()
  .map((name) => `${capitalised(name)}|${name.toUpperCase()}`)
  .join('|')})\\b\\.?`;

export const monthNumber = (name: string): number => {
  const key = name.toLowerCase().replace('.', '');
  return MONTHS.findIndex((names) => names.includes(key)) + 1;
};

export const WEEKDAY = `(?:${WEEKDAYS.map((name) => `${capitalised(name)}|${name.toUpperCase()}`).join('|')})`;

/** 0 Monday … 6 Sunday. */
export const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.toLowerCase());

export const SEASON = '(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)';

/** First month of the northern season; winter begins in December of the year before it is mostly in. */
export const SEASON_MONTH: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
];

export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${[...ORDINALS].sort((a, b) => b.length - a.length).join('|')})`;

export const ordinalNumber = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.toLowerCase()) + 1;
