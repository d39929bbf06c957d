import { binomialUpperTail } from './binomial.ts';
import { type Box, countWithoutEach, type PeelOptions, paste, peel, resampledOrder, sortedRows } from './peel.ts';
import { type Bounds, checkTable, type DiscoveryTable } from './table.ts';

export type { Bounds, DiscoveryTable } from './table.ts';

/** How a box describes the cases of interest. */
export interface DiscoveredBox {
  /** Only the inputs that the box restricts. */
  readonly limits: readonly (Bounds & {
    readonly name: string;
    /** Chance to see at least so dense a box if this restriction did nothing (Bryant & Lempert 2010); small is good. */
    readonly quasiP: number;
  })[];
  /** Share of the cases of interest that lie in the box. */
  readonly coverage: number;
  /** Share of the box's cases that are of interest. */
  readonly density: number;
  /** Share of all cases that lie in the box. */
  readonly mass: number;
  readonly cases: number;
}

export interface Discovery {
  /** From all cases to the densest box, coverage against density: the trade-off to choose from. */
  readonly trajectory: readonly DiscoveredBox[];
  /** The box whose coverage and density have the highest harmonic mean, pasted; a suggestion. */
  readonly suggested: DiscoveredBox;
  /** How often each input is restricted when the search is run on resampled cases, most often first. */
  readonly reproducibility: readonly { readonly name: string; readonly share: number }[];
}

export interface DiscoveryOptions {
  readonly alpha?: number;
  readonly smallest?: number;
  readonly resamples?: number;
  /** Uniform numbers in [0, 1) for resampling: the caller's seeded stream. */
  readonly uniform: () => number;
}

const DEFAULTS = { alpha: 0.05, smallest: 0.02, resamples: 10 };

const isFree = ({ low, high }: Bounds): boolean => !Number.isFinite(low) && !Number.isFinite(high);

const describe = (table: DiscoveryTable, box: Box, hitsInAll: number): DiscoveredBox => {
  const free = countWithoutEach(table, box.bounds);
  return {
    limits: box.bounds.flatMap((bounds, index) => {
      if (isFree(bounds)) return [];
      const { hits, cases } = free[index] as (typeof free)[number];
      const quasiP = binomialUpperTail(box.hits, box.cases, hits / cases);
      return [{ name: table.names[index] as string, ...bounds, quasiP }];
    }),
    coverage: box.hits / hitsInAll,
    density: box.hits / box.cases,
    mass: box.cases / table.interest.length,
    cases: box.cases,
  };
};

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

const balance = (box: Box, hitsInAll: number): number => harmonic(box.hits / hitsInAll, box.hits / box.cases);

/** The better of two boxes by the harmonic mean; the later one of a trajectory only where it is truly better. */
const mostBalanced = (trajectory: readonly Box[], hitsInAll: number): Box =>
  trajectory.reduce((best, box) => (balance(box, hitsInAll) > balance(best, hitsInAll) ? box : best));

const resampled = (table: DiscoveryTable, rows: Int32Array): DiscoveryTable => ({
  names: table.names,
  columns: table.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number)),
  interest: Uint8Array.from(rows, (row) => table.interest[row] as number),
});

/**
 * Scenario discovery by the patient rule induction method: which ranges of the inputs the cases of interest lie in
 * (Friedman & Fisher 1999; Bryant & Lempert 2010).
 *
 * @throws RangeError for columns of unequal length, values that are no numbers, and when no case or every case is of interest
 */
export const discover = (table: DiscoveryTable, options: DiscoveryOptions): Discovery => {
  checkTable(table);
  const { alpha, smallest, resamples } = { ...DEFAULTS, ...options };
  const peeling: PeelOptions = { alpha, smallest };
  const hits = table.interest.reduce((sum, one) => sum + one, 0);
  const orders = sortedRows(table);
  const trajectory = peel(table, peeling, orders);
  const suggested = paste(table, mostBalanced(trajectory, hits), peeling);
  const counts = new Map(table.names.map((name) => [name, 0]));
  let counted = 0;
  for (let round = 0; round < resamples; round++) {
    const n = table.interest.length;
    const rows = Int32Array.from({ length: n }, () => Math.floor(options.uniform() * n));
    const sample = resampled(table, rows);
    const sampleHits = sample.interest.reduce((sum, one) => sum + one, 0);
    if (sampleHits === 0 || sampleHits === sample.interest.length) continue;
    counted++;
    mostBalanced(peel(sample, peeling, resampledOrder(orders, rows)), sampleHits).bounds.forEach((bounds, index) => {
      const name = table.names[index] as string;
      if (!isFree(bounds)) counts.set(name, (counts.get(name) ?? 0) + 1);
    });
  }
  return {
    trajectory: trajectory.map((box) => describe(table, box, hits)),
    suggested: describe(table, suggested, hits),
    reproducibility: [...counts]
      .map(([name, count]) => ({ name, share: counted === 0 ? 0 : count / counted }))
      .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1)),
  };
};
