import { type Command, InvalidArgumentError } from 'commander';
import { note, print } from '../terminal.ts';

interface Options {
  readonly mode: 'ktab' | 'scholz';
  readonly rounds: number;
  readonly voting: 'proportional' | 'binary' | 'cubic';
  readonly victory: 'linear' | 'square' | 'quartic';
  readonly election: 'conditional' | 'markov';
  readonly json?: boolean;
  readonly out?: string;
}

const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (value: string): T => {
    const found = allowed.find((word) => word === value);
    if (!found) throw new InvalidArgumentError(`choose one of ${allowed.join(', ')}.`);
    return found;
  };

const rounds = (value: string): number => {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new InvalidArgumentError('give a whole number from 0 to 1000.');
  return count;
};

export const register = (command: Command): void => {
  command
    .argument('<table.csv>', 'Actor, Capability, and a Position and a Salience column for each issue')
    .option(
      '--mode <name>',
      'ktab (one or many issues), or scholz (one issue, the procedure published by Scholz, Calbert & Smith)',
      oneOf('ktab', 'scholz'),
      'ktab' as const,
    )
    .option('--rounds <n>', 'rounds of challenges at most', rounds, 27)
    .option(
      '--voting <rule>',
      'proportional, binary or cubic',
      oneOf('proportional', 'binary', 'cubic'),
      'proportional' as const,
    )
    .option('--victory <model>', 'linear, square or quartic', oneOf('linear', 'square', 'quartic'), 'linear' as const)
    .option('--election <model>', 'conditional or markov', oneOf('conditional', 'markov'), 'conditional' as const)
    .option('--json', 'print the result as JSON')
    .option('--out <folder>', 'write rounds.csv, positions.svg and result.json there')
    .action(async (file: string, { json, ...options }: Options) => {
      const { bargain } = await import('../../app/bargain.ts');
      const { lines, result, files } = bargain(file, options);
      if (json) print(JSON.stringify(result, null, 2));
      else for (const line of lines) print(line);
      for (const path of files) note(`wrote ${path}`);
    });
};
