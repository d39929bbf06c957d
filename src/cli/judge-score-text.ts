import type { ComparedQuestion, Weighed, WeighedQuestion } from '../app/judge-weigh.ts';
import { colour, terminalWidth } from './terminal.ts';

const INDENT = 2;

/** Breaks at words; every line but the first hangs under it. */
export const wrapped = (words: string, lead = ' '.repeat(INDENT), hang = lead.length): string[] => {
  const width = Math.max(40, terminalWidth());
  const lines: string[] = [];
  let line = lead;
  for (const word of words.split(/\s+/)) {
    const glue = line.trim() === '' || line === lead ? '' : ' ';
    if (line.length + glue.length + word.length > width && line.trim() !== '' && line !== lead) {
      lines.push(line);
      line = ' '.repeat(hang) + word;
    } else line += glue + word;
  }
  return [...lines, line];
};

const signed = (value: number): string => (value === 0 ? '0' : value.toFixed(2).replace('-', '−'));

const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
};

const MOST_EVIDENCE = 8;

const one = ({ weighing, ranked, methods, agreement, moves, dependence, gaps }: Weighed): string[] => {
  const { scores, analyst, matrix } = weighing;
  const diagnostic = [...scores.evidence].sort((a, b) => b.diagnosticity - a.diagnosticity).slice(0, MOST_EVIDENCE);
  const text = (id: string): string => matrix.evidence.find((item) => item.id === id)?.text ?? '';
  return [
    '',
    colour.bold(`Matrix of ${analyst}`),
    ...ranked.flatMap(({ hypothesis, text: words, phrase }) =>
      wrapped(`${hypothesis} ${phrase}: ${words}`, '  '.padEnd(INDENT), 5),
    ),
    '',
    ...table([
      ['', 'Heuer', 'weighted', 'squared', 'posterior'],
      ...scores.hypotheses.map((score) => [
        score.hypothesis,
        String(score.inconsistency),
        signed(score.weighted),
        String(score.squared),
        score.posterior.toFixed(3),
      ]),
    ]),
    '',
    ...methods.flatMap(({ name, how, ranking }) => wrapped(`${name} ${how}: ${ranking}.`, '  ', 4)),
    ...wrapped(agreement),
    '',
    colour.bold('  What moves it'),
    ...moves.flatMap((line) => wrapped(line, '  - ', 4)),
    ...(dependence.length > 0
      ? ['', colour.bold('  Dependence'), ...dependence.flatMap((line) => wrapped(line, '  - ', 4))]
      : []),
    ...(gaps.length > 0
      ? ['', colour.bold('  What does not count yet'), ...gaps.flatMap((line) => wrapped(line, '  - ', 4))]
      : []),
    '',
    colour.bold('  Most diagnostic evidence'),
    ...diagnostic.flatMap(({ evidence, diagnosticity, independence }) =>
      wrapped(
        `${diagnosticity.toFixed(2)}  ${text(evidence)}${independence < 1 ? ` (counts ${independence.toFixed(2)})` : ''}`,
        `  ${evidence.padEnd(5)}`,
        13,
      ),
    ),
  ];
};

/** All four scores in figures and words, what moves them, what was damped. */
export const scoreText = ({ entry, weighed }: WeighedQuestion): readonly string[] => [
  colour.bold(entry.question.text),
  ...weighed.flatMap(one),
];

const percent = (p: number): string => `${Math.round(p * 100)} %`;

const MOST_DIFFERENCES = 12;

/** Several matrices side by side: who puts what first, where they differ, what each difference does. */
export const comparisonText = ({ entry, comparison, words }: ComparedQuestion): readonly string[] => {
  const { hypotheses, text } = entry.question;
  const rest = words.differences.length - MOST_DIFFERENCES;
  return [
    colour.bold(text),
    '',
    ...table([
      ['', ...comparison.analysts.map(({ analyst }) => analyst), 'mean'],
      ...hypotheses.map(({ id }, index) => [
        id,
        ...comparison.analysts.map(({ posteriors }) => percent(posteriors[index] as number)),
        percent(comparison.pooled[index] as number),
      ]),
    ]),
    '',
    ...comparison.analysts.flatMap(({ analyst, leader, rated }) =>
      wrapped(`${analyst} puts ${leader} first (${rated} cells rated).`),
    ),
    ...wrapped(words.agreement),
    ...words.bridges.flatMap((line) => wrapped(line)),
    '',
    colour.bold('Where they differ, the largest effect first'),
    ...(words.differences.length === 0
      ? ['  nowhere']
      : words.differences.slice(0, MOST_DIFFERENCES).flatMap((line) => wrapped(line, '  - ', 4))),
    ...(rest > 0 ? [colour.dim(`  ${rest} more with --json`)] : []),
  ];
};
