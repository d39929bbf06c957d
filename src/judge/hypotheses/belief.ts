import type { Matrix } from '../../model/index.ts';
import { LIKELIHOODS } from './rating.ts';
import { countBySource, isWhole, type LogLikelihoods, logLikelihoods, normalised, priors, shareOf } from './scores.ts';

export const MOST = Math.log(LIKELIHOODS.CC);
export const LEAST = Math.log(LIKELIHOODS.II);

/** An item of evidence as the posterior sees it. */
export interface Row {
  readonly id: string;
  readonly source: string | undefined;
  readonly logs: LogLikelihoods;
}

/** A posterior that can be asked what it would be otherwise, without scoring the matrix anew. */
export interface Belief {
  readonly ids: readonly string[];
  readonly priors: readonly number[];
  readonly rows: readonly Row[];
  /** How many items of each source count. */
  readonly sources: ReadonlyMap<string, number>;
  /** Logarithms of the posteriors but for a common summand. */
  readonly sums: readonly number[];
  readonly posteriors: readonly number[];
  /** What an item counts now, or would count once its row is whole. */
  readonly share: (row: Row) => number;
  /** Posteriors with one row replaced, or left out. */
  readonly withRow: (row: Row, by: Row | null) => number[];
  readonly withoutSource: (source: string) => number[];
}

/** The hypothesis of the highest posterior, the first of the matrix where two are as high. */
export const leaderOf = (ids: readonly string[], posteriors: readonly number[]): string =>
  ids[posteriors.reduce((best, p, index) => (p > (posteriors[best] as number) ? index : best), 0)] as string;

const wholeLogs = ({ logs }: Row): readonly number[] | null => (isWhole(logs) ? logs : null);

/** Adds `factor` times the second list to the first. */
const add = (sums: readonly number[], logs: readonly number[], factor: number): number[] =>
  sums.map((sum, index) => sum + factor * (logs[index] as number));

export const beliefOf = (matrix: Matrix, dependence: number): Belief => {
  const ids = matrix.hypotheses.map(({ id }) => id);
  const before = priors(matrix);
  const rows = matrix.evidence.map(({ id, source }): Row => ({ id, source, logs: logLikelihoods(matrix, id) }));
  const sources = countBySource(matrix.evidence, (index) => isWhole((rows[index] as Row).logs));
  /** Sum of the rows of each source, each counted in full. */
  const full = new Map<string, readonly number[]>();
  const zero = ids.map(() => 0);
  for (const row of rows) {
    const logs = wholeLogs(row);
    if (logs && row.source !== undefined) full.set(row.source, add(full.get(row.source) ?? zero, logs, 1));
  }
  const countOf = (source: string | undefined): number => (source === undefined ? 0 : (sources.get(source) ?? 0));
  const share = (row: Row): number =>
    row.source === undefined ? 1 : shareOf(countOf(row.source) + (wholeLogs(row) ? 0 : 1), dependence);

  let sums: readonly number[] = before.map((prior) => Math.log(prior));
  for (const row of rows) {
    const logs = wholeLogs(row);
    if (logs && row.source === undefined) sums = add(sums, logs, 1);
  }
  for (const [source, logs] of full) sums = add(sums, logs, shareOf(countOf(source), dependence));

  /** The sums with the group of a source taken out, and the group in full. */
  const apart = (source: string): readonly [rest: readonly number[], group: readonly number[], count: number] => {
    const group = full.get(source) ?? zero;
    const count = countOf(source);
    return [add(sums, group, -shareOf(count, dependence)), group, count];
  };

  return {
    ids,
    priors: before,
    rows,
    sources,
    sums,
    posteriors: normalised(sums),
    share,
    withRow: (row, by) => {
      const [old, now] = [wholeLogs(row), by && wholeLogs(by)];
      if (row.source === undefined) {
        const rest = old ? add(sums, old, -1) : sums;
        return normalised(now ? add(rest, now, 1) : rest);
      }
      const [rest, group, count] = apart(row.source);
      const less = old ? add(group, old, -1) : group;
      const next = now ? add(less, now, 1) : less;
      const left = count - (old ? 1 : 0) + (now ? 1 : 0);
      return normalised(left === 0 ? rest : add(rest, next, shareOf(left, dependence)));
    },
    withoutSource: (source) => normalised(apart(source)[0]),
  };
};
