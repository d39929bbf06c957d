import { WatchfloorError } from '../../model/index.ts';
import { placed, type Scenario } from '../language/scenario.ts';
import { drawParameters, type Sampler } from '../sampling/draw-parameters.ts';
import { type Crew, createCrew } from './crew.ts';
import { ENGINE_VERSION, type Manifest } from './manifest.ts';
import { seedKey } from './random.ts';
import { type Batch, emptyColumns, emptyHistogram, type RunColumns, type StateHistogram } from './runs.ts';

export interface PlayOptions {
  readonly runs?: number;
  /** Runs a draw of the parameters. */
  readonly replications?: number;
  readonly seed?: string;
  readonly sampler?: Sampler;
  readonly workers?: number;
  /** What one thread does in so many milliseconds is not worth starting workers for (they take about half a second). */
  readonly inlineUpToMs?: number;
  /** Aborting keeps what is finished. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
  /** An earlier, unfinished play of the same scenario and options, to go on from. */
  readonly resume?: Played;
}

/** A scenario played: everything that the analyses work on. */
export interface Played {
  readonly manifest: Manifest;
  readonly scenario: Scenario;
  /** All draws of the parameters, played or not: points × parameters. */
  readonly points: Float64Array;
  /** The finished runs, ascending. */
  readonly runs: Uint32Array;
  /** Row r belongs to runs[r]. */
  readonly columns: RunColumns;
  readonly histogram: StateHistogram;
}

export const PLAY_DEFAULTS = {
  runs: 10_000,
  replications: 10,
  seed: '1',
  sampler: 'lhs',
  workers: 1,
  inlineUpToMs: 1000,
} as const;
const MAX_RUNS = 10_000_000;
const MAX_WORKERS = 256;
/** Small enough to stop soon and to share evenly, large enough that handing over costs nothing. */
const BATCH = 500;

const whole = (value: number, name: string, high: number): number => {
  if (Number.isInteger(value) && value >= 1 && value <= high) return value;
  throw new WatchfloorError('play.bad-option', `--${name} is ${value}; it must be a whole number from 1 to ${high}.`);
};

/**
 * Plays a scenario. Same scenario, seed and options: same bits, whatever the number of workers, and whether in one go or resumed.
 * @throws WatchfloorError play.bad-option, and whatever a run can raise (division by zero, overlapping outcomes …)
 */
export const playScenario = async (scenario: Scenario, options: PlayOptions = {}): Promise<Played> => {
  const { model } = scenario;
  const runs = whole(options.runs ?? PLAY_DEFAULTS.runs, 'runs', MAX_RUNS);
  const replications = Math.min(
    whole(options.replications ?? PLAY_DEFAULTS.replications, 'replications', MAX_RUNS),
    runs,
  );
  const workers = whole(options.workers ?? PLAY_DEFAULTS.workers, 'workers', MAX_WORKERS);
  const seed = options.seed ?? PLAY_DEFAULTS.seed;
  const sampler = options.sampler ?? PLAY_DEFAULTS.sampler;
  const { inlineUpToMs } = { ...PLAY_DEFAULTS, ...options };
  const key = seedKey(seed);
  const points = drawParameters(model, sampler, key, Math.ceil(runs / replications));
  const manifest: Manifest = {
    watchfloor: 'play',
    engine: ENGINE_VERSION,
    scenario: model.id,
    hash: scenario.hash,
    set: scenario.set,
    seed,
    sampler,
    runs,
    replications,
    completed: runs,
  };
  const before = options.resume;
  if (before) requireSamePlay(before.manifest, manifest);
  const done = new Set(before?.runs ?? []);
  const starts = Array.from({ length: Math.ceil(runs / BATCH) }, (_, i) => i * BATCH).filter(
    (first) => !done.has(first),
  );
  const batches: Batch[] = before ? [{ columns: before.columns, histogram: before.histogram }] : [];
  let finished = done.size;
  options.progress?.(finished, runs);
  const next = starts.values();
  const width = model.parameters.length;
  const playOn = async (crew: Crew, most: number): Promise<void> => {
    for (let played = 0; played < most && !options.signal?.aborted; played++) {
      const { value: first, done: nothingLeft } = next.next();
      if (nothingLeft) return;
      const count = Math.min(BATCH, runs - first);
      const [from, to] = [Math.floor(first / replications), Math.ceil((first + count) / replications)];
      const slice = points.slice(from * width, to * width);
      batches.push(
        await crew.run({ kind: 'batch', seed: key, points: slice, firstPoint: from, replications, first, count }),
      );
      finished += count;
      options.progress?.(finished, runs);
    }
  };
  const inline = createCrew(model, 1);
  // The second batch tells: the first is slowed down by compiling. Processor time, since other work on the machine is no reason for workers.
  if (workers > 1) await placed(scenario, () => playOn(inline, 1));
  const started = process.cpuUsage();
  if (workers > 1) await placed(scenario, () => playOn(inline, 1));
  const { user, system } = process.cpuUsage(started);
  const expected = ((user + system) / 1000) * (starts.length - 2);
  const crew = workers > 1 && expected > inlineUpToMs ? createCrew(model, Math.min(workers, starts.length)) : inline;
  try {
    await placed(scenario, () =>
      Promise.all(Array.from({ length: crew.workers }, () => playOn(crew, Number.POSITIVE_INFINITY))),
    );
  } finally {
    await crew.close();
  }
  if (finished === 0)
    throw new WatchfloorError('play.stopped', 'Stopped before any run was finished; nothing is kept.');
  return { ...merge(scenario, batches, before), manifest: { ...manifest, completed: finished }, points };
};

