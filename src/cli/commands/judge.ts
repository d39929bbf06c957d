import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { EDIT_PARTS } from './judge-edit.ts';
import { FILE_PARTS } from './judge-files.ts';
import { SHOW_PARTS } from './judge-show.ts';
import { WEIGH_PARTS } from './judge-weigh.ts';

const PARTS = { ...SHOW_PARTS, ...EDIT_PARTS, ...WEIGH_PARTS, ...FILE_PARTS };

export const register = (command: Command): void => {
  for (const [name, part] of Object.entries(PARTS)) part(command.command(name));
  command.action(() => {
    throw new WatchfloorError('usage.unknown-option', `Say what to do: ${Object.keys(PARTS).join(', ')}.`);
  });
};
