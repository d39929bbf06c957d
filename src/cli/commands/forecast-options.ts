import { type Command, InvalidArgumentError } from 'commander';
import type { Estimate } from '../../app/forecast.ts';
import { WatchfloorError } from '../../model/index.ts';

export { type ByHand, byHand, collect, hand, type InCase, inCase } from './judge-options.ts';

export const FORECAST_ARGUMENT = [
  '<forecast>',
  'id of a forecast, or as many of its first letters as tell it apart',
] as const;

/** ".3", "30%" and "30 %" are the same number; whether it is a probability is said by name, not by usage. */
export const probability = (words: string): number => {
  const found = /^(-?\d*\.?\d+(?:e-?\d+)?)\s*(%)?$/i.exec(words.trim());
  const value = found ? Number(found[1]) / (found[2] ? 100 : 1) : Number.NaN;
  if (value >= 0 && value <= 1) return Number(value.toFixed(12));
  throw new WatchfloorError(
    'forecast.bad-probability',
    `A probability lies between 0 and 1 (or 0 % and 100 %), and “${words}” does not.`,
  );
};

export const revision = (words: string): number => {
  const value = Number(words);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('a revision is a whole number from 1.');
};

export interface EstimateFlags {
  readonly p?: string;
  readonly play?: string;
  readonly outcome?: string;
}

/** From a played scenario, in place of a number. */
export const fromPlay = (command: Command): Command =>
  command
    .option('--play <file>', 'take the share of an outcome from the JSON of `watchfloor play --json`')
    .option('--outcome <name>', 'the outcome, with --play');

export const estimateOf = ({ p, play, outcome }: EstimateFlags): Estimate | undefined => {
  if (play === undefined && outcome === undefined) return p === undefined ? undefined : { probability: probability(p) };
  if (play === undefined || outcome === undefined || p !== undefined)
    throw new WatchfloorError('usage.unknown-option', 'Give either a probability, or --play FILE with --outcome NAME.');
  return { play, outcome };
};
