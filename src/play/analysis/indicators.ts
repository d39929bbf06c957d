import type { Played } from '../engine/play.ts';
import { SEEN } from '../engine/runs.ts';
import { mutualInformation } from '../statistics/information.ts';
import { type LikelihoodRatio, likelihoodRatio, type SignalCounts } from '../statistics/likelihood-ratio.ts';
import { indexOfName } from './names.ts';

/** How well one observable tells one outcome from the others, read on a given turn. */
export interface Indicator {
  readonly observable: string;
  readonly title: string;
  /** What counts as seen: in at least so many turns by then. The number that tells most. */
  readonly atLeast: number;
  /** Share of the runs still open on that turn in which it has been seen so often. */
  readonly seen: number;
  /** When it has been seen so often by then, and when it has not; null when every open run comes to the outcome, or none. */
  readonly ratioSeen: LikelihoodRatio | null;
  readonly ratioNotSeen: LikelihoodRatio | null;
  /** Bits about whether the outcome comes about. */
  readonly information: number;
  /** Turns from the first sighting to the outcome, of runs where it was seen before: quartiles. Null when there is none. */
  readonly lead: { readonly low: number; readonly median: number; readonly high: number } | null;
}

export interface IndicatorSetStep {
  readonly observable: string;
  /** Bits that it adds to those before it, and all of them together. */
  readonly gain: number;
  readonly total: number;
}

/** What `watchfloor play indicators --json` writes and watching reads; described in docs/play.md, *Indicators*. */
export interface IndicatorReport {
  readonly indicators: 1;
  readonly scenario: string;
  readonly hash: string;
  readonly outcome: string;
  /** Indicators are read at the end of this turn, on runs that have not come to their outcome by then. */
  readonly turn: number;
  readonly openRuns: number;
  /** Share of the open runs that come to the outcome. */
  readonly base: number;
  /** Bits needed to know the outcome without any indicator. */
  readonly uncertainty: number;
  readonly each: readonly Indicator[];
  readonly set: readonly IndicatorSetStep[];
}

const MAX_SET = 5;
/** A further indicator must tell this many bits, and this share of what there is to know. */
const MIN_GAIN = 0.002;
const MIN_GAIN_SHARE = 0.02;

/** First turn in which each observable was seen in a run, 0 for never: rows × observables. */
export const firstSeen = ({ scenario, columns }: Played): Uint16Array => {
  const { turns, observables } = scenario.model;
  const count = observables.length;
  const first = new Uint16Array(columns.count * count);
  for (let row = 0; row < columns.count; row++)
    for (let turn = columns.ended[row] as number; turn >= 1; turn--) {
      const at = (row * turns + turn - 1) * count;
      for (let o = 0; o < count; o++) if ((columns.signals[at + o] as number) & SEEN) first[row * count + o] = turn;
    }
  return first;
};

/** Diagnosticity of every observable for an outcome. @throws WatchfloorError play.unknown-name */
export const indicatorsFor = (
  played: Played,
  outcomeName: string,
  turn = Math.ceil(played.scenario.model.turns / 2),
): IndicatorReport => {
  const { model } = played.scenario;
  const outcome = indexOfName(model.outcomes, outcomeName, 'outcome');
  const { columns, runs, manifest } = played;
  const first = firstSeen(played);
  const times = timesSeen(played, turn);
  const count = model.observables.length;
  const open = Array.from({ length: columns.count }, (_, row) => row).filter(
    (row) => (columns.since[row] as number) > turn,
  );
  const inside = (row: number): boolean => columns.outcome[row] === outcome;
  const thresholds = new Array<number>(count).fill(1);
  const seenBy = (row: number, o: number): boolean => (times[row * count + o] as number) >= (thresholds[o] as number);
  const groupOf = (row: number): number => Math.floor((runs[row] as number) / manifest.replications);
  const joint = (observables: readonly number[]): readonly (readonly number[])[] => {
    const table = Array.from({ length: 2 ** observables.length }, () => [0, 0]);
    for (const row of open) {
      const pattern = observables.reduce((bits, o, i) => bits + Number(seenBy(row, o)) * 2 ** i, 0);
      const cell = table[pattern] as number[];
      cell[Number(inside(row))] = (cell[Number(inside(row))] as number) + 1;
    }
    return table;
  };
  for (let o = 0; o < count; o++)
    thresholds[o] = tellingThreshold(turn, (atLeast) => {
      thresholds[o] = atLeast;
      return mutualInformation(joint([o]));
    });
  const base = open.filter(inside).length / Math.max(open.length, 1);
  const each = model.observables.map(({ name, title }, o): Indicator => {
    const counts = signalCounts(open, groupOf, inside, (row) => seenBy(row, o));
    const opposite = counts.map((c) => ({
      ...c,
      seenInside: c.inside - c.seenInside,
      seenOutside: c.outside - c.seenOutside,
    }));
    return {
      observable: name,
      title,
      atLeast: thresholds[o] as number,
      seen: open.filter((row) => seenBy(row, o)).length / Math.max(open.length, 1),
      ratioSeen: likelihoodRatio(counts),
      ratioNotSeen: likelihoodRatio(opposite),
      information: mutualInformation(joint([o])),
      lead: leadTime(played, outcome, first, o),
    };
  });
  const uncertainty = binaryEntropy(base);
  return {
    indicators: 1,
    scenario: model.id,
    hash: manifest.hash,
    outcome: outcomeName,
    turn,
    openRuns: open.length,
    base,
    uncertainty,
    each: each.sort((a, b) => b.information - a.information),
    set: greedySet(
      model.observables.map(({ name }) => name),
      (chosen) => mutualInformation(joint(chosen)),
      uncertainty,
    ),
  };
};

