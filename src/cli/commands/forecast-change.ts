import type { Command } from 'commander';
import type { ForecastEntry } from '../../app/forecast.ts';
import { WatchfloorError } from '../../model/index.ts';
import { percent } from '../forecast-text.ts';
import { print } from '../terminal.ts';
import {
  type ByHand,
  byHand,
  collect,
  type EstimateFlags,
  estimateOf,
  FORECAST_ARGUMENT,
  fromPlay,
  hand,
  revision,
} from './forecast-options.ts';

const answer = (entry: ForecastEntry, json: boolean | undefined, line: string): void =>
  print(json ? JSON.stringify({ revision: entry.revision, ...entry.forecast }, null, 2) : line);

interface AddFlags extends ByHand, EstimateFlags {
  readonly criteria: string;
  readonly closes: string;
  readonly opens?: string;
  readonly at?: string;
  readonly topic?: readonly string[];
  readonly id?: string;
  readonly note?: string;
}

const add = (command: Command): void => {
  fromPlay(byHand(command))
    .description('open a yes-or-no question, with a first probability if you like')
    .argument('<question>', 'what will be the case, or not: "Will the council meet before July?"')
    .requiredOption('--criteria <text>', 'what has to be the case, according to whom, for "yes"')
    .requiredOption('--closes <date>', 'last day on which a probability counts (ISO 8601)')
    .option('--opens <date>', 'first day; today unless given')
    .option('--p <probability>', 'a first probability: .3 or 30%')
    .option('--at <time>', 'when that was thought; now unless given')
    .option('--topic <name>', 'a topic; give it again for more', collect)
    .option('--id <id>', 'an id of your own')
    .option('--note <text>', 'why')
    .action(async (question: string, options: AddFlags) => {
      const { addForecast } = await import('../../app/forecast.ts');
      const { criteria, closes, opens, topic, id, note, at } = options;
      const estimate = estimateOf(options);
      const entry = await addForecast(
        options.case,
        {
          question,
          criteria,
          closes,
          ...(opens && { opens }),
          ...(topic && { topics: topic }),
          ...(id && { id }),
          ...(note && { note }),
          ...(at && { at }),
          ...(estimate && { estimate }),
        },
        hand(options),
      );
      answer(entry, options.json, `opened  ${entry.forecast.id}  ${question}`);
    });
};

interface UpdateFlags extends ByHand, EstimateFlags {
  readonly at?: string;
  readonly note?: string;
  readonly revision?: number;
}

const update = (command: Command): void => {
  fromPlay(byHand(command))
    .description('give a probability, or change yours')
    .argument(...FORECAST_ARGUMENT)
    .argument('[probability]', '.3 or 30%')
    .option('--at <time>', 'when it was thought; now unless given')
    .option('--note <text>', 'why')
    .option('--revision <number>', 'refuse when the forecast has been changed since this revision', revision)
    .action(async (id: string, p: string | undefined, options: UpdateFlags) => {
      const { updateForecast } = await import('../../app/forecast.ts');
      const { at, note, revision: basis } = options;
      const estimate = estimateOf({ ...options, ...(p !== undefined && { p }) });
      if (!estimate)
        throw new WatchfloorError('usage.unknown-option', 'Give a probability, or --play FILE with --outcome NAME.');
      const entry = await updateForecast(
        options.case,
        id,
        { estimate, ...(at && { at }), ...(note && { note }), ...(basis && { basis }) },
        hand(options),
      );
      const said = entry.forecast.updates.length;
      answer(
        entry,
        options.json,
        `updated  ${entry.forecast.id}  ${said} ${said === 1 ? 'probability' : 'probabilities'}${estimate.probability === undefined ? '' : `, ${percent(estimate.probability)}`}`,
      );
    });
};

interface ResolveFlags extends ByHand {
  readonly source: string;
  readonly at?: string;
  readonly again?: boolean;
  readonly revision?: number;
}

const resolve = (command: Command): void => {
  byHand(command)
    .description('say how it came out, and where that can be looked up')
    .argument(...FORECAST_ARGUMENT)
    .argument('<outcome>', 'yes, no, or void where the question cannot be decided')
    .requiredOption('--source <text>', 'where it can be looked up')
    .option('--at <date>', 'when it was settled; today unless given. What was said from then on is not scored')
    .option('--again', 'replace an earlier resolution')
    .option('--revision <number>', 'refuse when the forecast has been changed since this revision', revision)
    .action(async (id: string, outcome: string, options: ResolveFlags) => {
      const { resolveForecast } = await import('../../app/forecast.ts');
      const { source, at, again, revision: basis } = options;
      const entry = await resolveForecast(
        options.case,
        id,
        { outcome, source, ...(at && { at }), ...(again && { again }), ...(basis && { basis }) },
        hand(options),
      );
      answer(entry, options.json, `resolved  ${entry.forecast.id}  ${outcome}`);
    });
};

const withdraw = (command: Command): void => {
  byHand(command)
    .description('take a forecast out of the lists; its history stays')
    .argument(...FORECAST_ARGUMENT)
    .action(async (id: string, options: ByHand) => {
      const { withdrawForecast } = await import('../../app/forecast.ts');
      const entry = await withdrawForecast(options.case, id, hand(options));
      answer(entry, options.json, `withdrew  ${entry.forecast.id}`);
    });
};

export const CHANGE_PARTS = { add, update, resolve, withdraw };
