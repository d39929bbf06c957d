import { LINT_RULES } from './rules/index.ts';

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** The rules one by one, as `docs/lint.md` has them. */
export const rulesPage = (): string =>
  LINT_RULES.map(
    ({ id, level, summary, reason, limits, fixable, example }) =>
      `### \`${id}\`\n\n${summary.replace(/^./, (first) => first.toUpperCase())}. Level: ${level}${fixable ? '; `--fix` corrects what is safe' : ''}.\n\n${reason}\n\nInstead of\n\n${quoted(example.bad)}\n\nwrite\n\n${quoted(example.good)}\n\n_Leaves alone:_ ${limits}\n`,
  ).join('\n');
