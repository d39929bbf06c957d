import type { QuestionEntry } from '../app/judge-questions.ts';
import type { Assessment, Evidence, Hypothesis, Question } from '../model/index.ts';
import { colour } from './terminal.ts';

const CELL = 6;

const grades = ({ credibility, relevance, sourceGrade, informationGrade, source }: Evidence): string =>
  [
    `credibility ${credibility}`,
    `relevance ${relevance}`,
    sourceGrade || informationGrade ? `${sourceGrade ?? 'F'}${informationGrade ?? 6}` : undefined,
    source && `source: ${source}`,
  ]
    .filter(Boolean)
    .join(', ');

const hypothesisLine = ({ id, text, prior, rest }: Hypothesis): string =>
  `  ${colour.bold(id.padEnd(4))}${text}${prior === undefined ? '' : colour.dim(`  prior ${prior}`)}${rest ? colour.dim('  the rest') : ''}`;

const evidenceLines = (item: Evidence): string[] => [
  `  ${colour.bold(item.id.padEnd(4))}${item.text}`,
  `      ${colour.dim(grades(item))}`,
  ...(item.citation
    ? [`      “${item.citation.quote.replace(/\s+/g, ' ')}” ${colour.dim(item.title ?? item.citation.document)}`]
    : [`      ${colour.dim(`entered by ${item.author ?? 'a person'}`)}`]),
  ...(item.note === undefined ? [] : [`      ${colour.dim(`note: ${item.note}`)}`]),
];

const matrixLines = ({ hypotheses, evidence }: Question, { analyst, cells, note }: Assessment): string[] => [
  '',
  colour.bold(`Matrix of ${analyst}`),
  `  ${''.padEnd(6)}${hypotheses.map(({ id }) => id.padEnd(CELL)).join('')}`.trimEnd(),
  ...evidence.map(({ id }) =>
    `  ${id.padEnd(6)}${hypotheses.map((one) => String(cells[id]?.[one.id]?.rating ?? '?').padEnd(CELL)).join('')}`.trimEnd(),
  ),
  ...(note === undefined ? [] : [colour.dim(`  note: ${note}`)]),
];

/** A question for people: what may be true, what there is to weigh it by, and who rated it how. */
export const questionText = ({ question, matrices }: QuestionEntry): readonly string[] => [
  colour.bold(question.text),
  ...(question.note === undefined ? [] : [colour.dim(question.note)]),
  '',
  colour.bold('Hypotheses'),
  ...question.hypotheses.map(hypothesisLine),
  '',
  colour.bold('Evidence'),
  ...(question.evidence.length === 0 ? ['  none yet; `watchfloor judge suggest` offers claims of the case'] : []),
  ...question.evidence.flatMap(evidenceLines),
  ...matrices.flatMap(({ assessment }) => matrixLines(question, assessment)),
];
