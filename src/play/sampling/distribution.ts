import { betaQuantile } from './beta.ts';
import { normalQuantile } from './normal.ts';

/** A distribution of one number, by the names and arguments of the scenario language. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** Of the logarithm: median e^mu. */
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** Beta on [low, high] with mean (low + 4 mode + high) / 6 (Malcolm et al. 1959). */
  | { readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** The values as given, sorted, with equal weight and linear interpolation between them. */
  | { readonly kind: 'empirical'; readonly sorted: readonly number[] };

const pertShape = (low: number, mode: number, high: number): readonly [number, number] =>
  high === low ? [1, 1] : [1 + (4 * (mode - low)) / (high - low), 1 + (4 * (high - mode)) / (high - low)];

/** The value below which the distribution has probability p, for p in (0, 1). */
export const quantile = (distribution: Distribution, p: number): number => {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return distribution.low + p * (distribution.high - distribution.low);
    case 'normal':
      return distribution.mean + distribution.sd * normalQuantile(p);
    case 'lognormal':
      return Math.exp(distribution.mu + distribution.sigma * normalQuantile(p));
    case 'beta':
      return betaQuantile(p, distribution.a, distribution.b);
    case 'triangular': {
      const { low, mode, high } = distribution;
      if (high === low) return low;
      const split = (mode - low) / (high - low);
      return p < split
        ? low + Math.sqrt(p * (high - low) * (mode - low))
        : high - Math.sqrt((1 - p) * (high - low) * (high - mode));
    }
    case 'pert': {
      const { low, mode, high } = distribution;
      const [a, b] = pertShape(low, mode, high);
      return low + (high - low) * betaQuantile(p, a, b);
    }
    case 'discrete': {
      const total = distribution.weights.reduce((sum, weight) => sum + weight, 0);
      let cumulative = 0;
      for (let i = 0; i < distribution.values.length; i++) {
        cumulative += (distribution.weights[i] as number) / total;
        if (p < cumulative) return distribution.values[i] as number;
      }
      return distribution.values.at(-1) as number;
    }
    case 'empirical': {
      const { sorted } = distribution;
      const at = p * (sorted.length - 1);
      const below = Math.floor(at);
      const left = sorted[below] as number;
      return left + (at - below) * ((sorted[below + 1] ?? left) - left);
    }
  }
};

/** Smallest and largest value that the distribution can give. */
export const support = (distribution: Distribution): readonly [low: number, high: number] => {
  switch (distribution.kind) {
    case 'fixed':
      return [distribution.value, distribution.value];
    case 'uniform':
    case 'triangular':
    case 'pert':
      return [distribution.low, distribution.high];
    case 'normal':
      return [-Infinity, Infinity];
    case 'lognormal':
      return [0, Infinity];
    case 'beta':
      return [0, 1];
    case 'discrete':
      return [Math.min(...distribution.values), Math.max(...distribution.values)];
    case 'empirical':
      return [distribution.sorted[0] as number, distribution.sorted.at(-1) as number];
  }
};

const MOMENT_POINTS = 2000;

/** Mean and variance, by closed form where there is one, else over 2,000 mid-quantiles. */
export const moments = (distribution: Distribution): { readonly mean: number; readonly variance: number } => {
  switch (distribution.kind) {
    case 'fixed':
      return { mean: distribution.value, variance: 0 };
    case 'uniform':
      return {
        mean: (distribution.low + distribution.high) / 2,
        variance: (distribution.high - distribution.low) ** 2 / 12,
      };
    case 'normal':
      return { mean: distribution.mean, variance: distribution.sd ** 2 };
    case 'lognormal': {
      const square = distribution.sigma ** 2;
      return {
        mean: Math.exp(distribution.mu + square / 2),
        variance: Math.expm1(square) * Math.exp(2 * distribution.mu + square),
      };
    }
    case 'beta': {
      const { a, b } = distribution;
      return { mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
    }
    case 'triangular': {
      const { low, mode, high } = distribution;
      return {
        mean: (low + mode + high) / 3,
        variance: (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18,
      };
    }
    case 'pert': {
      const { low, mode, high } = distribution;
      const [a, b] = pertShape(low, mode, high);
      return {
        mean: (low + 4 * mode + high) / 6,
        variance: ((high - low) ** 2 * a * b) / ((a + b) ** 2 * (a + b + 1)),
      };
    }
    case 'discrete':
    case 'empirical': {
      const values = Array.from({ length: MOMENT_POINTS }, (_, i) => quantile(distribution, (i + 0.5) / MOMENT_POINTS));
      const mean = values.reduce((sum, value) => sum + value, 0) / MOMENT_POINTS;
      return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / MOMENT_POINTS };
    }
  }
};

/** `beta(4, 2)`: the way a scenario writes it. */
export const formatDistribution = (distribution: Distribution): string => {
  switch (distribution.kind) {
    case 'fixed':
      return String(distribution.value);
    case 'uniform':
      return `uniform(${distribution.low}, ${distribution.high})`;
    case 'normal':
      return `normal(${distribution.mean}, ${distribution.sd})`;
    case 'lognormal':
      return `lognormal(${distribution.mu}, ${distribution.sigma})`;
    case 'beta':
      return `beta(${distribution.a}, ${distribution.b})`;
    case 'triangular':
    case 'pert':
      return `${distribution.kind}(${distribution.low}, ${distribution.mode}, ${distribution.high})`;
    case 'discrete':
      return `discrete(${distribution.values.map((value, i) => `${value}, ${distribution.weights[i]}`).join(', ')})`;
    case 'empirical':
      return `empirical(${distribution.sorted.join(', ')})`;
  }
};
