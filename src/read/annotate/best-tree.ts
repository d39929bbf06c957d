/**
 * The highest-scoring tree with exactly one root: the best head of each word where these form a tree, else
 * Chu–Liu/Edmonds (Edmonds 1967), with root arcs made so dear that one is used.
 */

/** Dearer than any sum of arc scores of a sentence. */
const SECOND_ROOT = 1e7;
const IMPOSSIBLE = -1e9;

/**
 * @param score score of `head` for `dependent`, both counted from 0 with 0 as the root
 * @param words number of words; the root is none
 * @returns heads of the words 1 … `words`, at the same index less one
 */
export const bestTree = (score: (dependent: number, head: number) => number, words: number): number[] => {
  const size = words + 1;
  const scores: Float64Array[] = [];
  for (let dependent = 0; dependent < size; dependent++) {
    const row = new Float64Array(size);
    for (let head = 0; head < size; head++) {
      const value = dependent === head || dependent === 0 ? IMPOSSIBLE : score(dependent, head);
      row[head] = Number.isFinite(value) ? value : IMPOSSIBLE;
    }
    scores.push(row);
  }
  const greedy = greedyHeads(scores);
  const roots = greedy.reduce((count, head, word) => count + (word > 0 && head === 0 ? 1 : 0), 0);
  if (roots === 1 && cycleIn(greedy).length === 0) return greedy.slice(1);
  for (let dependent = 1; dependent < size; dependent++) scores[dependent]![0]! -= SECOND_ROOT;
  return edmonds(scores).slice(1);
};

const greedyHeads = (scores: readonly Float64Array[]): number[] =>
  scores.map((row, dependent) => {
    if (dependent === 0) return -1;
    let best = dependent === 0 ? 1 : 0;
    for (let head = 0; head < row.length; head++) if (head !== dependent && row[head]! > row[best]!) best = head;
    return best;
  });

/** The nodes of one cycle, empty where there is none. */
const cycleIn = (heads: readonly number[]): number[] => {
  const seenFrom = new Int32Array(heads.length).fill(-1);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seenFrom[node] === -1) {
      seenFrom[node] = start;
      node = heads[node]!;
    }
    if (node <= 0 || seenFrom[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return [];
};

const bestOf = (nodes: readonly number[], value: (node: number) => number): number =>
  nodes.reduce((best, node) => (value(node) > value(best) ? node : best));

/** Contracts one cycle at a time; a sentence of n words needs at most n / 2 rounds of n² work. */
const edmonds = (scores: readonly Float64Array[]): number[] => {
  const heads = greedyHeads(scores);
  const cycle = cycleIn(heads);
  if (cycle.length === 0) return heads;
  const inside = new Set(cycle);
  const outside = heads.map((_, node) => node).filter((node) => !inside.has(node));
  const hub = outside.length;
  const enter: number[] = [];
  const leave: number[] = [];
  const contracted = outside.map((dependent, row) => {
    const out = new Float64Array(hub + 1).fill(IMPOSSIBLE);
    outside.forEach((head, column) => {
      out[column] = scores[dependent]![head]!;
    });
    if (dependent === 0) return out;
    leave[row] = bestOf(cycle, (head) => scores[dependent]![head]!);
    out[hub] = scores[dependent]![leave[row]!]!;
    return out;
  });
  const hubRow = new Float64Array(hub + 1).fill(IMPOSSIBLE);
  outside.forEach((head, column) => {
    const gain = (dependent: number): number => scores[dependent]![head]! - scores[dependent]![heads[dependent]!]!;
    enter[column] = bestOf(cycle, gain);
    hubRow[column] = gain(enter[column]!);
  });
  const solved = edmonds([...contracted, hubRow]);
  const result = [...heads];
  outside.forEach((dependent, row) => {
    const head = solved[row]!;
    if (dependent !== 0) result[dependent] = head === hub ? leave[row]! : outside[head]!;
  });
  const column = solved[hub]!;
  result[enter[column]!] = outside[column]!;
  return result;
};
