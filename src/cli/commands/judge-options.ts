import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { Problem } from '../../app/judge-exchange.ts';
import { WatchfloorError } from '../../model/index.ts';
import { note } from '../terminal.ts';

export interface InCase {
  readonly case: string;
  readonly json?: boolean;
}

export interface ByHand extends InCase {
  readonly as: string;
}

export const QUESTION_ARGUMENT = [
  '<question>',
  'id of a question, or as many of its first letters as tell it apart',
] as const;
export const QUESTION_OR_FILE = ['<question>', 'id of a question of the case, or a file (.yaml, .csv)'] as const;

const login = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'analyst'; // An account without a name, as in some containers.
  }
};

export const inCase = (command: Command): Command =>
  command.option('--case <dir>', 'folder of the case', '.').option('--json', 'print as JSON');

/** For commands that change something: who does it stands in the history. */
export const byHand = (command: Command): Command =>
  inCase(command).option('--as <name>', 'the analyst who judges; your login name unless given', login());

export const hand = ({ as: author }: ByHand) => ({ author, now: new Date().toISOString() });

/** `H1=CC` → its two halves. */
export const pairsOf = (words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 1)
        throw new WatchfloorError('judge.bad-value', `“${word}” must be HYPOTHESIS=RATING, such as H1=CC or H2=.3.`);
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );

export const share = (words: string): number => {
  const value = Number(words);
  if (words.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('give a number from 0 to 1.');
  return value;
};

export const oneOf =
  <Choice extends string | number>(choices: readonly Choice[]) =>
  (words: string): Choice => {
    const found = choices.find((choice) => String(choice) === words.toUpperCase());
    if (found === undefined) throw new InvalidArgumentError(`choose one of ${choices.join(', ')}.`);
    return found;
  };

export const collect = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];

/** One line a problem on standard error, led by its place; true where one of them stops the file. */
export const reportProblems = (file: string, problems: readonly Problem[]): boolean => {
  for (const { severity, line, column, message } of problems) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    note(`watchfloor: ${place}: ${severity === 'error' ? '' : 'note: '}${message} (judge.invalid-question)`);
  }
  return problems.some(({ severity }) => severity === 'error');
};
