import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScoredProbability, scoreForecasts } from './score.ts';

const TEN_PROBABILITIES = [0.1, 0.1, 0.1, 0.3, 0.3, 0.7, 0.7, 0.7, 0.9, 0.9];
const TEN_OUTCOMES = [0, 0, 1, 0, 1, 1, 0, 1, 1, 1];
const TEN: readonly ScoredProbability[] = TEN_PROBABILITIES.map((probability, index) => ({
  probability,
  happened: TEN_OUTCOMES[index] === 1,
}));

const items = fc.array(
  fc.record({
    probability: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 0.1, 0.25, 0.3, 0.5, 0.7, 0.95, 1),
    ),
    happened: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 3, noNaN: true }),
  }),
  { minLength: 1, maxLength: 80 },
);

describe('scoreForecasts', () => {
  it('gives the published figures of ten forecasts', () => {
    const score = scoreForecasts(TEN);
    expect(score?.brier).toBeCloseTo(0.21, 12);
    expect(score?.parts.reliability).toBeCloseTo(0.0266667, 7);
    expect(score?.parts.resolution).toBeCloseTo(0.0566667, 7);
    expect(score?.parts.uncertainty).toBeCloseTo(0.24, 12);
    expect(score?.parts.within).toBe(0);
    expect(score?.logScore).toBeCloseTo(0.6201998, 7);
    expect(score?.skillOverBaseRate).toBeCloseTo(0.125, 12);
    expect(score?.skillOverEvenOdds).toBeCloseTo(0.16, 12);
    expect(score).toMatchObject({ forecasts: 10, baseRate: 0.6, grouping: 'values' });
    expect(score?.groups.map(({ from, weight }) => [from, weight])).toEqual([
      [0.1, 3],
      [0.3, 2],
      [0.7, 3],
      [0.9, 2],
    ]);
  });

  it('measures skill against a base rate that is given', () => {
    expect(scoreForecasts(TEN, 0.5)).toMatchObject({ frequency: 0.6, baseRate: 0.5 });
    expect(scoreForecasts(TEN, 0.5)?.skillOverBaseRate).toBeCloseTo(0.16, 12);
  });

  it('is null for nothing', () => {
    expect(scoreForecasts([])).toBeNull();
  });

  it('puts many values into ten bins, a boundary into the upper one, 1 into the last', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ probability: index / 100, happened: index % 2 === 0 }));
    const score = scoreForecasts(many);
    expect(score?.grouping).toBe('bins');
    expect(score?.groups.map(({ weight }) => weight)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 11]);
  });

  it('is infinite in the log where the impossible happened, 0 where all was certain and right', () => {
    expect(scoreForecasts([{ probability: 0, happened: true }])?.logScore).toBe(Number.POSITIVE_INFINITY);
    expect(scoreForecasts([{ probability: 1, happened: true }])).toMatchObject({
      logScore: 0,
      brier: 0,
      skillOverBaseRate: null,
    });
  });

  it.each([
    [{ probability: 1.2, happened: true }, /between 0 and 1/],
    [{ probability: Number.NaN, happened: true }, /between 0 and 1/],
    [{ probability: 0.5, happened: true, weight: 0 }, /above 0/],
  ])('refuses %o', (item, message) => {
    expect(() => scoreForecasts([item])).toThrow(message);
  });

  it('splits the Brier score into parts that sum to it, in values as in bins', () => {
    fc.assert(
      fc.property(items, (some) => {
        const score = scoreForecasts(some);
        const { reliability, resolution, uncertainty, within } = score?.parts ?? ({} as never);
        expect(reliability - resolution + uncertainty + within).toBeCloseTo(score?.brier ?? Number.NaN, 10);
        expect(reliability).toBeGreaterThanOrEqual(0);
        expect(resolution).toBeLessThanOrEqual(uncertainty + 1e-12);
      }),
    );
  });

  it('does not depend on the order, nor on whether a forecast comes whole or in two halves', () => {
    fc.assert(
      fc.property(items, (some) => {
        const halves = some.flatMap((item) => {
          const half = { ...item, weight: item.weight / 2 };
          return [half, half];
        });
        for (const other of [[...some].reverse(), halves]) {
          expect(scoreForecasts(other)?.brier).toBeCloseTo(scoreForecasts(some)?.brier ?? Number.NaN, 10);
          expect(scoreForecasts(other)?.parts.reliability).toBeCloseTo(
            scoreForecasts(some)?.parts.reliability ?? Number.NaN,
            10,
          );
        }
      }),
    );
  });

  it('is proper: who believes p does best to say p, in both scores', () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const expected = (belief: number, said: number, score: 'brier' | 'logScore'): number => {
      const mixed = scoreForecasts([
        { probability: said, happened: true, weight: belief },
        { probability: said, happened: false, weight: 1 - belief },
      ]);
      return mixed?.[score] ?? Number.NaN;
    };
    fc.assert(
      fc.property(probability, probability, fc.constantFrom('brier' as const, 'logScore' as const), (p, q, score) => {
        expect(expected(p, p, score)).toBeLessThanOrEqual(expected(p, q, score) + 1e-12);
      }),
    );
  });
});
