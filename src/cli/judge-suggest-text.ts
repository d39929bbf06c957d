import type { Suggested, Suggestion } from '../app/judge-suggest.ts';
import { wrapped } from './judge-score-text.ts';
import { colour } from './terminal.ts';

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

const one = (suggestion: Suggestion): string[] => {
  const { claim, quote, title, published, source, graded, status, happened, stance, reasons } = suggestion;
  const grade = graded ? `graded ${graded.grade} in ${graded.in}` : 'not graded yet (F)';
  return [
    `  ${colour.bold(claim)}  ${stance}${colour.dim(` (${status} ${signed(happened)})`)}`,
    ...wrapped(`“${quote}”`, '    '),
    ...wrapped([title, published?.slice(0, 10), `source: ${source}, ${grade}`].filter(Boolean).join(' · '), '    '),
    ...wrapped(`Offered as it ${reasons.join('; ')}.`, '    '),
  ];
};

/** Claims that bear on hypotheses, with the words, who says so and why each is offered. */
export const suggestionText = (found: readonly Suggested[]): readonly string[] => [
  ...found.flatMap(({ hypothesis: { id, text }, suggestions }) => [
    colour.bold(`${id}  ${text}`),
    ...(suggestions.length === 0
      ? ['  no claim of the case bears on it that is not evidence already; --term adds words to look for']
      : suggestions.flatMap(one)),
    '',
  ]),
  'None of these is rated. Take one over with: watchfloor judge add-evidence QUESTION --claim CLAIM',
];
