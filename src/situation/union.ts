/** Disjoint sets over 0 … n − 1; the smallest member stands for its set, whatever the order of the unions. */
export interface DisjointSets {
  readonly find: (member: number) => number;
  readonly unite: (a: number, b: number) => void;
}

export const disjointSets = (size: number): DisjointSets => {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (member: number): number => {
    let root = member;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = member; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const unite = (a: number, b: number): void => {
    const [rootA, rootB] = [find(a), find(b)];
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  };
  return { find, unite };
};
