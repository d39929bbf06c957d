import { WatchfloorError } from '../../model/index.ts';
import { Beliefs } from './beliefs.ts';
import { Lookahead } from './lookahead.ts';
import { NONE, type Program } from './program.ts';
import { type DrawName, drawName, type Key, uniform } from './random.ts';

/** The draws of a scenario by name: hashed once. */
interface Draws {
  readonly choice: readonly { readonly high: Int32Array; readonly low: Int32Array }[];
  readonly chance: readonly (readonly DrawName[])[];
  readonly shock: readonly DrawName[];
  readonly signal: readonly DrawName[];
}

const drawsOf = ({ model }: Program): Draws => ({
  choice: model.actors.map(({ name, actions }) => {
    const names = actions.map((action) => drawName('choice', name, action.name));
    return { high: Int32Array.from(names, ({ high }) => high), low: Int32Array.from(names, ({ low }) => low) };
  }),
  chance: model.actors.map(({ name, actions }) => actions.map((action) => drawName('chance', name, action.name))),
  shock: model.shocks.map(({ name }) => drawName('shock', name)),
  signal: model.observables.map(({ name }) => drawName('signal', name)),
});

/** How a run ended. */
export interface Ending {
  readonly outcome: number;
  /** The last turn played. */
  readonly turn: number;
  /** The turn since which the outcome has held without a break. */
  readonly since: number;
}

/**
 * Plays one run at a time: `begin`, then turn by turn `openTurn`, choices, `closeTurn`, until `over`. `play` does all of that. Public arrays are the run's memory,
 * reused by the next run.
 */
export class Simulator {
  readonly program: Program;
  readonly beliefs: Beliefs;
  state: Float64Array;
  parameters: Float64Array;
  /** Per actor: the option chosen this turn. */
  readonly choices: Int32Array;
  /** Per observable, this turn. */
  readonly hits: Uint8Array;
  readonly signals: Uint8Array;
  /** Per red line: fired this turn. */
  readonly fired: Uint8Array;
  /** Per shock: happened this turn. */
  readonly shocked: Uint8Array;
  /** Per actor: the chance branch that was drawn, null for none; this turn. */
  readonly branches: (number | null)[];
  /** Expected utilities of the actor that chose last; `NONE` where an option was not available. */
  readonly values: Float64Array;
  /** Its precision then. */
  precision = 0;
  turn = 0;
  over = false;
  private readonly lookahead: Lookahead;
  private readonly draws: Draws;
  private readonly answered: readonly (readonly (readonly number[])[])[];
  private readonly pastHits: Uint8Array;
  private readonly happened: Uint8Array;
  private readonly since: Uint16Array;
  private next: Float64Array;
  private key: Key = [0, 0];
  private held = 0;

  constructor(program: Program) {
    const { model, layout } = program;
    this.program = program;
    this.beliefs = new Beliefs(program);
    this.lookahead = new Lookahead(program);
    this.draws = drawsOf(program);
    this.state = new Float64Array(layout.size);
    this.next = new Float64Array(layout.size);
    this.parameters = new Float64Array(model.parameters.length);
    this.choices = new Int32Array(model.actors.length);
    this.branches = model.actors.map(() => null);
    this.hits = new Uint8Array(model.observables.length);
    this.signals = new Uint8Array(model.observables.length);
    this.pastHits = new Uint8Array(model.observables.length * (model.turns + 1));
    this.fired = new Uint8Array(model.lines.length);
    this.shocked = new Uint8Array(model.shocks.length);
    this.happened = new Uint8Array(model.shocks.length);
    const most = Math.max(...model.actors.map(({ actions }) => actions.length));
    this.values = new Float64Array(most);
    this.since = new Uint16Array(model.outcomes.length);
    this.answered = model.actors.map((actor, a) =>
      actor.actions.map((_, k) =>
        model.lines.flatMap((line, index) =>
          line.owner === a && line.unlocks.includes(k) ? [layout.pending(index)] : [],
        ),
      ),
    );
  }

  /** Plays a whole run; `afterTurn` sees each turn before the next begins. */
  play(parameters: Float64Array, key: Key, afterTurn: (simulator: Simulator) => void): Ending {
    const { order } = this.program.model;
    const count = this.choices.length;
    this.begin(parameters, key);
    while (!this.over) {
      this.openTurn();
      if (order === null) {
        for (let actor = 0; actor < count; actor++) this.choices[actor] = this.choose(actor);
        this.commitAll();
      } else for (const actor of order) this.commit(actor, this.choose(actor));
      this.closeTurn();
      afterTurn(this);
    }
    return this.ending();
  }

