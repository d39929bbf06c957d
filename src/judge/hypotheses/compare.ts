import type { Assessment, CellRating, Matrix, Question } from '../../model/index.ts';
import { matrixOf } from '../question/matrix.ts';
import { leaderOf } from './belief.ts';
import { cell, consistency } from './rating.ts';
import { scoreMatrix } from './scores.ts';

/** One cell as several analysts see it. */
export interface Disagreement {
  readonly evidence: string;
  readonly hypothesis: string;
  /** In the order of the analysts; null where one has not rated it. */
  readonly ratings: readonly (CellRating | null)[];
  /** Steps between the farthest of the ratings, 1 … 4; null where one holds that it does not apply and another rates it. */
  readonly gap: number | null;
  /** The largest change it makes: the analyst whose leader would move most by taking over another's rating. */
  readonly effect: {
    readonly analyst: string;
    readonly as: string;
    readonly leader: string;
    readonly from: number;
    readonly to: number;
    readonly changesLeader: boolean;
  };
}

/** How one analyst could come to another's ranking. */
export interface Bridge {
  readonly analyst: string;
  readonly as: string;
  readonly leader: string;
  readonly other: string;
  /** Cells that carry the difference: with the other's ratings there, and with what follows, the other's leader leads. */
  readonly cells: readonly { readonly evidence: string; readonly hypothesis: string }[];
  /** Items that must be left out too, as the other has not rated them. */
  readonly without: readonly string[];
  /** Whether the other's priors are needed as well. */
  readonly priors: boolean;
}

export interface Comparison {
  readonly analysts: readonly {
    readonly analyst: string;
    readonly posteriors: readonly number[];
    readonly leader: string;
    /** Cells rated. */
    readonly rated: number;
  }[];
  /** Mean of the posteriors: every analyst alike (linear pool). */
  readonly pooled: readonly number[];
  /** Of the cells that at least two analysts rated: how many they rate alike, and within one step. */
  readonly agreement: { readonly cells: number; readonly alike: number; readonly near: number };
  /** Largest effect first. */
  readonly disagreements: readonly Disagreement[];
  /** For each two whose leaders differ. */
  readonly bridges: readonly Bridge[];
}

interface View {
  readonly analyst: string;
  readonly matrix: Matrix;
  readonly posteriors: readonly number[];
  readonly leader: string;
}

const withCells = (matrix: Matrix, from: Matrix, cells: Bridge['cells']): Matrix => {
  const ratings = new Map(Object.entries(matrix.ratings));
  for (const { evidence, hypothesis } of cells)
    ratings.set(evidence, { ...ratings.get(evidence), [hypothesis]: cell(from, evidence, hypothesis) });
  return { ...matrix, ratings: Object.fromEntries(ratings) };
};

/** Steps between ratings on Heuer's five; null where one says "not applicable" and another rates. */
const gapOf = (ratings: readonly CellRating[]): number | null => {
  const steps = ratings.map(consistency);
  const rated = steps.filter((step) => step !== undefined);
  if (rated.length === 0) return 0;
  return rated.length < steps.length ? null : Math.max(...rated) - Math.min(...rated);
};

/**
 * Several analysts' matrices on one question: where they differ, cell by cell, and what each difference does to the
 * ranking. Pure; order of analysts as given.
 */
