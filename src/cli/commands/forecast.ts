import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { CHANGE_PARTS } from './forecast-change.ts';
import { FILE_PARTS } from './forecast-files.ts';
import { SHOW_PARTS } from './forecast-show.ts';
import { WORDS_PARTS } from './forecast-words.ts';

const PARTS = { ...CHANGE_PARTS, ...SHOW_PARTS, ...WORDS_PARTS, ...FILE_PARTS };

export const register = (command: Command): void => {
  for (const [name, part] of Object.entries(PARTS)) part(command.command(name));
  command.action(() => {
    throw new WatchfloorError('usage.unknown-option', `Say what to do: ${Object.keys(PARTS).join(', ')}.`);
  });
};
