import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade, type Matrix, RATINGS, type Rating } from '../../model/index.ts';
import { scoreMatrix } from './scores.ts';

const matrixOf = (
  rows: readonly (readonly [id: string, ratings: readonly Rating[], credibility: Grade, relevance: Grade])[],
): Matrix => {
  const hypotheses = (rows[0]?.[1] ?? []).map((_, index) => ({ id: `H${index + 1}`, text: '' }));
  return {
    hypotheses,
    evidence: rows.map(([id, , credibility, relevance]) => ({ id, text: '', credibility, relevance })),
    ratings: Object.fromEntries(
      rows.map(([id, ratings]) => [id, Object.fromEntries(ratings.map((rating, index) => [`H${index + 1}`, rating]))]),
    ),
  };
};

const EXAMPLE = matrixOf([
  ['E1', ['I', 'C', 'CC'], 'H', 'H'],
  ['E2', ['II', 'N', 'C'], 'M', 'H'],
  ['E3', ['C', 'C', 'C'], 'H', 'H'],
  ['E4', ['I', 'I', 'C'], 'L', 'M'],
  ['E5', ['CC', 'II', 'N'], 'M', 'M'],
]);

describe('the worked matrix', () => {
  const { hypotheses, evidence } = scoreMatrix(EXAMPLE);
  it('counts inconsistency as Heuer does', () => {
    expect(hypotheses.map(({ inconsistency }) => inconsistency)).toEqual([4, 3, 0]);
  });
  it('weighs it', () => {
    [-5.535534, -2.707107, 0].forEach((expected, index) => {
      expect(Math.abs((hypotheses[index]?.weighted ?? Number.NaN) - expected)).toBeLessThan(1e-6);
    });
  });
  it('squares it', () => {
    expect(hypotheses.map(({ squared }) => squared)).toEqual([6, 5, 0]);
  });
  it('finds the posterior', () => {
    [0.006131, 0.012907, 0.980962].forEach((expected, index) => {
      expect(Math.abs((hypotheses[index]?.posterior ?? Number.NaN) - expected)).toBeLessThan(1e-6);
    });
  });
  it('knows diagnostic evidence from evidence that fits all', () => {
    const of = (id: string) => evidence.find((item) => item.evidence === id)?.diagnosticity ?? Number.NaN;
    expect(Math.abs(of('E5') - 1.632993)).toBeLessThan(1e-6);
    expect(of('E3')).toBe(0);
  });
});

const rating = fc.constantFrom(...RATINGS);
const row = fc.tuple(
  fc.array(rating, { minLength: 3, maxLength: 3 }),
  fc.constantFrom(...GRADES),
  fc.constantFrom(...GRADES),
);
const matrix = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => matrixOf(rows.map(([ratings, c, r], index) => [`E${index}`, ratings, c, r] as const)));

