import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parse } from 'csv-parse/sync';
import { WatchfloorError } from '../model/index.ts';
import {
  type Backcast,
  type BranchNode,
  type BranchOptions,
  backcast,
  branchTree,
  type CaseTable,
  type Comparison,
  compare,
  type DiscoveryReport,
  discoverOutcome,
  discoverTable,
  type Evidence,
  explainRun,
  type IndicatorReport,
  indicatorsFor,
  indicesFromTable,
  PLAY_DEFAULTS,
  type Played,
  placed,
  playScenario,
  type Reweighted,
  type RunAccount,
  reweight,
  type Sensitivity,
  type SensitivityOptions,
  type SobolIndices,
  sensitivityOf,
  uniformsFor,
} from '../play/index.ts';
import { openScenario, type PlayRequest, playOrOpen } from './play.ts';

/** A table of numbers from a CSV file with a header. @throws WatchfloorError play.file-missing, play.misaligned-samples */
const readTable = (file: string): CaseTable => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new WatchfloorError(
      'play.file-missing',
      'There is no such table, or it cannot be read.',
      { file },
      { cause: error },
    );
  }
  const rows = parseCsv(text, file);
  const names = rows[0] ?? [];
  const body = rows.slice(1);
  const columns = names.map((name, column) =>
    Float64Array.from(body, (row, index) => {
      const value = Number(row[column]);
      if (row[column]?.trim() === '' || !Number.isFinite(value))
        throw new WatchfloorError(
          'play.misaligned-samples',
          `${name} is ${JSON.stringify(row[column])}; every value must be a number.`,
          { file, line: index + 2 },
        );
      return value;
    }),
  );
  return { names, columns };
};

const parseCsv = (text: string, file: string): readonly (readonly string[])[] => {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WatchfloorError(
      'play.misaligned-samples',
      `This is no table that can be read: ${reason}.`,
      { file },
      { cause: error },
    );
  }
};

const isTable = (file: string): boolean => /\.csv$/i.test(file);

export const sensitivityFile = (
  file: string,
  outcome: string,
  set: readonly string[],
  options: SensitivityOptions,
): Promise<Sensitivity> =>
  sensitivityOf(openScenario(file, set), outcome, { workers: availableParallelism(), ...options });

/** Sobol indices of samples made elsewhere: rows in the blocks A, B, AB1 …. */
export const sensitivityTable = (
  file: string,
  output: string,
  seed: string = PLAY_DEFAULTS.seed,
): readonly SobolIndices[] => {
  const { names, columns } = readTable(file);
  const at = names.indexOf(output);
  if (at < 0)
    throw new WatchfloorError('play.unknown-name', `The table has no column ${output}; it has ${names.join(', ')}.`, {
      file,
    });
  const inputs = names.flatMap((_, index) => (index === at ? [] : [index]));
  const rows = columns[at]?.length ?? 0;
  const values = Float64Array.from(
    { length: rows * inputs.length },
    (_, index) => columns[inputs[index % inputs.length] as number]?.[Math.floor(index / inputs.length)] as number,
  );
  return indicesFromTable(
    { names: inputs.map((index) => names[index] as string), inputs: values, output: columns[at] as Float64Array },
    uniformsFor(seed, 'sensitivity'),
  );
};

/** PRIM on a scenario (or its kept runs) for an outcome, or on a CSV for a column and a condition. */
export const discoverFile = async (
  file: string,
  outcome: string,
  where: string | undefined,
  request: PlayRequest,
): Promise<DiscoveryReport> => {
  if (!isTable(file)) return discoverOutcome(await playOrOpen(file, request), outcome);
  if (where === undefined)
    throw new WatchfloorError(
      'play.bad-option',
      `A table needs --where, such as --where '> .8', to say which ${outcome} is looked for.`,
      { file },
    );
  return discoverTable(readTable(file), outcome, where, request.seed ?? PLAY_DEFAULTS.seed);
};

