import type { Played } from '../engine/play.ts';
import { cumulativeIncidence, kaplanMeier, medianTurn, type TimedEvents } from '../statistics/survival.ts';
import { type TwoLevelShare, twoLevelShare } from '../statistics/two-level.ts';

export interface OutcomeSummary extends TwoLevelShare {
  readonly name: string;
  readonly count: number;
  /** Share of all runs in which the outcome has come about for good by the end of each turn. */
  readonly incidence: readonly number[];
  /** Half of the runs that end so have come to it by this turn; null when none does. */
  readonly medianTurn: number | null;
}

/** Runs of each draw of the parameters: how many, and how many ended in the outcome. */
export const groupedHits = (
  { manifest, runs, columns, points, scenario }: Played,
  outcome: number,
): { readonly hits: readonly number[]; readonly sizes: readonly number[]; readonly points: readonly number[] } => {
  const width = scenario.model.parameters.length;
  const groups = width > 0 ? points.length / width : Math.ceil(manifest.runs / manifest.replications);
  const hits = new Array<number>(groups).fill(0);
  const sizes = new Array<number>(groups).fill(0);
  runs.forEach((run, row) => {
    const group = Math.floor(run / manifest.replications);
    sizes[group] = (sizes[group] as number) + 1;
    if (columns.outcome[row] === outcome) hits[group] = (hits[group] as number) + 1;
  });
  const played = sizes.flatMap((size, group) => (size > 0 ? [group] : []));
  return {
    hits: played.map((group) => hits[group] as number),
    sizes: played.map((group) => sizes[group] as number),
    points: played,
  };
};

/** `otherwise` is what is left at the end, no event of its own: it censors. */
const timedEvents = ({ columns, scenario }: Played): TimedEvents => {
  const { turns, outcomes } = scenario.model;
  const causes = Array.from(columns.outcome, (outcome) => (outcomes[outcome]?.when === null ? 0 : outcome + 1));
  return { times: columns.since, causes, turns };
};

/** Share of runs in which no outcome has come about for good by the end of each turn. */
export const undecided = (played: Played): readonly number[] => kaplanMeier(timedEvents(played));

/** Each outcome's probability, with Monte-Carlo error and the spread over parameters apart, and its time. */
export const summariseOutcomes = (played: Played): readonly OutcomeSummary[] => {
  const events = timedEvents(played);
  return played.scenario.model.outcomes.map(({ name, when }, index) => {
    const { hits, sizes } = groupedHits(played, index);
    const estimate = twoLevelShare(hits, sizes);
    const incidence = when === null ? [] : cumulativeIncidence(events, index + 1);
    return {
      name,
      count: hits.reduce((sum, n) => sum + n, 0),
      ...estimate,
      incidence,
      medianTurn: medianTurn(incidence),
    };
  });
};
