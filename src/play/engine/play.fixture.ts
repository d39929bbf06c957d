import { prepareScenarioText, type Scenario } from '../language/scenario.ts';
import { compile } from './program.ts';
import { runKey, seedKey } from './random.ts';
import { Simulator } from './simulator.ts';

export const yaml = (text: string): Scenario =>
  prepareScenarioText(`watchfloor: 1\nid: t\njudgement: a 2024-01-01\n${text}`, 't.yaml');

export interface Seen {
  readonly turn: number;
  readonly state: Readonly<Record<string, number>>;
  readonly did: Readonly<Record<string, string>>;
  readonly fired: readonly string[];
  readonly signals: Readonly<Record<string, number>>;
}

/** Plays one run and notes what stood at the end of each turn. */
export const playOnce = (scenario: Scenario, run = 0, seed = '1'): readonly Seen[] => {
  const { model } = scenario;
  const program = compile(model);
  const simulator = new Simulator(program);
  const turns: Seen[] = [];
  const parameters = Float64Array.from(model.parameters, ({ distribution }) =>
    distribution.kind === 'fixed' ? distribution.value : Number.NaN,
  );
  simulator.play(parameters, runKey(seedKey(seed), run), ({ turn, state, choices, fired, signals }) => {
    turns.push({
      turn,
      state: Object.fromEntries(
        model.variables.map(({ name }, v) => [name, Number((state[program.layout.variable(v)] as number).toFixed(9))]),
      ),
      did: Object.fromEntries(
        model.actors.map(({ name, actions }, a) => [name, actions[choices[a] as number]?.name ?? '']),
      ),
      fired: model.lines.flatMap(({ id }, line) => (fired[line] ? [id] : [])),
      signals: Object.fromEntries(model.observables.map(({ name }, o) => [name, signals[o] as number])),
    });
  });
  return turns;
};
