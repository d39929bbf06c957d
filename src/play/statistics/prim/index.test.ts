import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialUpperTail } from './binomial.ts';
import { type DiscoveryTable, discover } from './index.ts';

const stream = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

/** Cases spread evenly, of interest inside .3 ≤ x ≤ .7 and y ≥ .6; z is noise. */
const boxed = (n: number): DiscoveryTable => {
  const uniform = stream(11);
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, () => uniform()));
  const [x, y] = columns as [Float64Array, Float64Array, Float64Array];
  const interest = Uint8Array.from({ length: n }, (_, k) =>
    Number((x[k] as number) >= 0.3 && (x[k] as number) <= 0.7 && (y[k] as number) >= 0.6),
  );
  return { names: ['x', 'y', 'z'], columns, interest };
};

describe('discover', () => {
  it('recovers a box of known bounds within one peel', () => {
    const { suggested, reproducibility } = discover(boxed(4000), { uniform: stream(3) });
    const limit = (name: string) => suggested.limits.find((l) => l.name === name);
    const peelWidth = 0.05;
    expect(Math.abs((limit('x')?.low ?? 0) - 0.3)).toBeLessThan(peelWidth);
    expect(Math.abs((limit('x')?.high ?? 0) - 0.7)).toBeLessThan(peelWidth);
    expect(Math.abs((limit('y')?.low ?? 0) - 0.6)).toBeLessThan(peelWidth);
    expect(limit('y')?.high).toBe(Number.POSITIVE_INFINITY);
    expect(limit('z')).toBeUndefined();
    expect(limit('x')?.quasiP).toBeLessThan(1e-9);
    expect(suggested.coverage).toBeGreaterThan(0.9);
    expect(suggested.density).toBeGreaterThan(0.9);
    expect(reproducibility.slice(0, 2).map(({ name, share }) => [name, share])).toEqual([
      ['x', 1],
      ['y', 1],
    ]);
  });

  it('lets density rise and coverage fall along the trajectory of a box that exists', () => {
    const { trajectory } = discover(boxed(2000), { uniform: stream(3), resamples: 0 });
    expect(trajectory[0]).toMatchObject({ coverage: 1, mass: 1, limits: [] });
    for (const [index, box] of trajectory.slice(1).entries())
      expect(box.coverage).toBeLessThanOrEqual((trajectory[index] as typeof box).coverage);
  });

  it('takes whole ties of a discrete column', () => {
    const column = Float64Array.from({ length: 100 }, (_, k) => k % 4);
    const interest = Uint8Array.from(column, (v) => Number(v === 3));
    const { suggested } = discover({ names: ['level'], columns: [column], interest }, { uniform: stream(1) });
    expect(suggested.limits).toMatchObject([{ name: 'level', low: 3 }]);
    expect([suggested.coverage, suggested.density]).toEqual([1, 1]);
  });

  it('gives the same under another order of the cases', () => {
    const table = boxed(500);
    const reversed: DiscoveryTable = {
      names: table.names,
      columns: table.columns.map((column) => column.slice().reverse()),
      interest: table.interest.slice().reverse(),
    };
    const [a, b] = [table, reversed].map((t) => discover(t, { uniform: stream(1), resamples: 0 }).suggested);
    expect(a).toEqual(b);
  });

  it.each([
    ['no hit', { names: ['x'], columns: [new Float64Array(3)], interest: new Uint8Array(3) }, /no case is of interest/],
    ['all hits', { names: ['x'], columns: [new Float64Array(3)], interest: new Uint8Array(3).fill(1) }, /every case/],
    [
      'unequal columns',
      { names: ['x'], columns: [new Float64Array(2)], interest: Uint8Array.from([0, 1, 0]) },
      /unequal/,
    ],
    [
      'a value that is no number',
      { names: ['x'], columns: [Float64Array.from([1, Number.NaN])], interest: Uint8Array.from([0, 1]) },
      /no finite number/,
    ],
  ])('refuses %s', (_, table, message) => {
    expect(() => discover(table, { uniform: stream(1) })).toThrow(message);
  });
});

describe('binomialUpperTail', () => {
  it('knows small cases', () => {
    expect(binomialUpperTail(1, 2, 0.5)).toBeCloseTo(0.75, 12);
    expect(binomialUpperTail(3, 3, 0.2)).toBeCloseTo(0.008, 12);
    expect(binomialUpperTail(0, 5, 0.3)).toBe(1);
  });
  it('falls as more hits are asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        for (let k = 1; k <= n; k++)
          expect(binomialUpperTail(k, n, p)).toBeLessThanOrEqual(binomialUpperTail(k - 1, n, p) + 1e-12);
      }),
    );
  });
});
