import {
  type Actor,
  type EventStatus,
  type EventType,
  overlaps,
  RECIPROCAL_TYPES,
  type Sector,
} from '../../../model/index.ts';
import { isVerb, token } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';
import { phraseIs } from './frame-match.ts';
import { hasMeans } from './means.ts';
import type { Party } from './parties.ts';
import { actsInPublic, bestStanding, standingOf } from './standing.ts';

/** Types whose event is told by a verb alone when one side is not named: a protest, a test launch, a city under fire. */
const ONE_SIDED: ReadonlySet<EventType> = new Set(['PROTEST', 'MOBILIZE', 'ASSAULT', 'COERCE', 'YIELD', 'SANCTION']);

/** Most events that one sentence may tell; more is a list, not a report. */
const MAX_PER_SENTENCE = 6;

const SPORT_CLASS = 'sport';

const inSport = (context: ClauseContext, draft: Draft): boolean => {
  const words = context.lexicon.classes.get(SPORT_CLASS);
  if (!words) return false;
  let hits = 0;
  for (const { lemma } of context.tree.tokens) if (words.has(lemma.toLowerCase())) hits++;
  return hits >= 2 && draft.type !== 'SANCTION';
};

const VERBAL: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
]);
/** What a crowd or a private person does to the public world. */
const FROM_BELOW: ReadonlySet<EventType> = new Set(['PROTEST', 'ACCUSE', 'REQUEST', 'ASSAULT']);
const STATE_POWER: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'YIELD', 'ASSAULT']);
const REAL: ReadonlySet<EventStatus> = new Set(['occurred', 'ongoing', 'planned', 'threatened']);

const kindOf = (context: ClauseContext, party: Party | undefined): Actor['kind'] | undefined =>
  party === undefined ? undefined : context.actorById.get(party.actor)?.kind;

const countryOf = (context: ClauseContext, party: Party): string | undefined =>
  context.actorById.get(party.actor)?.country;

/** A politician's trip within his own country is no event between actors. */
const isAtHome = (context: ClauseContext, { type, sources, targets, reciprocal }: Draft): boolean =>
  type === 'CONSULT' &&
  !reciprocal &&
  targets.every((target) => {
    const home = countryOf(context, target);
    return (
      kindOf(context, target) === 'place' &&
      (home === undefined || sources.some((source) => countryOf(context, source) === home))
    );
  });

/** One mention inside the other, or two actors of one name: a phrase taken apart, no two parties. */
const namesItself = (context: ClauseContext, { sources, targets, trigger }: Draft): boolean =>
  targets.every((target) =>
    sources.some(
      (source) =>
        // A phrase may hold the whole event: "Belarus, which supports Russia".
        (overlaps(source.mention, target.mention) &&
          ![source.mention, target.mention].some(({ first, last }) => first <= trigger && trigger < last)) ||
        context.actorById.get(source.actor)?.name === context.actorById.get(target.actor)?.name,
    ),
  );

const ARMED: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'REB', 'COP', 'SPY', 'IGO', 'JUD']);

/** Who can move troops, hit, arrest or yield without anybody being named: a state, its organs and forces, an armed group. */
const hasPower = (context: ClauseContext, party: Party): boolean => {
  const { kind, sector } = context.actorById.get(party.actor) ?? {};
  if (kind === 'state') return true;
  if (kind === 'person' || kind === 'place' || sector === undefined || !ARMED.has(sector)) return false;
  if (standingOf(context, party) !== 'strong') return false;
  return kind === 'organisation' || party.mention.form === 'name' || BEARING_ARMS.has(sector);
};

/** A crowd or firm that words can be addressed to: one that is named, one of another country, or one before a court. */
const isAddressed = (context: ClauseContext, { sources }: Draft, party: Party): boolean => {
  if (party.mention.form === 'name') return true;
  const country = countryOf(context, party);
  return sources.some((source) => {
    const { kind, sector, country: home } = context.actorById.get(source.actor) ?? {};
    return sector === 'JUD' || sector === 'COP' || (kind !== 'person' && country !== undefined && country !== home);
  });
};

