import { describe, expect, it } from 'vitest';
import { wilson } from '../../model/index.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import { entropy, mutualInformation } from './information.ts';
import { likelihoodRatio } from './likelihood-ratio.ts';
import { cumulativeIncidence, kaplanMeier, medianTurn } from './survival.ts';
import { twoLevelShare } from './two-level.ts';

it('Wilson’s interval: 10 of 20, 0 of 10', () => {
  expect(wilson(0.5, 20).low).toBeCloseTo(0.2993, 4);
  expect(wilson(0.5, 20).high).toBeCloseTo(0.7007, 4);
  expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.27753, 4) });
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

describe('two levels of uncertainty', () => {
  it('runs that differ by chance alone have no spread over parameters', () => {
    const { share, spread, betweenShare, effectiveRuns } = twoLevelShare([5, 5, 5, 5], [10, 10, 10, 10]);
    expect([share, spread, betweenShare, effectiveRuns]).toEqual([0.5, { low: 0.5, high: 0.5 }, 0, 40]);
  });

  it('runs that differ by parameters alone count as many as there are draws', () => {
    const { betweenShare, effectiveRuns } = twoLevelShare([10, 0, 10, 0, 10, 0], new Array(6).fill(10));
    expect(betweenShare).toBe(1);
    expect(effectiveRuns).toBeCloseTo(6, 9);
  });
});

describe('time to event', () => {
  // Six runs: events of cause 1 in turns 1, 2, 2; of cause 2 in turn 3; one censored in turn 2, one in turn 4.
  const events = { times: [1, 2, 2, 3, 2, 4], causes: [1, 1, 1, 2, 0, 0], turns: 4 };

  it('Kaplan–Meier', () => {
    expect(kaplanMeier(events).map((share) => Number(share.toFixed(6)))).toEqual([0.833333, 0.5, 0.25, 0.25]);
  });

  it('cumulative incidences add up with survival to 1', () => {
    const [first, second, survival] = [
      cumulativeIncidence(events, 1),
      cumulativeIncidence(events, 2),
      kaplanMeier(events),
    ];
    survival.forEach((share, turn) => {
      expect((first[turn] as number) + (second[turn] as number) + share).toBeCloseTo(1, 12);
    });
    expect(medianTurn(first)).toBe(2);
    expect(medianTurn([0, 0])).toBeNull();
  });
});

it('entropy and mutual information', () => {
  expect(entropy([1_000_000, 1_000_000])).toBeCloseTo(1, 5);
  expect(
    mutualInformation([
      [1_000_000, 0],
      [0, 1_000_000],
    ]),
  ).toBeCloseTo(1, 5);
  expect(
    mutualInformation([
      [500_000, 500_000],
      [500_000, 500_000],
    ]),
  ).toBeCloseTo(0, 5);
});

it('a likelihood ratio with an interval that respects groups', () => {
  const alike = Array.from({ length: 50 }, () => ({ seenInside: 8, inside: 10, seenOutside: 2, outside: 10 }));
  const ratio = likelihoodRatio(alike);
  expect(ratio?.value).toBeCloseTo(4, 1);
  expect(ratio?.low).toBeGreaterThan(3.9);
  const uneven = alike.map((group, i) => ({ ...group, seenInside: i % 2 ? 10 : 6 }));
  expect((likelihoodRatio(uneven)?.high ?? 0) - (likelihoodRatio(uneven)?.low ?? 0)).toBeGreaterThan(
    (ratio?.high ?? 0) - (ratio?.low ?? 0),
  );
  expect(likelihoodRatio([{ seenInside: 1, inside: 1, seenOutside: 0, outside: 0 }])).toBeNull();
});

it('effective sample size', () => {
  expect(effectiveSampleSize([1, 1, 1, 1])).toBe(4);
  expect(effectiveSampleSize([1, 0, 0, 0])).toBe(1);
  expect(effectiveSampleSize([0, 0])).toBe(0);
});
