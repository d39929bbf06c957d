import type { Matrix } from '../../model/index.ts';
import { beliefOf, LEAST, leaderOf, MOST, type Row } from './belief.ts';
import {
  cheapestOverturn,
  type NewItems,
  newItemsNeeded,
  type Overturn,
  type PriorOverturn,
  priorNeeded,
} from './overturn.ts';
import { LIKELIHOODS } from './rating.ts';
import { isWhole, type ScoreOptions } from './scores.ts';

/** What becomes of the ranking when something is left out. */
interface Without {
  /** Posterior of each hypothesis without it, in the order of the matrix. */
  readonly posteriors: readonly number[];
  /** The leading hypothesis without it. */
  readonly leader: string;
  readonly changesLeader: boolean;
}

export interface DropOne extends Without {
  readonly evidence: string;
}

export interface DropSource extends Without {
  readonly source: string;
  /** How many items of it count. */
  readonly items: number;
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
}

export interface Sensitivity {
  readonly leader: string;
  readonly dropOne: readonly DropOne[];
  /** Sources of two items or more, the one that moves the leader most first. */
  readonly dropSource: readonly DropSource[];
  /** Largest first. */
  readonly swings: readonly Swing[];
  /** The cheapest overturn, null where no change of ratings could do it. */
  readonly overturn: Overturn | null;
  /** The prior at which the strongest rival would lead; null without a rival. */
  readonly prior: PriorOverturn | null;
  /** What new evidence against the leader would do. */
  readonly newItems: NewItems | null;
  /** Cells that nobody has rated, as swings: what a rating would be worth, the most valuable first. */
  readonly missing: readonly Swing[];
}

const NEUTRAL = Math.log(LIKELIHOODS.N);

const replaced = (row: Row, column: number, log: number): Row => ({
  ...row,
  // A missing cell alone keeps its row out: the others of the row count once it is filled, unrated ones as neutral.
  logs: row.logs.map((old, index) => (index === column ? log : (old ?? NEUTRAL))),
});

const width = ({ low, high }: Swing): number => high - low;

/**
 * What moves the posterior: each item and each source left out, each cell turned from one end to the other, the fewest
 * ratings, the prior and the new evidence that would change who leads, and which missing rating would matter most. Exact,
 * damping included: log-odds are sums over the items of each source.
 */
export const sensitivityOf = (matrix: Matrix, options: ScoreOptions = {}): Sensitivity => {
  const belief = beliefOf(matrix, options.dependence ?? 0);
  const { ids, rows, sources } = belief;
  const leader = leaderOf(ids, belief.posteriors);
  const without = (posteriors: readonly number[]): Without => {
    const first = leaderOf(ids, posteriors);
    return { posteriors, leader: first, changesLeader: first !== leader };
  };
  const lead = ids.indexOf(leader);
  const shift = ({ posteriors }: Without): number =>
    Math.abs((posteriors[lead] as number) - (belief.posteriors[lead] as number));

  const swingOf = (row: Row, column: number): Swing => {
    const [low, high] = [LEAST, MOST].map((log) => belief.withRow(row, replaced(row, column, log))) as [
      number[],
      number[],
    ];
    return {
      evidence: row.id,
      hypothesis: ids[column] as string,
      low: low[column] as number,
      high: high[column] as number,
      changesLeader: leaderOf(ids, low) !== leader || leaderOf(ids, high) !== leader,
    };
  };
  const swingsOf = (of: readonly Row[], takes: (log: number | undefined) => boolean): readonly Swing[] =>
    of
      .flatMap((row) => row.logs.flatMap((log, column) => (takes(log) ? [swingOf(row, column)] : [])))
      .sort((a, b) => width(b) - width(a));
  const isOpen = ({ id }: Row): boolean => !Object.values(matrix.ratings[id] ?? {}).includes('NA');

  return {
    leader,
    dropOne: rows.map((row): DropOne => ({ evidence: row.id, ...without(belief.withRow(row, null)) })),
    dropSource: [...sources]
      .filter(([, items]) => items > 1)
      .map(([source, items]): DropSource => ({ source, items, ...without(belief.withoutSource(source)) }))
      .sort((a, b) => shift(b) - shift(a)),
    swings: swingsOf(
      rows.filter(({ logs }) => isWhole(logs)),
      () => true,
    ),
    // An item that somebody judged not to apply is not missing.
    missing: swingsOf(rows.filter(isOpen), (log) => log === undefined),
    overturn: cheapestOverturn(belief, leader),
    prior: priorNeeded(belief, leader),
    newItems: newItemsNeeded(belief, leader),
  };
};
