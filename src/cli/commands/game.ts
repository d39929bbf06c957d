import { type Command, InvalidArgumentError } from 'commander';
import { print } from '../terminal.ts';

interface Options {
  readonly lambda?: readonly number[];
  readonly fit?: readonly (readonly number[])[];
  readonly json?: boolean;
}

const numbers = (text: string): number[] =>
  text.split(',').map((part) => {
    const value = Number(part);
    if (part.trim() === '' || !Number.isFinite(value) || value < 0)
      throw new InvalidArgumentError(`"${part}" is no number of 0 or more.`);
    return value;
  });

export const register = (command: Command): void => {
  command
    .argument('<game>', 'a Gambit file, .nfg or .efg')
    .option('--lambda <list>', 'tell the logit quantal response at these precisions: 0.5,1,2', numbers)
    .option(
      '--fit <counts>',
      'fit the precision to observed play, a list a player or information set: 40,10/25,25',
      (text: string) => text.split('/').map(numbers),
    )
    .option('--json', 'print the solution as JSON')
    .action(async (file: string, { lambda, fit, json }: Options) => {
      const { solveGame } = await import('../../app/game.ts');
      const { lines, data } = solveGame(file, { ...(lambda && { lambda }), ...(fit && { counts: fit }) });
      if (json) print(JSON.stringify(data, null, 2));
      else for (const line of lines) print(line);
    });
};
