/** A probability and what came of it. */
export interface ScoredProbability {
  /** 0 … 1. */
  readonly probability: number;
  readonly happened: boolean;
  /** Above 0; 1 where absent. The parts of one forecast that was changed over time have weights that sum to 1. */
  readonly weight?: number;
}

/** How the probabilities were put into groups, for the decomposition and the calibration curve. */
export type Grouping = 'values' | 'bins';

/** Forecasts of about the same probability, and how often the thing happened. */
export interface ProbabilityGroup {
  /** Bounds of the group, half-open, the last one closed; equal where it is one value. */
  readonly from: number;
  readonly to: number;
  /** Sum of the weights: how many forecasts. */
  readonly weight: number;
  readonly meanProbability: number;
  /** Share of those that happened. */
  readonly frequency: number;
}

/**
 * Brier = reliability − resolution + uncertainty + within. `within` is 0 where a group is one value (Murphy 1973); in
 * bins it is the variance of the probabilities within a bin less twice their covariance with what happened
 * (Stephenson, Coelho and Jolliffe 2008), so that the sum is always exact.
 */
export interface BrierParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly within: number;
}

export interface Score {
  /** Sum of the weights. */
  readonly forecasts: number;
  /** Share that happened. */
  readonly frequency: number;
  /** What the skill is measured against: a rate known beforehand, or else `frequency`, which nobody could know then. */
  readonly baseRate: number;
  /** Mean squared difference, 0 (best) … 1 (Brier 1950, as a single probability). */
  readonly brier: number;
  readonly parts: BrierParts;
  /** Mean of −ln of the probability given to what happened; infinite where something called impossible happened. */
  readonly logScore: number;
  /** 1 − Brier / Brier of always saying the base rate; null where that is 0. */
  readonly skillOverBaseRate: number | null;
  /** 1 − Brier / 0.25, which is the Brier score of always saying 0.5. */
  readonly skillOverEvenOdds: number;
  readonly grouping: Grouping;
  /** By rising probability; empty groups are left out. */
  readonly groups: readonly ProbabilityGroup[];
}

/** Ten steps and both ends: up to here, each value is a group of its own. */
const MOST_VALUES = 11;
const BINS = 10;
const EVEN_ODDS_BRIER = 0.25;

interface Sums {
  from: number;
  to: number;
  weight: number;
  probability: number;
  squares: number;
  happened: number;
  products: number;
}

const emptySums = (from: number, to: number): Sums => ({
  from,
  to,
  weight: 0,
  probability: 0,
  squares: 0,
  happened: 0,
  products: 0,
});

/** The distinct values in rising order, or undefined when there are more than can each be a group. */
const distinctValues = (items: readonly ScoredProbability[]): readonly number[] | undefined => {
  const values = new Set<number>();
  for (const { probability } of items) {
    values.add(probability);
    if (values.size > MOST_VALUES) return undefined;
  }
  return [...values].sort((a, b) => a - b);
};

const binOf = (probability: number): number => Math.min(Math.floor(probability * BINS + 1e-9), BINS - 1);

const grouped = (items: readonly ScoredProbability[]): { readonly grouping: Grouping; readonly sums: Sums[] } => {
  const values = distinctValues(items);
  const sums = values
    ? values.map((value) => emptySums(value, value))
    : Array.from({ length: BINS }, (_, bin) => emptySums(bin / BINS, (bin + 1) / BINS));
  const indexOf = values && new Map(values.map((value, index) => [value, index] as const));
  for (const { probability, happened, weight = 1 } of items) {
    const group = sums[indexOf ? (indexOf.get(probability) as number) : binOf(probability)] as Sums;
    group.weight += weight;
    group.probability += weight * probability;
    group.squares += weight * probability * probability;
    if (happened) {
      group.happened += weight;
      group.products += weight * probability;
    }
  }
  return { grouping: values ? 'values' : 'bins', sums: sums.filter(({ weight }) => weight > 0) };
};

const partsOf = (sums: readonly Sums[], total: number, overall: number): BrierParts => {
  let [reliability, resolution, within] = [0, 0, 0];
  for (const { from, to, weight, probability, squares, happened, products } of sums) {
    const [mean, frequency, share] = [probability / weight, happened / weight, weight / total];
    reliability += share * (mean - frequency) ** 2;
    resolution += share * (frequency - overall) ** 2;
    if (from < to) within += share * (squares / weight - mean * mean - 2 * (products / weight - mean * frequency));
  }
  return { reliability, resolution, uncertainty: overall * (1 - overall), within };
};

/**
 * Scores probabilities against what happened: Brier score with its decomposition, logarithmic score, skill, and the
 * groups of the calibration curve. Up to 11 distinct values each is a group; beyond, ten bins of equal width.
 *
 * @param knownBaseRate 0 … 1, how often such things happen, from elsewhere
 * @returns null for no forecasts
 * @throws RangeError for a probability outside 0 … 1 or a weight that is not above 0
 */
export const scoreForecasts = (items: readonly ScoredProbability[], knownBaseRate?: number): Score | null => {
  if (items.length === 0) return null;
  let [total, happenedWeight, squared, log] = [0, 0, 0, 0];
  for (const { probability, happened, weight = 1 } of items) {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability lies between 0 and 1, and ${probability} does not`);
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`a weight is above 0, and ${weight} is not`);
    total += weight;
    if (happened) happenedWeight += weight;
    squared += weight * (happened ? 1 - probability : probability) ** 2;
    log -= weight * Math.log(happened ? probability : 1 - probability);
  }
  const frequency = happenedWeight / total;
  const baseRate = knownBaseRate ?? frequency;
  const brier = squared / total;
  const { grouping, sums } = grouped(items);
  const parts = partsOf(sums, total, frequency);
  const baseRateBrier = frequency * (1 - baseRate) ** 2 + (1 - frequency) * baseRate ** 2;
  return {
    forecasts: total,
    frequency,
    baseRate,
    brier,
    parts,
    logScore: log / total + 0,
    skillOverBaseRate: baseRateBrier > 0 ? 1 - brier / baseRateBrier : null,
    skillOverEvenOdds: 1 - brier / EVEN_ODDS_BRIER,
    grouping,
    groups: sums.map(({ from, to, weight, probability, happened }) => ({
      from,
      to,
      weight,
      meanProbability: probability / weight,
      frequency: happened / weight,
    })),
  };
};
