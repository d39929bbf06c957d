import { defaultEventLexicon, type EventLexicon } from '../../../lexicon/index.ts';
import {
  type Attribution,
  contains,
  type Likelihood,
  type Quantity,
  type ReadEvent,
  type Span,
  type Time,
} from '../../../model/index.ts';
import type { Annotation } from '../../annotate/annotation.ts';
import type { ActorLayer } from '../actor-layer.ts';
import { growTree, isUnder, markOf, relationOf, type Tree, token } from '../syntax/tree.ts';
import { candidatesIn } from './candidates.ts';
import { circumstancesOf, evidenceOf, headOfSpan, triggerOf } from './circumstances.ts';
import { clauseContext } from './clause-context.ts';
import { selectDrafts } from './select.ts';
import { happenedOf, statusOf } from './status.ts';

export interface EventInputs {
  readonly actors: ActorLayer;
  readonly attributions: readonly Attribution[];
  readonly times: readonly Time[];
  readonly quantities: readonly Quantity[];
  readonly likelihoods: readonly Likelihood[];
}

/** An event with the rule that made it (`family/frame`) and how sure the rule is, 0 … 1. */
export interface FoundEvent extends ReadEvent {
  readonly rule: string;
  readonly score: number;
}

const MAX_CLIMB = 12;

const width = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The innermost attribution whose content holds the trigger. */
const holderOf = (attributions: readonly Attribution[], trigger: Span): Attribution | undefined => {
  let best: Attribution | undefined;
  for (const attribution of attributions) {
    if (!attribution.content.some((content) => contains(content, trigger))) continue;
    if (!best || width(attribution.content) < width(best.content)) best = attribution;
  }
  return best;
};

const BESIDE = new Set(['while', 'as', 'after', 'before', 'when', 'since', 'because', 'although', 'though', 'until']);

/** True unless a relative clause parts the deed from the estimate: "could answer critics who have attacked him". */
const weighs = (tree: Tree, estimate: Span, predicate: number): boolean => {
  const word = headOfSpan(tree, estimate);
  for (let at = predicate, step = 0; at >= 0 && step < MAX_CLIMB; at = token(tree, at).head, step++) {
    if (isUnder(tree, word, at)) return true;
    if (token(tree, at).deprel === 'acl:relcl') return false;
    if (relationOf(tree, at) === 'advcl' && BESIDE.has(markOf(tree, at))) return false;
  }
  return true;
};

/** Items of a list sorted by start that lie in a sentence, in one pass over both. */
const bySentence = <T>(items: readonly T[], spansOf: (item: T) => readonly Span[], annotation: Annotation): T[][] => {
  const buckets: T[][] = annotation.sentences.map(() => []);
  const starts = annotation.sentences.map(({ start }) => start);
  const sentenceAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  if (starts.length === 0) return buckets;
  for (const item of items) {
    const seen = new Set<number>();
    for (const { start, end } of spansOf(item))
      for (let index = sentenceAt(start); index < starts.length && (starts[index] as number) < end; index++) {
        if (!seen.has(index)) buckets[index]?.push(item);
        seen.add(index);
      }
  }
  return buckets;
};

/** Who did what to whom, sentence by sentence, with the rule behind each event. */
export const findEvents = (
  annotation: Annotation,
  { actors, attributions, times, quantities, likelihoods }: EventInputs,
  lexicon: EventLexicon = defaultEventLexicon(),
): readonly FoundEvent[] => {
  const actorById = new Map(actors.actors.map((actor) => [actor.id, actor]));
  const timesBySentence = bySentence(times, ({ span }) => [span], annotation);
  const quantitiesBySentence = bySentence(quantities, ({ span }) => [span], annotation);
  const attributionsBySentence = bySentence(attributions, ({ content }) => content, annotation);
  const likelihoodsBySentence = bySentence(likelihoods, ({ span }) => [span], annotation);
  const events: FoundEvent[] = [];

  annotation.sentences.forEach((sentence, index) => {
    if (actors.inSentence(sentence.index).length === 0) return;
    const tree = growTree(sentence);
    const context = clauseContext(tree, actors, actorById, lexicon);
    const { drafts, operators } = candidatesIn(context);
    const selected = selectDrafts(context, drafts, (draft) => statusOf(context, draft, operators));
    const circumstances = circumstancesOf(
      context,
      annotation.text,
      selected,
      timesBySentence[index] ?? [],
      quantitiesBySentence[index] ?? [],
    );
    selected.forEach((draft, at) => {
      const trigger = triggerOf(context, draft);
      const stated = statusOf(context, draft, operators);
      // What is only estimated to be so is no occurrence: "probably shipped".
      const estimated = (likelihoodsBySentence[index] ?? []).some(
        ({ about, span }) => contains(about, trigger) && weighs(tree, span, draft.predicate),
      );
      const status = estimated && (stated === 'occurred' || stated === 'planned') ? 'hypothetical' : stated;
      const id = `e${events.length + 1}`;
      const attribution = holderOf(attributionsBySentence[index] ?? [], trigger);
      const { when, where, quantities: counted } = circumstances[at] ?? { quantities: [] };
      events.push({
        id,
        type: draft.type,
        sources: draft.sources.map(({ actor }) => actor),
        targets: draft.targets.map(({ actor }) => actor),
        trigger,
        evidence: evidenceOf(context, draft),
        status,
        happened: happenedOf(status, token(tree, draft.predicate).happened),
        ...(when ? { when } : {}),
        ...(where ? { where } : {}),
        quantities: counted,
        ...(attribution ? { attribution: attribution.id } : {}),
        rule: draft.rule,
        score: Math.round(draft.score * 100) / 100,
      });
    });
  });
  return events;
};
