import { type Coalition, stableId } from '../model/index.ts';
import { byText } from './collation.ts';
import { components, type SignedGraph } from './signed-graph.ts';

/** A graph of nodes or, after a round, of groups of them; loops carry the weight within a group. */
interface Level {
  /** By node: other node → weight, positive and negative edges apart. */
  readonly positive: readonly ReadonlyMap<number, number>[];
  readonly negative: readonly ReadonlyMap<number, number>[];
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const levelOf = ({ neighbours }: SignedGraph): Level => {
  const part = (wanted: 1 | -1) =>
    neighbours.map((of) => new Map(of.filter(({ sign }) => sign === wanted).map(({ node, weight }) => [node, weight])));
  return { positive: part(1), negative: part(-1) };
};

/** Weight of a node to each group, and the pull of chance that modularity sets against it. */
class Side {
  readonly degree: readonly number[];
  readonly total: number;
  private readonly byGroup: number[];

  constructor(
    private readonly links: readonly ReadonlyMap<number, number>[],
    group: readonly number[],
  ) {
    this.degree = links.map((of) => sum(of.values()));
    this.total = sum(this.degree);
    this.byGroup = links.map(() => 0);
    for (const [node, degree] of this.degree.entries()) this.add(group[node] as number, degree);
  }

  private add(group: number, degree: number): void {
    this.byGroup[group] = (this.byGroup[group] as number) + degree;
  }

  /** What joining the group brings, the node itself being in none. */
  gain(node: number, target: number, group: readonly number[]): number {
    if (this.total === 0) return 0;
    let within = 0;
    for (const [other, weight] of this.links[node] ?? [])
      if (other !== node && group[other] === target) within += weight;
    return within - ((this.degree[node] as number) * (this.byGroup[target] as number)) / this.total;
  }

  leave(node: number, group: number): void {
    this.add(group, -(this.degree[node] as number));
  }

  enter(node: number, group: number): void {
    this.add(group, this.degree[node] as number);
  }
}

/** Gains below this are rounding. */
const TOLERANCE = 1e-12;

/** Moves single nodes to the group of a friend, or out of theirs, while modularity rises. Changes `group` in place. */
const moveNodes = (level: Level, group: number[]): boolean => {
  const size = group.map(() => 0);
  for (const of of group) size[of] = (size[of] as number) + 1;
  const positive = new Side(level.positive, group);
  const negative = new Side(level.negative, group);
  let moved = false;
  for (let improved = true; improved; ) {
    improved = false;
    for (let node = 0; node < group.length; node += 1) {
      const home = group[node] as number;
      // With as many group numbers as nodes, and two nodes in one group, some number is free.
      const alone = (size[home] as number) > 1 ? size.indexOf(0) : home;
      const friends = [...(level.positive[node] ?? new Map()).keys()].filter((other) => other !== node);
      const candidates = [...new Set([...friends.map((other) => group[other] as number), alone])];
      positive.leave(node, home);
      negative.leave(node, home);
      const gain = (target: number): number => positive.gain(node, target, group) - negative.gain(node, target, group);
      let [best, bestGain] = [home, gain(home)];
      for (const target of candidates.sort((a, b) => a - b)) {
        const brings = gain(target);
        if (brings > bestGain + TOLERANCE) [best, bestGain] = [target, brings];
      }
      positive.enter(node, best);
      negative.enter(node, best);
      group[node] = best;
      size[home] = (size[home] as number) - 1;
      size[best] = (size[best] as number) + 1;
      if (best !== home) improved = moved = true;
    }
  }
  return moved;
};

const renumber = (group: readonly number[]): number[] => {
  const numbers = new Map<number, number>();
  return group.map((of) => {
    if (!numbers.has(of)) numbers.set(of, numbers.size);
    return numbers.get(of) as number;
  });
};

const contract = (level: Level, group: readonly number[]): Level => {
  const size = Math.max(...group) + 1;
  const merge = (links: readonly ReadonlyMap<number, number>[]): Map<number, number>[] => {
    const merged = Array.from({ length: size }, () => new Map<number, number>());
    links.forEach((of, node) => {
      const row = merged[group[node] as number] as Map<number, number>;
      for (const [other, weight] of of) {
        const target = group[other] as number;
        row.set(target, (row.get(target) ?? 0) + weight);
      }
    });
    return merged;
  };
  return { positive: merge(level.positive), negative: merge(level.negative) };
};

/**
 * Groups of nodes by signed modularity (Gómez, Jensen & Arenas 2009: that of the positive edges less that of the
 * negative, each against its own chance), climbed as Blondel et al. (2008) do, in the order of the names. By node.
 */
const groupsOf = (graph: SignedGraph): readonly number[] => {
  let membership = graph.names.map((_, node) => node);
  let level = levelOf(graph);
  for (;;) {
    const group = level.positive.map((_, node) => node);
    if (!moveNodes(level, group)) break;
    const numbered = renumber(group);
    membership = membership.map((of) => numbered[of] as number);
    level = contract(level, numbered);
  }
  // Groups as wholes are settled; a single node may still be better off elsewhere.
  moveNodes(levelOf(graph), membership);
  return membership;
};

/**
 * Coalitions: positive ties within, negative between. A foe's foe is no friend: whoever no positive tie connects with a
 * group is not in it, and one alone is no coalition. Largest first.
 */
export const coalitionsOf = (graph: SignedGraph): readonly Coalition[] => {
  const group = groupsOf(graph);
  return components(graph, (from, { node, sign }) => sign > 0 && group[from] === group[node])
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => nodes.map((node) => graph.names[node] as string))
    .map((members) => ({ id: stableId('coa', ...members), members }))
    .sort((a, b) => b.members.length - a.members.length || byText(a.members.join(' '), b.members.join(' ')));
};
