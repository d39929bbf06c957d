import type { Distribution } from '../sampling/distribution.ts';
import type { Typed } from './expression/typed.ts';

/** A checked scenario: names are indices, expressions are typed. What the engine compiles. */
export interface Model {
  readonly id: string;
  readonly title: string;
  readonly about: string | null;
  readonly turns: number;
  /** What a turn is called: month, week, day. */
  readonly step: string;
  readonly start: string | null;
  /** Indices of the actors in the order they move; null when all choose at once. */
  readonly order: readonly number[] | null;
  readonly parameters: readonly Parameter[];
  readonly correlations: readonly Correlation[];
  readonly variables: readonly Variable[];
  readonly actors: readonly Actor[];
  readonly lines: readonly RedLine[];
  /** Conditions of `ever(…)`, each remembered from the turn it first holds. */
  readonly latches: readonly Typed[];
  readonly shocks: readonly Shock[];
  readonly observables: readonly Observable[];
  readonly outcomes: readonly Outcome[];
  /** Indices of the outcomes such that each comes after those it refers to; `otherwise` last. */
  readonly outcomeOrder: readonly number[];
  readonly stop: Typed | null;
}

export interface Parameter {
  readonly name: string;
  readonly about: string | null;
  readonly distribution: Distribution;
}

export interface Correlation {
  readonly a: number;
  readonly b: number;
  readonly spearman: number;
}

export interface Variable {
  readonly name: string;
  readonly about: string | null;
  /** Level names, lowest first; null for a number. */
  readonly levels: readonly string[] | null;
  readonly low: number;
  readonly high: number;
  readonly init: Typed;
  /** Per actor: sees the true value. */
  readonly seenBy: readonly boolean[];
}

export interface Actor {
  readonly name: string;
  readonly title: string;
  readonly rule: 'logit' | 'best';
  readonly precision: Typed;
  readonly lookahead: 0 | 1 | 2;
  readonly utility: Typed;
  readonly actions: readonly Action[];
  readonly parameterBeliefs: readonly { readonly parameter: number; readonly prior: Distribution }[];
  /** `noise` null: never sees it; the belief stays as it is. Standard deviations in the variable's unit, per turn. */
  readonly stateBeliefs: readonly {
    readonly variable: number;
    readonly prior: Distribution;
    readonly noise: number | null;
    readonly drift: number;
  }[];
}

export interface Action {
  readonly name: string;
  readonly title: string;
  readonly requires: Typed | null;
  readonly effects: readonly Effect[];
  /** Exclusive branches. */
  readonly chance: readonly Branch[];
  /** Red lines that unlock this action; none: always unlocked. */
  readonly unlockedBy: readonly number[];
}

export interface Effect {
  readonly variable: number;
  readonly mode: 'add' | 'set';
  readonly amount: Typed;
}

export interface Branch {
  readonly p: Typed;
  readonly effects: readonly Effect[];
}

export interface RedLine {
  readonly id: string;
  readonly owner: number;
  readonly when: Typed;
  /** In the owner's utility, from firing until answered. */
  readonly audienceCost: Typed | null;
  /** Indices into the owner's actions. */
  readonly unlocks: readonly number[];
}

export interface Shock {
  readonly name: string;
  readonly title: string;
  readonly p: Typed;
  readonly when: Typed | null;
  readonly effects: readonly Effect[];
  readonly once: boolean;
}

export interface Observable {
  readonly name: string;
  readonly title: string;
  readonly hit: Typed;
  readonly detect: Typed;
  readonly falseAlarm: Typed;
  /** Turns between what happens and when it is seen. */
  readonly lag: number;
  readonly seenBy: readonly boolean[];
}

export interface Outcome {
  readonly name: string;
  /** null: otherwise. */
  readonly when: Typed | null;
}
