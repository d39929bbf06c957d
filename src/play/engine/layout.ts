import type { Model } from '../language/model.ts';

/** Where everything that changes during a run stands in one `Float64Array`. Flags are 0 and 1. */
export interface Layout {
  readonly turn: number;
  readonly variable: (index: number) => number;
  /** The index of the action that the actor chose last, −1 before its first choice. */
  readonly last: (actor: number) => number;
  /** The line has fired or held at the start. */
  readonly crossed: (line: number) => number;
  /** The line has fired and its owner has not answered. */
  readonly pending: (line: number) => number;
  /** The line's condition held when last looked at. */
  readonly was: (line: number) => number;
  readonly latch: (index: number) => number;
  readonly size: number;
}

export const layoutOf = (model: Model): Layout => {
  const variables = 1;
  const last = variables + model.variables.length;
  const crossed = last + model.actors.length;
  const pending = crossed + model.lines.length;
  const was = pending + model.lines.length;
  const latch = was + model.lines.length;
  return {
    turn: 0,
    variable: (index) => variables + index,
    last: (actor) => last + actor,
    crossed: (line) => crossed + line,
    pending: (line) => pending + line,
    was: (line) => was + line,
    latch: (index) => latch + index,
    size: latch + model.latches.length,
  };
};
