import type { Bounds, DiscoveryTable } from './table.ts';

/** A box on the way from all cases to the densest corner. */
export interface Box {
  readonly bounds: readonly Bounds[];
  /** Cases inside, and those of interest among them. */
  readonly cases: number;
  readonly hits: number;
}

export interface PeelOptions {
  /** Share of the box's cases that one peel or paste takes, .05 by default. */
  readonly alpha: number;
  /** No box smaller than this share of all cases. */
  readonly smallest: number;
}

interface Cut {
  readonly column: number;
  readonly side: 'low' | 'high';
  readonly value: number;
  readonly removed: number;
  readonly density: number;
}

const FREE: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Row numbers in the order of one column. */
const sortedRows = (column: Float64Array): Int32Array => {
  const rows = Int32Array.from(column, (_, row) => row);
  return rows.sort((a, b) => (column[a] as number) - (column[b] as number) || a - b);
};

/** How many from one end go in a peel: the share alpha, rounded up to whole ties; 0 where that would take all. */
const peelable = (column: Float64Array, rows: Int32Array, count: number, fromLow: boolean): number => {
  const at = (position: number): number =>
    column[rows[fromLow ? position : rows.length - 1 - position] as number] as number;
  let taken = Math.min(count, rows.length);
  while (taken < rows.length && at(taken) === at(taken - 1)) taken++;
  return taken === rows.length ? 0 : taken;
};

const bestCut = (
  table: DiscoveryTable,
  orders: readonly Int32Array[],
  hits: number,
  alpha: number,
): Cut | undefined => {
  let best: Cut | undefined;
  const total = (orders[0] as Int32Array).length;
  const count = Math.max(1, Math.floor(total * alpha));
  orders.forEach((rows, index) => {
    const column = table.columns[index] as Float64Array;
    for (const side of ['low', 'high'] as const) {
      const removed = peelable(column, rows, count, side === 'low');
      if (removed === 0) continue;
      let lost = 0;
      for (let k = 0; k < removed; k++)
        lost += table.interest[rows[side === 'low' ? k : total - 1 - k] as number] as number;
      const density = (hits - lost) / (total - removed);
      // Equal density: the peel that takes less is the more patient.
      if (best && (density < best.density || (density === best.density && removed >= best.removed))) continue;
      const kept = side === 'low' ? rows[removed] : rows[total - 1 - removed];
      best = { column: index, side, value: column[kept as number] as number, removed, density };
    }
  });
  return best;
};

const narrowed = (bounds: readonly Bounds[], { column, side, value }: Cut): readonly Bounds[] =>
  bounds.map((bound, index) => (index === column ? { ...bound, [side]: value } : bound));

/**
 * Peels from all cases inward, each time the thin slice whose loss leaves the densest box (Friedman & Fisher 1999), until
 * nothing can be taken or the box would be too small. The trajectory begins with all cases.
 */
export const peel = (table: DiscoveryTable, { alpha, smallest }: PeelOptions): readonly Box[] => {
  const all = table.interest.length;
  let orders = table.columns.map(sortedRows);
  let bounds: readonly Bounds[] = table.columns.map(() => FREE);
  let hits = table.interest.reduce((sum, one) => sum + one, 0);
  const trajectory: Box[] = [{ bounds, cases: all, hits }];
  const outside = new Uint8Array(all);
  for (;;) {
    const cut = bestCut(table, orders, hits, alpha);
    if (!cut) break;
    const rows = orders[cut.column] as Int32Array;
    if (rows.length - cut.removed < Math.max(1, smallest * all)) break;
    for (let k = 0; k < cut.removed; k++) {
      const row = rows[cut.side === 'low' ? k : rows.length - 1 - k] as number;
      outside[row] = 1;
      hits -= table.interest[row] as number;
    }
    orders = orders.map((order) => order.filter((row) => outside[row] === 0));
    bounds = narrowed(bounds, cut);
    trajectory.push({ bounds, cases: (orders[0] as Int32Array).length, hits });
    if (hits === 0 || hits === (orders[0] as Int32Array).length) break;
  }
  return trajectory;
};

const inside = (table: DiscoveryTable, bounds: readonly Bounds[], row: number, but = -1): boolean =>
  bounds.every(({ low, high }, index) => {
    if (index === but) return true;
    const value = (table.columns[index] as Float64Array)[row] as number;
    return value >= low && value <= high;
  });

/** Cases and hits within bounds, one input left free where `but` names it. */
export const countInside = (
  table: DiscoveryTable,
  bounds: readonly Bounds[],
  but = -1,
): { readonly cases: number; readonly hits: number } => {
  let [cases, hits] = [0, 0];
  for (let row = 0; row < table.interest.length; row++) {
    if (!inside(table, bounds, row, but)) continue;
    cases++;
    hits += table.interest[row] as number;
  }
  return { cases, hits };
};

/** Lets the box grow back wherever a slice makes it denser: what greedy peeling took too much of. */
export const paste = (table: DiscoveryTable, start: Box, { alpha }: PeelOptions): Box => {
  let box = start;
  for (;;) {
    const slice = Math.max(1, Math.floor(box.cases * alpha));
    let best: Box | undefined;
    box.bounds.forEach((bound, index) => {
      const column = table.columns[index] as Float64Array;
      const beyond: number[] = [];
      for (let row = 0; row < table.interest.length; row++) if (inside(table, box.bounds, row, index)) beyond.push(row);
      for (const side of ['low', 'high'] as const) {
        if (!Number.isFinite(bound[side])) continue;
        const out = beyond
          .filter((row) =>
            side === 'low' ? (column[row] as number) < bound.low : (column[row] as number) > bound.high,
          )
          .sort((a, b) =>
            side === 'low'
              ? (column[b] as number) - (column[a] as number)
              : (column[a] as number) - (column[b] as number),
          );
        if (out.length === 0) continue;
        const taken = Math.min(out.length, slice);
        const value = taken === out.length ? FREE[side] : (column[out[taken - 1] as number] as number);
        const bounds = box.bounds.map((other, position) => (position === index ? { ...other, [side]: value } : other));
        const grown = countInside(table, bounds);
        if (grown.cases === box.cases) continue;
        const denser = grown.hits / grown.cases > (best ? best.hits / best.cases : box.hits / box.cases);
        if (denser) best = { bounds, ...grown };
      }
    });
    if (!best) return box;
    box = best;
  }
};
