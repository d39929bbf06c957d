import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { colour, print } from '../terminal.ts';

interface Options {
  readonly scale: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** ".22", "22 %" and "22%" are the same number. */
const numberOf = (text: string): number | undefined => {
  const found = /^(\d*\.?\d+)\s*(%|percent|per cent)?$/.exec(text.trim());
  if (!found) return undefined;
  const value = found[2] ? Number(found[1]) / 100 : Number(found[1]);
  if (value <= 1) return value;
  throw new WatchfloorError(
    'scale.unknown-word',
    `${text} is no probability: it lies between 0 and 1, or between 0 % and 100 %.`,
  );
};

const percent = (share: number): string => `${Number((share * 100).toFixed(6))} %`;

const list = async (): Promise<void> => {
  const { knownScales } = await import('../../app/scale.ts');
  for (const { scale, gaps } of knownScales()) {
    print(`${colour.bold(scale.id)}  ${scale.name}  ${colour.dim(scale.source)}`);
    for (const { words, low, high } of scale.bands)
      print(`  ${`${percent(low)} to ${percent(high)}`.padEnd(16)} ${words.join(', ')}`);
    print(colour.dim(`  no word: ${gaps.map(({ low, high }) => `${percent(low)} to ${percent(high)}`).join(', ')}`));
  }
};

export const register = (command: Command): void => {
  command
    .argument('[number-or-word...]', 'a probability (.22, 22 %) to put into words, or words to put into numbers')
    .option('--scale <scale>', 'icd203, phia, kent, or a .yaml file of your own', 'icd203')
    .option('--list', 'list the scales with their bands and gaps')
    .option('--json', 'print as JSON')
    .action(async (words: string[], { scale: name, list: listed, json }: Options) => {
      if (listed) return list();
      if (words.length === 0) command.error('error: give a number or a word, or --list.');
      const { numberInWords, openScale, wordInNumbers } = await import('../../app/scale.ts');
      const scale = await openScale(name);
      const asked = words.join(' ');
      const p = numberOf(asked);
      if (p === undefined) {
        const { low, high } = wordInNumbers(asked, scale);
        print(
          json
            ? JSON.stringify({ scale: scale.id, word: asked, low, high })
            : `“${asked}” is ${percent(low)} to ${percent(high)} (${scale.name})`,
        );
        return;
      }
      const said = numberInWords(p, scale);
      print(
        json ? JSON.stringify({ scale: scale.id, probability: p, ...said.data }) : `${said.sentence} (${scale.name})`,
      );
    });
};
