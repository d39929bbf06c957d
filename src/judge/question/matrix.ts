import type { Assessment, Matrix, Question } from '../../model/index.ts';

/** An analyst's matrix in the form that is scored: the question's hypotheses and evidence, the analyst's priors and ratings. */
export const matrixOf = ({ hypotheses, evidence }: Question, { cells, priors }: Assessment): Matrix => ({
  hypotheses: hypotheses.map((hypothesis) => {
    const prior = priors?.[hypothesis.id] ?? hypothesis.prior;
    return prior === undefined ? hypothesis : { ...hypothesis, prior };
  }),
  evidence,
  ratings: Object.fromEntries(
    Object.entries(cells).map(([item, row]) => [
      item,
      Object.fromEntries(Object.entries(row).map(([id, { rating }]) => [id, rating])),
    ]),
  ),
});
