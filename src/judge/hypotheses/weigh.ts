import type { Assessment, Matrix, Question } from '../../model/index.ts';
import { matrixOf } from '../question/matrix.ts';
import { isWhole, logLikelihoods, priors, type Scores, scoreMatrix } from './scores.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

/** One analyst's matrix with all that can be said of it. */
export interface Weighing {
  readonly analyst: string;
  readonly matrix: Matrix;
  readonly scores: Scores;
  readonly sensitivity: Sensitivity;
  /** In the order of the hypotheses. */
  readonly priors: readonly number[];
  /** Posteriors with each item counted in full, as if no two were of one source. */
  readonly undamped: readonly number[];
  /** Items whose row is rated throughout, which alone count for the posterior. */
  readonly counted: readonly string[];
}

export const weigh = (question: Question, assessment: Assessment): Weighing => {
  const matrix = matrixOf(question, assessment);
  const options = { dependence: question.dependence };
  return {
    analyst: assessment.analyst,
    matrix,
    scores: scoreMatrix(matrix, options),
    sensitivity: sensitivityOf(matrix, options),
    priors: priors(matrix),
    undamped: scoreMatrix(matrix).hypotheses.map(({ posterior }) => posterior),
    counted: matrix.evidence.flatMap(({ id }) => (isWhole(logLikelihoods(matrix, id)) ? [id] : [])),
  };
};
