import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BargainingActor } from './actor.ts';
import { weightedMean, weightedMedian } from './centre.ts';
import { condorcetElection, pairwiseVictory } from './election.ts';
import { positionChances, riskAttitudes, spatialModel } from './spatial-model.ts';

/** China's shale-gas policy, 13 actors on policy and competition, as published with KTAB (facts, typed in). */
const STATE_ENTERPRISE: readonly BargainingActor[] = (
  [
    ['XJ', 100, 30, 24, 20, 48],
    ['LK', 60.2, 45, 44.7, 65, 41.3],
    ['ZG', 35, 30, 28.9, 15, 65.1],
    ['MK', 35, 45, 20.6, 45, 49.4],
    ['LH', 40, 50, 44.7, 65, 47.8],
    ['XS', 20, 15, 32, 10, 32],
    ['NEA', 15, 20, 32, 15, 32],
    ['MLR', 25, 60, 43.9, 50, 50.1],
    ['MEP', 20, 30, 26.4, 15, 17.6],
    ['MOF', 35, 45, 35.9, 40, 46.6],
    ['SHX', 20, 50, 44.7, 50, 47.8],
    ['HLJ', 20, 20, 47.4, 30, 40.6],
    ['WY', 40, 15, 49, 60, 46],
  ] as const
).map(([name, capability, p1, s1, p2, s2]) => ({
  name,
  capability,
  position: [p1 / 100, p2 / 100],
  salience: [s1 / 100, s2 / 100],
}));

describe('the published KTAB case', () => {
  const risk = riskAttitudes(STATE_ENTERPRISE);
  const of = (values: readonly number[], name: string): number =>
    values[STATE_ENTERPRISE.findIndex((actor) => actor.name === name)] as number;

  it.each([
    ['XJ', 1],
    ['LK', -0.498],
    ['ZG', -0.452],
    ['MK', 0.362],
    ['MOF', 0.643],
    ['HLJ', -0.196],
  ])('risk of %s is %d', (name, expected) => {
    expect(Math.abs(of(risk, name) - expected)).toBeLessThan(1e-3);
  });

  it.each([
    ['XJ', 0.0618],
    ['LK', 0.0156],
    ['ZG', 0.0117],
    ['MK', 4340e-4],
    ['LH', 0.0028],
    ['XS', 0],
    ['NEA', 0.002],
    ['MLR', 0.0013],
    ['MEP', 0.0117],
    ['MOF', 0.2481],
    ['SHX', 0.1533],
    ['HLJ', 0.0689],
    ['WY', 0.0005],
  ])('turn-0 chance of %s is %d', (name, expected) => {
    expect(Math.abs(of(positionChances(STATE_ENTERPRISE, risk), name) - expected)).toBeLessThan(1e-4);
  });

  it('goes through its rounds to rest or to the last round', () => {
    const { rounds } = spatialModel(STATE_ENTERPRISE, { rounds: 27 });
    expect(rounds.length).toBeGreaterThan(1);
    expect(rounds[0]?.challenges.length).toBeGreaterThan(0);
  });
});

const actor = fc.record({
  capability: fc.double({ min: 0.1, max: 10, noNaN: true }),
  position: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  salience: fc.tuple(fc.double({ min: 0.05, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true })),
});
const actors = fc
  .array(actor, { minLength: 2, maxLength: 7 })
  .map((list) => list.map((fields, index) => ({ name: `A${index}`, ...fields })));

describe('spatialModel', () => {
  it('keeps every position inside the span of those it began with', () => {
    fc.assert(
      fc.property(actors, (given) => {
        const { rounds } = spatialModel(given, { rounds: 8 });
        for (const d of [0, 1]) {
          const [low, high] = [
            Math.min(...given.map(({ position }) => position[d] as number)),
            Math.max(...given.map(({ position }) => position[d] as number)),
          ];
          for (const { positions } of rounds)
            for (const position of positions) {
              expect(position[d]).toBeGreaterThanOrEqual(low - 1e-9);
              expect(position[d]).toBeLessThanOrEqual(high + 1e-9);
            }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the unit of capability', () => {
    fc.assert(
      fc.property(actors, (given) => {
        const risk = riskAttitudes(given);
        const scaled = riskAttitudes(given.map((a) => ({ ...a, capability: a.capability * 7 })));
        risk.forEach((value, index) => {
          expect(scaled[index]).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  it('is at rest where all stand at one place', () => {
    const here = { capability: 1, position: [0.3], salience: [0.5] };
    const { rounds, rested } = spatialModel([
      { name: 'A', ...here },
      { name: 'B', ...here },
    ]);
    expect(rested).toBe(true);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.chance).toEqual([1, 1]);
  });

  it.each([
    ['one actor', [{ name: 'A', capability: 1, position: [0], salience: [1] }], /at least two actors/],
    [
      'a negative capability',
      [
        { name: 'A', capability: -1, position: [0], salience: [1] },
        { name: 'B', capability: 1, position: [0], salience: [1] },
      ],
      /positive number, not -1/,
    ],
    [
      'a position beyond the range',
      [
        { name: 'A', capability: 1, position: [3], salience: [1] },
        { name: 'B', capability: 1, position: [0], salience: [1] },
      ],
      /between 0 and 1/,
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() => spatialModel(given)).toThrow(message);
  });
});

describe('condorcetElection', () => {
  const matrix = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  it.each(['conditional', 'markov'] as const)(
    '%s shares sum to 1 and favour the Condorcet winner of a unanimous vote',
    (model) => {
      fc.assert(
        fc.property(matrix, (utilities) => {
          const shares = condorcetElection(
            pairwiseVictory(
              utilities.map(() => 1),
              utilities,
            ),
            model,
          );
          expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        }),
      );
      const shares = condorcetElection(
        pairwiseVictory(
          [1, 2],
          [
            [1, 0.5, 0],
            [1, 0.5, 0],
          ],
        ),
        model,
      );
      expect(shares[0]).toBeCloseTo(1, 6);
    },
  );
});

describe('centres', () => {
  it('weighs the median and the mean', () => {
    expect(weightedMedian([1, 2, 3], [1, 1, 3])).toBe(3);
    expect(weightedMedian([3, 1, 2], [1, 1, 1])).toBe(2);
    expect(weightedMean([1, 2, 3], [1, 1, 2])).toBe(2.25);
  });
});
