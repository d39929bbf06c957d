import type { Played } from '../engine/play.ts';
import { BINS } from '../engine/runs.ts';

/** Quantiles drawn in a state fan. */
export const FAN_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface Fan {
  readonly name: string;
  readonly about: string | null;
  readonly low: number;
  readonly high: number;
  /** Turns × FAN_LEVELS, for numbers; from bins of 1/100 of the range. */
  readonly quantiles: readonly (readonly number[])[] | null;
  /** Turns × levels, for ladders. */
  readonly levels: { readonly names: readonly string[]; readonly shares: readonly (readonly number[])[] } | null;
}

/** The spread of each state variable over the runs, turn by turn. */
export const stateFans = ({ scenario, histogram }: Played): readonly Fan[] => {
  const { model } = scenario;
  return model.variables.map(({ name, about, low, high, levels }, v) => {
    const counts = Array.from({ length: model.turns }, (_, turn) =>
      histogram.subarray((turn * model.variables.length + v) * BINS, (turn * model.variables.length + v + 1) * BINS),
    );
    const total = (counts[0] as Uint32Array).reduce((sum, count) => sum + count, 0);
    if (levels)
      return {
        name,
        about,
        low,
        high,
        quantiles: null,
        levels: {
          names: levels,
          shares: counts.map((bins) => levels.map((_, level) => (bins[level] as number) / total)),
        },
      };
    return {
      name,
      about,
      low,
      high,
      levels: null,
      quantiles: counts.map((bins) => FAN_LEVELS.map((p) => low + (high - low) * binQuantile(bins, p * total))),
    };
  });
};

/** Position in [0, 1] below which `wanted` of the counts lie, linear inside a bin; the ends of the range are exact. */
const binQuantile = (bins: Uint32Array, wanted: number): number => {
  let below = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const count = bins[bin] as number;
    if (below + count >= wanted && count > 0) {
      if (bin === 0 && wanted <= count / 2) return 0;
      return (bin + (wanted - below) / count) / BINS;
    }
    below += count;
  }
  return 1;
};
