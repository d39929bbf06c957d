import type { Token } from '../../annotate/index.ts';
import { nounClass } from './noun-classes.ts';
import type { Tree } from './tree.ts';

const LOCATIVE = new Set(
  'in at near around outside inside through throughout across into over above via within surrounding'.split(' '),
);
const MOTION = new Set(
  (
    'go travel fly return come visit trip flight arrive arrival drive head move deport journey leave depart departure walk march ' +
    'transfer evacuate migrate flee run sail land rush dispatch commute drive bus train road route move relocate voyage tour'
  ).split(' '),
);
const PHYSICAL = new Set(
  (
    'hit shell bomb attack strike rock shake damage flood capture seize occupy surround besiege storm enter reach quit leave visit flee tour ' +
    'evacuate pound bombard rebuild liberate defend loot burn destroy devastate explore blockade encircle shroud blanket'
  ).split(' '),
);
const OF_A_PLACE = new Set(
  (
    'city capital town suburb outskirts street center centre mayor north south east west northern southern region siege fall bombing ' +
    'resident residents population airport port district square university hospital metro subway neighborhood neighbourhood downtown ' +
    'streets people skyline river newspaper court police school hotel stock exchange summit talks conference meeting time correspondent bureau weather ' +
    'office embassy area province governorate battle bridge traffic university zoo museum stadium club citizen life apartment restaurant'
  ).split(' '),
);
const PLACE_SUBJECT = new Set('lie sit sprawl stretch locate wake sleep grow burn'.split(' '));

/** "MOSCOW (Reuters) -", "GENEVA, June 3 -": the place a report was sent from. */
const isDateline = (tree: Tree, first: number, last: number): boolean => {
  if (first > 1) return false;
  const next = tree.token(last)?.text ?? '';
  if (/^[-–—]+$/.test(next)) return true;
  return next === '(' && tree.tokens.slice(last, last + 8).some(({ text }) => /^[-–—]+$/.test(text));
};

/**
 * Does the name of a capital stand for the government here? "Moscow said", "talks with Moscow": yes;
 * "in Moscow", "the bombing of Damascus", "flew to Paris": no.
 */
export const standsForGovernment = (tree: Tree, first: number, last: number, head: number, depth = 0): boolean => {
  if (isDateline(tree, first, last)) return false;
  const token = tree.token(head) as Token;
  const governor = tree.head(head);
  const lemma = governor?.lemma.toLowerCase() ?? '';
  const preposition = tree.preposition(head);
  if (isNamedWithItsState(tree, head)) return false;
  switch (token.deprel.replace(/:.*/, '')) {
    case 'nsubj':
      if (token.deprel === 'nsubj:pass') return !PHYSICAL.has(lemma);
      if (governor !== undefined && tree.isPredicate(token.head) && nounClass(lemma)?.kind === 'place') return false;
      return !PLACE_SUBJECT.has(lemma);
    case 'obl':
    case 'nmod':
      return token.deprel === 'nmod:poss' ? !OF_A_PLACE.has(lemma) : phraseActs(preposition, lemma);
    case 'obj':
      return !PHYSICAL.has(lemma) && !MOTION.has(lemma);
    case 'iobj':
      return true;
    case 'conj':
      return depth < 8 && token.head >= 0 && standsForGovernment(tree, -1, -1, token.head, depth + 1);
    case 'compound':
      return false;
    default:
      return false;
  }
};

const phraseActs = (preposition: string, governor: string): boolean => {
  if (preposition === '' || LOCATIVE.has(preposition)) return false;
  if (preposition === 'of') return !OF_A_PLACE.has(governor) && nounClass(governor)?.kind !== 'place';
  if (
    preposition === 'to' ||
    preposition === 'from' ||
    preposition === 'for' ||
    preposition === 'toward' ||
    preposition === 'towards'
  )
    return !MOTION.has(governor) && !/^(?:km|kilometer|kilometre|mile|report|broadcast)s?$/.test(governor);
  return true;
};

/** "Moscow, Russia": then it is the town. */
const isNamedWithItsState = (tree: Tree, head: number): boolean =>
  tree.children(head).some((child) => {
    const token = tree.token(child) as Token;
    return (
      token.deprel === 'appos' && token.upos === 'PROPN' && tree.token(child - 1)?.text === ',' && child - head <= 3
    );
  });