export const compareAssessments = (question: Question, assessments: readonly Assessment[]): Comparison => {
  const ids = question.hypotheses.map(({ id }) => id);
  const posteriorsOf = (matrix: Matrix): readonly number[] =>
    scoreMatrix(matrix, { dependence: question.dependence }).hypotheses.map(({ posterior }) => posterior);
  const views = assessments.map((assessment): View => {
    const matrix = matrixOf(question, assessment);
    const posteriors = posteriorsOf(matrix);
    return { analyst: assessment.analyst, matrix, posteriors, leader: leaderOf(ids, posteriors) };
  });

  const effectOf = (evidence: string, hypothesis: string): Disagreement['effect'] => {
    let largest: Disagreement['effect'] | undefined;
    for (const one of views) {
      const lead = ids.indexOf(one.leader);
      const from = one.posteriors[lead] as number;
      for (const other of views) {
        const rating = other.matrix.ratings[evidence]?.[hypothesis];
        if (other === one || rating === undefined || rating === one.matrix.ratings[evidence]?.[hypothesis]) continue;
        const after = posteriorsOf(withCells(one.matrix, other.matrix, [{ evidence, hypothesis }]));
        const to = after[lead] as number;
        if (largest && Math.abs(largest.to - largest.from) >= Math.abs(to - from)) continue;
        const changesLeader = leaderOf(ids, after) !== one.leader;
        largest = { analyst: one.analyst, as: other.analyst, leader: one.leader, from, to, changesLeader };
      }
    }
    return largest as Disagreement['effect'];
  };

  let [cells, alike, near] = [0, 0, 0];
  const disagreements: Disagreement[] = [];
  for (const { id: evidence } of question.evidence)
    for (const hypothesis of ids) {
      const ratings = views.map(({ matrix }) => matrix.ratings[evidence]?.[hypothesis] ?? null);
      const given = ratings.filter((rating) => rating !== null);
      if (given.length < 2) continue;
      cells++;
      const gap = gapOf(given);
      if (new Set(given).size === 1) alike++;
      if (gap !== null && gap <= 1) near++;
      if (new Set(given).size > 1)
        disagreements.push({ evidence, hypothesis, ratings, gap, effect: effectOf(evidence, hypothesis) });
    }
  const size = ({ effect }: Disagreement): number => Math.abs(effect.to - effect.from);
  disagreements.sort((a, b) => size(b) - size(a));

  const bridgeOf = (one: View, other: View): Bridge => {
    const differing = disagreements.filter(({ evidence, hypothesis }) => {
      const [own, theirs] = [one, other].map(({ matrix }) => matrix.ratings[evidence]?.[hypothesis]);
      return theirs !== undefined && own !== theirs;
    });
    const want = ids.indexOf(other.leader);
    const adopted: { readonly evidence: string; readonly hypothesis: string }[] = [];
    let matrix = one.matrix;
    let priors = false;
    const open = [...differing];
    const leads = (): boolean => leaderOf(ids, posteriorsOf(matrix)) === other.leader;
    // One cell at a time, the one that brings the other's leader nearest: greedy, so at most a few more than the fewest.
    while (!leads() && open.length > 0) {
      const gains = open.map((cell_) => posteriorsOf(withCells(matrix, other.matrix, [cell_]))[want] as number);
      const best = gains.indexOf(Math.max(...gains));
      const [{ evidence, hypothesis }] = open.splice(best, 1) as [Disagreement];
      adopted.push({ evidence, hypothesis });
      matrix = withCells(matrix, other.matrix, [{ evidence, hypothesis }]);
    }
    const without: string[] = [];
    if (!leads()) {
      without.push(...Object.keys(matrix.ratings).filter((id) => other.matrix.ratings[id] === undefined));
      const kept = Object.entries(matrix.ratings).filter(([id]) => !without.includes(id));
      matrix = { ...matrix, ratings: Object.fromEntries(kept) };
    }
    if (!leads()) {
      priors = true;
      matrix = { ...matrix, hypotheses: other.matrix.hypotheses };
    }
    const { analyst, leader } = one;
    return { analyst, as: other.analyst, leader, other: other.leader, cells: adopted, without, priors };
  };

  return {
    analysts: views.map(({ analyst, posteriors, leader, matrix }) => ({
      analyst,
      posteriors,
      leader,
      rated: Object.values(matrix.ratings).reduce((sum, row) => sum + Object.keys(row).length, 0),
    })),
    pooled: ids.map(
      (_, index) => views.reduce((sum, view) => sum + (view.posteriors[index] as number), 0) / views.length,
    ),
    agreement: { cells, alike, near },
    disagreements,
    bridges: views.flatMap((one, index) =>
      views.slice(index + 1).flatMap((other) => (one.leader === other.leader ? [] : [bridgeOf(one, other)])),
    ),
  };
};
