import { support } from '../../sampling/distribution.ts';
import { type Interval, type IntervalEnvironment, intervalOf } from '../expression/interval.ts';
import type { Typed } from '../expression/typed.ts';
import type { Effect, Model } from '../model.ts';

/** Bounds on everything that any run can reach, by abstract interpretation over intervals: what lies outside can never happen. */
export interface Reach {
  readonly environment: IntervalEnvironment;
  /** actors × actions */
  readonly actions: readonly (readonly boolean[])[];
  readonly lines: readonly boolean[];
}

/** Rounds without widening; after these, a bound that still moves is put at the end of the variable's range. */
const EXACT_ROUNDS = 4;

/** Of what could not be understood. */
const ANYTHING: Interval = [-Infinity, Infinity];

class ReachFinder {
  private readonly model: Model;
  private readonly intervals: Interval[];
  private readonly actions: boolean[][];
  private readonly lines: boolean[];
  private readonly ever: boolean[];
  private readonly parameters: readonly Interval[];
  readonly environment: IntervalEnvironment;

  constructor(model: Model) {
    this.model = model;
    this.parameters = model.parameters.map(({ distribution }) => support(distribution));
    this.actions = model.actors.map(({ actions }) => actions.map(() => false));
    this.lines = model.lines.map(() => false);
    this.ever = model.latches.map(() => false);
    this.intervals = [];
    this.environment = {
      variable: (index) => this.intervals[index] as Interval,
      parameter: (index) => this.parameters[index] ?? ANYTHING,
      turn: [1, model.turns],
      did: (actor, action) => [0, Number(this.actions[actor]?.[action])],
      crossed: (line) => [0, Number(this.lines[line])],
      ever: (latch) => [0, Number(this.ever[latch])],
      outcome: () => [0, 1],
    };
    for (const { init, low, high } of model.variables) {
      const [least, most] = intervalOf(init, this.environment);
      this.intervals.push([clamp(least, low, high), clamp(most, low, high)]);
    }
  }

  find(): Reach {
    for (let round = 0; this.step(round >= EXACT_ROUNDS); round++);
    return { environment: this.environment, actions: this.actions, lines: this.lines };
  }

  private possible(condition: Typed | null): boolean {
    return condition === null || intervalOf(condition, this.environment)[1] > 0;
  }

  /** One round; true when anything new became possible. */
  private step(widen: boolean): boolean {
    const before = JSON.stringify([this.intervals, this.actions, this.lines, this.ever]);
    const effects: Effect[] = [];
    this.model.actors.forEach(({ actions }, actor) => {
      actions.forEach((action, index) => {
        const unlocked = action.unlockedBy.length === 0 || action.unlockedBy.some((line) => this.lines[line]);
        if (!unlocked || !this.possible(action.requires)) return;
        (this.actions[actor] as boolean[])[index] = true;
        effects.push(...action.effects);
        for (const branch of action.chance) if (this.possible(branch.p)) effects.push(...branch.effects);
      });
    });
    for (const shock of this.model.shocks)
      if (this.possible(shock.when) && this.possible(shock.p)) effects.push(...shock.effects);
    for (const effect of effects) this.apply(effect, widen);
    this.model.lines.forEach(({ when }, index) => {
      this.lines[index] ||= this.possible(when);
    });
    this.model.latches.forEach((condition, index) => {
      this.ever[index] ||= this.possible(condition);
    });
    return JSON.stringify([this.intervals, this.actions, this.lines, this.ever]) !== before;
  }

  private apply({ variable, mode, amount }: Effect, widen: boolean): void {
    const { low, high } = this.model.variables[variable] as Model['variables'][number];
    const [least, most] = this.intervals[variable] as Interval;
    const by = intervalOf(amount, this.environment);
    const next: Interval = mode === 'set' ? by : [least + by[0], most + by[1]];
    const bottom = Math.min(least, clamp(next[0], low, high));
    const top = Math.max(most, clamp(next[1], low, high));
    this.intervals[variable] = [widen && bottom < least ? low : bottom, widen && top > most ? high : top];
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const findReach = (model: Model): Reach => new ReachFinder(model).find();
