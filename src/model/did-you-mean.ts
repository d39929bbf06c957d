/** Optimal string alignment distance (Damerau–Levenshtein with adjacent transpositions). */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
};

/** The name nearest to what was written, if it is near enough to be meant. */
export const nearest = (written: string, names: Iterable<string>): string | undefined => {
  const limit = written.length < 2 ? 0 : Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= bestDistance) continue;
    const d = distance(written.toLowerCase(), name.toLowerCase());
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return best;
};

/** ` Did you mean X?`, or nothing. */
export const didYouMean = (written: string, names: Iterable<string>): string => {
  const name = nearest(written, names);
  return name === undefined ? '' : ` Did you mean ${name}?`;
};
