import type { Command } from 'commander';
import { colour, print } from '../terminal.ts';
import { collect, type PlayFlags } from './play-flags.ts';

export const registerPlayChecks = (command: Command): void => {
  command
    .command('check')
    .description('check a scenario: every problem with line, column and a suggestion')
    .argument('<file>')
    .option('--json', 'print the problems as JSON')
    .action(async (file: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<{ readonly json?: boolean }>();
      const { checkScenarioFile } = await import('../../app/play.ts');
      const problems = checkScenarioFile(file);
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) process.exitCode = 1;
      if (flags.json) {
        print(JSON.stringify(problems, null, 2));
        return;
      }
      for (const { severity, line, column, message } of problems)
        print(`${file}:${line}:${column}: ${severity === 'error' ? colour.bold(severity) : severity}: ${message}`);
      const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
      print(`${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`);
    });
  command
    .command('export')
    .description('write a scenario small enough as a game tree (.efg, exact rationals) to standard output')
    .argument('<file>')
    .option('--set <name=value>', 'fix a parameter or start a state variable elsewhere; repeatable', collect)
    .action(async (file: string, _own: unknown, sub: Command) => {
      const { scenarioAsEfg } = await import('../../app/play.ts');
      print(scenarioAsEfg(file, sub.optsWithGlobals<PlayFlags>().set).trimEnd());
    });
};