  begin(parameters: Float64Array, key: Key): void {
    this.parameters = parameters;
    this.key = key;
    this.turn = 0;
    this.over = false;
    this.held = 0;
    this.happened.fill(0);
    this.since.fill(0);
    this.program.init(this.state, parameters);
    this.beliefs.reset(parameters);
  }

  openTurn(): void {
    this.turn++;
    this.state[this.program.layout.turn] = this.turn;
    this.fired.fill(0);
    this.beliefs.read(this.state, this.turn, this.key);
  }

  /** What an actor expects of each option now, into `values`. */
  weigh(actor: number): void {
    const depth = this.program.model.actors[actor]?.lookahead ?? 0;
    const parameters = this.beliefs.parametersOf(actor);
    this.lookahead.values(actor, depth, this.beliefs.viewOf(actor, this.state), parameters, this.values);
    this.precision = (this.program.actors[actor] as Program['actors'][number]).precision(parameters);
    if (!Number.isFinite(this.precision)) this.fail(`actors.${this.nameOf(actor)}.decide.precision`, 'this precision');
  }

  /** The engine's choice for an actor: greatest of precision × value + keyed Gumbel noise. */
  choose(actor: number): number {
    const { program, values, key, turn } = this;
    this.weigh(actor);
    const { precision } = this;
    const { rule, actions } = program.model.actors[actor] as Program['model']['actors'][number];
    const { high, low } = this.draws.choice[actor] as Draws['choice'][number];
    const sharp = rule === 'best';
    let chosen = -1;
    let bestValue = NONE;
    let bestScore = -Infinity;
    for (let k = 0; k < actions.length; k++) {
      const value = values[k] as number;
      if (value === NONE) continue;
      if (!Number.isFinite(value)) {
        const { name } = actions[k] as (typeof actions)[number];
        this.fail(`actors.${this.nameOf(actor)}.utility`, `the utility that ${this.nameOf(actor)} expects of ${name}`);
      }
      const weighted = sharp ? 0 : precision * value;
      const u = uniform(key[0], key[1], (high[k] as number) | turn, low[k] as number);
      // exp(−exp(−t)) > 1 − 1 / (1 + t + t²/2) for t > 0: most options that cannot win are told without a logarithm.
      const behind = bestScore - weighted;
      if (!sharp && behind > 0 && u <= 1 - 1 / (1 + behind + (behind * behind) / 2)) continue;
      const score = weighted - Math.log(-Math.log(u));
      if (sharp ? value > bestValue || (value === bestValue && score > bestScore) : score > bestScore) {
        chosen = k;
        bestScore = score;
        bestValue = value;
      }
    }
    return chosen;
  }

  /** Simultaneous turns: carries out `choices`, everything worked out on the state before. */
  commitAll(): void {
    const { program, state, next, parameters } = this;
    next.set(state);
    for (let actor = 0; actor < this.choices.length; actor++)
      this.branches[actor] = this.drawBranch(actor, this.choices[actor] as number);
    for (const mode of ['set', 'add'] as const)
      for (let actor = 0; actor < this.choices.length; actor++) {
        const effects = program.effects[actor]?.[this.choices[actor] as number] as Program['effects'][number][number];
        effects[0]?.[mode]?.(state, parameters, next);
        const branch = this.branches[actor];
        if (branch !== null && branch !== undefined) effects[branch + 1]?.[mode]?.(state, parameters, next);
      }
    program.clamp(next);
    for (let actor = 0; actor < this.choices.length; actor++) {
      const choice = this.choices[actor] as number;
      next[program.layout.last(actor)] = choice;
      for (const slot of this.answered[actor]?.[choice] ?? []) next[slot] = 0;
    }
    this.state = next;
    this.next = state;
  }

  /** Ordered turns: carries out one actor's choice; red lines are looked at. */
  commit(actor: number, choice: number): void {
    const { layout, actors, model } = this.program;
    this.choices[actor] = choice;
    const branch = this.drawBranch(actor, choice);
    this.branches[actor] = branch;
    const before = model.lines.map((_, line) => this.state[layout.was(line)] as number);
    const { branches } = (actors[actor] as Program['actors'][number]).actions[
      choice
    ] as Program['actors'][number]['actions'][number];
    const { apply } = branches.find((candidate) => candidate.branch === branch) as (typeof branches)[number];
    apply(this.state, this.parameters, this.state);
    for (let line = 0; line < before.length; line++)
      if (before[line] === 0 && this.state[layout.was(line)] === 1) this.fired[line] = 1;
  }

