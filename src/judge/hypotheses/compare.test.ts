import { describe, expect, it } from 'vitest';
import type { Assessment, CellRating, Question } from '../../model/index.ts';
import { compareAssessments } from '../index.ts';

const question: Question = {
  id: 'q',
  text: 'Why?',
  dependence: 0,
  hypotheses: [
    { id: 'H1', text: 'Shells' },
    { id: 'H2', text: 'A lever' },
    { id: 'H0', text: 'None of these', rest: true },
  ],
  evidence: ['E1', 'E2', 'E3'].map((id) => ({ id, text: id, credibility: 'M', relevance: 'M' })),
};
const by = (analyst: string, rows: Readonly<Record<string, readonly CellRating[]>>, more = {}): Assessment => ({
  question: 'q',
  analyst,
  cells: Object.fromEntries(
    Object.entries(rows).map(([id, row]) => [
      id,
      Object.fromEntries(row.map((rating, index) => [question.hypotheses[index]?.id, { rating }])),
    ]),
  ),
  ...more,
});

describe('compareAssessments', () => {
  const ann = by('ann', { E1: ['CC', 'I', 'N'], E2: ['C', 'N', 'N'] });
  const ben = by('ben', { E1: ['I', 'CC', 'N'], E2: ['C', 'NA', 'N'] });

  it('finds where they differ, by how much, and what it does', () => {
    const { analysts, agreement, disagreements } = compareAssessments(question, [ann, ben]);
    expect(analysts.map(({ leader, rated }) => [leader, rated])).toEqual([
      ['H1', 6],
      ['H2', 6],
    ]);
    expect(agreement).toEqual({ cells: 6, alike: 3, near: 3 });
    expect(disagreements.map(({ evidence, hypothesis, ratings, gap }) => [evidence, hypothesis, ratings, gap])).toEqual(
      [
        ['E1', 'H1', ['CC', 'I'], 3],
        ['E1', 'H2', ['I', 'CC'], 3],
        ['E2', 'H2', ['N', 'NA'], null],
      ],
    );
    // ann, with ben's rating of E1 under H1: .8·.2 : .2·.5 : .5·.5 … over E1 and E2.
    const [l1, l2, l0] = [0.2 * 0.8, 0.2 * 0.5, 0.5 * 0.5];
    expect(disagreements[0]?.effect).toMatchObject({ analyst: 'ann', as: 'ben', leader: 'H1', changesLeader: true });
    expect(disagreements[0]?.effect.to).toBeCloseTo(l1 / (l1 + l2 + l0), 12);
  });

  it('pools the posteriors', () => {
    const { pooled, analysts } = compareAssessments(question, [ann, ben]);
    expect(pooled.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(pooled[0]).toBeCloseTo(((analysts[0]?.posteriors[0] ?? 0) + (analysts[1]?.posteriors[0] ?? 0)) / 2, 12);
  });

  it('names what stands between two rankings: ratings, items, priors', () => {
    expect(compareAssessments(question, [ann, ben]).bridges).toEqual([
      {
        analyst: 'ann',
        as: 'ben',
        leader: 'H1',
        other: 'H2',
        cells: [
          { evidence: 'E1', hypothesis: 'H2' },
          { evidence: 'E1', hypothesis: 'H1' },
        ],
        without: [],
        priors: false,
      },
    ]);
    const cat = by('cat', { E1: ['N', 'C', 'N'] });
    const dan = by('dan', { E1: ['N', 'C', 'N'], E3: ['CC', 'II', 'N'] });
    expect(compareAssessments(question, [dan, cat]).bridges).toMatchObject([
      { cells: [], without: ['E3'], priors: false },
    ]);
    const eve = by('eve', { E1: ['N', 'C', 'N'] }, { priors: { H1: 0.9, H2: 0.05, H0: 0.05 } });
    expect(compareAssessments(question, [eve, cat]).bridges).toMatchObject([{ cells: [], without: [], priors: true }]);
    expect(compareAssessments(question, [cat, cat]).bridges).toEqual([]);
  });
});
