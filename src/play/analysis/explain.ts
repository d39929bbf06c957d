import { WatchfloorError } from '../../model/index.ts';
import { choiceProbabilities } from '../engine/lookahead.ts';
import type { Manifest } from '../engine/manifest.ts';
import { compile, NONE, type Program } from '../engine/program.ts';
import { runKey, seedKey } from '../engine/random.ts';
import { Simulator } from '../engine/simulator.ts';
import type { Scenario } from '../language/scenario.ts';
import { drawParameters } from '../sampling/draw-parameters.ts';

export interface OptionAccount {
  readonly action: string;
  readonly title: string;
  /** Expected utility; null when the option was not available. */
  readonly expected: number | null;
  readonly probability: number;
}

export interface ChoiceAccount {
  readonly actor: string;
  readonly title: string;
  readonly lookahead: number;
  readonly precision: number;
  /** Signals that reached it since its last choice. */
  readonly saw: readonly string[];
  /** What it took uncertain parameters and hidden state to be. */
  readonly believed: readonly { readonly name: string; readonly value: number; readonly truth: number }[];
  readonly options: readonly OptionAccount[];
  readonly chosen: string;
  readonly chosenTitle: string;
  /** How the option chosen stands to the one with the highest expected utility. */
  readonly best: string;
  /** What chance drew, when the option had branches: their index, or null for none. */
  readonly branch: number | null;
  readonly hasBranches: boolean;
}

export interface TurnAccount {
  readonly turn: number;
  /** Signals at the end of the turn before, whoever could see them. */
  readonly seen: readonly string[];
  readonly choices: readonly ChoiceAccount[];
  readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly shocks: readonly string[];
  readonly fired: readonly { readonly line: string; readonly owner: string }[];
}

/** One run, told: docs/play.md, *Explaining a run*. */
export interface RunAccount {
  readonly account: 1;
  readonly scenario: string;
  readonly seed: string;
  readonly run: number;
  readonly parameters: readonly { readonly name: string; readonly value: number }[];
  readonly turns: readonly TurnAccount[];
  readonly outcome: string;
  readonly ended: number;
}

/** Draws of one run: enough to replay it. */
export type RunReference = Pick<Manifest, 'seed' | 'sampler' | 'runs' | 'replications'>;

/** The parameters that a run of a play has. @throws WatchfloorError play.bad-option when the play has no such run */
export const parametersOfRun = (
  { model }: Scenario,
  { seed, sampler, runs, replications }: RunReference,
  run: number,
): Float64Array => {
  if (!Number.isInteger(run) || run < 0 || run >= runs)
    throw new WatchfloorError('play.bad-option', `There is no run ${run}; runs go from 0 to ${runs - 1}.`);
  const points = drawParameters(model, sampler, seedKey(seed), Math.ceil(runs / replications));
  const point = Math.floor(run / replications);
  return points.slice(point * model.parameters.length, (point + 1) * model.parameters.length);
};

/** A value of a state variable as its level or number. */
export const describeValue = ({ model }: Program, variable: number, value: number): string => {
  const { levels } = model.variables[variable] as Program['model']['variables'][number];
  return levels ? (levels[value] ?? String(value)) : String(Number(value.toFixed(3)));
};

/** Replays a run and notes what each actor saw, believed, could do, expected and chose. */
export const explainRun = (scenario: Scenario, reference: RunReference, run: number): RunAccount => {
  const parameters = parametersOfRun(scenario, reference, run);
  const { model } = scenario;
  const simulator = new Simulator(compile(model));
  simulator.begin(parameters, runKey(seedKey(reference.seed), run));
  const turns: TurnAccount[] = [];
  while (!simulator.over) turns.push(tellTurn(simulator));
  const { outcome, turn } = simulator.ending();
  return {
    account: 1,
    scenario: model.id,
    seed: reference.seed,
    run,
    parameters: model.parameters.map(({ name }, index) => ({ name, value: parameters[index] as number })),
    turns,
    outcome: model.outcomes[outcome]?.name ?? '',
    ended: turn,
  };
};

const tellTurn = (simulator: Simulator): TurnAccount => {
  const { program } = simulator;
  const { model, layout } = program;
  const shown = model.observables.filter((_, o) => simulator.turn > 0 && simulator.signals[o] === 1);
  const sawOf = (actor: number): readonly string[] =>
    shown.filter(({ seenBy }) => seenBy[actor]).map(({ title }) => title);
  simulator.openTurn();
  const before = model.variables.map((_, v) => simulator.state[layout.variable(v)] as number);
  const choices: ChoiceAccount[] = [];
  if (model.order === null) {
    model.actors.forEach((_, actor) => {
      choices.push(tellChoice(simulator, actor, sawOf(actor)));
    });
    simulator.commitAll();
  } else
    for (const actor of model.order) {
      choices.push(tellChoice(simulator, actor, sawOf(actor)));
      simulator.commit(actor, simulator.choices[actor] as number);
    }
  simulator.closeTurn();
  const order = model.order ?? model.actors.map((_, actor) => actor);
  return {
    turn: simulator.turn,
    seen: shown.map(({ title }) => title),
    choices: choices.map((choice, index) => ({
      ...choice,
      branch: simulator.branches[order[index] as number] ?? null,
    })),
    changes: model.variables.flatMap(({ name }, v) => {
      const after = simulator.state[layout.variable(v)] as number;
      return after === before[v]
        ? []
        : [{ name, from: describeValue(program, v, before[v] as number), to: describeValue(program, v, after) }];
    }),
    shocks: model.shocks.flatMap(({ title }, index) => (simulator.shocked[index] === 1 ? [title] : [])),
    fired: model.lines.flatMap(({ id, owner }, line) =>
      simulator.fired[line] === 1 ? [{ line: id, owner: model.actors[owner]?.name ?? '' }] : [],
    ),
  };
};

const tellChoice = (simulator: Simulator, index: number, saw: readonly string[]): ChoiceAccount => {
  const { program, beliefs } = simulator;
  const { model } = program;
  const actor = model.actors[index] as Program['model']['actors'][number];
  const chosen = simulator.choose(index);
  simulator.choices[index] = chosen;
  const count = actor.actions.length;
  const values = [...simulator.values.subarray(0, count)];
  const probabilities = new Float64Array(count);
  choiceProbabilities(values, count, actor.rule, simulator.precision, probabilities);
  const best = values.indexOf(Math.max(...values));
  return {
    actor: actor.name,
    title: actor.title,
    lookahead: actor.lookahead,
    precision: simulator.precision,
    saw,
    believed: [
      ...beliefs.describe(index).map(({ parameter, mean }) => ({
        name: model.parameters[parameter]?.name ?? '',
        value: mean,
        truth: simulator.parameters[parameter] as number,
      })),
      ...beliefs.describeState(index).map(({ slot, mean }) => ({
        name: model.variables[slot - program.layout.variable(0)]?.name ?? '',
        value: mean,
        truth: simulator.state[slot] as number,
      })),
    ],
    options: actor.actions.map(({ name, title }, k) => ({
      action: name,
      title,
      expected: values[k] === NONE ? null : (values[k] as number),
      probability: probabilities[k] as number,
    })),
    chosen: actor.actions[chosen]?.name ?? '',
    chosenTitle: actor.actions[chosen]?.title ?? '',
    best: actor.actions[best]?.title ?? '',
    branch: null,
    hasBranches: (actor.actions[chosen]?.chance.length ?? 0) > 0,
  };
};
