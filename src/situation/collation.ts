/** Code-unit order: the same on every machine, whatever its locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compact = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

export const unique = (values: readonly string[]): string[] => [...new Set(values)].sort(byText);

/** Values with how often each comes, most frequent first, then in code-unit order. */
export const tally = (values: Iterable<string>): readonly (readonly [value: string, count: number])[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || byText(a, b));
};

export const groupBy = <T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
};
