import { type Explanation, percent, ratingOf, type Weighing } from '../../judge/index.ts';
import type { Assessment, Question } from '../../model/index.ts';
import type { CellKind, MatrixCell, MatrixRow, MatrixView } from './content.ts';

const decimal = (value: number): string => (value === 0 ? '0' : value.toFixed(2).replace('-', '−'));

const cellOf = ({ cells }: Assessment, evidence: string, hypothesis: string): MatrixCell => {
  const cell = cells[evidence]?.[hypothesis];
  const because = cell?.because ?? null;
  if (!cell) return { hypothesis, shown: '?', kind: 'open', because };
  const { rating } = cell;
  if (rating === 'NA') return { hypothesis, shown: '–', kind: 'na', because };
  const shown = typeof rating === 'number' ? rating.toFixed(2).replace(/^0/, '') : rating;
  return { hypothesis, shown, kind: ratingOf(rating).toLowerCase() as CellKind, because };
};

/** A matrix as a table: the most diagnostic items first, totals of all four methods beneath. */
export const matrixView = (
  question: Question,
  assessment: Assessment,
  { scores, counted, matrix }: Weighing,
  explanation: Explanation,
): MatrixView => {
  const hypotheses = question.hypotheses.map(({ id }) => id);
  const rows = scores.evidence
    .map(
      ({ evidence, diagnosticity, independence }): MatrixRow => ({
        evidence,
        cells: hypotheses.map((id) => cellOf(assessment, evidence, id)),
        diagnosticity,
        share: counted.includes(evidence) ? independence : null,
      }),
    )
    // The sort is stable: of items as diagnostic as each other the order of the question stays.
    .sort((a, b) => b.diagnosticity - a.diagnosticity);
  return {
    ...explanation,
    analyst: assessment.analyst,
    note: assessment.note ?? null,
    hypotheses: matrix.hypotheses.map(({ id }) => id),
    rows,
    totals: [
      { name: 'Heuer', values: scores.hypotheses.map(({ inconsistency }) => String(inconsistency)) },
      { name: 'PARC', values: scores.hypotheses.map(({ weighted }) => decimal(weighted)) },
      { name: 'Open Synthesis', values: scores.hypotheses.map(({ squared }) => String(squared)) },
      { name: 'Bayes, %', values: scores.hypotheses.map(({ posterior }) => percent(posterior).replace(' %', '')) },
    ],
  };
};
