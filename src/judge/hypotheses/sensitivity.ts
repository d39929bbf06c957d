import type { Evidence, Matrix, Rating } from '../../model/index.ts';
import { cell, LIKELIHOODS, likelihood } from './rating.ts';
import { type ScoreOptions, scoreMatrix } from './scores.ts';

/** What becomes of the ranking when one item is left out. */
export interface DropOne {
  readonly evidence: string;
  /** Posterior of each hypothesis without it, in the order of the matrix. */
  readonly posteriors: readonly number[];
  /** The leading hypothesis without it. */
  readonly leader: string;
  readonly changesLeader: boolean;
}

/** How far one cell alone can move its hypothesis. */
export interface Swing {
  readonly evidence: string;
  readonly hypothesis: string;
  /** Posterior of the hypothesis if the cell were rated II and CC. */
  readonly low: number;
  readonly high: number;
  /** Whether either rating would put another hypothesis first. */
  readonly changesLeader: boolean;
  /** The cell has no rating yet: the swing is what a rating would be worth. */
  readonly missing: boolean;
}

/** The fewest ratings that together would put a rival first. */
export interface Overturn {
  readonly rival: string;
  readonly changes: readonly { readonly evidence: string; readonly hypothesis: string; readonly to: Rating }[];
}

export interface Sensitivity {
  readonly leader: string;
  readonly dropOne: readonly DropOne[];
  /** Largest first. */
  readonly swings: readonly Swing[];
  /** The cheapest overturn, null where no change of ratings could do it. */
  readonly overturn: Overturn | null;
  /** Cells without a rating, the most valuable first. */
  readonly missing: readonly Swing[];
}

/** A gap closed by no more than rounding is not closed. */
const ROUNDING = 1e-9;
const MOST = Math.log(LIKELIHOODS.CC);
const LEAST = Math.log(LIKELIHOODS.II);

const leaderOf = (ids: readonly string[], posteriors: readonly number[]): string =>
  ids[posteriors.reduce((best, p, index) => (p > (posteriors[best] as number) ? index : best), 0)] as string;

/** Rows as logarithms of likelihood times independence; undefined for a row that says nothing of a hypothesis. */
interface Row {
  readonly evidence: Evidence;
  readonly logs: readonly (number | undefined)[];
  readonly share: number;
}

const normalise = (logs: readonly number[]): number[] => {
  const top = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
};

const isWhole = ({ logs }: Row): boolean => logs.every((log) => log !== undefined);

/** Adds the row to the sums, or takes it out with a sign of −1; a row that is not whole adds nothing. */
const withRow = (sums: readonly number[], row: Row, sign: 1 | -1): readonly number[] =>
  isWhole(row) ? sums.map((sum, index) => sum + sign * row.share * (row.logs[index] as number)) : sums;

const replaced = (row: Row, column: number, log: number): Row => ({
  ...row,
  logs: row.logs.map((old, index) => (index === column ? log : old)),
});

/**
 * What moves the posterior: each item left out, each cell turned from one end to the other, the fewest ratings that would
 * change who leads, and which missing rating would matter most. Exact: log-odds are sums over cells.
 */
export const sensitivityOf = (matrix: Matrix, options: ScoreOptions = {}): Sensitivity => {
  const scores = scoreMatrix(matrix, options);
  const ids = matrix.hypotheses.map(({ id }) => id);
  const sums = scores.hypotheses.map(({ posterior }) => Math.log(posterior));
  const rows = matrix.evidence.map(
    (evidence, index): Row => ({
      evidence,
      share: (scores.evidence[index] as (typeof scores.evidence)[number]).independence,
      logs: ids.map((hypothesis) => {
        const value = likelihood(cell(matrix, evidence.id, hypothesis));
        return value === undefined ? undefined : Math.log(value);
      }),
    }),
  );
  const leader = leaderOf(ids, sums);

  const dropOne = rows.map((row): DropOne => {
    const posteriors = normalise(withRow(sums, row, -1));
    const first = leaderOf(ids, posteriors);
    return { evidence: row.evidence.id, posteriors, leader: first, changesLeader: first !== leader };
  });

  const swings = rows
    .flatMap((row) =>
      ids.map((hypothesis, column): Swing => {
        const without = withRow(sums, row, -1);
        // A missing cell alone keeps its row out: the others of the row count once it is filled, unrated ones as neutral.
        const filled: Row = { ...row, logs: row.logs.map((log) => log ?? Math.log(LIKELIHOODS.N)) };
        const [low, high] = [LEAST, MOST].map((log) =>
          normalise(withRow(without, replaced(filled, column, log), 1)),
        ) as [number[], number[]];
        return {
          evidence: row.evidence.id,
          hypothesis,
          low: low[column] as number,
          high: high[column] as number,
          changesLeader: leaderOf(ids, low) !== leader || leaderOf(ids, high) !== leader,
          missing: row.logs[column] === undefined,
        };
      }),
    )
    .sort((a, b) => b.high - b.low - (a.high - a.low));

  return {
    leader,
    dropOne,
    swings: swings.filter(({ missing }) => !missing),
    missing: swings.filter(({ missing }) => missing),
    overturn: cheapestOverturn(ids, sums, rows, leader),
  };
};

const cheapestOverturn = (
  ids: readonly string[],
  sums: readonly number[],
  rows: readonly Row[],
  leader: string,
): Overturn | null => {
  const first = ids.indexOf(leader);
  let best: Overturn | null = null;
  // The likelier rival where two need as many ratings.
  const rivals = ids
    .map((_, index) => index)
    .filter((index) => index !== first)
    .sort((a, b) => (sums[b] as number) - (sums[a] as number));
  for (const other of rivals) {
    const rival = ids[other] as string;
    const gap = (sums[first] as number) - (sums[other] as number);
    const gains = rows
      .filter(isWhole)
      .flatMap((row) => [
        {
          evidence: row.evidence.id,
          hypothesis: leader,
          to: 'II' as const,
          gain: row.share * ((row.logs[first] as number) - LEAST),
        },
        {
          evidence: row.evidence.id,
          hypothesis: rival,
          to: 'CC' as const,
          gain: row.share * (MOST - (row.logs[other] as number)),
        },
      ])
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain);
    let closed = 0;
    const changes: Overturn['changes'][number][] = [];
    for (const { gain, ...change } of gains) {
      if (closed > gap + ROUNDING) break;
      closed += gain;
      changes.push(change);
    }
    if (closed > gap + ROUNDING && (!best || changes.length < best.changes.length)) best = { rival, changes };
  }
  return best;
};
