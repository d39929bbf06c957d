import { type Range, WatchfloorError, Z95 } from '../../model/index.ts';
import type { Played } from '../engine/play.ts';

/** How an outcome's probability differs between two scenarios played on the same noise. */
export interface OutcomeDifference {
  readonly outcome: string;
  readonly a: number;
  readonly b: number;
  /** b − a with its 95 % interval. */
  readonly difference: number;
  readonly interval: Range;
  /** Share of the runs that go one way in one scenario and another way in the other. */
  readonly changed: number;
}

export interface Comparison {
  readonly runs: number;
  readonly outcomes: readonly OutcomeDifference[];
  /** Share of the runs that end in another outcome. */
  readonly changed: number;
}

/**
 * Compares two plays run by run: run r of both has the same draws for whatever bears the same name. The interval is from differences of whole draws of the parameters
 * (their runs are alike), which is much narrower than comparing two independent plays.
 *
 * @throws WatchfloorError play.misaligned-samples when the plays do not share seed, runs and replications
 */
export const compare = (a: Played, b: Played): Comparison => {
  for (const key of ['seed', 'runs', 'replications', 'sampler'] as const)
    if (a.manifest[key] !== b.manifest[key])
      throw new WatchfloorError(
        'play.misaligned-samples',
        `The two plays differ in ${key} (${a.manifest[key]} and ${b.manifest[key]}): play both with the same.`,
      );
  const rowsOfB = new Map(Array.from(b.runs, (run, row) => [run, row]));
  const pairs = Array.from(a.runs, (run, row) => [run, row, rowsOfB.get(run)] as const).filter(
    (pair): pair is readonly [number, number, number] => pair[2] !== undefined,
  );
  const names = [...new Set([...a.scenario.model.outcomes, ...b.scenario.model.outcomes].map(({ name }) => name))];
  const nameIn = (played: Played, row: number): string =>
    played.scenario.model.outcomes[played.columns.outcome[row] as number]?.name ?? '';
  const outcomes = names.map((outcome): OutcomeDifference => {
    const groups = new Map<number, { sum: number; count: number }>();
    let [inA, inB, changed] = [0, 0, 0];
    for (const [run, rowA, rowB] of pairs) {
      const x = Number(nameIn(a, rowA) === outcome);
      const y = Number(nameIn(b, rowB) === outcome);
      inA += x;
      inB += y;
      changed += Number(x !== y);
      const key = Math.floor(run / a.manifest.replications);
      const group = groups.get(key) ?? { sum: 0, count: 0 };
      groups.set(key, group);
      group.sum += y - x;
      group.count++;
    }
    const difference = (inB - inA) / pairs.length;
    const means = [...groups.values()].map(({ sum, count }) => sum / count);
    const variance = means.reduce((sum, mean) => sum + (mean - difference) ** 2, 0) / Math.max(means.length - 1, 1);
    const half = Z95 * Math.sqrt(variance / means.length);
    return {
      outcome,
      a: inA / pairs.length,
      b: inB / pairs.length,
      difference,
      interval: { low: difference - half, high: difference + half },
      changed: changed / pairs.length,
    };
  });
  return {
    runs: pairs.length,
    outcomes,
    changed: pairs.filter(([, rowA, rowB]) => nameIn(a, rowA) !== nameIn(b, rowB)).length / pairs.length,
  };
};