/** The number of sightings that tells most; the lowest of equals. */
const tellingThreshold = (turns: number, informationOf: (atLeast: number) => number): number => {
  let [best, most] = [1, Number.NEGATIVE_INFINITY];
  for (let atLeast = 1; atLeast <= turns; atLeast++) {
    const information = informationOf(atLeast);
    if (information > most) [best, most] = [atLeast, information];
  }
  return best;
};

/** In how many turns up to `until` each observable was seen: rows × observables. */
const timesSeen = ({ scenario, columns }: Played, until: number): Uint16Array => {
  const { turns, observables } = scenario.model;
  const count = observables.length;
  const times = new Uint16Array(columns.count * count);
  for (let row = 0; row < columns.count; row++)
    for (let turn = 1; turn <= until; turn++) {
      const at = (row * turns + turn - 1) * count;
      for (let o = 0; o < count; o++)
        if ((columns.signals[at + o] as number) & SEEN) times[row * count + o] = (times[row * count + o] as number) + 1;
    }
  return times;
};

const binaryEntropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));

const signalCounts = (
  open: readonly number[],
  groupOf: (row: number) => number,
  inside: (row: number) => boolean,
  seen: (row: number) => boolean,
): readonly SignalCounts[] => {
  const groups = new Map<number, { seenInside: number; inside: number; seenOutside: number; outside: number }>();
  for (const row of open) {
    const key = groupOf(row);
    const group = groups.get(key) ?? { seenInside: 0, inside: 0, seenOutside: 0, outside: 0 };
    groups.set(key, group);
    if (inside(row)) {
      group.inside++;
      if (seen(row)) group.seenInside++;
    } else {
      group.outside++;
      if (seen(row)) group.seenOutside++;
    }
  }
  return [...groups.values()];
};

const leadTime = ({ columns, scenario }: Played, outcome: number, first: Uint16Array, o: number): Indicator['lead'] => {
  const count = scenario.model.observables.length;
  const leads: number[] = [];
  for (let row = 0; row < columns.count; row++) {
    const seen = first[row * count + o] as number;
    const since = columns.since[row] as number;
    if (columns.outcome[row] === outcome && seen > 0 && seen < since) leads.push(since - seen);
  }
  if (leads.length === 0) return null;
  leads.sort((a, b) => a - b);
  const at = (p: number): number => leads[Math.floor(p * (leads.length - 1))] as number;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
};

/** Adds, again and again, the observable that tells most beyond those already in (greedy forward selection by conditional mutual information). */
const greedySet = (
  names: readonly string[],
  informationOf: (chosen: readonly number[]) => number,
  uncertainty: number,
): readonly IndicatorSetStep[] => {
  const steps: IndicatorSetStep[] = [];
  const chosen: number[] = [];
  let total = 0;
  while (chosen.length < Math.min(MAX_SET, names.length)) {
    let [best, bestTotal] = [-1, total];
    names.forEach((_, o) => {
      if (chosen.includes(o)) return;
      const information = informationOf([...chosen, o]);
      if (information > bestTotal) [best, bestTotal] = [o, information];
    });
    if (best < 0 || bestTotal - total < Math.max(MIN_GAIN, MIN_GAIN_SHARE * uncertainty)) break;
    chosen.push(best);
    steps.push({ observable: names[best] as string, gain: bestTotal - total, total: bestTotal });
    total = bestTotal;
  }
  return steps;
};
