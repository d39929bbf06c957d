import { WatchfloorError } from '../../model/index.ts';
import type { ExtensiveForm, GameNode } from '../classic/games/game.ts';
import { ONE, type Rational, rational, subtract, sum } from '../classic/games/rational.ts';
import { compile, type Program } from '../engine/program.ts';
import type { Model } from '../language/model.ts';
import { quantile } from '../sampling/distribution.ts';

const MAX_NODES = 20_000;
/** Payoffs and probabilities are taken to so many decimals, exactly. */
const DECIMALS = 12;

const exact = (value: number): Rational =>
  rational(BigInt(Math.round(value * 10 ** DECIMALS)), 10n ** BigInt(DECIMALS));

/** A move that nobody chooses: branches with exact probabilities that add up to 1. */
interface Chance {
  readonly names: readonly string[];
  readonly p: readonly number[];
  readonly states: readonly Float64Array[];
}

/**
 * The game tree of a scenario, parameters at their medians and known to all, payoffs the utilities at the end: what a solver of small games works on.
 * With simultaneous turns, an actor does not know what the others choose in the same turn. Beliefs, hidden state and observables have no place in it.
 *
 * @throws WatchfloorError play.too-large when the tree has more than 20,000 nodes; play.bad-option when something is hidden
 */
export const gameTree = (model: Model): ExtensiveForm => {
  if (model.variables.some(({ seenBy }) => seenBy.includes(false)))
    throw new WatchfloorError(
      'play.bad-option',
      'A scenario with hidden state is no game of the kind that .efg can hold here; remove seen_by.',
    );
  return { title: model.title, players: model.actors.map(({ name }) => name), root: new TreeBuilder(model).root() };
};

class TreeBuilder {
  private readonly model: Model;
  private readonly program: Program;
  private readonly parameters: Float64Array;
  private nodes = 0;

  constructor(model: Model) {
    this.model = model;
    this.program = compile(model);
    this.parameters = Float64Array.from(model.parameters, ({ distribution }) => quantile(distribution, 0.5));
  }

  root(): GameNode {
    const state = new Float64Array(this.program.layout.size);
    this.program.init(state, this.parameters);
    return this.turn(state, 1, '');
  }

  private count(): void {
    if (++this.nodes > MAX_NODES)
      throw new WatchfloorError(
        'play.too-large',
        `The game tree has more than ${MAX_NODES} nodes; shorten the horizon or take out options.`,
      );
  }

  private turn(before: Float64Array, turn: number, path: string): GameNode {
    const state = before.slice();
    state[this.program.layout.turn] = turn;
    return this.model.order === null ? this.together(state, turn, path, []) : this.inOrder(state, turn, path, 0);
  }

  private options(actor: number, state: Float64Array): readonly number[] {
    const { actions } = this.program.actors[actor] as Program['actors'][number];
    return actions.flatMap(({ available }, k) => (available === null || available(state, this.parameters) ? [k] : []));
  }

  private decision(
    actor: number,
    infoset: string,
    options: readonly number[],
    child: (action: number) => GameNode,
  ): GameNode {
    this.count();
    const { actions } = this.model.actors[actor] as Model['actors'][number];
    return {
      kind: 'decision',
      player: actor,
      infoset: `${actor}:${infoset}`,
      name: infoset || 'start',
      actions: options.map((k) => actions[k]?.name ?? ''),
      children: options.map(child),
    };
  }

  private inOrder(state: Float64Array, turn: number, path: string, at: number): GameNode {
    const actor = this.model.order?.[at];
    if (actor === undefined) return this.shocks(state, turn, path, 0);
    return this.decision(actor, path, this.options(actor, state), (k) => {
      const branches = this.program.actors[actor]?.actions[k]?.branches ?? [];
      const p = branches.map((branch) => branch.p(state, this.parameters));
      const states = branches.map(({ apply }) => {
        const next = new Float64Array(state.length);
        apply(state, this.parameters, next);
        return next;
      });
      const here = `${path}/${this.model.actors[actor]?.actions[k]?.name}`;
      return this.chance(
        { names: branches.map(({ branch }) => `branch ${branch ?? 'none'}`), p, states },
        here,
        (next, after) => this.inOrder(next, turn, after, at + 1),
      );
    });
  }

