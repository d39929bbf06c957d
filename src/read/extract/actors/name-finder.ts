import type { Lexicon, NameSense } from '../../../lexicon/index.ts';
import type { Token } from '../../annotate/index.ts';
import { nounLists } from './noun-classes.ts';
import type { TextWords } from './text-words.ts';
import type { Tree } from './tree.ts';

/** A name of the lexicon in a sentence, with all that it may mean here. */
export interface FoundName {
  /** Token indices, half-open. */
  readonly first: number;
  readonly last: number;
  /** The token of the name that the rest of the sentence hangs on. */
  readonly head: number;
  readonly senses: readonly NameSense[];
}

const NAMING = new Set(['PROPN', 'NOUN', 'ADJ', 'X', 'NUM', 'SYM']);

/** Is the whole sentence in capitals, so that capitals say nothing? */
export const inCapitals = (tokens: readonly Token[]): boolean => {
  let letters = 0;
  for (const { text } of tokens) {
    if (text.length > 3 && text !== text.toUpperCase()) return false;
    letters += text.length;
  }
  return letters > 12;
};

const headOf = (tokens: readonly Token[], first: number, last: number): number => {
  for (let index = first; index < last; index++) {
    const { head } = tokens[index] as Token;
    if (head < first || head >= last) return index;
  }
  return first;
};

/** A single word is a name only where the tagger took it for something that names. */
const tagFits = (tokens: readonly Token[], first: number, last: number, capitals: boolean): boolean => {
  for (let index = first; index < last; index++) if (tokens[index]?.upos === 'PROPN') return true;
  const token = tokens[first] as Token;
  if (last - first > 1) return true;
  if (!NAMING.has(token.upos)) return capitals && token.text.length > 3;
  return true;
};

/**
 * Other parts of the personal name around a found name: `Jordan` in "Michael Jordan". Titles are none.
 * Where there are any, the found name is only a part of an unknown one.
 */
const belongsToLongerName = (tree: Tree, first: number, last: number, head: number): boolean => {
  const { titles } = nounLists();
  const outside = (index: number): boolean => {
    const token = tree.token(index) as Token;
    return (
      (index < first || index >= last) &&
      token.upos === 'PROPN' &&
      !titles.has(token.text.toLowerCase().replace(/\.$/, ''))
    );
  };
  const token = tree.token(head) as Token;
  if (token.deprel === 'flat' && token.head >= 0 && outside(token.head)) return true;
  return tree.children(head).some((child) => tree.token(child)?.deprel === 'flat' && outside(child));
};

/** "Ministry of Foreign Affairs": what follows is its field, no body of that name. */
const isField = (tree: Tree, first: number): boolean => {
  const before = tree.token(first - 2)?.text.toLowerCase() ?? '';
  return (
    tree.token(first - 1)?.text.toLowerCase() === 'of' &&
    /^(?:ministry|minister|department|secretary|office|bureau|committee|institute|faculty|school)$/.test(before)
  );
};

const fits = (sense: NameSense, partOfLonger: boolean): boolean => !partOfLonger || sense.role === 'demonym';

/** The names in a sentence, left to right, the longest first where they overlap. */
export const findNames = (tree: Tree, words: TextWords, lexicon: Lexicon): FoundName[] => {
  const { tokens } = tree;
  const capitals = inCapitals(tokens);
  const found: FoundName[] = [];
  for (let at = 0; at < words.keys.length; ) {
    const name = firstFitting(tree, words, lexicon, at, capitals);
    if (name === undefined) {
      at++;
      continue;
    }
    // "US Treasury" + "Department": the same body by its fuller name, which begins a word later.
    const later = name.length > 1 ? firstFitting(tree, words, lexicon, at + 1, capitals) : undefined;
    if (later !== undefined && later.length >= name.length && sameEntry(later.found, name.found)) {
      at++;
      continue;
    }
    found.push(name.found);
    at += name.length;
  }
  return found;
};

const sameEntry = (a: FoundName, b: FoundName): boolean => a.senses[0]?.entry.id === b.senses[0]?.entry.id;

const firstFitting = (
  tree: Tree,
  words: TextWords,
  lexicon: Lexicon,
  at: number,
  capitals: boolean,
): { readonly found: FoundName; readonly length: number } | undefined => {
  for (const match of lexicon.namesAt(words, at)) {
    const first = words.tokenOf[at] as number;
    const last = (words.tokenOf[at + match.length - 1] as number) + 1;
    if (!tagFits(tree.tokens, first, last, capitals)) continue;
    const head = headOf(tree.tokens, first, last);
    const partOfLonger = belongsToLongerName(tree, first, last, head);
    const senses = match.senses.filter(
      (sense) => fits(sense, partOfLonger) && !(sense.entry.kind === 'organisation' && isField(tree, first)),
    );
    if (senses.length > 0) return { found: { first, last, head, senses }, length: match.length };
  }
  return undefined;
};