  /** Shocks, red lines, observables, latches; then whether the run is over. */
  closeTurn(): void {
    const { program, state, parameters, turn } = this;
    for (let shock = 0; shock < program.shocks.length; shock++) this.shock(shock);
    this.checkState();
    if (program.model.lines.length > 0) program.lines(state, parameters, this.fired);
    this.observe();
    if (program.model.latches.length > 0) program.latches(state, parameters);
    const holding = program.outcomes(state, parameters);
    if (holding !== this.held) {
      const begun = holding & ~this.held;
      for (let outcome = 0; outcome < this.since.length; outcome++)
        if (begun & (1 << outcome)) this.since[outcome] = turn;
      this.held = holding;
    }
    this.over = turn >= program.model.turns || (program.stop?.(state, parameters) ?? false);
  }

  /** How the run ended. @throws WatchfloorError when no outcome holds, or two do */
  ending(): Ending {
    const { outcomes } = this.program.model;
    const holding = outcomes.flatMap((_, index) => (this.held & (1 << index) ? [index] : []));
    const [first, second] = holding;
    if (first !== undefined && second !== undefined)
      throw new WatchfloorError(
        'play.outcomes-overlap',
        `A run ended in ${outcomes[first]?.name} and ${outcomes[second]?.name} at once; make one of them \`and not\` the other.`,
        { path: 'outcomes' },
      );
    if (first !== undefined) return { outcome: first, turn: this.turn, since: this.since[first] as number };
    const rest = outcomes.findIndex(({ when }) => when === null);
    if (rest < 0)
      throw new WatchfloorError('play.no-outcome', 'A run ended in no outcome; add an outcome `otherwise`.', {
        path: 'outcomes',
      });
    return { outcome: rest, turn: this.turn, since: this.turn };
  }

  private draw({ high, low }: DrawName): number {
    return uniform(this.key[0], this.key[1], high | this.turn, low);
  }

  private drawBranch(actor: number, choice: number): number | null {
    const branches = this.program.actors[actor]?.actions[choice]?.branches ?? [];
    if (branches.length === 1) return branches[0]?.branch ?? null;
    const u = this.draw(this.draws.chance[actor]?.[choice] as DrawName);
    let cumulative = 0;
    for (const { branch, p } of branches) {
      cumulative += p(this.state, this.parameters);
      if (u < cumulative) return branch;
    }
    return null;
  }

  private shock(index: number): void {
    const { p, apply } = this.program.shocks[index] as Program['shocks'][number];
    const once = this.program.model.shocks[index]?.once === true;
    const probability = once && this.happened[index] === 1 ? 0 : p(this.state, this.parameters);
    if (Number.isNaN(probability))
      this.fail(`shocks.${this.program.model.shocks[index]?.name ?? ''}.p`, 'the probability of this shock');
    const happens = probability > 0 && this.draw(this.draws.shock[index] as DrawName) < probability;
    this.shocked[index] = Number(happens);
    if (!happens) return;
    this.happened[index] = 1;
    apply(this.state, this.parameters);
  }

  private observe(): void {
    const { program, state, parameters, turn, pastHits } = this;
    const count = program.observables.length;
    for (let o = 0; o < count; o++) {
      const { hit, detect, falseAlarm } = program.observables[o] as Program['observables'][number];
      const happened = Number(hit(state, parameters));
      this.hits[o] = happened;
      pastHits[turn * count + o] = happened;
      const from = turn - (program.model.observables[o] as Program['model']['observables'][number]).lag;
      if (from < 1) this.signals[o] = 0;
      else {
        const p = pastHits[from * count + o] === 1 ? detect(parameters) : falseAlarm(parameters);
        if (Number.isNaN(p)) {
          const { name } = program.model.observables[o] as Program['model']['observables'][number];
          this.fail(`observables.${name}`, `the probability that ${name} is seen`);
        }
        this.signals[o] = Number(this.draw(this.draws.signal[o] as DrawName) < p);
      }
    }
    this.beliefs.learn(state, turn, this.signals);
  }

  /** Numbers that overflow are found once a turn: not-a-number in any variable makes their sum one. */
  private checkState(): void {
    const { model, layout } = this.program;
    const first = layout.variable(0);
    let sum = 0;
    for (let v = 0; v < model.variables.length; v++) sum += this.state[first + v] as number;
    if (Number.isFinite(sum)) return;
    const { name } = (model.variables.find((_, v) => !Number.isFinite(this.state[first + v])) ??
      model.variables[0]) as Program['model']['variables'][number];
    this.fail(`state.${name}`, name);
  }

  private nameOf(actor: number): string {
    return this.program.model.actors[actor]?.name ?? '';
  }

  private fail(path: string, what: string): never {
    throw new WatchfloorError(
      'play.not-finite',
      `In turn ${this.turn} ${what} is no finite number; narrow the parameters that go into it.`,
      { path },
    );
  }
}
