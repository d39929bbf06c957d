import { WatchfloorError } from '../../model/index.ts';
import type { Site } from '../language/expression/typed.ts';
import type { Model } from '../language/model.ts';
import { emitActor } from './emit-actor.ts';
import { Sites } from './emit-expression.ts';
import type { Writer } from './emit-step.ts';
import { emitWorld } from './emit-world.ts';
import { type Layout, layoutOf } from './layout.ts';

type State = Float64Array;
/** The values of the parameters. */
type Point = Float64Array;
type Act = (state: State, parameters: Point) => void;
type Into = (state: State, parameters: Point, target: State) => void;
type Measure = (state: State, parameters: Point) => number;
type Condition = (state: State, parameters: Point) => boolean;

export interface BranchProgram {
  /** Index into the chance list; null: none of them. */
  readonly branch: number | null;
  readonly p: Measure;
  /** The whole state after the option with this branch, red lines included. Source and target may be the same. */
  readonly apply: Into;
}

export interface ActionProgram {
  /** Null: always available. */
  readonly available: Condition | null;
  readonly branches: readonly BranchProgram[];
}

export interface ActorProgram {
  readonly utility: Measure;
  /** Writes the expected utility of each option at look-ahead 0; `NONE` where it is not available. */
  readonly values: Into;
  /** Per watcher: its expected utility after this actor's logit choice at look-ahead 0 with the precision given; this actor's own into own[0]. */
  readonly replies: readonly ((state: State, parameters: Point, precision: number, own: Float64Array) => number)[];
  readonly precision: (parameters: Point) => number;
  readonly actions: readonly ActionProgram[];
}

export interface EffectsProgram {
  readonly set: Into | null;
  readonly add: Into | null;
}

/** A scenario compiled to functions over typed arrays. */
export interface Program {
  readonly model: Model;
  readonly layout: Layout;
  readonly actors: readonly ActorProgram[];
  readonly init: Act;
  readonly clamp: (state: State) => void;
  readonly lines: (state: State, parameters: Point, fired: Uint8Array) => void;
  readonly latches: Act;
  /** Bits of the outcomes that would hold if the run ended now. */
  readonly outcomes: Measure;
  readonly stop: Condition | null;
  /** actors × actions × (the option itself, then its branches). */
  readonly effects: readonly (readonly (readonly EffectsProgram[])[])[];
  readonly shocks: readonly { readonly p: Measure; readonly apply: Act }[];
  readonly observables: readonly {
    readonly hit: Condition;
    readonly detect: (parameters: Point) => number;
    readonly falseAlarm: (parameters: Point) => number;
  }[];
}

/** The value of an option that is not available: below every finite utility that a scenario can reach. */
export const NONE = -1e308;

const divide =
  (sites: readonly Site[]) =>
  (top: number, bottom: number, site: number): number => {
    if (bottom !== 0) return top / bottom;
    const at = sites[site] as Site;
    throw new WatchfloorError(
      'play.division-by-zero',
      `Division by zero in \`${at.text}\`; guard the divisor, for example by max(…, .01).`,
      {
        path: at.path,
        ...(at.line === undefined ? {} : { line: at.line }),
        ...(at.column === undefined ? {} : { column: at.column }),
      },
    );
  };

const unit = (p: number): number => Math.min(Math.max(p, 0), 1);

const list = (items: readonly string[]): string => `[${items.join(',\n')}]`;

/** A record of sources as the source of a record. */
const record = (entries: Readonly<Record<string, string | null>>): string =>
  `{${Object.entries(entries)
    .map(([key, source]) => `${key}:${source ?? 'null'}`)
    .join(',\n')}}`;

const programSource = (writer: Writer): string => {
  const world = emitWorld(writer);
  const actors = writer.model.actors.map((_, index) => {
    const { utility, values, replies, precision, actions } = emitActor(writer, index);
    const options = actions.map(({ available, branches }) =>
      record({
        available,
        branches: list(branches.map(({ branch, p, apply }) => record({ branch: String(branch), p, apply }))),
      }),
    );
    return record({ utility, values, replies: list(replies), precision, actions: list(options) });
  });
  return record({
    actors: list(actors),
    init: world.init,
    clamp: world.clamp,
    lines: world.lines,
    latches: world.latches,
    outcomes: world.outcomes,
    stop: world.stop,
    effects: list(
      world.effects.map((actor) =>
        list(actor.map((action) => list(action.map(({ set, add }) => record({ set, add }))))),
      ),
    ),
    shocks: list(world.shocks.map(({ p, apply }) => record({ p, apply }))),
    observables: list(world.observables.map(({ hit, detect, falseAlarm }) => record({ hit, detect, falseAlarm }))),
  });
};

/**
 * Compiles a checked scenario. The JavaScript is written from the typed tree alone, out of numbers, indices and our own operators (`emit`), so no text of the scenario
 * is ever executed; compiling instead of interpreting makes runs about ten times as fast.
 */
export const compile = (model: Model): Program => {
  const writer: Writer = { model, layout: layoutOf(model), sites: new Sites() };
  const source = programSource(writer);
  const make = new Function('divide', 'unit', 'NONE', `"use strict";return ${source};`);
  const functions = make(divide(writer.sites.list), unit, NONE) as Omit<Program, 'model' | 'layout'>;
  return { model, layout: writer.layout, ...functions };
};
