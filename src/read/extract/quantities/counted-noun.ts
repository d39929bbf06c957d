import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

/** What a number counts: the noun in the singular, the words of it as the text has them, and where they end. */
export interface CountedNoun {
  readonly unit: string;
  /** Absent where the word only says what befell the persons counted. */
  readonly item?: string;
  readonly end: number;
}

const MAX_REACH = 9;
const PERSON_WORDS = new Set([
  'people',
  'persons',
  'person',
  'others',
  'killed',
  'dead',
  'wounded',
  'injured',
  'missing',
  'detained',
  'arrested',
  'displaced',
  'hospitalized',
  'hospitalised',
  'homeless',
]);
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['servicemen', 'serviceman'],
  ['servicewomen', 'servicewoman'],
  ['aircraft', 'aircraft'],
  ['troops', 'troop'],
  ['forces', 'force'],
  ['personnel', 'person'],
  ['staff', 'person'],
  ['lives', 'life'],
  ['dead', 'person'],
  ['wounded', 'person'],
  ['injured', 'person'],
  ['missing', 'person'],
  ['killed', 'person'],
  ['detained', 'person'],
  ['arrested', 'person'],
  ['displaced', 'person'],
  ['hospitalized', 'person'],
  ['hospitalised', 'person'],
  ['homeless', 'person'],
  ['others', 'person'],
  ['casualties', 'casualty'],
  ['headquarters', 'headquarters'],
  ['series', 'series'],
  ['species', 'species'],
]);

/** Words between a number and its noun that are no part of what is counted. */
const SKIPPED = new Set([
  'more',
  'other',
  'additional',
  'extra',
  'further',
  'new',
  'such',
  'different',
  'separate',
  'of',
  'the',
  'its',
  'their',
  'his',
  'our',
  'these',
  'those',
]);

/** Nouns that a number before them names a place in a row of, or that only sum up: nothing is counted. */
const NO_UNIT = new Set([
  'time',
  'times',
  'way',
  'ways',
  'thing',
  'things',
  'lot',
  'kind',
  'kinds',
  'sort',
  'sorts',
  'third',
  'thirds',
  'quarter',
  'quarters',
  'fifth',
  'fifths',
  'half',
  'halves',
  'percent',
  'am',
  'pm',
  'hand',
]);

const isNoun = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN';

const isBefore = (token: Token): boolean =>
  token.upos === 'ADJ' ||
  token.upos === 'ADV' ||
  token.upos === 'NUM' ||
  token.upos === 'SYM' ||
  /^VB[NG]$/.test(token.xpos) ||
  token.text === '-' ||
  token.upos === 'DET' ||
  token.upos === 'PRON';

export const singularOf = (token: Token): string => {
  const word = token.text.toLowerCase();
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (token.upos === 'PROPN')
    return token.text.replace(/(?<=[A-Za-z0-9])s$/, (s) => (/ss$|us$|is$|ARS$/i.test(token.text) ? s : ''));
  const lemma = token.lemma.toLowerCase();
  // "Armenians" are counted as Armenians, whatever class the tagger gives them.
  if (/^\p{Lu}\p{Ll}/u.test(token.text)) return token.text.slice(0, 1) + (lemma === '' ? word : lemma).slice(1);
  return lemma === '' ? word : lemma;
};

const isFate = (token: Token): boolean =>
  PERSON_WORDS.has(token.text.toLowerCase()) && !/^(?:people|persons?)$/i.test(token.text);

const isNounAt = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return token !== undefined && isNoun(token);
};

/** The head noun of the run of words that begins at the token: "additional long-range air defense missiles". */
const headOfRun = (tokens: readonly Token[], first: number): number | undefined => {
  let head: number | undefined;
  for (let i = first; i < Math.min(tokens.length, first + MAX_REACH); i++) {
    const token = tokens[i] as Token;
    const word = token.text.toLowerCase();
    if (isNoun(token)) {
      // A name that begins the next phrase ("30 missiles Russia fired") is no part of the run.
      if (head !== undefined && token.upos === 'PROPN' && (tokens[head] as Token).xpos === 'NNS') break;
      head = i;
    } else if (head !== undefined) {
      // "8,000 North Korean soldiers", whatever class the tagger gives the middle.
      const describes = token.upos === 'ADJ' && (tokens[head] as Token).upos === 'PROPN' && isNounAt(tokens, i + 1);
      if (!(token.text === '-' || token.text === '/' || describes)) break;
    } else if (PERSON_WORDS.has(word)) return i;
    else if (!SKIPPED.has(word) && !isBefore(token)) break;
  }
  return head;
};

const CALIBRE =
  /^(?:\d[\d.]*[- ]?)?(?:mm|cm|km|kg|inch|millimet(?:re|er)s?|kilomet(?:re|er)s?|ton|tonne|kiloton|pound|foot)$/i;

/** Past a measure that describes what is counted: "40 9mm pistols", "200 500-kg bombs". */
const behindMeasure = (tokens: readonly Token[], first: number): number => {
  for (let reach = 1; reach <= 3 && first + reach < tokens.length; reach++) {
    const words = tokens
      .slice(first, first + reach)
      .map(({ text }) => text)
      .join('');
    if (/^\d/.test(words) && CALIBRE.test(words)) return first + reach;
  }
  return first;
};

/** The noun that a number ending at the offset counts, by the tree where it says so, by the run of words else. */
export const countedNoun = (
  sentence: AnnotatedSentence,
  numberStart: number,
  numberEnd: number,
): CountedNoun | undefined => {
  const { tokens } = sentence;
  const inside = tokens.findIndex((token) => token.end > numberStart);
  let first = tokens.findIndex((token) => token.start >= numberEnd);
  if (first < 0 || inside < 0) return undefined;
  while (first < tokens.length && /^[-"“”'‘’]$/.test((tokens[first] as Token).text)) first++;
  first = behindMeasure(tokens, first);
  const byTree = tokens
    .slice(inside, first)
    .filter((token) => token.deprel === 'nummod' && token.head >= first && token.head < first + MAX_REACH)
    .map((token) => token.head)
    .find(
      (index) =>
        index >= first &&
        isNoun(tokens[index] as Token) &&
        !/[,;:()]/.test(
          tokens
            .slice(first, index)
            .map((t) => t.text)
            .join(' '),
        ),
    );
  const head = byTree ?? headOfRun(tokens, first);
  if (head === undefined) return undefined;
  const token = tokens[head] as Token;
  if (NO_UNIT.has(token.text.toLowerCase())) return undefined;
  const start = tokens.slice(first, head).findIndex((t) => isNoun(t) || t.upos === 'ADJ' || /^VB[NG]$/.test(t.xpos));
  const from = start < 0 ? head : first + start;
  const item = tokens
    .slice(from, head + 1)
    .filter((t, i, all) => !SKIPPED.has(t.text.toLowerCase()) || i === all.length - 1)
    .reduce((text, t, i, all) => text + (i > 0 && t.start > (all[i - 1] as Token).end ? ' ' : '') + t.text, '');
  return { unit: singularOf(token), end: token.end, ...(!isFate(token) && { item }) };
};
