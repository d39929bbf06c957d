import type { Sector } from '../../../model/index.ts';
import type { Token } from '../../annotate/index.ts';
import type { ResolvedPhrases } from './index.ts';
import { nounLists } from './noun-classes.ts';
import type { Phrase } from './phrase.ts';
import type { ReadSentence } from './text-context.ts';

const ABROAD: ReadonlySet<Sector | undefined> = new Set<Sector | undefined>(['IGO', 'NGO', 'MED']);
const LOCATIVE = new Set(['in', 'at', 'near', 'across', 'outside', 'around', 'throughout', 'inside', 'on']);

const FROM_OUTSIDE = new Set(['foreign', 'international', 'western', 'multinational', 'global', 'outside', 'overseas']);

/**
 * The state of an actor that does not say it ("police", "opposition groups"): where the sentence places what happens,
 * else the only state that the sentence names, else the only one that the text names. Nothing where these differ.
 */
export const countryFromContext = ({ sentences, phrases }: ResolvedPhrases) => {
  const bySentence = new Map<number, Phrase[]>();
  const all = new Set<string>();
  for (const phrase of phrases) {
    if (phrase.country === undefined) continue;
    all.add(phrase.country);
    const list = bySentence.get(phrase.sentence);
    if (list === undefined) bySentence.set(phrase.sentence, [phrase]);
    else list.push(phrase);
  }
  return (chain: readonly Phrase[]): string | undefined => {
    const first = chain.find(({ form }) => form !== 'pronoun');
    if (first === undefined || ABROAD.has(first.sector) || first.kind === 'place') return undefined;
    if (first.modifiers.some((word) => FROM_OUTSIDE.has(word))) return undefined;
    if (first.kind === 'organisation' && first.form === 'name' && first.sector === undefined) return undefined;
    const { local, nobody, relational } = nounLists();
    if (first.form === 'nominal' && (nobody.has(first.noun) || relational.has(first.noun))) return undefined;
    const near = bySentence.get(first.sentence) ?? [];
    const place = near.find((phrase) => isWhere(sentences[first.sentence] as ReadSentence, phrase, first));
    if (place !== undefined) return place.country;
    // Analysts, companies or a panel may be from anywhere.
    if (first.form === 'nominal' && !local.has(first.noun)) return undefined;
    const named = new Set(near.map(({ country }) => country));
    if (named.size === 1) return near[0]?.country;
    return named.size === 0 && all.size === 1 ? [...all][0] : undefined;
  };
};

/** Is this where the clause of the actor happens: "in Cairo", "in the West Bank"? */
const isWhere = ({ tree }: ReadSentence, phrase: Phrase, actor: Phrase): boolean => {
  if (tree.clause(phrase.head) !== tree.clause(actor.head)) return false;
  if (phrase.kind !== 'place' && phrase.kind !== 'state') return false;
  const token = tree.token(phrase.head) as Token;
  return (token.deprel === 'obl' || token.deprel === 'nmod') && LOCATIVE.has(tree.preposition(phrase.head));
};