describe('scoreMatrix', () => {
  it('gives posteriors that sum to 1', () => {
    fc.assert(
      fc.property(matrix, (m) => {
        expect(scoreMatrix(m).hypotheses.reduce((sum, { posterior }) => sum + posterior, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('does not mind the order of evidence or hypotheses, of one source or not', () => {
    const sources = fc.array(fc.constantFrom(undefined, 'a', 'b'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(matrix, sources, fc.constantFrom(0, 0.5, 1), (bare, from, dependence) => {
        const m: Matrix = {
          ...bare,
          evidence: bare.evidence.map((item, index) => {
            const source = from[index];
            return source === undefined ? item : { ...item, source };
          }),
        };
        const turned: Matrix = { ...m, hypotheses: [...m.hypotheses].reverse(), evidence: [...m.evidence].reverse() };
        const [a, b] = [scoreMatrix(m, { dependence }), scoreMatrix(turned, { dependence })];
        expect(a.hypotheses.reduce((sum, { posterior }) => sum + posterior, 0)).toBeCloseTo(1, 12);
        for (const score of a.hypotheses) {
          const other = b.hypotheses.find(({ hypothesis }) => hypothesis === score.hypothesis);
          expect(other?.inconsistency).toBe(score.inconsistency);
          expect(other?.weighted).toBeCloseTo(score.weighted, 9);
          expect(other?.posterior).toBeCloseTo(score.posterior, 9);
        }
      }),
    );
  });

  it('never favours a hypothesis for evidence that contradicts it more', () => {
    const steps: readonly Rating[] = ['CC', 'C', 'N', 'I', 'II'];
    fc.assert(
      fc.property(matrix, fc.nat(7), fc.integer({ min: 0, max: 3 }), (m, pick, step) => {
        const id = (m.evidence[pick % m.evidence.length] as Matrix['evidence'][number]).id;
        const rated = (value: Rating): Matrix => ({
          ...m,
          ratings: { ...m.ratings, [id]: { H1: value, H2: 'N', H3: 'N' } },
        });
        const [kinder, harsher] = [
          scoreMatrix(rated(steps[step] as Rating)),
          scoreMatrix(rated(steps[step + 1] as Rating)),
        ];
        const [a, b] = [kinder.hypotheses[0], harsher.hypotheses[0]];
        expect(b?.posterior).toBeLessThanOrEqual((a?.posterior ?? 0) + 1e-12);
        expect(b?.inconsistency).toBeGreaterThanOrEqual(a?.inconsistency ?? 0);
        expect(b?.weighted).toBeLessThanOrEqual((a?.weighted ?? 0) + 1e-12);
      }),
    );
  });

  it('is not moved by a row of N/A', () => {
    fc.assert(
      fc.property(matrix, (m) => {
        const more: Matrix = {
          ...m,
          evidence: [...m.evidence, { id: 'X', text: '', credibility: 'H', relevance: 'H' }],
          ratings: { ...m.ratings, X: { H1: 'NA', H2: 'NA', H3: 'NA' } },
        };
        expect(scoreMatrix(more).hypotheses).toEqual(scoreMatrix(m).hypotheses);
      }),
    );
  });

  it('is not moved by a row of N/A of a source that other rows share', () => {
    const m = matrixOf([
      ['A', ['CC', 'I', 'I'], 'M', 'M'],
      ['B', ['NA', 'NA', 'NA'], 'M', 'M'],
    ]);
    const shared: Matrix = { ...m, evidence: m.evidence.map((item) => ({ ...item, source: 's' })) };
    expect(scoreMatrix(shared, { dependence: 1 }).hypotheses).toEqual(
      scoreMatrix({ ...shared, evidence: shared.evidence.slice(0, 1) }, { dependence: 1 }).hypotheses,
    );
  });

  it('damps items of one source', () => {
    const same = (source?: string): Matrix => ({
      ...matrixOf([
        ['A', ['CC', 'I', 'I'], 'M', 'M'],
        ['B', ['CC', 'I', 'I'], 'M', 'M'],
      ]),
      evidence: ['A', 'B'].map((id) => ({ id, text: '', credibility: 'M', relevance: 'M', ...(source && { source }) })),
    });
    const posterior = (m: Matrix, dependence: number): number =>
      scoreMatrix(m, { dependence }).hypotheses[0]?.posterior ?? 0;
    expect(posterior(same('s'), 1)).toBeLessThan(posterior(same(), 1));
    expect(posterior(same('s'), 1)).toBeCloseTo(0.95 / (0.95 + 0.2 + 0.2), 9);
    expect(scoreMatrix(same('s'), { dependence: 1 }).evidence.map(({ independence }) => independence)).toEqual([
      0.5, 0.5,
    ]);
  });

  it('takes the prior that is stated', () => {
    const m = matrixOf([['A', ['N', 'N', 'N'], 'M', 'M']]);
    const stated: Matrix = {
      ...m,
      hypotheses: m.hypotheses.map((h, index) => (index === 0 ? { ...h, prior: 0.6 } : h)),
    };
    expect(scoreMatrix(stated).hypotheses.map(({ posterior }) => Number(posterior.toFixed(12)))).toEqual([
      0.6, 0.2, 0.2,
    ]);
  });
});
