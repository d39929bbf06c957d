import type { Command } from 'commander';
import { colour, note, print } from '../terminal.ts';
import { registerPlayAnalyses } from './play-analyses.ts';
import { registerPlayChecks } from './play-check.ts';
import { interruptible, type PlayFlags, playFlags, requestOf } from './play-flags.ts';
import { registerPlaySide } from './play-side.ts';

export const register = (command: Command): void => {
  playFlags(command.argument('[file]', 'a scenario (YAML), or runs kept by an earlier play (.wfruns)'))
    .option('--out <folder>', 'write report.html, summary.json and the runs there')
    .option('--resume', 'go on from the unfinished runs in --out')
    .action(async (file: string | undefined, flags: PlayFlags) => {
      if (file === undefined) command.error('error: name a scenario file, or one of the sub-commands.');
      const { playFile } = await import('../../app/play.ts');
      const { terminalSummary } = await import('../../app/play-text.ts');
      const { summary, files } = await interruptible(flags, (control) =>
        playFile(file as string, { ...requestOf(flags), ...control }),
      );
      if (flags.json) print(JSON.stringify(summary, null, 2));
      else print(terminalSummary(summary, { bold: colour.bold, dim: colour.dim }));
      for (const written of files) note(`written: ${written}`);
    });
  registerPlayChecks(command);
  registerPlayAnalyses(command);
  registerPlaySide(command);
};
