import type { Syntax } from './syntax.ts';
import type { Site, Typed } from './typed.ts';

/** What kind of place an expression stands in decides which words it may use. */
export type Context =
  /** Parameters only: initial values, precisions, detection rates. */
  | 'parameters'
  /** The situation at some moment: utilities, conditions, effects, signals. */
  | 'situation'
  /** How a run went: outcomes. State only inside `end(…)` and `ever(…)`. */
  | 'outcome';

export interface NamedVariable {
  readonly index: number;
  /** Level names of a ladder, lowest first; null for a number. */
  readonly levels: readonly string[] | null;
}

/** A named expression (`define`), parsed but typed anew wherever it is used, since that depends on the context. */
export interface Definition {
  readonly syntax: Syntax;
  readonly site: (offset: number) => Site;
}

/** Every name that an expression may use. */
export interface Scope {
  readonly variables: ReadonlyMap<string, NamedVariable>;
  readonly parameters: ReadonlyMap<string, number>;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Definitions with an error of their own, which is reported once, there. */
  readonly flawed: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly actors: ReadonlyMap<string, { readonly index: number; readonly actions: ReadonlyMap<string, number> }>;
  readonly lines: ReadonlyMap<string, number>;
  /** The latch that remembers whether this has ever been true. */
  readonly latch: (condition: Typed) => number;
}
