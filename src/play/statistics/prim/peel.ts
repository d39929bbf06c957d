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

/** Row numbers in the order of each column. */
export const sortedRows = ({ columns }: DiscoveryTable): readonly Int32Array[] =>
  columns.map((column) =>
    Int32Array.from(column, (_, row) => row).sort((a, b) => (column[a] as number) - (column[b] as number) || a - b),
  );

/** Row numbers in the order of each column for a table made of rows of another whose order is known: `rows[i]` is where row i came from. */
export const resampledOrder = (orders: readonly Int32Array[], rows: Int32Array): readonly Int32Array[] => {
  const n = rows.length;
  // Where the copies of each row stand: a counting sort.
  const first = new Int32Array(n + 1);
  for (const row of rows) first[row + 1] = (first[row + 1] as number) + 1;
  for (let row = 0; row < n; row++) first[row + 1] = (first[row + 1] as number) + (first[row] as number);
  const next = first.slice();
  const copies = new Int32Array(n);
  rows.forEach((row, copy) => {
    copies[next[row] as number] = copy;
    next[row] = (next[row] as number) + 1;
  });
  return orders.map((order) => {
    const result = new Int32Array(n);
    let at = 0;
    for (const row of order)
      for (let k = first[row] as number; k < (first[row + 1] as number); k++) result[at++] = copies[k] as number;
    return result;
  });
};

/** The rows that are left, in their order. */
const without = (order: Int32Array, outside: Uint8Array, left: number): Int32Array => {
  const kept = new Int32Array(left);
  let at = 0;
  for (let k = 0; k < order.length; k++) {
    const row = order[k] as number;
    kept[at] = row;
    at += 1 - (outside[row] as number);
    if (at === left) break;
  }
  return kept;
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
export const peel = (
  table: DiscoveryTable,
  { alpha, smallest }: PeelOptions,
  sorted: readonly Int32Array[] = sortedRows(table),
): readonly Box[] => {
  const all = table.interest.length;
  let orders = sorted;
  let bounds: readonly Bounds[] = table.columns.map(() => FREE);
  let hits = table.interest.reduce((sum, one) => sum + one, 0);
  const trajectory: Box[] = [{ bounds, cases: all, hits }];
  const outside = new Uint8Array(all);
  for (;;) {
    const cut = bestCut(table, orders, hits, alpha);
    if (!cut) break;
    const rows = orders[cut.column] as Int32Array;
    const left = rows.length - cut.removed;
    if (left < Math.max(1, smallest * all)) break;
    for (let k = 0; k < cut.removed; k++) {
      const row = rows[cut.side === 'low' ? k : rows.length - 1 - k] as number;
      outside[row] = 1;
      hits -= table.interest[row] as number;
    }
    orders = orders.map((order) => without(order, outside, left));
    bounds = narrowed(bounds, cut);
    trajectory.push({ bounds, cases: (orders[0] as Int32Array).length, hits });
    if (hits === 0 || hits === (orders[0] as Int32Array).length) break;
  }
  return trajectory;
};

interface Count {
  readonly cases: number;
  readonly hits: number;
}

/** The only restriction that each row breaks: −1 for none, −2 for several. */
const brokenBy = ({ columns, interest }: DiscoveryTable, bounds: readonly Bounds[]): Int32Array => {
  const broken = new Int32Array(interest.length).fill(-1);
  bounds.forEach(({ low, high }, index) => {
    if (low === FREE.low && high === FREE.high) return;
    const column = columns[index] as Float64Array;
    for (let row = 0; row < broken.length; row++) {
      const value = column[row] as number;
      if (value < low || value > high) broken[row] = broken[row] === -1 ? index : -2;
    }
  });
  return broken;
};

/** Cases and hits within all bounds but those of one input, for each input. */
export const countWithoutEach = (table: DiscoveryTable, bounds: readonly Bounds[]): readonly Count[] => {
  const cases = new Int32Array(bounds.length + 1);
  const hits = new Int32Array(bounds.length + 1);
  brokenBy(table, bounds).forEach((index, row) => {
    if (index === -2) return;
    cases[index + 1] = (cases[index + 1] as number) + 1;
    hits[index + 1] = (hits[index + 1] as number) + (table.interest[row] as number);
  });
  return bounds.map((_, index) => ({
    cases: (cases[0] as number) + (cases[index + 1] as number),
    hits: (hits[0] as number) + (hits[index + 1] as number),
  }));
};

/** Lets the box grow back wherever a slice makes it denser: what greedy peeling took too much of. */
export const paste = (table: DiscoveryTable, start: Box, { alpha }: PeelOptions): Box => {
  let box = start;
  for (;;) {
    const slice = Math.max(1, Math.floor(box.cases * alpha));
    let best: Box | undefined;
    const broken = brokenBy(table, box.bounds);
    box.bounds.forEach((bound, index) => {
      const column = table.columns[index] as Float64Array;
      for (const side of ['low', 'high'] as const) {
        if (!Number.isFinite(bound[side])) continue;
        const sign = side === 'low' ? -1 : 1;
        const beyond: number[] = [];
        broken.forEach((by, row) => {
          if (by === index && sign * (column[row] as number) > sign * bound[side]) beyond.push(row);
        });
        beyond.sort((a, b) => sign * ((column[a] as number) - (column[b] as number)));
        if (beyond.length === 0) continue;
        const last = column[beyond[Math.min(beyond.length, slice) - 1] as number] as number;
        const value = beyond.length <= slice ? FREE[side] : last;
        // Ties with the last one come in with it.
        const taken = beyond.filter((row) => sign * (column[row] as number) <= sign * value);
        const cases = box.cases + taken.length;
        const hits = taken.reduce((sum, row) => sum + (table.interest[row] as number), box.hits);
        if (hits / cases <= (best ? best.hits / best.cases : box.hits / box.cases)) continue;
        const bounds = box.bounds.map((other, position) => (position === index ? { ...other, [side]: value } : other));
        best = { bounds, cases, hits };
      }
    });
    if (!best) return box;
    box = best;
  }
};
