import { moments, quantile } from '../sampling/distribution.ts';
import { normalQuantile } from '../sampling/normal.ts';
import { HitLikelihood } from './belief-likelihood.ts';
import { type BeliefLink, beliefLinks } from './belief-links.ts';
import type { Program } from './program.ts';
import { type DrawName, drawName, type Key, namedUniform } from './random.ts';

/** Points of the grid that a belief about a parameter is kept on. */
export const GRID = 15;

interface ParameterBelief {
  readonly parameter: number;
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

interface StateBelief {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly priorMean: number;
  readonly priorVariance: number;
  readonly noise: number | null;
  readonly drift: number;
  readonly draw: DrawName;
  mean: number;
  variance: number;
}

/** What one actor takes the world to be. */
interface Mind {
  readonly parameters: Float64Array;
  readonly view: Float64Array;
  readonly parameterBeliefs: readonly ParameterBelief[];
  readonly stateBeliefs: readonly StateBelief[];
}

/** The likelihood of a hit under each grid point, by turn, until the signal arrives. */
interface LinkMemory extends BeliefLink {
  readonly hits: Float64Array;
}

/** The beliefs of all actors during one run: docs/play.md, *Beliefs*. */
export class Beliefs {
  private readonly program: Program;
  private readonly minds: readonly Mind[];
  private readonly links: readonly LinkMemory[];
  private readonly start: Float64Array;
  private readonly before: Float64Array;
  private readonly likelihood: HitLikelihood;
  private readonly point: Float64Array;
  private truth: Float64Array;

  constructor(program: Program) {
    const { model, layout } = program;
    this.program = program;
    this.minds = model.actors.map(
      (actor): Mind => ({
        parameters: new Float64Array(model.parameters.length),
        view: new Float64Array(layout.size),
        parameterBeliefs: actor.parameterBeliefs.map(({ parameter, prior }) => ({
          parameter,
          points: Float64Array.from({ length: GRID }, (_, g) => quantile(prior, (g + 0.5) / GRID)),
          weights: new Float64Array(GRID),
        })),
        stateBeliefs: actor.stateBeliefs.map(({ variable, prior, noise, drift }): StateBelief => {
          const { name, low, high } = model.variables[variable] as (typeof model.variables)[number];
          const { mean, variance } = moments(prior);
          const draw = drawName('reading', actor.name, name);
          return {
            slot: layout.variable(variable),
            low,
            high,
            priorMean: mean,
            priorVariance: variance,
            noise,
            drift,
            draw,
            mean,
            variance,
          };
        }),
      }),
    );
    this.links = beliefLinks(model).map((link) => ({ ...link, hits: new Float64Array(GRID * (model.turns + 1)) }));
    this.start = new Float64Array(layout.size);
    this.before = new Float64Array(layout.size);
    this.likelihood = new HitLikelihood(program, GRID);
    this.point = new Float64Array(model.parameters.length);
    this.truth = new Float64Array(model.parameters.length);
  }

  /** Prior beliefs, for a run with these parameters. */
  reset(parameters: Float64Array): void {
    this.truth = parameters;
    for (const mind of this.minds) {
      if (mind.parameterBeliefs.length > 0) mind.parameters.set(parameters);
      for (const belief of mind.parameterBeliefs) {
        belief.weights.fill(1 / GRID);
        mind.parameters[belief.parameter] = expectation(belief);
      }
      for (const belief of mind.stateBeliefs) {
        belief.mean = belief.priorMean;
        belief.variance = belief.priorVariance;
      }
    }
  }

  /** Noisy readings of what is hidden, at the start of a turn. */
  read(state: Float64Array, turn: number, key: Key): void {
    if (this.links.length > 0) this.start.set(state);
    for (const mind of this.minds)
      for (const belief of mind.stateBeliefs) {
        belief.variance += belief.drift ** 2;
        if (belief.noise === null) continue;
        const reading =
          (state[belief.slot] as number) + belief.noise * normalQuantile(namedUniform(key, belief.draw, turn));
        const total = belief.variance + belief.noise ** 2;
        const gain = total > 0 ? belief.variance / total : 1;
        belief.mean += gain * (reading - belief.mean);
        belief.variance *= 1 - gain;
      }
  }

