/** Which rule made a datum of the reading. */
export interface Explanation {
  /** Id of the event, attribution or quantity; for data without an id, kind and position: `time@120`. */
  readonly datum: string;
  /** `family/rule` */
  readonly rule: string;
  /** How sure the rule is, 0 … 1, comparable within a family; absent where a rule does not weigh. */
  readonly score?: number;
}

type Made<T> = T & { readonly rule: string; readonly score?: number };

/** The datum without what is not part of the contract. */
export const withoutRule = <T extends object>({ rule: _, score: __, ...datum }: Made<T>): T => datum as unknown as T;

export const explain = <T extends object>(
  family: string,
  data: readonly Made<T>[],
  nameOf: (datum: Made<T>) => string,
): Explanation[] =>
  data.map((datum) => ({
    datum: nameOf(datum),
    rule: datum.rule.includes('/') ? datum.rule : `${family}/${datum.rule}`,
    ...(datum.score !== undefined && { score: datum.score }),
  }));
