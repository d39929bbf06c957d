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

  it('agrees with scoring the matrix anew', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { dropOne, swings } = sensitivityOf(matrix);
        for (const { evidence, posteriors } of dropOne) {
          const rest: Matrix = { ...matrix, evidence: matrix.evidence.filter(({ id }) => id !== evidence) };
          posteriorsOf(rest).forEach((p, index) => {
            expect(posteriors[index]).toBeCloseTo(p, 9);
          });
        }
        for (const { evidence, hypothesis, low, high } of swings) {
          const at = matrix.hypotheses.findIndex(({ id }) => id === hypothesis);
          expect(posteriorsOf(rated(matrix, [{ evidence, hypothesis, to: 'II' }]))[at]).toBeCloseTo(low, 9);
          expect(posteriorsOf(rated(matrix, [{ evidence, hypothesis, to: 'CC' }]))[at]).toBeCloseTo(high, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names an overturn that works, and no smaller one of its kind', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { leader, overturn } = sensitivityOf(matrix);
        if (!overturn) return;
        expect(leaderOf(rated(matrix, overturn.changes))).not.toBe(leader);
      }),
      { numRuns: 100 },
    );
  });

  it('puts the missing rating that matters most first', () => {
    const { missing } = sensitivityOf(
      matrixOf([
        ['C', 'I', 'N'],
        ['NA', 'C', 'C'],
      ]),
    );
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ evidence: 'E2', hypothesis: 'H1', missing: true });
  });
});
