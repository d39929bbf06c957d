import type { Span } from '../../model/index.ts';

/** Which rule or head of the network made a datum of the reading, or one part of it. */
export interface Explanation {
  /** Id of the actor, event, attribution or quantity; for data without an id, kind and position: `time@120`. */
  readonly datum: string;
  /** The words that the rule went by. */
  readonly span: Span;
  /** `family/rule`; `network/…` for a head of the network. */
  readonly rule: string;
  /** How sure the rule is, comparable within a family, or what the head of the network gave; absent where a rule does not weigh. */
  readonly score?: number;
  /** For a link of coreference: the words that it goes back to. */
  readonly to?: Span;
}

type Made<T> = T & { readonly rule: string; readonly score?: number };

/** The datum without what is not part of the contract. */
export const withoutRule = <T extends object>({ rule: _, score: __, ...datum }: Made<T>): T => datum as unknown as T;

export const explain = <T extends object>(
  family: string,
  data: readonly Made<T>[],
  nameOf: (datum: Made<T>) => string,
  spanOf: (datum: Made<T>) => Span,
): Explanation[] =>
  data.map((datum) => ({
    datum: nameOf(datum),
    span: spanOf(datum),
    rule: datum.rule.includes('/') ? datum.rule : `${family}/${datum.rule}`,
    ...(datum.score !== undefined && { score: datum.score }),
  }));
