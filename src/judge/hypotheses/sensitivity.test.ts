import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, RATINGS, type Rating } from '../../model/index.ts';
import { scoreMatrix } from './scores.ts';
import { sensitivityOf } from './sensitivity.ts';

const matrixOf = (rows: readonly (readonly Rating[])[]): Matrix => ({
  hypotheses: (rows[0] ?? []).map((_, index) => ({ id: `H${index + 1}`, text: '' })),
  evidence: rows.map((_, index) => ({ id: `E${index + 1}`, text: '', credibility: 'M', relevance: 'M' })),
  ratings: Object.fromEntries(
    rows.map((row, index) => [`E${index + 1}`, Object.fromEntries(row.map((rating, h) => [`H${h + 1}`, rating]))]),
  ),
});

const posteriorsOf = (matrix: Matrix): number[] => scoreMatrix(matrix).hypotheses.map(({ posterior }) => posterior);
const leaderOf = (matrix: Matrix): string => {
  const { hypotheses } = scoreMatrix(matrix);
  return hypotheses.reduce((best, next) => (next.posterior > best.posterior ? next : best)).hypothesis;
};
const rated = (matrix: Matrix, changes: readonly { evidence: string; hypothesis: string; to: Rating }[]): Matrix => ({
  ...matrix,
  ratings: Object.fromEntries(
    Object.entries(matrix.ratings).map(([evidence, row]) => [
      evidence,
      {
        ...row,
        ...Object.fromEntries(
          changes.filter((c) => c.evidence === evidence).map(({ hypothesis, to }) => [hypothesis, to]),
        ),
      },
    ]),
  ),
});

const matrices = fc
  .array(fc.array(fc.constantFrom(...RATINGS.filter((r) => r !== 'NA')), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(matrixOf);

describe('sensitivityOf', () => {
  const example = matrixOf([
    ['I', 'C', 'CC'],
    ['II', 'N', 'C'],
    ['C', 'C', 'C'],
    ['I', 'I', 'C'],
    ['CC', 'II', 'N'],
  ]);

  it('tells the leader and what would overturn it', () => {
    const { leader, overturn, dropOne } = sensitivityOf(example);
    expect(leader).toBe('H3');
    expect(overturn).toEqual({
      rival: 'H2',
      changes: [
        { evidence: 'E1', hypothesis: 'H3', to: 'II' },
        { evidence: 'E5', hypothesis: 'H2', to: 'CC' },
      ],
    });
    expect(dropOne.some(({ changesLeader }) => changesLeader)).toBe(false);
  });

  it('agrees with scoring the matrix anew, damped or not', () => {
    fc.assert(
      fc.property(
        matrices,
        fc.array(fc.constantFrom(undefined, 'a', 'b'), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(0, 0.5, 1),
        (bare, sources, dependence) => {
          const matrix: Matrix = {
            ...bare,
            evidence: bare.evidence.map((item, index) => {
              const source = sources[index];
              return source === undefined ? item : { ...item, source };
            }),
          };
          const anew = (changed: Matrix): number[] =>
            scoreMatrix(changed, { dependence }).hypotheses.map(({ posterior }) => posterior);
          const agree = (found: readonly number[], expected: readonly number[]): void =>
            expected.forEach((p, index) => {
              expect(found[index]).toBeCloseTo(p, 9);
            });
          const { dropOne, dropSource, swings } = sensitivityOf(matrix, { dependence });
          for (const { evidence, posteriors } of dropOne)
            agree(posteriors, anew({ ...matrix, evidence: matrix.evidence.filter(({ id }) => id !== evidence) }));
          for (const { source, posteriors, items } of dropSource) {
            const rest = matrix.evidence.filter((item) => item.source !== source);
            expect(matrix.evidence.length - rest.length).toBe(items);
            agree(posteriors, anew({ ...matrix, evidence: rest }));
          }
          for (const { evidence, hypothesis, low, high } of swings) {
            const at = matrix.hypotheses.findIndex(({ id }) => id === hypothesis);
            expect(anew(rated(matrix, [{ evidence, hypothesis, to: 'II' }]))[at]).toBeCloseTo(low, 9);
            expect(anew(rated(matrix, [{ evidence, hypothesis, to: 'CC' }]))[at]).toBeCloseTo(high, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names an overturn that works, and no smaller one of its kind', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { leader, overturn } = sensitivityOf(matrix);
        if (!overturn) return;
        expect(leaderOf(rated(matrix, overturn.changes))).not.toBe(leader);
        // With any of them left as it was, no other hypothesis is likelier than the leader.
        const at = matrix.hypotheses.findIndex(({ id }) => id === leader);
        for (const left of overturn.changes) {
          const posteriors = posteriorsOf(
            rated(
              matrix,
              overturn.changes.filter((change) => change !== left),
            ),
          );
          expect(posteriors[at]).toBeGreaterThan(Math.max(...posteriors) - 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names the prior, and the number of new items, that would put the rival first', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { leader, prior, newItems } = sensitivityOf(matrix);
        if (!prior || !newItems) throw new Error('three hypotheses have a leader and a rival');
        const total = 2 / 3;
        const withPrior = (rival: number): string =>
          leaderOf({
            ...matrix,
            hypotheses: matrix.hypotheses.map((hypothesis) => {
              if (hypothesis.id === prior.rival) return { ...hypothesis, prior: rival };
              return { ...hypothesis, prior: hypothesis.id === leader ? total - rival : 1 / 3 };
            }),
          });
        const just = 1e-6 * Math.min(prior.to, total - prior.to);
        expect(withPrior(prior.to - just)).toBe(leader);
        expect(withPrior(prior.to + just)).not.toBe(leader);

        const withItems = (count: number): Matrix => {
          const added = Array.from({ length: count }, (_, index) => `X${index}`);
          const row = (id: string): Rating => (id === leader ? 'II' : id === newItems.rival ? 'CC' : 'N');
          return {
            ...matrix,
            evidence: [
              ...matrix.evidence,
              ...added.map((id) => ({ id, text: '', credibility: 'M' as const, relevance: 'M' as const })),
            ],
            ratings: {
              ...matrix.ratings,
              ...Object.fromEntries(
                added.map((id) => [id, Object.fromEntries(matrix.hypotheses.map((one) => [one.id, row(one.id)]))]),
              ),
            },
          };
        };
        expect(leaderOf(withItems(newItems.needed))).toBe(newItems.rival);
        const one = scoreMatrix(withItems(1)).hypotheses.find(({ hypothesis }) => hypothesis === leader);
        expect(one?.posterior).toBeCloseTo(newItems.afterOne, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('puts the missing rating that matters most first, and takes N/A for no gap', () => {
    const matrix = matrixOf([
      ['C', 'I', 'N'],
      ['N', 'C', 'C'],
      ['NA', 'C', 'C'],
    ]);
    const { H1: _, ...row } = matrix.ratings['E2'] as Record<string, Rating>;
    const { missing } = sensitivityOf({ ...matrix, ratings: { ...matrix.ratings, E2: row } });
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ evidence: 'E2', hypothesis: 'H1' });
  });
});
