import type { Lexicon } from '../../../lexicon/index.ts';
import type { Annotation } from '../../annotate/index.ts';
import type { ActorLayer } from '../actor-layer.ts';
import { withCoordinations } from './coordination.ts';
import { type Link, resolve } from './coreference/index.ts';
import { actorLayer } from './layer.ts';
import { findNames } from './name-finder.ts';
import type { Phrase } from './phrase.ts';
import { phrasesOf } from './phrases.ts';
import { type ReadSentence, type TextContext, textContext } from './text-context.ts';
import { textWords } from './text-words.ts';
import { Tree } from './tree.ts';

/** What is known of a text besides its words. */
export interface ActorContext {
  /** ISO date of publication: decides who "the Russian president" is. */
  readonly published: string | null;
  readonly title: string | null;
  readonly lexicon: Lexicon;
}

const readSentences = (annotation: Annotation, lexicon: Lexicon): ReadSentence[] =>
  annotation.sentences.map((sentence) => {
    const tree = new Tree(sentence);
    const words = textWords(sentence.tokens);
    const names = findNames(tree, words, lexicon);
    return { tree, words, names, nameAt: new Map(names.map((name) => [name.head, name])) };
  });

const allPhrases = (sentences: readonly ReadSentence[], context: TextContext): Phrase[] => {
  const phrases: Phrase[] = [];
  sentences.forEach((sentence, number) => {
    for (const draft of withCoordinations(sentence.tree, phrasesOf(sentence, context)))
      phrases.push({ ...draft, index: phrases.length, sentence: number });
  });
  return phrases;
};

/** Every noun phrase of a text, and which of them speak of the same thing: what the actors are made from. */
export interface ResolvedPhrases {
  readonly sentences: readonly ReadSentence[];
  readonly context: TextContext;
  readonly phrases: readonly Phrase[];
  /** Lists of phrases that speak of the same thing, each in text order, by their first phrase. */
  readonly chains: readonly (readonly Phrase[])[];
  /** "Both countries", "they" after "Putin and Kim": the phrases that such a phrase stands for together, by its index. */
  readonly splits: ReadonlyMap<number, readonly Phrase[]>;
  /** The state of whoever a phrase belongs to, by its index. */
  readonly owners: ReadonlyMap<number, string>;
  /** Every link that a rule made, in the order made. */
  readonly links: readonly Link[];
}

/** All phrases with their coreference; `findActors` keeps those that can act. */
export const resolvePhrases = (annotation: Annotation, { published, lexicon }: ActorContext): ResolvedPhrases => {
  const sentences = readSentences(annotation, lexicon);
  const context = textContext(sentences, published, lexicon);
  const phrases = allPhrases(sentences, context);
  return { sentences, context, phrases, ...resolve(sentences, phrases, context) };
};

/** The actors that phrases make, when they have been resolved already. */
export const actorsOf = (annotation: Annotation, resolved: ResolvedPhrases): ActorLayer =>
  actorLayer(annotation, resolved);

/**
 * The actors of a text: states, people, organisations, groups and places, with every place that speaks of them.
 * Never throws, whatever the text; the time is linear in its length.
 */
export const findActors = (annotation: Annotation, context: ActorContext): ActorLayer =>
  actorLayer(annotation, resolvePhrases(annotation, context));

export { explainActors } from './explain-actors.ts';