const BEARING_ARMS: ReadonlySet<Sector> = new Set(['MIL', 'REB', 'COP']);

const isCivilian = (context: ClauseContext, party: Party): boolean => {
  const { kind, sector } = context.actorById.get(party.actor) ?? {};
  return (
    (kind === 'person' || (kind === 'organisation' && sector === 'PTY')) &&
    !(sector !== undefined && BEARING_ARMS.has(sector))
  );
};

/** "Clinton defeated Sanders": politicians fight each other with votes and words. */
const isContest = (context: ClauseContext, { type, sources, targets }: Draft): boolean =>
  type === 'ASSAULT' &&
  targets.length > 0 &&
  [...sources, ...targets].every((party) => isCivilian(context, party) && party.mention.form !== 'nominal');

const isNamed = (parties: readonly Party[]): boolean => parties.some(({ mention }) => mention.form === 'name');

/** Named, or of some state: "a union", "an organization" alone is any. */
const isSomebody = (context: ClauseContext, party: Party): boolean =>
  party.mention.form !== 'nominal' ||
  countryOf(context, party) !== undefined ||
  /^\p{Lu}/u.test(context.actorById.get(party.actor)?.name ?? '');

const UNREAL: ReadonlySet<EventStatus> = new Set(['hypothetical', 'conditional']);

/** What is only thought of is worth telling of public actors, one of whom at least is named there. */
const isWorthThinkingOf = (context: ClauseContext, { sources, targets }: Draft): boolean => {
  const sides = [sources, targets].map((side) =>
    side.filter(({ mention, actor }) => mention.form !== 'pronoun' || context.actorById.get(actor)?.kind === 'state'),
  );
  return (
    sides.every((side) => bestStanding(context, side) === 'strong' || bestStanding(context, side) === 'place') &&
    sides.some((side) => side.some(({ mention }) => mention.form !== 'nominal'))
  );
};

const twoSided = (context: ClauseContext, draft: Draft, status: EventStatus): boolean => {
  const source = bestStanding(context, draft.sources);
  const target = bestStanding(context, draft.targets);
  if (isAtHome(context, draft) || namesItself(context, draft)) return false;
  if (UNREAL.has(status) && !isWorthThinkingOf(context, draft)) return false;
  // An audience is spoken to, not consulted.
  if (draft.type === 'CONSULT' && target === 'weak' && !draft.targets.some(({ mention }) => mention.form === 'name'))
    return false;
  if (draft.type === 'PROTEST' && kindOf(context, draft.sources[0]) === 'person') return false;
  if (source === 'place') return STATE_POWER.has(draft.type) && target !== 'place';
  const acting = kindOf(context, draft.sources[0]);
  if (source === 'weak') {
    if (!REAL.has(status)) return false;
    if (draft.type === 'PROTEST') return true;
    // A body acts like any other; a crowd or a private person only against the public world.
    if (acting === 'organisation')
      return target !== 'weak' && draft.sources.some((party) => isSomebody(context, party));
    return FROM_BELOW.has(draft.type) && target !== 'weak' && kindOf(context, draft.targets[0]) !== 'person';
  }
  if (target !== 'weak') return true;
  if (!REAL.has(status)) return false;
  // A politician who helps families or allows the public something does nothing to any actor.
  if (acting === 'person' && (draft.type === 'AID' || draft.type === 'YIELD') && !isNamed(draft.targets)) return false;
  return !VERBAL.has(draft.type) || draft.targets.some((party) => isAddressed(context, draft, party));
};

const WEAPONS = ['attack', 'projectile', 'arms', 'troops', 'assailants'];

/** True where somebody acts who is no actor of the text: whom "they" or "developers" looted is anybody's guess. */
const hasUnknownSubject = (context: ClauseContext, { predicate }: Draft): boolean => {
  if (!isVerb(context.tree, predicate)) return false;
  const { subjects } = context.roles(predicate);
  return subjects.some(
    (subject) =>
      !WEAPONS.some((name) => {
        const words = context.lexicon.classes.get(name);
        return words !== undefined && phraseIs(context, subject, words);
      }),
  );
};

