import { type Lexicon, openLexicon } from '../lexicon/index.ts';
import { type Reading, type Situation, type SituationActor, WatchfloorError } from '../model/index.ts';
import { isDescription } from './actor-names.ts';
import { type ActorAliases, mergeActors } from './actors.ts';
import { structuralBalance } from './balance.ts';
import { claimsOf } from './claims.ts';
import { coalitionsOf } from './coalitions.ts';
import { type DayNumber, isoDay, lastDay } from './days.ts';
import { disputesOf } from './disputes.ts';
import { conditionsOf, estimatesOf } from './estimates.ts';
import { happeningsOf } from './happenings.ts';
import { voiceKey } from './holders.ts';
import { ledgerOf } from './ledger.ts';
import { ledgerGroups } from './ledger-groups.ts';
import { partiesOf } from './parties.ts';
import { distinctReadings } from './readings.ts';
import { graphOfTies } from './signed-graph.ts';
import { sourceRecord } from './sources.ts';
import { speakersOf } from './speakers.ts';
import { tellingOf } from './telling.ts';
import { DEFAULT_HALF_LIFE_DAYS, tiesOf } from './ties.ts';
import { byTime, timelineEntry } from './timeline.ts';

export interface SituateOptions {
  /** The day that “now” means, `YYYY-MM-DD`; the latest publication unless given. */
  readonly asOf?: string;
  /** Days after which a happening counts half for a tie. Default 180. */
  readonly halfLifeDays?: number;
  /** Another name or id of an actor → the name or id it stands for. */
  readonly alias?: ActorAliases;
  /** The lexicon that the readings were made with, where it is not the one that Watchfloor ships. */
  readonly lexicon?: Pick<Lexicon, 'entry' | 'stateOfDemonym'>;
}

const referenceDay = (readings: readonly Reading[], asOf: string | undefined): DayNumber | null => {
  if (asOf === undefined) {
    const days = readings.flatMap(({ document: { published } }) =>
      published === null ? [] : (lastDay(published) ?? []),
    );
    return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b));
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? lastDay(asOf) : null;
  if (day === null)
    throw new WatchfloorError(
      'case.bad-reference-date',
      `“${asOf}” is no calendar date; write the reference date as YYYY-MM-DD.`,
    );
  return day;
};

/** Who can be tied to others and be of a coalition: not the “eight individuals” that one document sanctions. */
const isNamed = (actor: SituationActor | undefined): boolean => actor === undefined || !isDescription(actor.name);

const checkedHalfLife = (days: number): number => {
  if (!(days > 0 && Number.isFinite(days)))
    throw new WatchfloorError('case.bad-half-life', `A half-life of ${days} days is none; give a number above 0.`);
  return days;
};

/**
 * Everything that the documents say, put together: who is in it, who claims what, what happened when, how the parties
 * stand to each other, what was given, pledged, moved or lost, and where the sources disagree. Pure: the same readings
 * in any order, or given twice, make the same situation. The rules and figures are in docs/situation.md.
 *
 * @throws WatchfloorError `case.ambiguous-document`, `case.inconsistent-reading`, `case.bad-reference-date`,
 *   `case.bad-half-life`
 */
export const situate = (readings: readonly Reading[], options: SituateOptions = {}): Situation => {
  const halfLifeDays = checkedHalfLife(options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS);
  const lexicon = options.lexicon ?? openLexicon();
  const documents = distinctReadings(readings);
  const asOf = referenceDay(documents, options.asOf);
  const index = mergeActors(documents, options.alias ?? {}, lexicon);
  const parties = partiesOf(index, lexicon);

  const told = documents.map((reading) => ({ reading, claims: claimsOf(reading, index) }));
  const claims = told.flatMap((one) => one.claims);
  const tellings = told.flatMap(({ reading, claims: own }) =>
    own.flatMap((claim) => tellingOf(claim, reading, parties, index.get) ?? []),
  );
  const disputes = disputesOf(tellings);
  const disputed = new Set(disputes.flatMap(({ asserted, denied }) => [...asserted, ...denied]));
  const happenings = happeningsOf(tellings)
    .map((happening) => ({
      happening,
      entry: timelineEntry(
        happening,
        happening.tellings.some(({ claim }) => disputed.has(claim.id)),
      ),
    }))
    .sort((a, b) => byTime(a.entry, b.entry));
  const ties = tiesOf(happenings, { asOf, halfLifeDays }, parties).filter(
    ({ a, b }) => isNamed(index.get(a)) && isNamed(index.get(b)),
  );

  const ledger = told.flatMap(({ reading, claims: own }) =>
    ledgerOf(reading, own, { actors: index, parties, lexicon }),
  );
  const datedHappening = new Map(
    happenings
      .filter(({ happening }) => happening.placing === 'dated')
      .flatMap(({ entry }) => entry.claims.map((claim) => [claim, entry.id] as const)),
  );
  const publisher = new Map(documents.map(({ id, document }) => [id, document.publisher]));
  const graph = graphOfTies(ties);

  return {
    situation: 1,
    asOf: asOf === null ? null : isoDay(asOf),
    sources: told.map(({ reading, claims: own }) => sourceRecord(reading, own)),
    actors: parties.actors(),
    claims,
    timeline: happenings.map(({ entry }) => entry),
    ties,
    halfLifeDays,
    ledger,
    ledgerGroups: ledgerGroups(ledger, {
      voice: ({ holder, document }) => voiceKey(holder, document, publisher.get(document) ?? null),
      happening: (claim) => datedHappening.get(claim),
    }),
    disputes,
    estimates: documents.flatMap((reading) => estimatesOf(reading, index)),
    conditions: told.flatMap(({ reading, claims: own }) => conditionsOf(reading, own, index)),
    speakers: speakersOf(documents, index),
    coalitions: coalitionsOf(graph),
    balance: structuralBalance(graph),
  };
};