const requireSamePlay = (before: Manifest, now: Manifest): void => {
  for (const key of ['engine', 'hash', 'seed', 'sampler', 'runs', 'replications'] as const)
    if (before[key] !== now[key])
      throw new WatchfloorError(
        'play.bad-run-file',
        key === 'hash'
          ? `These runs cannot be resumed: they are of ${before.scenario === now.scenario ? 'another version' : before.scenario}, not of ${now.scenario} as it stands.`
          : `These runs cannot be resumed: their ${key} is ${before[key]}, not ${now[key]}.`,
      );
};

/** Rows of a batch whose runs follow each other. */
interface Stretch {
  readonly run: number;
  readonly columns: RunColumns;
  readonly row: number;
  readonly count: number;
}

const stretchesOf = (columns: RunColumns, runs: Uint32Array | null): readonly Stretch[] => {
  if (runs === null) return [{ run: columns.first, columns, row: 0, count: columns.count }];
  const stretches: Stretch[] = [];
  let from = 0;
  for (let row = 1; row <= runs.length; row++) {
    if (row < runs.length && runs[row] === (runs[row - 1] as number) + 1) continue;
    stretches.push({ run: runs[from] as number, columns, row: from, count: row - from });
    from = row;
  }
  return stretches;
};

/** Batches in the order of their runs, as one table. */
const merge = (
  scenario: Scenario,
  batches: readonly Batch[],
  before: Played | undefined,
): Pick<Played, 'scenario' | 'runs' | 'columns' | 'histogram'> => {
  const { model } = scenario;
  const stretches = batches
    .flatMap(({ columns }) => stretchesOf(columns, columns === before?.columns ? before.runs : null))
    .sort((a, b) => a.run - b.run);
  const total = stretches.reduce((sum, { count }) => sum + count, 0);
  const columns = emptyColumns(model, 0, total);
  const runs = new Uint32Array(total);
  const [choiceWidth, signalWidth] = [model.turns * model.actors.length, model.turns * model.observables.length];
  let to = 0;
  for (const { run, columns: from, row, count } of stretches) {
    for (let k = 0; k < count; k++) runs[to + k] = run + k;
    columns.outcome.set(from.outcome.subarray(row, row + count), to);
    columns.ended.set(from.ended.subarray(row, row + count), to);
    columns.since.set(from.since.subarray(row, row + count), to);
    columns.choices.set(from.choices.subarray(row * choiceWidth, (row + count) * choiceWidth), to * choiceWidth);
    columns.signals.set(from.signals.subarray(row * signalWidth, (row + count) * signalWidth), to * signalWidth);
    to += count;
  }
  const histogram = emptyHistogram(model);
  for (const batch of batches)
    for (let i = 0; i < histogram.length; i++) histogram[i] = (histogram[i] as number) + (batch.histogram[i] as number);
  return { scenario, runs, columns, histogram };
};
