import type { Command } from 'commander';
import { note, print } from '../terminal.ts';
import { type ByHand, byHand, hand, type InCase, inCase } from './forecast-options.ts';

const importFrom = (command: Command): void => {
  byHand(command)
    .description('bring forecasts from a file into the case: all of them, or on any mistake none')
    .argument('<file>', 'YAML or CSV; `forecast export` shows the form')
    .action(async (file: string, options: ByHand) => {
      const { importForecasts } = await import('../../app/forecast-files.ts');
      const done = await importForecasts(options.case, file, hand(options));
      if (options.json) print(JSON.stringify(done, null, 2));
      else print(`${done.added.length} added, ${done.changed.length} changed, ${done.same.length} in the case already`);
    });
};

const exportTo = (command: Command): void => {
  inCase(command)
    .description('write the forecasts as YAML or CSV, to standard output or a file')
    .option('--out <file>', 'file to write; its ending chooses the form')
    .option('--csv', 'CSV on standard output')
    .action(async ({ case: folder, out, csv }: InCase & { readonly out?: string; readonly csv?: boolean }) => {
      const { exportForecasts, exportForecastsTo } = await import('../../app/forecast-files.ts');
      if (out !== undefined) {
        await exportForecastsTo(folder, out);
        note(`wrote ${out}`);
      } else process.stdout.write(await exportForecasts(folder, csv ? 'csv' : 'yaml'));
    });
};

export const FILE_PARTS = { import: importFrom, export: exportTo };
