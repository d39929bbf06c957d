import { WatchfloorError } from '../../model/index.ts';
import type { Scenario } from '../language/scenario.ts';
import { didYouMean } from '../language/suggest.ts';
import { compile, NONE, type Program } from './program.ts';
import { runKey, seedKey } from './random.ts';
import { Simulator } from './simulator.ts';

export interface SideRole {
  readonly scenario: string;
  readonly actor: string;
  readonly title: string;
  /** The utility of the side as the scenario writes it. */
  readonly utility: string;
}

/** What one side knows when it has to choose: nothing else of the run is shown. */
export interface SideView {
  readonly turn: number;
  readonly turns: number;
  /** Signals that reached it since its last choice. */
  readonly seen: readonly string[];
  /** The state as it sees it; `estimate` where it only has a belief. */
  readonly state: readonly {
    readonly name: string;
    readonly about: string | null;
    readonly value: string;
    readonly estimate: boolean;
  }[];
  readonly lines: readonly { readonly id: string; readonly crossed: boolean; readonly unanswered: boolean }[];
  readonly options: readonly { readonly action: string; readonly title: string; readonly available: boolean }[];
}

/** A game as played: with the scenario, enough to play it again. */
export interface SideRecord {
  readonly record: 1;
  readonly scenario: string;
  readonly hash: string;
  readonly seed: string;
  readonly run: number;
  readonly actor: string;
  readonly parameters: readonly number[];
  readonly choices: readonly string[];
  readonly outcome: string | null;
}

/** One side is played by a person, the others by the engine on the run's own noise. */
export class SideGame {
  private readonly scenario: Scenario;
  private readonly simulator: Simulator;
  private readonly actor: number;
  private readonly made: string[] = [];
  private readonly seed: string;
  private readonly run: number;
  private readonly parameters: Float64Array;

  /** @throws WatchfloorError play.unknown-name */
  constructor(scenario: Scenario, actorName: string, seed: string, run: number, parameters: Float64Array) {
    const { model } = scenario;
    this.actor = model.actors.findIndex(({ name }) => name === actorName);
    if (this.actor < 0) {
      const names = model.actors.map(({ name }) => name);
      throw new WatchfloorError(
        'play.unknown-name',
        `The scenario has no actor ${actorName}.${didYouMean(actorName, names) || ` It has: ${names.join(', ')}.`}`,
      );
    }
    this.scenario = scenario;
    this.seed = seed;
    this.run = run;
    this.parameters = parameters;
    this.simulator = new Simulator(compile(model));
    this.simulator.begin(parameters, runKey(seedKey(seed), run));
    this.toDecision();
  }

  get over(): boolean {
    return this.simulator.over;
  }

  /** Whom the person plays. */
  role(): SideRole {
    const { model, form } = this.scenario;
    const { name, title } = this.own;
    return { scenario: model.title, actor: name, title, utility: String(form.actors[name]?.utility ?? '') };
  }

  view(): SideView {
    const { simulator, actor } = this;
    const { program, beliefs } = simulator;
    const { model, layout } = program;
    const state = beliefs.viewOf(actor, simulator.state);
    simulator.weigh(actor);
    return {
      turn: simulator.turn,
      turns: model.turns,
      seen: model.observables.flatMap(({ title, seenBy }, o) =>
        simulator.turn > 1 && seenBy[actor] && simulator.signals[o] === 1 ? [title] : [],
      ),
      state: model.variables.map(({ name, about, levels, seenBy }, v) => {
        const value = state[layout.variable(v)] as number;
        return {
          name,
          about,
          value: levels ? (levels[value] ?? '') : String(Number(value.toFixed(2))),
          estimate: !seenBy[actor],
        };
      }),
      lines: model.lines.flatMap(({ id, owner }, line) =>
        owner === actor
          ? [
              {
                id,
                crossed: simulator.state[layout.crossed(line)] === 1,
                unanswered: simulator.state[layout.pending(line)] === 1,
              },
            ]
          : [],
      ),
      options: this.own.actions.map(({ name, title }, k) => ({
        action: name,
        title,
        available: simulator.values[k] !== NONE,
      })),
    };
  }

  /** Takes an option and plays on until the next choice or the end. @throws WatchfloorError play.unknown-name when it is not to be had */
  take(action: string): void {
    const { simulator, actor } = this;
    const open = this.view().options.filter(({ available }) => available);
    if (!open.some((option) => option.action === action)) {
      const names = open.map((option) => option.action);
      throw new WatchfloorError(
        'play.unknown-name',
        `${action} is not to be had now.${didYouMean(action, names) || ` There is: ${names.join(', ')}.`}`,
      );
    }
    this.made.push(action);
    const choice = this.own.actions.findIndex(({ name }) => name === action);
    const { order } = this.scenario.model;
    if (order === null) {
      for (let other = 0; other < simulator.choices.length; other++)
        simulator.choices[other] = other === actor ? choice : simulator.choose(other);
      simulator.commitAll();
    } else {
      simulator.commit(actor, choice);
      for (const other of order.slice(order.indexOf(actor) + 1)) simulator.commit(other, simulator.choose(other));
    }
    simulator.closeTurn();
    if (!simulator.over) this.toDecision();
  }

  record(): SideRecord {
    const { model, hash } = this.scenario;
    return {
      record: 1,
      scenario: model.id,
      hash,
      seed: this.seed,
      run: this.run,
      actor: this.own.name,
      parameters: [...this.parameters],
      choices: [...this.made],
      outcome: this.over ? (model.outcomes[this.simulator.ending().outcome]?.name ?? null) : null,
    };
  }

  private get own(): Program['model']['actors'][number] {
    return this.scenario.model.actors[this.actor] as Program['model']['actors'][number];
  }

  private toDecision(): void {
    const { simulator } = this;
    const { order } = this.scenario.model;
    simulator.openTurn();
    if (order !== null)
      for (const other of order.slice(0, order.indexOf(this.actor))) simulator.commit(other, simulator.choose(other));
  }
}

/** Plays a record again. @throws WatchfloorError play.bad-run-file when it belongs to another scenario or does not end as it says */
export const replaySide = (scenario: Scenario, record: SideRecord): SideGame => {
  if (record.record !== 1 || record.hash !== scenario.hash)
    throw new WatchfloorError(
      'play.bad-run-file',
      'This record was made with another scenario or another version of it.',
    );
  const game = new SideGame(scenario, record.actor, record.seed, record.run, Float64Array.from(record.parameters));
  for (const choice of record.choices) game.take(choice);
  if (game.record().outcome !== record.outcome)
    throw new WatchfloorError(
      'play.bad-run-file',
      `The record ends in ${record.outcome}, but played again it ends in ${game.record().outcome}.`,
    );
  return game;
};
