import type { Sector } from '../../../model/index.ts';
import type { Token } from '../../annotate/index.ts';
import { nounClass, nounLists, singular } from './noun-classes.ts';
import type { PhraseKind } from './phrase.ts';
import type { Tree } from './tree.ts';

export interface NameGuess {
  readonly kind: PhraseKind;
  readonly sector?: Sector;
  readonly he?: boolean;
  readonly she?: boolean;
  /** The sign that decided. */
  readonly rule: string;
}

const SPEECH = new Set(
  'say tell add argue claim warn announce state note insist ask reply explain deny urge accuse believe think hope fear know want write declare admit'.split(
    ' ',
  ),
);
const PLACE_ENDING = /(?:stan|ville|burgh?|grad|abad|pur|shire|ton|polis|heim|ovo|istan)$/;
const ACRONYM = /^[A-Z][A-Z&.-]{1,6}$/;
const LOCATIVE = new Set(['in', 'at', 'near', 'around', 'outside', 'inside']);

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** The capitalised words of a name that no lexicon knows: its head with flat and compound parts, without titles. */
export const nameTokens = (tree: Tree, head: number): readonly number[] => {
  const parts = [head];
  for (const child of tree.children(head)) {
    const token = tree.token(child) as Token;
    if (token.deprel === 'flat' || (token.deprel === 'compound' && token.upos === 'PROPN')) {
      parts.push(child);
      for (const deeper of tree.children(child))
        if (['flat', 'compound'].includes(tree.token(deeper)?.deprel ?? '')) parts.push(deeper);
    }
  }
  return parts.sort((a, b) => a - b);
};

/** The words of a name as written: "Yoo Sang-bum". */
export const writtenName = (tree: Tree, parts: readonly number[]): string =>
  parts.reduce((name, part, at) => {
    const [before, token] = [tree.token(parts[at - 1] ?? -1), tree.token(part) as Token];
    if (before === undefined) return token.text;
    const dash = tree.token(part - 1);
    const joined =
      dash !== undefined && /^[-‐‑]$/.test(dash.text) && before.end === dash.start && dash.end === token.start;
    return `${name}${joined ? dash.text : ' '}${token.text}`;
  }, '');

/** The titles before a name ("Gen.", "President"), lower case. */
export const titlesOf = (tree: Tree, head: number): readonly string[] => {
  const { titles } = nounLists();
  const found: string[] = [];
  for (const child of tree.children(head)) {
    const token = tree.token(child) as Token;
    if (
      child < head &&
      ['nmod:desc', 'compound', 'flat', 'nmod', 'amod'].includes(token.deprel) &&
      titles.has(bare(token.text))
    )
      found.push(bare(token.text));
  }
  const own = bare(tree.token(head)?.text ?? '');
  if (titles.has(own) && tree.child(head, 'flat') !== undefined) found.push(own);
  return found;
};

const genderOf = (titles: readonly string[], givenName: string): { he?: boolean; she?: boolean } => {
  const { femaleTitles, maleTitles, he, she } = nounLists();
  if (titles.some((title) => femaleTitles.has(title))) return { he: false };
  if (titles.some((title) => maleTitles.has(title))) return { she: false };
  if (he.has(givenName) && !she.has(givenName)) return { she: false };
  if (she.has(givenName) && !he.has(givenName)) return { he: false };
  return {};
};

