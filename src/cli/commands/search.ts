import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { colour, print } from '../terminal.ts';

interface Options {
  readonly case: string;
  readonly limit: number;
  readonly json?: boolean;
}

const DEFAULT_LIMIT = 20;

const positive = (value: string): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};

export const register = (command: Command): void => {
  command
    .argument('<words...>', 'words joined by "and"; "in quotes" together; -word excludes (after --); OR; word*')
    .option('--case <dir>', 'folder of the case', '.')
    .option('--limit <number>', 'how many documents at most', positive, DEFAULT_LIMIT)
    .option('--json', 'print as JSON')
    .action(async (words: string[], { case: folder, limit, json }: Options) => {
      const { searchCase } = await import('../../app/case.ts');
      // The shell takes the quotes off a phrase: a word with a blank in it was one.
      const query = words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');
      const hits = await searchCase(folder, query, limit);
      if (json) {
        print(JSON.stringify(hits, null, 2));
        return;
      }
      for (const { id, title, published, publisher, passage } of hits) {
        print(
          [colour.bold(title ?? id), published?.slice(0, 10), publisher, colour.dim(id)].filter(Boolean).join('  '),
        );
        print(`  ${passage.map(({ text, hit }) => (hit ? mark(text) : text)).join('')}`);
      }
      if (hits.length === 0) print('nothing found');
    });
};

/** In colour where there is some, in brackets where not. */
const mark = (text: string): string => {
  const coloured = colour.yellow(text);
  return coloured === text ? `[${text}]` : coloured;
};
