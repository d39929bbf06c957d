import { describe, expect, it } from 'vitest';
import { seedKey } from '../engine/random.ts';
import { standardScenario } from '../engine/standard.fixture.ts';
import { prepareScenario } from '../language/scenario.ts';
import { betaCdf, betaQuantile } from './beta.ts';
import { applyGaussianCopula } from './copula.ts';
import { type Distribution, moments, quantile } from './distribution.ts';
import { drawParameters } from './draw-parameters.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { scrambledSobol } from './sobol-sequence.ts';

describe('special functions', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [1e-10, -6.361340902404056],
    [0.3, -0.5244005127080409],
  ])('normal quantile of %d', (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 12);
    expect(normalCdf(x)).toBeCloseTo(p, 13);
  });

  it.each([
    [0.5, 2, 3, 0.6875],
    [0.2, 0.5, 0.5, 0.2951672353008665],
    [0.9, 10, 2, 0.6973568802],
  ])('I_%d(%d, %d)', (x, a, b, p) => {
    expect(betaCdf(x, a, b)).toBeCloseTo(p, 9);
    expect(betaQuantile(p, a, b)).toBeCloseTo(x, 9);
  });
});

const DISTRIBUTIONS: readonly Distribution[] = [
  { kind: 'uniform', low: -1, high: 3 },
  { kind: 'normal', mean: 2, sd: 0.5 },
  { kind: 'lognormal', mu: 0.2, sigma: 0.4 },
  { kind: 'beta', a: 2, b: 5 },
  { kind: 'triangular', low: 0, mode: 1, high: 4 },
  { kind: 'pert', low: 0, mode: 1, high: 4 },
];

it.each(DISTRIBUTIONS)('quantiles of $kind have its mean and variance', (distribution) => {
  const n = 20_000;
  const values = Array.from({ length: n }, (_, i) => quantile(distribution, (i + 0.5) / n));
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  expect(mean).toBeCloseTo(moments(distribution).mean, 3);
  expect(variance / moments(distribution).variance).toBeCloseTo(1, 2);
});

it('discrete and empirical quantiles', () => {
  const discrete: Distribution = { kind: 'discrete', values: [1, 5], weights: [3, 1] };
  expect([0.1, 0.74, 0.76].map((p) => quantile(discrete, p))).toEqual([1, 1, 5]);
  const empirical: Distribution = { kind: 'empirical', sorted: [1, 2, 4] };
  expect([0, 0.25, 0.5, 0.75].map((p) => quantile(empirical, p))).toEqual([1, 1.5, 2, 3]);
});

describe('designs', () => {
  it('a Latin hypercube has one point in each slice of each column, and columns do not move when another is added', () => {
    const n = 50;
    const points = latinHypercube(seedKey('1'), ['a', 'b'], n);
    for (const column of [0, 1]) {
      const slices = Array.from({ length: n }, (_, row) => Math.floor((points[row * 2 + column] as number) * n)).sort(
        (x, y) => x - y,
      );
      expect(slices).toEqual(Array.from({ length: n }, (_, slice) => slice));
    }
    const more = latinHypercube(seedKey('1'), ['z', 'a', 'b'], n);
    expect(Array.from({ length: n }, (_, row) => more[row * 3 + 1])).toEqual(
      Array.from({ length: n }, (_, row) => points[row * 2]),
    );
  });

  it('scrambled Sobol points stay a (0, m, 2)-net: every elementary box of area 2^-6 holds one of 64 points', () => {
    const points = scrambledSobol(seedKey('1'), ['a', 'b'], 64);
    for (let k = 0; k <= 6; k++) {
      const boxes = new Set(
        Array.from(
          { length: 64 },
          (_, i) =>
            `${Math.floor((points[i * 2] as number) * 2 ** k)},${Math.floor((points[i * 2 + 1] as number) * 2 ** (6 - k))}`,
        ),
      );
      expect(boxes.size).toBe(64);
    }
  });

  it('every one of 200 columns is balanced', () => {
    const names = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const points = scrambledSobol(seedKey('1'), names, 32);
    names.forEach((_, column) => {
      const slices = new Set(
        Array.from({ length: 32 }, (__, row) => Math.floor((points[row * 200 + column] as number) * 32)),
      );
      expect(slices.size).toBe(32);
    });
    expect(() => scrambledSobol(seedKey('1'), [...names, 'more'], 2)).toThrow(
      expect.objectContaining({ code: 'play.no-sobol-dimension' }),
    );
  });

  it('integrates a smooth function far better than chance', () => {
    const n = 1024;
    const points = scrambledSobol(seedKey('1'), ['a', 'b', 'c', 'd', 'e'], n);
    let sum = 0;
    for (let row = 0; row < n; row++) {
      let product = 1;
      for (let column = 0; column < 5; column++) product *= 1 + 0.5 * ((points[row * 5 + column] as number) - 0.5);
      sum += product;
    }
    expect(Math.abs(sum / n - 1)).toBeLessThan(1e-4);
  });

  it('the copula makes the rank correlation that was stated, and leaves other columns alone', () => {
    const n = 4000;
    const before = latinHypercube(seedKey('1'), ['a', 'b', 'c'], n);
    const points = before.slice();
    applyGaussianCopula(points, 3, [{ a: 0, b: 2, spearman: -0.6 }]);
    const rank = (column: number): readonly number[] => {
      const order = Array.from({ length: n }, (_, row) => row).sort(
        (x, y) => (points[x * 3 + column] as number) - (points[y * 3 + column] as number),
      );
      const ranks = new Array<number>(n);
      order.forEach((row, position) => {
        ranks[row] = position;
      });
      return ranks;
    };
    const [a, c] = [rank(0), rank(2)];
    const rho = 1 - (6 * a.reduce((sum, value, row) => sum + (value - (c[row] as number)) ** 2, 0)) / (n * (n * n - 1));
    expect(rho).toBeCloseTo(-0.6, 1);
    expect(Array.from({ length: n }, (_, row) => points[row * 3 + 1])).toEqual(
      Array.from({ length: n }, (_, row) => before[row * 3 + 1]),
    );
  });

  it('draws parameters by name', () => {
    const { model } = prepareScenario(standardScenario(0));
    const draws = drawParameters(model, 'lhs', seedKey('1'), 100);
    expect(draws.every((value) => value > 2 && value < 6)).toBe(true);
  });
});
