const MILLISECONDS_A_DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const SHORTEST_DAYS = 6;
const SHOWN_WHOLE_DAYS = 1000;
const MARGIN = 0.06;
const OUTER = 0.05;

export interface TimeScale {
  /** Days since 1970 that the axis shows. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly day: number; readonly label: string }[];
}

const dateOf = (day: number): Date => new Date(day * MILLISECONDS_A_DAY);

/** Candidate distances between ticks, finest first. */
const STEPS: readonly (readonly [unit: 'day' | 'month', size: number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['month', 6],
  ['month', 12],
  ['month', 24],
  ['month', 60],
  ['month', 120],
  ['month', 600],
];

/** Ticks of one step; one more than asked for is enough to see that the step is too fine. */
const dayTicks = (from: number, to: number, size: number, most: number): TimeScale['ticks'] => {
  const ticks = [];
  for (let day = Math.ceil(from / size) * size; day <= to && ticks.length <= most; day += size) {
    const date = dateOf(day);
    ticks.push({ day, label: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` });
  }
  return ticks;
};

const monthTicks = (from: number, to: number, size: number, most: number): TimeScale['ticks'] => {
  const ticks = [];
  const start = dateOf(from);
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / size) * size;
  for (; ; month += size) {
    const [year, index] = [Math.floor(month / 12), month % 12];
    const day = Math.floor(Date.UTC(year, index, 1) / MILLISECONDS_A_DAY);
    if (day > to || ticks.length > most) return ticks;
    if (day >= from) ticks.push({ day, label: index === 0 || size >= 12 ? `${year}` : `${MONTHS[index]} ${year}` });
  }
};

/**
 * An axis for most of the days given: the outermost twentieth on either side may fall off it, so that one event of
 * another century does not press all others into a corner.
 */
export const timeScale = (days: readonly number[], mostTicks: number): TimeScale => {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const spread = at(1) - at(0);
  // Short spans are shown whole; of a handful of days a twentieth would be none, so a tenth may fall off.
  const outer = spread <= SHOWN_WHOLE_DAYS ? 0 : sorted.length < 1 / OUTER ? 2 * OUTER : OUTER;
  const [inner, outerEnd] = [at(outer), at(1 - outer)];
  const short = Math.max(0, SHORTEST_DAYS - (outerEnd - inner)) / 2;
  const [low, high] = [Math.floor(inner - short), Math.ceil(outerEnd + short)];
  const margin = Math.max(1, Math.round((high - low) * MARGIN));
  const [from, to] = [low - margin, high + margin];
  for (const [unit, size] of STEPS) {
    const ticks = unit === 'day' ? dayTicks(from, to, size, mostTicks) : monthTicks(from, to, size, mostTicks);
    if (ticks.length <= mostTicks) return { from, to, ticks };
  }
  return { from, to, ticks: [] };
};