/** What an unknown name most likely names, from its own words and its place in the sentence. */
export const guessName = (tree: Tree, head: number, capitals: boolean): NameGuess => {
  const lists = nounLists();
  const parts = nameTokens(tree, head).map((index) => tree.token(index) as Token);
  const titles = titlesOf(tree, head);
  const words = parts.filter(({ text }) => !lists.titles.has(bare(text)));
  const first = words[0]?.text ?? '';
  const last = bare(words[words.length - 1]?.text ?? '');
  const person = (rule: string): NameGuess => ({ kind: 'person', ...genderOf(titles, first), rule });
  if (
    titles.length > 0 &&
    words.length > 0 &&
    titles.some((title) => !['st', 'saint', 'general', 'chief'].includes(title))
  )
    return person('title');
  if (words.length > 1) {
    const sector = lists.nameHeads.get(last) ?? lists.nameHeads.get(bare(first));
    const isOf = tree.child(head, 'nmod') !== undefined;
    if (sector !== undefined && (lists.nameHeads.has(last) || isOf))
      return { kind: 'organisation', sector, rule: 'name head' };
    if (lists.placeHeads.has(last) || /^(?:mount|lake|cape|fort|port|saint|st|san|santa|los|las|el)$/.test(bare(first)))
      return { kind: 'place', rule: 'name head' };
    if (lists.eventHeads.has(singular(last)) || lists.eventHeads.has(last)) return { kind: 'event', rule: 'name head' };
  }
  if (/^\p{Ll}/u.test(words[words.length - 1]?.text ?? '') && words.length > 2) return person('hyphenated given name');
  if (lists.he.has(first) || lists.she.has(first)) {
    if (words.length > 1 || !PLACE_ENDING.test(last)) return person('given name');
  }
  const headToken = tree.token(head) as Token;
  const headWord = bare(headToken.text);
  if (lists.eventHeads.has(singular(headWord)) && words.length > 0) return { kind: 'event', rule: 'name head' };
  const headSector = lists.nameHeads.get(headWord);
  if (headSector !== undefined && tree.children(head).length > 0)
    return { kind: 'organisation', sector: headSector, rule: 'name head' };
  if (lists.placeHeads.has(headWord) && tree.children(head).length > 0) return { kind: 'place', rule: 'name head' };
  if (isField(tree, head)) return { kind: 'thing', rule: 'field of a body' };
  if (isDesignation(tree, head)) return { kind: 'thing', rule: 'designation' };
  const article = tree.children(head).some((child) => child < head && /^the$/i.test(tree.token(child)?.text ?? ''));
  const noun = words.length === 1 ? nounClass(headWord) : undefined;
  if (noun?.kind === 'place' || noun?.kind === 'time') return { kind: noun.kind, rule: 'noun in capitals' };
  if (words.length === 1 && !capitals && ACRONYM.test(headToken.text)) return { kind: 'organisation', rule: 'acronym' };
  if (headToken.deprel === 'nsubj' && SPEECH.has(tree.head(head)?.lemma ?? '')) return person('speaks');
  if (tree.child(head, 'flat') !== undefined && words.length > 1 && words.length < 5)
    return person('two capitalised words');
  if (LOCATIVE.has(tree.preposition(head)) || PLACE_ENDING.test(last) || liesSomewhere(tree, head))
    return { kind: 'place', rule: 'place' };
  if (headToken.deprel === 'compound' && !namesPerson(tree, headToken.head))
    return { kind: 'thing', rule: 'before a noun' };
  // "The Angara": no person.
  return { kind: words.length > 1 || article ? 'thing' : 'person', rule: 'capitalised' };
};

/** "Ministry of Public Works". */
const isField = (tree: Tree, head: number): boolean => {
  const token = tree.token(head) as Token;
  return (
    token.deprel === 'nmod' &&
    tree.preposition(head) === 'of' &&
    /^(?:Ministry|Minister|Department|Secretary|Bureau|Committee)$/.test(tree.head(head)?.text ?? '')
  );
};

/** "Hwasong-17", "Su-35", "Resolution 2397": a name with a number is a model, a document or a flight. */
const isDesignation = (tree: Tree, head: number): boolean => {
  const [next, after] = [tree.token(head + 1), tree.token(head + 2)];
  if (next === undefined) return false;
  if (next.upos === 'NUM' && next.head === head) return true;
  const joined = /^[-–]$/.test(next.text) && next.start === tree.token(head)?.end;
  return joined && after !== undefined && /^\d/.test(after.text);
};

/** "Dunay in Russia's Far East": what lies in a place is a place; "Smith of Ohio" is not. */
const liesSomewhere = (tree: Tree, head: number): boolean =>
  tree.children(head).some((child) => {
    const { deprel, upos } = tree.token(child) as Token;
    return child > head && deprel === 'nmod' && upos === 'PROPN' && LOCATIVE.has(tree.preposition(child));
  });

const namesPerson = (tree: Tree, noun: number): boolean => {
  const token = tree.token(noun);
  return token === undefined || token.upos === 'PROPN' || nounClass(token.lemma)?.kind === 'person';
};
