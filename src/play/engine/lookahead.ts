import { NONE, type Program } from './program.ts';

/** Scratch space of one thinker; deeper levels of thought have their own. */
interface Scratch {
  readonly after: Float64Array;
  readonly afterReply: Float64Array;
  readonly own: Float64Array;
  readonly replyValues: Float64Array;
  readonly replyWatched: Float64Array;
}

/**
 * Works out what an actor expects of each of its options at look-ahead 0, 1 or 2 (docs/play.md, *Choice*). Rivals are thought of one at a time; each pair is a game
 * tree of its own, cut at the horizon.
 */
export class Lookahead {
  private readonly program: Program;
  private readonly scratch: Scratch;
  private readonly positions: readonly number[] | null;
  private readonly precisions: Float64Array;

  constructor(program: Program) {
    this.program = program;
    const { size } = program.layout;
    const most = Math.max(...program.actors.map(({ actions }) => actions.length));
    this.scratch = {
      after: new Float64Array(size),
      afterReply: new Float64Array(size),
      own: new Float64Array(1),
      replyValues: new Float64Array(most),
      replyWatched: new Float64Array(most),
    };
    const { order } = program.model;
    this.positions = order === null ? null : program.actors.map((_, actor) => order.indexOf(actor));
    this.precisions = new Float64Array(program.actors.length);
  }

  /** The expected utility of every option into `values`; `NONE` where an option is not available. */
  values(actor: number, depth: number, state: Float64Array, parameters: Float64Array, values: Float64Array): void {
    const { program } = this;
    const turn = state[program.layout.turn] as number;
    if (depth === 0 || !this.anyReply(actor, turn)) {
      program.actors[actor]?.values(state, parameters, values);
      return;
    }
    for (let other = 0; other < program.actors.length; other++)
      this.precisions[other] = (program.actors[other] as Program['actors'][number]).precision(parameters);
    const own = program.actors[actor] as Program['actors'][number];
    for (let k = 0; k < own.actions.length; k++) {
      const { available, branches } = own.actions[k] as (typeof own.actions)[number];
      if (available && !available(state, parameters)) {
        values[k] = NONE;
        continue;
      }
      let expected = 0;
      for (const { p, apply } of branches) {
        const weight = p(state, parameters);
        if (weight <= 0) continue;
        apply(state, parameters, this.scratch.after);
        expected += weight * this.afterOption(actor, depth, turn, parameters);
      }
      values[k] = expected;
    }
  }

  private anyReply(actor: number, turn: number): boolean {
    if (this.program.actors.length === 1) return false;
    return (
      turn < this.program.model.turns ||
      (this.positions !== null && (this.positions[actor] as number) < this.positions.length - 1)
    );
  }

  /** The turn in which a rival answers what the actor does now. */
  private replyTurn(actor: number, rival: number, turn: number): number {
    return this.positions !== null && (this.positions[rival] as number) > (this.positions[actor] as number)
      ? turn
      : turn + 1;
  }

  /** Expected utility from the state in `scratch.after` on. */
  private afterOption(actor: number, depth: number, turn: number, parameters: Float64Array): number {
    const { program, scratch } = this;
    const { after } = scratch;
    const { layout, model, stop } = program;
    const now = (program.actors[actor] as Program['actors'][number]).utility(after, parameters);
    if (stop?.(after, parameters)) return now;
    let expected = now;
    for (let rival = 0; rival < program.actors.length; rival++) {
      if (rival === actor) continue;
      const replyAt = this.replyTurn(actor, rival, turn);
      if (replyAt > model.turns) continue;
      after[layout.turn] = replyAt;
      const answerAt = this.replyTurn(rival, actor, replyAt);
      const replied =
        depth === 1 || answerAt > model.turns
          ? (program.actors[rival] as Program['actors'][number]).replies[actor]?.(
              after,
              parameters,
              this.precisions[rival] as number,
              scratch.own,
            )
          : this.consideredReply(actor, rival, answerAt, parameters);
      expected += (replied as number) - now;
    }
    return expected;
  }

  /** The rival replies to `scratch.after` expecting the actor's answer; the actor's expected utility after both. */
  private consideredReply(actor: number, rival: number, answerAt: number, parameters: Float64Array): number {
    const { after, afterReply, own, replyValues, replyWatched } = this.scratch;
    const { layout, stop } = this.program;
    const [me, them] = [this.program.actors[actor], this.program.actors[rival]] as [
      Program['actors'][number],
      Program['actors'][number],
    ];
    const answer = me.replies[rival] as Program['actors'][number]['replies'][number];
    const myPrecision = this.precisions[actor] as number;
    let best = NONE;
    const count = them.actions.length;
    for (let b = 0; b < count; b++) {
      const { available, branches } = them.actions[b] as (typeof them.actions)[number];
      if (available !== null && !available(after, parameters)) {
        replyValues[b] = NONE;
        continue;
      }
      let theirs = 0;
      let mine = 0;
      for (const { p, apply } of branches) {
        const weight = branches.length === 1 ? 1 : p(after, parameters);
        if (weight <= 0) continue;
        apply(after, parameters, afterReply);
        if (stop?.(afterReply, parameters)) {
          theirs += weight * them.utility(afterReply, parameters);
          mine += weight * me.utility(afterReply, parameters);
        } else {
          afterReply[layout.turn] = answerAt;
          theirs += weight * answer(afterReply, parameters, myPrecision, own);
          mine += weight * (own[0] as number);
        }
      }
      replyValues[b] = theirs;
      replyWatched[b] = mine;
      if (theirs > best) best = theirs;
    }
    const sharp = this.program.model.actors[rival]?.rule === 'best';
    const precision = this.precisions[rival] as number;
    let total = 0;
    let expected = 0;
    for (let b = 0; b < count; b++) {
      const value = replyValues[b] as number;
      if (value === NONE) continue;
      const weight = sharp ? Number(value === best) : Math.exp(precision * (value - best));
      total += weight;
      expected += weight * (replyWatched[b] as number);
    }
    return expected / total;
  }
}

/** Choice probabilities from expected utilities into `into` from `offset` on; `NONE` becomes 0. */
export const choiceProbabilities = (
  values: ArrayLike<number>,
  count: number,
  rule: 'logit' | 'best',
  precision: number,
  into: Float64Array,
  offset = 0,
): void => {
  let best = NONE;
  for (let k = 0; k < count; k++) if ((values[k] as number) > best) best = values[k] as number;
  let total = 0;
  for (let k = 0; k < count; k++) {
    const value = values[k] as number;
    const weight = value === NONE ? 0 : rule === 'best' ? Number(value === best) : Math.exp(precision * (value - best));
    into[offset + k] = weight;
    total += weight;
  }
  for (let k = 0; k < count; k++) into[offset + k] = (into[offset + k] as number) / total;
};