const oneSided = (context: ClauseContext, draft: Draft, status: EventStatus): boolean => {
  if (!ONE_SIDED.has(draft.type) || !REAL.has(status) || draft.rule.startsWith('noun-frame')) return false;
  const [source] = draft.sources;
  const [target] = draft.targets;
  if (source !== undefined) {
    if (draft.type === 'PROTEST') {
      const crowd = kindOf(context, source) === 'group' || kindOf(context, source) === 'organisation';
      return crowd && countryOf(context, source) !== undefined;
    }
    // A court that overturns its own ruling yields to nobody.
    if (draft.type === 'YIELD' && context.actorById.get(source.actor)?.sector === 'JUD') return false;
    return hasPower(context, source);
  }
  const happens = status === 'occurred' || status === 'ongoing';
  if (!happens || draft.type !== 'ASSAULT' || target === undefined) return false;
  return bestStanding(context, draft.targets) === 'strong' && !hasUnknownSubject(context, draft);
};

/** "called for tariffs on goods from China", "a Clinton plan": named in what is wanted, not asked for it. */
const isAsked = (context: ClauseContext, party: Party): boolean =>
  party.distance < (kindOf(context, party) === 'person' ? 1 : 2);

const admissible = (context: ClauseContext, draft: Draft, status: EventStatus): boolean => {
  if (inSport(context, draft) || isContest(context, draft)) return false;
  // "does not rule out talks": who does not refuse has done nothing yet.
  if (draft.type === 'REJECT' && status === 'denied') return false;
  if (draft.type === 'REQUEST' && !draft.targets.some((party) => isAsked(context, party))) return false;
  if (draft.sources.length > 0 && !draft.sources.some((source) => hasMeans(context, draft.type, source))) return false;
  return draft.sources.length > 0 && draft.targets.length > 0
    ? twoSided(context, draft, status)
    : oneSided(context, draft, status);
};

const sameParties = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.length === b.length && a.every((party) => b.some((other) => other.actor === party.actor));

const repeats = (a: Draft, b: Draft): boolean =>
  a.type === b.type &&
  ((sameParties(a.sources, b.sources) && sameParties(a.targets, b.targets)) ||
    (RECIPROCAL_TYPES.has(a.type) && sameParties(a.sources, b.targets) && sameParties(a.targets, b.sources)) ||
    (a.predicate === b.predicate && a.trigger === b.trigger));

const ANSWERING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST']);

/** "refused to enter the Baghdad courtroom": words are not addressed to the place that a thing is named after. */
const isOnlyNamedBeside = (context: ClauseContext, draft: Draft, party: Party): boolean =>
  ANSWERING.has(draft.type) && kindOf(context, party) === 'place' && party.distance > 0;

/** The drafts that stand: political parties on both sides or a type that needs but one, no repetition, best first kept, in text order. */
export const selectDrafts = (
  context: ClauseContext,
  drafts: readonly Draft[],
  statusOf: (draft: Draft) => EventStatus,
): readonly Draft[] => {
  const kept: Draft[] = [];
  const peopled = drafts.map((draft) => ({
    ...draft,
    sources: draft.sources.filter((party) => actsInPublic(context, party)),
    targets: draft.targets.filter((party) => actsInPublic(context, party) && !isOnlyNamedBeside(context, draft, party)),
  }));
  for (const draft of peopled.sort((a, b) => b.score - a.score || a.trigger - b.trigger)) {
    if (!admissible(context, draft, statusOf(draft)) || kept.some((other) => repeats(other, draft))) continue;
    kept.push(draft);
    if (kept.length === MAX_PER_SENTENCE) break;
  }
  return kept.sort((a, b) => token(context.tree, a.trigger).start - token(context.tree, b.trigger).start);
};