  /** All choose on the same state; the path that an actor knows is that of the turn's start. */
  private together(state: Float64Array, turn: number, path: string, chosen: readonly number[]): GameNode {
    const actor = chosen.length;
    if (actor < this.model.actors.length)
      return this.decision(actor, path, this.options(actor, state), (k) =>
        this.together(state, turn, path, [...chosen, k]),
      );
    const names = chosen.map((k, a) => this.model.actors[a]?.actions[k]?.name ?? '');
    return this.drawBranches(state, turn, `${path}/${names.join('+')}`, chosen, []);
  }

  private drawBranches(
    state: Float64Array,
    turn: number,
    path: string,
    chosen: readonly number[],
    drawn: readonly (number | null)[],
  ): GameNode {
    const actor = drawn.length;
    const choice = chosen[actor];
    if (choice === undefined) return this.shocks(this.effects(state, chosen, drawn), turn, path, 0);
    const branches = this.program.actors[actor]?.actions[choice]?.branches ?? [];
    const p = branches.map((branch) => branch.p(state, this.parameters));
    return this.chance(
      { names: branches.map(({ branch }) => `branch ${branch ?? 'none'}`), p, states: branches.map(() => state) },
      path,
      (_, after, index) => this.drawBranches(state, turn, after, chosen, [...drawn, branches[index]?.branch ?? null]),
    );
  }

  private effects(state: Float64Array, chosen: readonly number[], drawn: readonly (number | null)[]): Float64Array {
    const { program, parameters } = this;
    const next = state.slice();
    for (const mode of ['set', 'add'] as const)
      chosen.forEach((choice, actor) => {
        const effects = program.effects[actor]?.[choice] as Program['effects'][number][number];
        effects[0]?.[mode]?.(state, parameters, next);
        const branch = drawn[actor];
        if (branch !== null && branch !== undefined) effects[branch + 1]?.[mode]?.(state, parameters, next);
      });
    program.clamp(next);
    chosen.forEach((choice, actor) => {
      next[program.layout.last(actor)] = choice;
      this.model.lines.forEach((line, index) => {
        if (line.owner === actor && line.unlocks.includes(choice)) next[program.layout.pending(index)] = 0;
      });
    });
    return next;
  }

  private shocks(state: Float64Array, turn: number, path: string, at: number): GameNode {
    const shock = this.program.shocks[at];
    if (shock === undefined) return this.close(state, turn, path);
    if (this.model.shocks[at]?.once)
      throw new WatchfloorError(
        'play.bad-option',
        `The shock ${this.model.shocks[at]?.name} happens once at most, which a game tree here cannot hold.`,
      );
    const p = shock.p(state, this.parameters);
    const hit = state.slice();
    shock.apply(hit, this.parameters);
    return this.chance(
      {
        names: [`no ${this.model.shocks[at]?.name}`, this.model.shocks[at]?.name ?? ''],
        p: [1 - p, p],
        states: [state, hit],
      },
      path,
      (next, after) => this.shocks(next, turn, after, at + 1),
    );
  }

  private close(before: Float64Array, turn: number, path: string): GameNode {
    const { program, parameters } = this;
    const state = before.slice();
    program.lines(state, parameters, new Uint8Array(this.model.lines.length));
    program.latches(state, parameters);
    if (turn < this.model.turns && !program.stop?.(state, parameters)) return this.turn(state, turn + 1, path);
    this.count();
    return { kind: 'terminal', payoffs: program.actors.map(({ utility }) => exact(utility(state, parameters))) };
  }

  /** A chance node, left out where nothing is left to chance. */
  private chance(
    { names, p, states }: Chance,
    path: string,
    child: (state: Float64Array, path: string, index: number) => GameNode,
  ): GameNode {
    const possible = p.flatMap((weight, index) => (weight > 0 ? [index] : []));
    if (possible.length === 1) return child(states[possible[0] as number] as Float64Array, path, possible[0] as number);
    this.count();
    const rounded = possible.slice(0, -1).map((index) => exact(p[index] as number));
    return {
      kind: 'chance',
      actions: possible.map((index) => names[index] as string),
      probabilities: [...rounded, subtract(ONE, sum(rounded))],
      children: possible.map((index) => child(states[index] as Float64Array, `${path}#${index}`, index)),
    };
  }
}
