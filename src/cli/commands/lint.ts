import { type Command, Option } from 'commander';
import type { LintResult } from '../../app/lint.ts';
import { WatchfloorError } from '../../model/index.ts';
import { describeError, EXIT_USAGE, reportError } from '../report-error.ts';
import { colour, note, print } from '../terminal.ts';

const LEVELS = ['note', 'warning', 'error'] as const;

interface Options {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly fix?: boolean;
  readonly failOn?: (typeof LEVELS)[number] | 'never';
  readonly scale?: string;
  readonly config?: string;
  readonly published?: string;
  readonly rules?: boolean;
  readonly explain?: string;
}

const PAINT = { note: colour.dim, warning: colour.yellow, error: colour.red } as const;

const printRules = async (explained: string | undefined): Promise<void> => {
  const { lintRules } = await import('../../app/lint-report.ts');
  const rules = lintRules();
  if (explained === undefined) {
    for (const { id, level, summary } of rules) print(`${id.padEnd(26)} ${level.padEnd(8)} ${summary}`);
    return;
  }
  const rule = rules.find(({ id }) => id === explained);
  if (!rule) {
    const { didYouMean } = await import('../../model/index.ts');
    const names = rules.map(({ id }) => id);
    throw new WatchfloorError('lint.unknown-rule', `There is no rule ${explained}.${didYouMean(explained, names)}`);
  }
  const { id, level, summary, reason, limits, example } = rule;
  print(`${colour.bold(id)} (${level}): ${summary}`);
  for (const part of [
    '',
    reason,
    '',
    `Leaves alone: ${limits}`,
    '',
    'Instead of:',
    example.bad,
    '',
    'Write:',
    example.good,
  ])
    print(part);
};

const printFindings = (result: LintResult): void => {
  const { source, findings } = result;
  if (findings === undefined) return;
  for (const { start, level, rule, excerpt, why, remedy } of findings) {
    print(
      `${colour.bold(`${source}:${start.line}:${start.column}`)}  ${PAINT[level](level)}  “${excerpt}”  ${colour.dim(rule)}`,
    );
    print(`    ${why}`);
    print(`    ${remedy}`);
  }
  for (const { rule, excerpt } of result.fixed) note(`fixed  ${source}  “${excerpt}”  ${rule}`);
};

const summary = (results: readonly LintResult[]): string => {
  const findings = results.flatMap((result) => result.findings ?? []);
  const counts = [...LEVELS].reverse().flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count > 0 ? [`${count} ${level}${count === 1 ? '' : 's'}`] : [];
  });
  const read = results.filter(({ error }) => error === undefined).length;
  return `${counts.join(', ') || 'nothing to remark'} in ${read} ${read === 1 ? 'text' : 'texts'}`;
};

const jsonOf = (results: readonly LintResult[]): string =>
  JSON.stringify(
    results.map((result) =>
      result.error
        ? { source: result.source, error: { code: result.error.code, message: result.error.message } }
        : result,
    ),
    null,
    2,
  );

const run = async (inputs: readonly string[], options: Options): Promise<void> => {
  const { openLinter } = await import('../../app/lint-project.ts');
  const { lintAll } = await import('../../app/lint.ts');
  const { fix, published, scale, config } = options;
  const { linter, failOn: projectFailOn } = await openLinter({
    folder: process.cwd(),
    ...(scale && { scale }),
    ...(config && { config }),
  });
  const failOn = options.failOn ?? projectFailOn;
  const results: LintResult[] = [];
  for await (const result of lintAll(inputs, { linter, ...(fix && { fix }), ...(published && { published }) })) {
    results.push(result);
    if (result.error) note(describeError(result.error));
    else if (!options.json && !options.sarif) printFindings(result);
  }
  if (options.sarif) print((await import('../../app/lint-report.ts')).lintSarif(results));
  else if (options.json) print(jsonOf(results));
  else note(summary(results));
  const least = failOn === 'never' ? LEVELS.length : LEVELS.indexOf(failOn);
  const hasFailed = results.some(({ findings }) => findings?.some(({ level }) => LEVELS.indexOf(level) >= least));
  if (results.some(({ error }) => error)) process.exitCode = EXIT_USAGE;
  else if (hasFailed) process.exitCode = 1;
};

export const register = (command: Command): void => {
  command
    .argument('[file...]', 'Markdown, text, pages; folders, http(s) addresses, or - for standard input (Markdown)')
    .option('--fix', 'correct what can be corrected without changing the meaning')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 when there is a finding of this level or above').choices([
        ...LEVELS,
        'never',
      ]),
    )
    .option('--scale <scale>', 'likelihood words have to be of this scale: icd203, phia, kent, or a .yaml file')
    .option('--config <file>', 'project file in place of the nearest watchfloor.yaml')
    .option('--published <date>', 'date of publication where the file gives none (ISO 8601)')
    .option('--json', 'print findings as JSON')
    .option('--sarif', 'print findings as SARIF 2.1.0')
    .option('--rules', 'list the rules')
    .option('--explain <rule>', 'explain one rule, with an example')
    .action(async (inputs: string[], options: Options) => {
      try {
        if (options.rules || options.explain) await printRules(options.explain);
        else if (inputs.length === 0) command.error("error: name what to lint: files, folders, addresses, or '-'.");
        else await run(inputs, options);
      } catch (error) {
        // 1 means findings here: whatever kept the linter from looking is 2.
        if (!(error instanceof WatchfloorError)) throw error;
        reportError(error);
        process.exitCode = EXIT_USAGE;
      }
    });
};