export const indicatorsFile = async (
  file: string,
  outcome: string,
  turn: number | undefined,
  request: PlayRequest,
): Promise<IndicatorReport> =>
  indicatorsFor(await playOrOpen(file, request), outcome, ...(turn === undefined ? [] : [turn]));

/** Plays A, and B (another file, or A with changes), on common noise. */
export const whatIfFiles = async (a: string, b: string | undefined, request: PlayRequest): Promise<Comparison> => {
  const { set, ...plain } = request;
  const first = await playOrOpen(a, plain);
  const second = await playOrOpen(b ?? a, { ...plain, ...(set === undefined ? {} : { set }) });
  return compare(first, second);
};

export const backcastFile = async (file: string, outcome: string, request: PlayRequest): Promise<Backcast> =>
  backcast(await playOrOpen(file, request), outcome);

export const branchesFile = async (
  file: string,
  actor: string,
  options: BranchOptions,
  request: PlayRequest,
): Promise<{ readonly tree: BranchNode; readonly outcomes: readonly string[] }> => {
  const played = await playOrOpen(file, request);
  return { tree: branchTree(played, actor, options), outcomes: played.scenario.model.outcomes.map(({ name }) => name) };
};

export const explainFile = async (
  file: string,
  run: number,
  request: PlayRequest,
): Promise<{ readonly account: RunAccount; readonly step: string }> => {
  const scenario = openScenario(file, request.set);
  const { seed, sampler, runs, replications } = { ...PLAY_DEFAULTS, ...request };
  const reference = { seed, sampler, runs, replications: Math.min(replications, runs) };
  return { account: await placed(scenario, () => explainRun(scenario, reference, run)), step: scenario.model.step };
};

const EVIDENCE = /^(\w+)@(\d+)(?::(\d*\.?\d+))?$/;

/** Reads `rail_traffic@3` or `rail_traffic@3:.6` (weight of the source). @throws WatchfloorError play.bad-option */
export const parseEvidence = (text: string, seen: boolean): Evidence => {
  const [, observable, turn, weight] = EVIDENCE.exec(text) ?? [];
  if (observable === undefined)
    throw new WatchfloorError(
      'play.bad-option',
      `${JSON.stringify(text)} is no evidence; write OBSERVABLE@TURN, or OBSERVABLE@TURN:WEIGHT with a weight from 0 to 1.`,
    );
  return { observable, turn: Number(turn), seen, weight: weight === undefined ? 1 : Number(weight) };
};

export interface ReweightedFile extends Reweighted {
  /** Runs that were weighed. */
  readonly runs: number;
  /** Played anew with more runs because too few effective ones were left. */
  readonly resimulated: boolean;
}

const MOST_RUNS = 500_000;
const MARGIN = 1.5;

/** Weighs runs by evidence; plays more of them, once, when fewer than 200 effective ones are left. */
export const reweightFile = async (
  file: string,
  evidence: readonly Evidence[],
  request: PlayRequest,
): Promise<ReweightedFile> => {
  const played = await playOrOpen(file, request);
  const first = reweight(played, evidence);
  const runs = Math.min(Math.ceil((played.runs.length * 200 * MARGIN) / Math.max(first.effectiveRuns, 1)), MOST_RUNS);
  if (!first.resimulate || runs <= played.runs.length)
    return { ...first, runs: played.runs.length, resimulated: false };
  const more: Played = await playScenario(played.scenario, { ...replayOptions(played, request), runs });
  return { ...reweight(more, evidence), runs, resimulated: true };
};

const replayOptions = (
  { manifest: { seed, sampler, replications } }: Played,
  { signal, progress, workers }: PlayRequest,
) => ({
  seed,
  sampler,
  replications,
  workers: workers ?? availableParallelism(),
  ...(signal ? { signal } : {}),
  ...(progress ? { progress } : {}),
});