  /** The parameters as an actor takes them to be. */
  parametersOf(actor: number): Float64Array {
    const mind = this.minds[actor] as Mind;
    return mind.parameterBeliefs.length > 0 ? mind.parameters : this.truth;
  }

  /** The state as an actor sees it. The array is reused. */
  viewOf(actor: number, state: Float64Array): Float64Array {
    const mind = this.minds[actor] as Mind;
    if (mind.stateBeliefs.length === 0) return state;
    mind.view.set(state);
    for (const { slot, mean, low, high } of mind.stateBeliefs) mind.view[slot] = Math.min(Math.max(mean, low), high);
    return mind.view;
  }

  /** What an actor saw before the choices of this turn. */
  private viewBefore(actor: number): Float64Array {
    const mind = this.minds[actor] as Mind;
    if (mind.stateBeliefs.length === 0) return this.start;
    this.before.set(this.start);
    for (const { slot, mean, low, high } of mind.stateBeliefs) this.before[slot] = Math.min(Math.max(mean, low), high);
    return this.before;
  }

  /** Mean of each parameter that an actor holds a belief about, for telling what it believed. */
  describe(actor: number): readonly { readonly parameter: number; readonly mean: number }[] {
    return (this.minds[actor] as Mind).parameterBeliefs.map((belief) => ({
      parameter: belief.parameter,
      mean: expectation(belief),
    }));
  }

  describeState(actor: number): readonly { readonly slot: number; readonly mean: number; readonly sd: number }[] {
    return (this.minds[actor] as Mind).stateBeliefs.map(({ slot, mean, variance }) => ({
      slot,
      mean,
      sd: Math.sqrt(variance),
    }));
  }

  /** Bayes' rule for the signals at the end of a turn; `signals[o]` is 1 where observable o was seen. */
  learn(state: Float64Array, turn: number, signals: Uint8Array): void {
    if (this.links.length === 0) return;
    let belief: ParameterBelief | undefined;
    for (const link of this.links) {
      const mind = this.minds[link.actor] as Mind;
      const next = mind.parameterBeliefs[link.belief] as ParameterBelief;
      if (next !== belief) this.likelihood.forget();
      belief = next;
      const after = this.viewOf(link.actor, state);
      this.likelihood.hits(
        link,
        { parameters: mind.parameters, ...belief, before: this.viewBefore(link.actor), after },
        link.hits,
        turn * GRID,
      );
    }
    for (const link of this.links) {
      const { lag } = this.program.model.observables[link.observable] as Program['model']['observables'][number];
      if (turn > lag) this.update(link, turn - lag, signals[link.observable] === 1);
    }
    for (const mind of this.minds)
      for (const belief of mind.parameterBeliefs) mind.parameters[belief.parameter] = expectation(belief);
  }

  private update(link: LinkMemory, hitTurn: number, seen: boolean): void {
    const mind = this.minds[link.actor] as Mind;
    const { points, weights, parameter } = mind.parameterBeliefs[link.belief] as ParameterBelief;
    const { detect, falseAlarm } = this.program.observables[link.observable] as Program['observables'][number];
    this.point.set(mind.parameters);
    let total = 0;
    let [found, alarm] = [detect(this.point), falseAlarm(this.point)];
    for (let g = 0; g < GRID; g++) {
      if (link.ratesDepend) {
        this.point[parameter] = points[g] as number;
        [found, alarm] = [detect(this.point), falseAlarm(this.point)];
      }
      const p = alarm + (found - alarm) * (link.hits[hitTurn * GRID + g] as number);
      weights[g] = (weights[g] as number) * (seen ? p : 1 - p);
      total += weights[g] as number;
    }
    // A signal that no point allows teaches nothing: the belief was wrong about the world, not about this parameter.
    for (let g = 0; g < GRID; g++) weights[g] = total > 0 ? (weights[g] as number) / total : 1 / GRID;
  }
}

const expectation = ({ points, weights }: ParameterBelief): number => {
  let sum = 0;
  for (let g = 0; g < GRID; g++) sum += (points[g] as number) * (weights[g] as number);
  return sum;
};
