import type { Lexicon } from '../lexicon/index.ts';
import type { Quantity } from '../model/index.ts';
import {
  BULK,
  CALIBRE,
  FILLER,
  HOLDERS,
  MATERIEL,
  MEASURES,
  NO_GOODS,
  SAME_ITEM,
  SAME_UNIT,
  singular,
  TAIL,
} from './ledger-words.ts';

/** What the ledger asks of the lexicon: whether a word says whose a thing is. */
export type Demonyms = Pick<Lexicon, 'stateOfDemonym'>;

/** What a quantity counts. */
export interface Thing {
  readonly item: string;
  readonly unit: string;
}

/** “North Korean soldiers”: whose they are stands beside the item, not in it. */
const withoutDemonym = (item: string, demonyms: Demonyms): string => {
  const words = item.split(' ');
  for (const length of [2, 1])
    if (words.length > length && demonyms.stateOfDemonym(words.slice(0, length).join(' ')) !== undefined)
      return words.slice(length).join(' ');
  return item;
};

const withoutFiller = (item: string, demonyms: Demonyms): string => {
  let [before, after] = ['', item];
  while (before !== after) {
    before = after;
    after = withoutDemonym(after.replace(FILLER, ''), demonyms);
  }
  return after;
};

const singularHead = (item: string): string => item.replace(/\S+$/, singular);

/** Of “rounds of ammunition” what is handed over is ammunition; of “containers of shells” it is containers. */
const headOf = (item: string): string => {
  const [holder, content] = item.split(/ of (.*)/s);
  if (holder === undefined || content === undefined) return item;
  return HOLDERS.has(singularHead(holder).split(' ').at(-1) as string) ? holder : content;
};

/** All but designations (`Su-35`, `HIMARS`). */
const lowerCase = (item: string): string =>
  item.replace(/\S+/g, (word) => (/\d|^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()));

/**
 * The item in a form in which two reports of one thing agree: lower case, singular, without article, nationality,
 * calibre, filler and tail, and the commonest of its synonyms. “152-millimeter artillery shells” and “artillery rounds”
 * are both `artillery shell`.
 */
export const normaliseItem = (item: string, demonyms: Demonyms): string => {
  const plain = item
    .replace(/\s+/g, ' ')
    .replace(CALIBRE, '')
    .replace(TAIL, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  const words = lowerCase(singularHead(withoutFiller(headOf(withoutFiller(plain, demonyms)), demonyms)));
  return SAME_ITEM.find(([pattern]) => pattern.test(words))?.[1] ?? words;
};

export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** What a quantity counts, as the ledger names it; null for a measure, a share or a count of no thing. */
export const ledgerItem = ({ unit, item }: Quantity, demonyms: Demonyms): Thing | null => {
  if (MEASURES.has(unit) || NO_GOODS.has(unit)) return null;
  const normalUnit = SAME_UNIT.get(unit) ?? unit;
  // Where containers are counted, what they hold is not: three reports name three cargoes of the same containers.
  const named = item === undefined ? '' : normaliseItem(HOLDERS.has(unit) ? unit : item, demonyms);
  if (NO_GOODS.has(named)) return null;
  if (named !== '') return { item: named, unit: normalUnit };
  if (isCurrency(unit)) return { item: 'money', unit };
  return BULK.has(normalUnit) ? null : { item: normaliseItem(unit, demonyms), unit: normalUnit };
};

/** Whether an item is plainly arms, aid or force, so that it may stand in the ledger without an event of its own. */
export const isMateriel = (item: string): boolean => MATERIEL.test(item);

/** Whether heads are counted. */
export const isPerson = (unit: string): boolean => unit === 'person';
