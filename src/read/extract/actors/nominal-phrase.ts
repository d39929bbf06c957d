import type { Lexicon, LexiconEntry, Office } from '../../../lexicon/index.ts';
import type { Sector } from '../../../model/index.ts';
import type { Token } from '../../annotate/index.ts';
import { type NounClass, nounClass, nounLists, singular } from './noun-classes.ts';
import type { TextWords } from './text-words.ts';
import type { Tree } from './tree.ts';

const PLURAL = /S$/;

export const isPlural = (token: Token): boolean =>
  PLURAL.test(token.xpos) || /^(?:people|media|police|troops|forces|authorities)$/i.test(token.text);

/** The noun that says what a phrase is about: "thousands of refugees" are refugees. */
export const contentNoun = (tree: Tree, head: number): number => {
  const { parts } = nounLists();
  let at = head;
  for (let steps = 0; steps < 3; steps++) {
    const token = tree.token(at) as Token;
    if (!parts.has(singular(token.lemma)) && !parts.has(token.text.toLowerCase())) return at;
    const of = tree
      .children(at)
      .find((child) => tree.token(child)?.deprel === 'nmod' && tree.preposition(child) === 'of');
    if (of === undefined) return at;
    at = of;
  }
  return at;
};

const SECTOR_WORDS: Readonly<Record<string, Sector>> = {
  military: 'MIL',
  armed: 'MIL',
  naval: 'MIL',
  army: 'MIL',
  rebel: 'REB',
  insurgent: 'REB',
  guerrilla: 'REB',
  separatist: 'REB',
  militant: 'REB',
  terrorist: 'REB',
  opposition: 'OPP',
  dissident: 'OPP',
  religious: 'REL',
  business: 'BUS',
  student: 'EDU',
  parliamentary: 'LEG',
  judicial: 'JUD',
  police: 'COP',
  intelligence: 'SPY',
  political: 'GOV',
  government: 'GOV',
  union: 'CVL',
  church: 'REL',
  paramilitary: 'REB',
  anti: 'OPP',
};
const BENDS = new Set<Sector | undefined>(['GOV', 'CVL', undefined]);

/** The sector of a common noun phrase; a modifier outweighs a general head: "rebel leader", "opposition politicians". */
export const nominalSector = (tree: Tree, head: number, noun: NounClass | undefined): Sector | undefined => {
  const own = noun?.sector;
  if (!BENDS.has(own)) return own;
  for (const child of tree.children(head)) {
    const token = tree.token(child) as Token;
    if (child < head && (token.deprel === 'amod' || token.deprel === 'compound')) {
      const sector = SECTOR_WORDS[token.lemma.toLowerCase()];
      if (sector !== undefined && !(own === 'CVL' && sector === 'GOV')) return sector;
    }
  }
  return own;
};

export interface FoundOffice {
  readonly office: Office;
  /** Token indices, half-open. */
  readonly first: number;
  readonly last: number;
}

/** The office that a phrase gives, ending at its head or standing before the name at its head. */
export const officeIn = (
  words: TextWords,
  lexicon: Lexicon,
  first: number,
  last: number,
  country: string | undefined,
): FoundOffice | undefined => {
  for (let at = 0; at < words.keys.length; at++) {
    const token = words.tokenOf[at] as number;
    if (token < first) continue;
    if (token >= last) return undefined;
    for (const match of lexicon.officesAt(words, at)) {
      const end = (words.tokenOf[at + match.length - 1] as number) + 1;
      if (end > last) continue;
      const office =
        match.offices.find(({ countries }) => country !== undefined && countries?.includes(country)) ??
        match.offices.find(({ countries }) => countries === undefined);
      if (office !== undefined) return { office, first: token, last: end };
    }
  }
  return undefined;
};

const NO_LONGER = new Set(
  'former ex ex-president late then future next new-elect elect would-be designate deputy vice acting onetime one-time erstwhile previous incoming outgoing-and successive another any every each no'.split(
    ' ',
  ),
);

/** Is it somebody else than the holder: "former president", "president-elect", "a president"? */
export const isNotTheHolder = (tree: Tree, head: number): boolean =>
  tree.children(head).some((child) => {
    const token = tree.token(child) as Token;
    const word = token.text.toLowerCase();
    return (
      NO_LONGER.has(word) ||
      (token.deprel === 'det' && (word === 'a' || word === 'an' || word === 'some' || word === 'any' || word === 'no'))
    );
  });

const GOVERNMENT = new Set(
  'government administration regime authority authorities cabinet leadership junta rulers monarchy'.split(' '),
);

/** "The Russian government", "authorities in Kyiv": the state itself. */
export const isGovernment = (noun: string): boolean => GOVERNMENT.has(noun);

const OF_STATE = new Set(['of', 'in', 'from', 'at', 'across', 'inside', 'throughout', 'for']);

/** "pro-Russian", "anti-Syria": whom somebody is for or against is not whose he is. */
const isStance = (tree: Tree, token: number): boolean => {
  const text = tree.token(token)?.text ?? '';
  if (/^(?:anti|pro|non|ex)[-–]/i.test(text)) return true;
  const joined = /^[-–]$/.test(tree.token(token - 1)?.text ?? '');
  return joined && /^(?:anti|pro|non)$/i.test(tree.token(token - 2)?.text ?? '');
};

/** The state that a phrase is of, by its modifiers: "Russian", "Russia's", "of Russia", "in Moscow". */
export const statesOf = (
  tree: Tree,
  head: number,
  countryOf: (token: number) => string | undefined,
): readonly { readonly country: string; readonly token: number }[] => {
  const found: { country: string; token: number }[] = [];
  const late: { country: string; token: number }[] = [];
  const ethnic = tree.children(head).some((child) => tree.token(child)?.lemma.toLowerCase() === 'ethnic');
  const take = (list: { country: string; token: number }[], token: number): void => {
    if (isStance(tree, token)) return;
    const country = countryOf(token);
    if (country !== undefined && !list.some((one) => one.country === country)) list.push({ country, token });
    for (const child of tree.children(token)) {
      const relation = tree.token(child)?.deprel;
      if (relation === 'conj') take(list, child);
    }
  };
  for (const child of tree.children(head)) {
    const token = tree.token(child) as Token;
    if (['amod', 'compound', 'nmod:poss', 'nmod:desc', 'det'].includes(token.deprel)) {
      take(found, child);
      for (const deeper of tree.children(child)) {
        const relation = tree.token(deeper)?.deprel;
        if (relation === 'compound' || relation === 'amod') take(found, deeper);
      }
    } else if (token.deprel === 'nmod' && OF_STATE.has(tree.preposition(child))) take(late, child);
    else if (token.deprel === 'acl' || token.deprel === 'acl:relcl') {
      for (const deeper of tree.children(child))
        if (tree.token(deeper)?.deprel === 'obl' && OF_STATE.has(tree.preposition(deeper))) take(late, deeper);
    }
  }
  return found.length > 0 && !ethnic ? found : late;
};

/** Who holds the office that a phrase describes at the day of the text. */
export const holderOf = (
  lexicon: Lexicon,
  country: string,
  office: Office,
  day: string | null,
): LexiconEntry | undefined =>
  (office.id === 'leader' ? lexicon.leader(country, day) : undefined) ?? lexicon.holders(country, office.id, day)[0];

export const classOf = (tree: Tree, head: number): NounClass | undefined => {
  const token = tree.token(head) as Token;
  return nounClass(token.lemma) ?? nounClass(token.text);
};
