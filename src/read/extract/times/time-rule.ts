import type { Day, DayRange } from './calendar.ts';

/** Which way a date without its year, or a bare weekday, looks from the reference day. */
export type Direction = 'past' | 'future';

export interface TimeContext {
  /** The day of publication. */
  readonly reference: Day | null;
  /** The last dated time before this one in the text that the story may go on from. */
  readonly anchor: DayRange | null;
  /** The anchor stands in the same paragraph, and its words name its year and at least its month. */
  readonly storyGoesOn: boolean;
  /** From the tense of the verb that governs the expression. */
  readonly direction: Direction;
  /** The verb above tells what holds in general, not on a day: "is still used today". */
  readonly general: boolean;
  /** What stands directly before and after, for rules that need company. */
  readonly before: string;
  readonly after: string;
}

/** What an expression means: a closed range, or one that is open on a side. */
export type Resolved = { readonly first: Day | null; readonly last: Day | null } | null;

/** One family of time expressions: a pattern, and what a match of it means. */
export interface TimeRule {
  readonly name: string;
  /** Global and sticky-free; matched over the whole text. */
  readonly pattern: RegExp;
  /** Null where the match is no date after all, or cannot be told without what the context lacks. */
  readonly resolve: (match: RegExpExecArray, context: TimeContext) => Resolved;
}
