import type { BeliefLink } from './belief-links.ts';
import { choiceProbabilities } from './lookahead.ts';
import type { Program } from './program.ts';

/** One belief at the end of a turn, as its likelihoods need it. */
export interface BeliefMoment {
  /** The holder's parameters, beliefs in place. */
  readonly parameters: Float64Array;
  readonly parameter: number;
  /** Grid points of the belief. */
  readonly points: Float64Array;
  /** The state as the holder saw it before the choices of the turn, and sees it after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * P(hit | grid point) for the observables that bear on a belief. Choice probabilities are worked out once a turn for each belief and chooser, and once for all
 * points where the chooser's choice does not depend on the parameter.
 */
export class HitLikelihood {
  private readonly program: Program;
  private readonly grid: number;
  private readonly scratch: Float64Array;
  private readonly point: Float64Array;
  private readonly values: Float64Array;
  /** Per chooser: grid × options. */
  private readonly choices: readonly Float64Array[];
  private readonly known: Uint8Array;

  constructor(program: Program, grid: number) {
    const { model, layout } = program;
    this.program = program;
    this.grid = grid;
    this.scratch = new Float64Array(layout.size);
    this.point = new Float64Array(model.parameters.length);
    this.values = new Float64Array(Math.max(...model.actors.map(({ actions }) => actions.length)));
    this.choices = model.actors.map(({ actions }) => new Float64Array(grid * actions.length));
    this.known = new Uint8Array(model.actors.length);
  }

  /** To be called before the observables of each belief and turn. */
  forget(): void {
    this.known.fill(0);
  }

  /** Writes P(hit | point) for every grid point into `into` from `offset` on. */
  hits(link: BeliefLink, moment: BeliefMoment, into: Float64Array, offset: number): void {
    for (const { chooser, depends } of link.choosers)
      if (this.known[chooser] === 0) this.considerChooser(chooser, depends, moment);
    if (link.hitOptions) {
      this.addKnownOptions(link, link.hitOptions, into, offset);
      return;
    }
    into.fill(0, offset, offset + this.grid);
    this.point.set(moment.parameters);
    this.scratch.set(moment.after);
    this.sumOptions(link, moment, 0, into, offset);
  }

  private considerChooser(
    chooser: number,
    depends: boolean,
    { parameters, parameter, points, before }: BeliefMoment,
  ): void {
    const { program, grid, point, values } = this;
    const actor = program.actors[chooser] as Program['actors'][number];
    const rule = program.model.actors[chooser]?.rule ?? 'logit';
    const count = actor.actions.length;
    const table = this.choices[chooser] as Float64Array;
    point.set(parameters);
    for (let g = 0; g < (depends ? grid : 1); g++) {
      point[parameter] = points[g] as number;
      actor.values(before, point, values);
      choiceProbabilities(values, count, rule, actor.precision(point), table, g * count);
    }
    if (!depends) for (let g = 1; g < grid; g++) table.copyWithin(g * count, 0, count);
    this.known[chooser] = 1;
  }

  private addKnownOptions({ choosers }: BeliefLink, options: Int32Array, into: Float64Array, offset: number): void {
    const { grid } = this;
    const first = this.choices[choosers[0]?.chooser as number] as Float64Array;
    const second = choosers[1] === undefined ? null : (this.choices[choosers[1].chooser] as Float64Array);
    const [width, otherWidth] = [first.length / grid, second === null ? 0 : second.length / grid];
    for (let g = 0; g < grid; g++) {
      let sum = 0;
      if (second === null)
        for (let i = 0; i < options.length; i++) sum += first[g * width + (options[i] as number)] as number;
      else
        for (let i = 0; i < options.length; i += 2)
          sum +=
            (first[g * width + (options[i] as number)] as number) *
            (second[g * otherWidth + (options[i + 1] as number)] as number);
      into[offset + g] = sum;
    }
  }

  /** Runs through the joint options of the choosers; the hit of each counts with their probabilities at each point. */
  private sumOptions(link: BeliefLink, moment: BeliefMoment, at: number, into: Float64Array, offset: number): void {
    const { program, scratch } = this;
    const entry = link.choosers[at];
    if (entry === undefined) {
      this.addOption(link, moment, into, offset);
      return;
    }
    const count = program.actors[entry.chooser]?.actions.length ?? 0;
    for (let k = 0; k < count; k++) {
      scratch[program.layout.last(entry.chooser)] = k;
      this.sumOptions(link, moment, at + 1, into, offset);
    }
  }

  private addOption(link: BeliefLink, { parameter, points }: BeliefMoment, into: Float64Array, offset: number): void {
    const { hit } = this.program.observables[link.observable] as Program['observables'][number];
    let holds = link.hitDepends || hit(this.scratch, this.point);
    if (!holds) return;
    for (let g = 0; g < this.grid; g++) {
      if (link.hitDepends) {
        this.point[parameter] = points[g] as number;
        holds = hit(this.scratch, this.point);
      }
      if (holds) into[offset + g] = (into[offset + g] as number) + this.jointProbability(link, g);
    }
  }

  private jointProbability(link: BeliefLink, g: number): number {
    const { program, scratch } = this;
    let p = 1;
    for (const { chooser } of link.choosers) {
      const count = program.actors[chooser]?.actions.length ?? 0;
      p *= this.choices[chooser]?.[g * count + (scratch[program.layout.last(chooser)] as number)] as number;
    }
    return p;
  }
}
