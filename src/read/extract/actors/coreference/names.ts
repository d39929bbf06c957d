import { normaliseWord } from '../../../../lexicon/index.ts';
import type { Token } from '../../../annotate/index.ts';
import type { Phrase } from '../phrase.ts';
import type { ReadSentence } from '../text-context.ts';
import type { Clusters } from './clusters.ts';

/** Same lexicon entry, same key: one actor, wherever in the text. */
export const linkKeys = (phrases: readonly Phrase[], clusters: Clusters): void => {
  const first = new Map<string, Phrase>();
  for (const phrase of phrases) {
    if (phrase.key === undefined) continue;
    const known = first.get(phrase.key);
    if (known === undefined) first.set(phrase.key, phrase);
    else clusters.link(phrase, known, 'same identity');
  }
};

const acronymOf = (words: readonly string[]): string =>
  words
    .filter((word) => !/^(?:of|and|for|the|in|on|to|de|la)$/.test(word))
    .map((word) => word.charAt(0))
    .join('');

/**
 * Names that no lexicon knows: the same words; a surname or given name after the full name;
 * the initials of a longer name ("Liberian Peace Council … LPC").
 */
export const linkNames = (phrases: readonly Phrase[], clusters: Clusters): void => {
  const byWords = new Map<string, Phrase>();
  const people = new Map<string, Phrase>();
  const initials = new Map<string, Phrase>();
  for (const phrase of phrases) {
    if (phrase.form !== 'name' || phrase.nameWords === undefined || phrase.nameWords.length === 0) continue;
    const words = phrase.nameWords.map(normaliseWord);
    const full = words.join(' ');
    const twin = byWords.get(full);
    if (twin !== undefined && clusters.fit(phrase, twin)) clusters.link(phrase, twin, 'same name');
    else if (words.length === 1 || phrase.kind === 'person') {
      const owner =
        people.get(words[words.length - 1] as string) ?? (words.length === 1 ? initials.get(full) : undefined);
      if (owner !== undefined && clusters.fit(phrase, owner) && shortens(words, owner))
        clusters.link(phrase, owner, 'part of a name');
    }
    if (twin === undefined) byWords.set(full, phrase);
    if (words.length > 1 && phrase.kind === 'person') {
      people.set(words[words.length - 1] as string, phrase);
      if (!people.has(words[0] as string)) people.set(words[0] as string, phrase);
    }
    if (words.length > 1) initials.set(acronymOf(words), phrase);
  }
};

/** Are these words some of the owner's, in order? "W. Bush" of "George W. Bush"; not "Laura Bush". */
const shortens = (words: readonly string[], owner: Phrase): boolean => {
  const own = (owner.nameWords ?? []).map(normaliseWord);
  if (words.length === 1) return own.includes(words[0] as string) || acronymOf(own) === words[0];
  let at = 0;
  for (const word of own) if (word === words[at]) at++;
  return at === words.length;
};

/** Short names of people of the lexicon that only their full name in this text explains are resolved when phrases are made. */
const NAMED_KINDS = new Set(['person', 'people', 'organisation', 'group', 'state', 'place']);

const between = (sentence: ReadSentence, a: Phrase, b: Phrase): readonly Token[] =>
  sentence.tree.tokens.slice(Math.min(a.last, b.last), Math.max(a.first, b.first));

/** Apposition ("North Korea's leader, Kim Jong Un"), a name in brackets, and the predicate of a clause with `be`. */
export const linkAppositions = (
  sentences: readonly ReadSentence[],
  bySentence: readonly (readonly Phrase[])[],
  clusters: Clusters,
): void => {
  sentences.forEach((sentence, number) => {
    const phrases = bySentence[number] ?? [];
    const byHead = new Map(phrases.filter(({ parts }) => parts === undefined).map((phrase) => [phrase.head, phrase]));
    for (const phrase of byHead.values()) {
      const token = sentence.tree.token(phrase.head) as Token;
      const governor = byHead.get(token.head);
      if (governor === undefined) continue;
      if (token.deprel === 'appos' && appositionFits(sentence, phrase, governor, clusters))
        clusters.link(phrase, governor, 'apposition');
      else if (/^nsubj$/.test(token.deprel) && isCopular(sentence, governor, phrase) && clusters.fit(phrase, governor))
        clusters.link(governor, phrase, 'predicate');
    }
  });
};

const appositionFits = (sentence: ReadSentence, phrase: Phrase, governor: Phrase, clusters: Clusters): boolean => {
  if (!clusters.fit(phrase, governor)) return false;
  // "Paris, France": the second is where the first lies, not what it is.
  if (phrase.kind === 'place' || phrase.kind === 'state') {
    if (governor.form === 'name' && phrase.form === 'name') return false;
  }
  return between(sentence, phrase, governor).length <= 3 || NAMED_KINDS.has(phrase.kind);
};

/** "Putin is the president of Russia": not "is ready", nor a denied or hypothetical identity. */
const isCopular = ({ tree }: ReadSentence, predicate: Phrase, subject: Phrase): boolean => {
  if (predicate.form === 'pronoun' || predicate.kind === 'time') return false;
  if (tree.child(predicate.head, 'cop') === undefined || tree.preposition(predicate.head) !== '') return false;
  const words = tree.children(predicate.head).map((child) => (tree.token(child) as Token).lemma.toLowerCase());
  if (words.some((word) => word === 'not' || word === "n't" || word === 'no' || word === 'never')) return false;
  if (subject.form === 'pronoun' && subject.kind === 'thing') return false;
  return true;
};
