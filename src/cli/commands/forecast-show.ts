import { type Command, Option } from 'commander';
import { forecastLine, forecastText } from '../forecast-text.ts';
import { note, print } from '../terminal.ts';
import { FORECAST_ARGUMENT, type InCase, inCase, probability } from './forecast-options.ts';

const list = (command: Command): void => {
  inCase(command)
    .description('list the forecasts of a case')
    .option('--open', 'only those that are not resolved')
    .option('--resolved', 'only those that are')
    .action(async ({ case: folder, json, open, resolved }: InCase & { open?: boolean; resolved?: boolean }) => {
      const { listForecasts } = await import('../../app/forecast.ts');
      const entries = (await listForecasts(folder)).filter(({ forecast: { resolution } }) =>
        open === resolved ? true : open ? resolution === undefined : resolution !== undefined,
      );
      if (json)
        print(
          JSON.stringify(
            entries.map(({ forecast, revision }) => ({ revision, ...forecast })),
            null,
            2,
          ),
        );
      else for (const entry of entries) print(forecastLine(entry));
    });
};

const show = (command: Command): void => {
  inCase(command)
    .description('show one forecast: criteria, probabilities over time, words they come from, resolution')
    .argument(...FORECAST_ARGUMENT)
    .option('--history', 'who changed it when')
    .action(async (id: string, { case: folder, json, history }: InCase & { readonly history?: boolean }) => {
      const { showForecast } = await import('../../app/forecast.ts');
      const { nearestScaleWord } = await import('../../app/scale.ts');
      const entry = await showForecast(folder, id);
      if (json) {
        const { history: all, forecast, revision } = entry;
        print(JSON.stringify({ revision, ...forecast, ...(history && { history: all }) }, null, 2));
        return;
      }
      for (const line of forecastText(entry, nearestScaleWord)) print(line);
      if (history)
        for (const { revision, author, now, forecast } of entry.history)
          print(`revision ${revision}  ${now}  ${author}${forecast === null ? '  withdrawn' : ''}`);
    });
};

interface ScoreFlags extends InCase {
  readonly by?: 'author' | 'source' | 'topic';
  readonly method: 'last' | 'time';
  readonly baseRate?: string;
  readonly out?: string;
  readonly title: string;
}

const score = (command: Command): void => {
  inCase(command)
    .description('score what has been resolved: Brier and its parts, log score, skill, calibration')
    .addOption(
      new Option('--by <group>', 'also each author, source or topic by itself').choices(['author', 'source', 'topic']),
    )
    .addOption(
      new Option('--method <method>', 'last: the last probability before the end; time: all, by how long they stood')
        .choices(['last', 'time'])
        .default('last'),
    )
    .option('--base-rate <probability>', 'how often such things happen, known from elsewhere')
    .option('--out <file>', 'write a report: .html, or .md')
    .option('--title <title>', 'its title', 'Track record')
    .action(async ({ case: folder, json, by, method, baseRate, out, title }: ScoreFlags) => {
      const { scoreCase, writeForecastReport } = await import('../../app/forecast-score.ts');
      const scored = await scoreCase(folder, {
        method,
        ...(by && { by }),
        ...(baseRate !== undefined && { baseRate: probability(baseRate) }),
      });
      if (out !== undefined) {
        writeForecastReport(out, scored, title, new Date().toISOString().slice(0, 10));
        note(`wrote ${out}`);
      }
      if (json) print(JSON.stringify(scored.record, null, 2));
      else for (const line of scored.lines) print(line);
    });
};

export const SHOW_PARTS = { list, show, score };
