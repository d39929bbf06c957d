import { type Label, literal, marks, quoted, table } from '../render/markdown-words.ts';
import type { EvidenceRow, JudgementSection, MatrixView, QuestionJudgement } from './content.ts';

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

export const hypothesesMarkdown = ({ hypotheses, statement, whose }: QuestionJudgement): string =>
  `**${literal(statement)}** This is ${literal(whose)}.\n\n${table(
    ['Hypothesis', 'Likelihood', 'Before', 'Whichever item is left out'],
    hypotheses.map(({ hypothesis, text, words, prior, range, byAnalyst }) => [
      `**${literal(hypothesis)}** ${literal(text)}`,
      [
        `${words.word}, ${words.number}, ${words.band}`,
        ...byAnalyst.map(({ analyst, number }) => `${literal(analyst)} ${number}`),
      ].join('; '),
      prior,
      range,
    ]),
  )}`;

export const countingMarkdown = ({ counts }: QuestionJudgement, label: Label): string =>
  counts.length === 0
    ? 'No single item moves the leading hypothesis by a whole per cent.'
    : bullets(
        counts.map((row) =>
          [
            `**${literal(row.evidence)}** ${literal(row.text)} (${[row.source && literal(row.source), `graded ${row.grade}`, literal(row.effect)].filter(Boolean).join('; ')})`,
            row.quote === null ? '' : quoted(row.quote),
            marks(row.references, label),
          ]
            .filter(Boolean)
            .join(' '),
        ),
      );

const question = (one: QuestionJudgement, label: Label): string =>
  [
    `### ${literal(one.question)}`,
    one.note === null ? '' : literal(one.note),
    hypothesesMarkdown(one),
    '#### Evidence that counts most',
    countingMarkdown(one, label),
    '#### What would change our mind',
    bullets(one.changes.map(literal)),
    ...(one.differences.length > 0 ? ['#### Where the analysts differ', bullets(one.differences.map(literal))] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** The judgements of a case in its brief. */
export const judgementMarkdown = ({ questions, calibration }: JudgementSection, label: Label): string =>
  [
    '## What is judged here',
    ...(questions.length > 0
      ? [
          'These are judgements of the analysts named, from their own ratings of the evidence; all else in this brief is what the sources say.',
        ]
      : []),
    ...questions.map((one) => question(one, label)),
    ...(calibration === null ? [] : ['### Calibration so far', literal(calibration)]),
  ].join('\n\n');

export const matrixMarkdown = (view: MatrixView, evidence: readonly EvidenceRow[]): string => {
  const text = (id: string): string => evidence.find((row) => row.evidence === id)?.text ?? '';
  return table(
    ['Evidence, the most diagnostic first', ...view.hypotheses.map(literal), 'Diagnosticity', 'Counts'],
    [
      ...view.rows.map((row) => [
        `**${literal(row.evidence)}** ${literal(text(row.evidence))}`,
        ...row.cells.map(({ shown }) => shown),
        row.diagnosticity.toFixed(2),
        row.share === null ? 'no' : row.share.toFixed(2),
      ]),
      ...view.totals.map(({ name, values }) => [name, ...values, '', '']),
    ],
  );
};

const reasons = (view: MatrixView): string =>
  bullets(
    view.rows.flatMap(({ evidence, cells }) =>
      cells.flatMap(({ hypothesis, shown, because }) =>
        because === null ? [] : [`${literal(evidence)} under ${literal(hypothesis)}, ${shown}: ${literal(because)}`],
      ),
    ),
  );

const evidenceLine = (row: EvidenceRow): string =>
  [
    `**${literal(row.evidence)}** ${literal(row.text)}`,
    row.quote === null
      ? `Entered by ${literal(row.author ?? 'a person')}.`
      : `${quoted(row.quote)}${row.title === null ? '' : ` (${literal(row.title)})`}`,
    `Credibility ${row.credibility}, relevance ${row.relevance}, graded ${row.grade}${row.source === null ? '' : `, source: ${literal(row.source)}`}.`,
    row.note === null ? '' : literal(row.note),
  ]
    .filter(Boolean)
    .join(' ');

/** The whole weighing of one question as Markdown. */
export const reportMarkdown = (one: QuestionJudgement, calibration: string | null, limits: readonly string[]): string =>
  `${[
    `# ${literal(one.question)}`,
    one.note === null ? '' : literal(one.note),
    '## What is judged',
    hypothesesMarkdown(one),
    '## Evidence that counts most',
    countingMarkdown(one, () => ''),
    '## What would change our mind',
    bullets(one.changes.map(literal)),
    ...(one.differences.length > 0 ? ['## Where the analysts differ', bullets(one.differences.map(literal))] : []),
    ...one.matrices.flatMap((view) => [
      `## Matrix of ${literal(view.analyst)}`,
      view.note === null ? '' : literal(view.note),
      matrixMarkdown(view, one.evidence),
      bullets(
        view.methods.map(({ name, how, ranking }) => `**${literal(name)}** ${literal(how)}: ${literal(ranking)}.`),
      ),
      literal(view.agreement),
      bullets([...view.dependence, ...view.gaps].map(literal)),
      `### Reasons of ${literal(view.analyst)}`,
      reasons(view) || 'None is given.',
    ]),
    '## Evidence',
    bullets(one.evidence.map(evidenceLine)),
    ...(calibration === null ? [] : ['## Calibration so far', literal(calibration)]),
    '## Limits',
    bullets(limits.map(literal)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
