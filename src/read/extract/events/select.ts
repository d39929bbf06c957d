import { type EventType, RECIPROCAL_TYPES } from '../../../model/index.ts';
import { token } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';
import type { Party } from './parties.ts';

/** Types whose event is told by a verb alone when one side is not named: a protest, a test launch, a city under fire. */
const ONE_SIDED: ReadonlySet<EventType> = new Set(['PROTEST', 'MOBILIZE', 'ASSAULT', 'COERCE', 'YIELD', 'SANCTION']);

/** Most events that one sentence may tell; more is a list, not a report. */
const MAX_PER_SENTENCE = 6;

const isPolitical = (context: ClauseContext, party: Party): boolean => {
  const actor = context.actorById.get(party.actor);
  if (!actor) return false;
  switch (actor.kind) {
    case 'state':
    case 'group':
      return true;
    case 'organisation':
      return actor.sector !== 'MED' && actor.sector !== 'EDU';
    case 'person':
      return true;
    case 'place':
      return false;
  }
};

const SPORT_CLASS = 'sport';

const inSport = (context: ClauseContext, draft: Draft): boolean => {
  const words = context.lexicon.classes.get(SPORT_CLASS);
  if (!words) return false;
  let hits = 0;
  for (const { lemma } of context.tree.tokens) if (words.has(lemma)) hits++;
  return hits >= 2 && draft.type !== 'SANCTION';
};

const admissible = (context: ClauseContext, draft: Draft): boolean => {
  if (inSport(context, draft)) return false;
  const sources = draft.sources.filter((party) => isPolitical(context, party));
  const targets = draft.targets;
  if (sources.length === 0 && draft.sources.length > 0) return false;
  if (sources.length > 0 && targets.length > 0) return true;
  if (draft.trigger === draft.predicate && draft.rule.startsWith('noun-frame')) return false;
  if (!ONE_SIDED.has(draft.type)) return false;
  if (sources.length > 0) return context.actorById.get(sources[0]?.actor ?? '')?.kind !== 'person';
  return draft.type === 'ASSAULT' && targets.some((party) => isPolitical(context, party));
};

const sameParties = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.length === b.length && a.every((party) => b.some((other) => other.actor === party.actor));

const repeats = (a: Draft, b: Draft): boolean =>
  a.type === b.type &&
  ((sameParties(a.sources, b.sources) && sameParties(a.targets, b.targets)) ||
    (RECIPROCAL_TYPES.has(a.type) && sameParties(a.sources, b.targets) && sameParties(a.targets, b.sources)) ||
    (a.predicate === b.predicate && a.trigger === b.trigger));

/** The drafts that stand: political parties on both sides or a type that needs but one, no repetition, best first kept, in text order. */
export const selectDrafts = (context: ClauseContext, drafts: readonly Draft[]): readonly Draft[] => {
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.score - a.score || a.trigger - b.trigger)) {
    if (!admissible(context, draft) || kept.some((other) => repeats(other, draft))) continue;
    kept.push(draft);
    if (kept.length === MAX_PER_SENTENCE) break;
  }
  return kept.sort((a, b) => token(context.tree, a.trigger).start - token(context.tree, b.trigger).start);
};
