import type { Tie } from '../model/index.ts';
import { unique } from './collation.ts';

export interface SignedEdge {
  readonly a: string;
  readonly b: string;
  readonly sign: 1 | -1;
  /** Above 0; 1 where edges are only signed. */
  readonly weight?: number;
}

interface Neighbour {
  readonly node: number;
  readonly sign: 1 | -1;
  readonly weight: number;
}

/** Undirected, without loops, at most one edge a pair; nodes are numbered in code-unit order of their names. */
export interface SignedGraph {
  readonly names: readonly string[];
  /** By node, in order of the neighbours' numbers. */
  readonly neighbours: readonly (readonly Neighbour[])[];
  readonly edges: number;
}

/** A graph of the edges. Of edges that name one pair twice the last counts; an edge from a node to itself does not. */
export const signedGraph = (edges: readonly SignedEdge[]): SignedGraph => {
  const proper = edges.filter(({ a, b }) => a !== b);
  const names = unique(proper.flatMap(({ a, b }) => [a, b]));
  const number = new Map(names.map((name, index) => [name, index]));
  const byNode = names.map(() => new Map<number, Neighbour>());
  for (const { a, b, sign, weight = 1 } of proper) {
    const [i, j] = [number.get(a) as number, number.get(b) as number];
    byNode[i]?.set(j, { node: j, sign, weight });
    byNode[j]?.set(i, { node: i, sign, weight });
  }
  const neighbours = byNode.map((of) => [...of.values()].sort((x, y) => x.node - y.node));
  return { names, neighbours, edges: neighbours.reduce((sum, of) => sum + of.length, 0) / 2 };
};

/** Strength counts by its logarithm, so that one war does not drown all else, and a divided tie counts less. */
export const graphOfTies = (ties: readonly Tie[]): SignedGraph =>
  signedGraph(
    ties.map(({ a, b, sign, strength, agreement }) => ({ a, b, sign, weight: Math.log2(1 + strength) * agreement })),
  );

/** Sets of nodes that hang together, each in order; `joins` says over which edges. */
export const components = (
  graph: Pick<SignedGraph, 'neighbours'>,
  joins: (from: number, edge: Neighbour) => boolean = () => true,
): readonly (readonly number[])[] => {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const start of graph.neighbours.keys()) {
    if (seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    for (const node of component)
      for (const edge of graph.neighbours[node] ?? [])
        if (!seen.has(edge.node) && joins(node, edge)) {
          seen.add(edge.node);
          component.push(edge.node);
        }
    found.push(component.sort((x, y) => x - y));
  }
  return found;
};
