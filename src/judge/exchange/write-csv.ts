import { CSV_COLUMNS, type CsvColumn, type CsvRow, guarded, joinTerms } from './csv-form.ts';
import { hasSpan, type QuestionFile } from './question-file.ts';

type Value = string | number | undefined;
type Row = Partial<Record<CsvColumn, Value>> & { readonly row: CsvRow; readonly cells?: readonly Value[] };

const cell = (value: Value): string => {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : guarded(value);
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** How a cell without a rating is written, so that no empty one passes for an oversight. */
export const UNRATED = '?';

/** A question with its matrices as one CSV table: what `readQuestionCsv` reads back to the letter. RFC 4180, UTF-8. */
export const writeQuestionCsv = ({ question, revision, matrices }: QuestionFile): string => {
  const ids = question.hypotheses.map(({ id }) => id);
  const rows: Row[] = [
    {
      row: 'question',
      id: question.id,
      text: question.text,
      revision,
      dependence: question.dependence,
      note: question.note,
    },
    ...question.hypotheses.map(
      ({ id, text, prior, rest, terms, note }): Row => ({
        row: 'hypothesis',
        id,
        text,
        prior,
        rest: rest && 'yes',
        terms: terms && joinTerms(terms),
        note,
      }),
    ),
    ...question.evidence.map(
      ({ citation, sourceGrade, informationGrade, ...item }): Row => ({
        ...item,
        row: 'evidence',
        source_grade: sourceGrade,
        information_grade: informationGrade,
        document: citation?.document,
        ...(citation && hasSpan(citation) && citation.span),
        quote: citation?.quote,
      }),
    ),
    ...matrices.flatMap(({ assessment, revision: at }): Row[] => {
      const { analyst, note, priors, cells } = assessment;
      return [
        { row: 'matrix', analyst, revision: at, note, cells: ids.map((id) => priors?.[id]) },
        ...Object.entries(cells).flatMap(([id, row]): Row[] => {
          const reasons = ids.map((hypothesis) => row[hypothesis]?.because);
          const ratings = ids.map((hypothesis) => row[hypothesis]?.rating ?? UNRATED);
          return [
            { row: 'rating', id, analyst, cells: ratings },
            ...(reasons.some((reason) => reason !== undefined)
              ? [{ row: 'because' as const, id, analyst, cells: reasons }]
              : []),
          ];
        }),
      ];
    }),
  ];
  return [
    [...CSV_COLUMNS, ...ids].map(cell),
    ...rows.map((row) => [
      ...CSV_COLUMNS.map((column) => cell(row[column])),
      ...ids.map((_, at) => cell(row.cells?.[at])),
    ]),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
};
