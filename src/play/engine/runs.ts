import type { Model } from '../language/model.ts';
import type { Program } from './program.ts';
import { type Key, runKey } from './random.ts';
import type { Simulator } from './simulator.ts';

/** Bins of the histogram of each state variable at each turn; a ladder uses one bin a level. */
export const BINS = 100;

/** No choice: the run had ended. */
export const NO_CHOICE = 255;

/** Bits of `signals`. */
export const HIT = 1;
export const SEEN = 2;

/** What is kept of runs, as columns. Row r of each column belongs to run `first` + r. */
export interface RunColumns {
  readonly first: number;
  readonly count: number;
  /** Index of the outcome. */
  readonly outcome: Uint8Array;
  /** Last turn played. */
  readonly ended: Uint16Array;
  /** Turn since which the outcome held. */
  readonly since: Uint16Array;
  /** count × turns × actors. */
  readonly choices: Uint8Array;
  /** count × turns × observables: HIT, SEEN. */
  readonly signals: Uint8Array;
}

/** How often each variable stood in each bin at the end of each turn: turns × variables × BINS. Runs that ended early keep their last state. */
export type StateHistogram = Uint32Array;

export interface Batch {
  readonly columns: RunColumns;
  readonly histogram: StateHistogram;
}

export const emptyColumns = (model: Model, first: number, count: number): RunColumns => ({
  first,
  count,
  outcome: new Uint8Array(count),
  ended: new Uint16Array(count),
  since: new Uint16Array(count),
  choices: new Uint8Array(count * model.turns * model.actors.length).fill(NO_CHOICE),
  signals: new Uint8Array(count * model.turns * model.observables.length),
});

export const emptyHistogram = (model: Model): StateHistogram =>
  new Uint32Array(model.turns * model.variables.length * BINS);

/** Plays runs first … first + count − 1. Row r of `parameters` serves runs r·replications … of the whole, counted from `firstPoint`. */
export const playBatch = (
  simulator: Simulator,
  seed: Key,
  points: Float64Array,
  firstPoint: number,
  replications: number,
  first: number,
  count: number,
): Batch => {
  const { program } = simulator;
  const { model } = program;
  const columns = emptyColumns(model, first, count);
  const histogram = emptyHistogram(model);
  const bin = binning(program);
  const width = model.parameters.length;
  for (let row = 0; row < count; row++) {
    const run = first + row;
    const point = Math.floor(run / replications) - firstPoint;
    const parameters = points.subarray(point * width, (point + 1) * width);
    const ending = simulator.play(parameters, runKey(seed, run), (now) => {
      keep(now, columns, row);
      bin(now.state, now.turn, histogram);
    });
    for (let turn = ending.turn + 1; turn <= model.turns; turn++) bin(simulator.state, turn, histogram);
    columns.outcome[row] = ending.outcome;
    columns.ended[row] = ending.turn;
    columns.since[row] = ending.since;
  }
  return { columns, histogram };
};

const keep = ({ choices, hits, signals, turn, program }: Simulator, columns: RunColumns, row: number): void => {
  const { turns } = program.model;
  const actorAt = (row * turns + turn - 1) * choices.length;
  for (let actor = 0; actor < choices.length; actor++) columns.choices[actorAt + actor] = choices[actor] as number;
  const signalAt = (row * turns + turn - 1) * hits.length;
  for (let o = 0; o < hits.length; o++)
    columns.signals[signalAt + o] = (hits[o] as number) * HIT + (signals[o] as number) * SEEN;
};

/** Counts a state into the histogram. */
const binning = ({
  model,
  layout,
}: Program): ((state: Float64Array, turn: number, histogram: StateHistogram) => void) => {
  const count = model.variables.length;
  const first = layout.variable(0);
  const lows = Float64Array.from(model.variables, ({ low }) => low);
  const scales = Float64Array.from(model.variables, ({ low, high, levels }) =>
    levels ? 1 : (BINS - 1e-9) / (high - low),
  );
  return (state, turn, histogram) => {
    let at = (turn - 1) * count * BINS;
    for (let v = 0; v < count; v++) {
      const index = at + Math.floor(((state[first + v] as number) - (lows[v] as number)) * (scales[v] as number));
      histogram[index] = (histogram[index] as number) + 1;
      at += BINS;
    }
  };
};

/** Plays single points for a response surface: for each row of `points`, the share of `replications` runs (on common noise) that end in each outcome. rows × outcomes. */
export const playShares = (
  simulator: Simulator,
  seed: Key,
  points: Float64Array,
  replications: number,
): Float64Array => {
  const { model } = simulator.program;
  const width = model.parameters.length;
  const rows = width === 0 ? 1 : points.length / width;
  const shares = new Float64Array(rows * model.outcomes.length);
  const keys = Array.from({ length: replications }, (_, run) => runKey(seed, run));
  for (let row = 0; row < rows; row++) {
    const parameters = points.subarray(row * width, (row + 1) * width);
    for (const key of keys) {
      const at = row * model.outcomes.length + simulator.play(parameters, key, ignore).outcome;
      shares[at] = (shares[at] as number) + 1;
    }
  }
  return shares.map((count) => count / replications);
};

const ignore = (): void => undefined;
