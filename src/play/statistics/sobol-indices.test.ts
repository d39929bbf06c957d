import { describe, expect, it } from 'vitest';
import { type SobolOutputs, secondOrderIndices, sobolIndices } from './sobol-indices.ts';

/** A small seeded stream (mulberry32), enough for a test. */
const stream = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Ishigami & Homma 1990 with a = 7, b = .1 on (−π, π)³. */
const ishigami = ([x1, x2, x3]: readonly number[]): number =>
  Math.sin(x1 as number) + 7 * Math.sin(x2 as number) ** 2 + 0.1 * (x3 as number) ** 4 * Math.sin(x1 as number);

const PI2 = 2 * Math.PI;

/** Rank-1 lattice rows: even cover without a Sobol generator. */
const design = (n: number, f: (x: readonly number[]) => number): SobolOutputs => {
  const generators = [1, 182_667, 469_891, 498_753, 110_745, 446_247];
  const uniform = stream(7);
  const shifts = generators.map(() => uniform());
  const row = (k: number): number[] =>
    generators.map((g, d) => ((((k * g) / n + (shifts[d] as number)) % 1) - 0.5) * PI2);
  const rows = Array.from({ length: n }, (_, k) => row(k));
  const value = (pick: (r: readonly number[]) => readonly number[]): Float64Array =>
    Float64Array.from(rows, (r) => f(pick(r)));
  const A = (r: readonly number[]): number[] => r.slice(0, 3);
  const B = (r: readonly number[]): number[] => r.slice(3);
  const mix = (base: number[], other: number[], i: number): number[] =>
    base.map((x, d) => (d === i ? (other[d] as number) : x));
  return {
    names: ['x1', 'x2', 'x3'],
    a: value(A),
    b: value(B),
    ab: [0, 1, 2].map((i) => value((r) => mix(A(r), B(r), i))),
    ba: [0, 1, 2].map((i) => value((r) => mix(B(r), A(r), i))),
  };
};

describe('Sobol indices of the Ishigami function, N = 8,192', () => {
  const outputs = design(8192, ishigami);
  const indices = sobolIndices(outputs, { uniform: stream(1) });
  it.each([
    [0, 0.313905, 0.557589],
    [1, 0.442411, 0.442411],
    [2, 0, 0.243684],
  ])('x%i', (index, first, total) => {
    const found = indices[index] as (typeof indices)[number];
    expect(Math.abs(found.first.value - first)).toBeLessThan(0.02);
    expect(Math.abs(found.total.value - total)).toBeLessThan(0.02);
    expect(found.first.low).toBeLessThanOrEqual(found.first.value);
    expect(found.first.high).toBeGreaterThanOrEqual(found.first.value);
  });
  it('S13 of the pair', () => {
    const pair = secondOrderIndices(outputs).find(({ a, b }) => a === 'x1' && b === 'x3');
    expect(Math.abs((pair?.value ?? 0) - 0.243684)).toBeLessThan(0.02);
  });
});

describe('sobolIndices', () => {
  const constant = new Float64Array(16).fill(3);
  it('is 0 where nothing varies', () => {
    const [only] = sobolIndices({ names: ['x'], a: constant, b: constant, ab: [constant] }, { uniform: stream(1) });
    expect([only?.first.value, only?.total.value]).toEqual([0, 0]);
  });
  it.each([
    [
      'columns of unequal length',
      { names: ['x'], a: constant, b: constant, ab: [constant.slice(1)] },
      /different designs/,
    ],
    ['a missing column', { names: ['x', 'y'], a: constant, b: constant, ab: [constant] }, /2 inputs, but 1/],
    [
      'an output that is no number',
      { names: ['x'], a: constant, b: constant, ab: [Float64Array.from(constant, () => Number.NaN)] },
      /no finite number/,
    ],
    ['no samples', { names: [], a: new Float64Array(), b: new Float64Array(), ab: [] }, /no samples/],
  ])('refuses %s', (_, outputs, message) => {
    expect(() => sobolIndices(outputs, { uniform: stream(1) })).toThrow(message);
  });
});
