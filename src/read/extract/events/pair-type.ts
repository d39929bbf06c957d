import { defaultEventLexicon, type EventLexicon } from '../../../lexicon/index.ts';
import {
  type Actor,
  type EventStatus,
  type EventType,
  overlaps,
  RECIPROCAL_TYPES,
  type Span,
} from '../../../model/index.ts';
import type { AnnotatedSentence, Annotation } from '../../annotate/annotation.ts';
import type { ActorLayer, Mention } from '../actor-layer.ts';
import { growTree, type Tree, token } from '../syntax/tree.ts';
import { candidatesIn } from './candidates.ts';
import { headOfSpan } from './circumstances.ts';
import { clauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';
import { isHostile } from './rules/operators.ts';
import { statusOf } from './status.ts';

const SOURCE = 'pair-source';
const TARGET = 'pair-target';

/** What is told where no rule speaks: the commonest thing that actors are reported to do to each other. */
const UNKNOWN: EventType = 'CONSULT';

const mentionOf = (tree: Tree, actor: string, span: Span): Mention | undefined => {
  const covered = tree.tokens.flatMap((word, index) => (overlaps(word, span) ? [index] : []));
  const [first] = covered;
  if (first === undefined) return undefined;
  return {
    ...span,
    actor,
    sentence: tree.sentence.index,
    first,
    last: (covered.at(-1) as number) + 1,
    head: headOfSpan(tree, span),
    form: 'name',
  };
};

/** The two parties, and nobody else, as the actors of the sentence. */
const pairLayer = (mentions: readonly Mention[]): ActorLayer => {
  const actors: Actor[] = [SOURCE, TARGET].map((id) => ({
    id,
    name: id,
    kind: 'state',
    mentions: mentions.filter((mention) => mention.actor === id),
  }));
  return {
    actors,
    mentions,
    inSentence: () => mentions,
    at: (_, index) => mentions.find(({ first, last }) => first <= index && index < last),
  };
};

/** PLOVER's reading of what has not happened (yet): cooperation that is only announced is AGREE, hostility that is only announced is THREATEN. */
const inFuture = (draft: Draft, status: EventStatus, willed: boolean): EventType => {
  // Cooperation that is said not to be is a refusal there.
  if (status === 'denied' && !isHostile(draft.type) && draft.type !== 'REQUEST') return 'REJECT';
  if (status !== 'planned' || !willed || draft.type === 'AGREE' || draft.type === 'THREATEN') return draft.type;
  if (draft.type === 'REQUEST' || draft.type === 'REJECT' || draft.type === 'ACCUSE') return draft.type;
  return isHostile(draft.type) ? 'THREATEN' : 'AGREE';
};

const has = (parties: Draft['sources'], actor: string): boolean => parties.some((party) => party.actor === actor);

const agreement = (draft: Draft): number => {
  const forward = (has(draft.sources, SOURCE) ? 2 : 0) + (has(draft.targets, TARGET) ? 2 : 0);
  const backward = (has(draft.sources, TARGET) ? 2 : 0) + (has(draft.targets, SOURCE) ? 2 : 0);
  return Math.max(forward, backward === 4 && (draft.reciprocal || RECIPROCAL_TYPES.has(draft.type)) ? 4 : backward / 4);
};

const sentenceOf = (annotation: Annotation, a: Span, b: Span): AnnotatedSentence | undefined =>
  annotation.sentences.find((sentence) => overlaps(sentence, a) && overlaps(sentence, b)) ??
  annotation.sentences.find((sentence) => overlaps(sentence, a)) ??
  annotation.sentences.find((sentence) => overlaps(sentence, b)) ??
  annotation.sentences[0];

/** Steps from the root: of two events that fit alike the higher one is told. */
const depthOf = (tree: Tree, index: number): number => {
  let depth = 0;
  for (let at = index; depth < 20 && at >= 0; at = token(tree, at).head) depth++;
  return depth;
};

/**
 * The event head with the pair handed to it: which PLOVER type a sentence tells of a source and a target. Always answers,
 * for measuring types apart from actors.
 */
export const typeOfPair = (
  annotation: Annotation,
  source: Span,
  target: Span,
  lexicon: EventLexicon = defaultEventLexicon(),
): EventType => {
  const sentence = sentenceOf(annotation, source, target);
  if (!sentence) return UNKNOWN;
  const tree = growTree(sentence);
  const mentions = [mentionOf(tree, SOURCE, source), mentionOf(tree, TARGET, target)].filter(
    (found) => found !== undefined,
  );
  const layer = pairLayer(mentions);
  const context = clauseContext(tree, layer, new Map(layer.actors.map((actor) => [actor.id, actor])), lexicon);
  const { drafts, operators } = candidatesIn(context);
  let best: { readonly type: EventType; readonly rank: number } | undefined;
  for (const draft of drafts) {
    const status = statusOf(context, draft, operators);
    const willed = [draft.predicate].some((at) =>
      ['will', "'ll"].some((modal) => tree.children[at]?.some((child) => tree.tokens[child]?.lemma === modal)),
    );
    const rank = agreement(draft) * 10 + draft.score * 2 - depthOf(tree, draft.predicate) * 0.3;
    if (!best || rank > best.rank) best = { type: inFuture(draft, status, willed), rank };
  }
  return best?.type ?? UNKNOWN;
};
