import type { Balance } from '../model/index.ts';
import { frustrationIndex } from './frustration.ts';
import { components, type SignedGraph } from './signed-graph.ts';
import { eigenvalues, type SymmetricMatrix } from './spectrum.ts';

/** Triangles by how many of their edges are negative. */
const triads = ({ neighbours }: SignedGraph): readonly [number, number, number, number] => {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  const signs = neighbours.map((of) => new Map(of.map(({ node, sign }) => [node, sign])));
  neighbours.forEach((of, i) => {
    const later = of.filter(({ node }) => node > i);
    later.forEach(({ node: j, sign: first }, index) => {
      for (const { node: k, sign: second } of later.slice(index + 1)) {
        const third = signs[j]?.get(k);
        if (third === undefined) continue;
        const negatives = [first, second, third].filter((sign) => sign < 0).length as 0 | 1 | 2 | 3;
        counts[negatives] += 1;
      }
    });
  });
  return counts;
};

const adjacency = (graph: SignedGraph, nodes: readonly number[], unsigned: boolean): SymmetricMatrix => {
  const number = new Map(nodes.map((node, index) => [node, index]));
  return nodes.map((node) => {
    const row = new Float64Array(nodes.length);
    for (const { node: other, sign } of graph.neighbours[node] ?? [])
      row[number.get(other) as number] = unsigned ? 1 : sign;
    return row;
  });
};

/**
 * tr(e^A) / tr(e^|A|) (Estrada & Benzi 2014): the share of balanced among all closed walks, longer ones counting less.
 * Both traces are taken relative to the largest eigenvalue, so that a dense graph overflows nothing.
 */
const walkBalance = (graph: SignedGraph): number => {
  const parts = components(graph);
  const spectrum = (unsigned: boolean): number[] =>
    parts.flatMap((nodes) => [...eigenvalues(adjacency(graph, nodes, unsigned))]);
  const [signed, unsigned] = [spectrum(false), spectrum(true)];
  const top = unsigned.reduce((a, b) => Math.max(a, b));
  const trace = (values: readonly number[]): number => values.reduce((sum, value) => sum + Math.exp(value - top), 0);
  return trace(signed) / trace(unsigned);
};

/** How far the graph is from two camps (or from camps that only befriend within): see {@link Balance}. */
export const structuralBalance = (graph: SignedGraph): Balance => {
  const [ppp, ppn, pnn, nnn] = triads(graph);
  const all = ppp + ppn + pnn + nnn;
  const empty = graph.edges === 0;
  return {
    nodes: graph.names.length,
    edges: graph.edges,
    triads: { ppp, ppn, pnn, nnn },
    triangleBalance: all === 0 ? null : (ppp + pnn) / all,
    walkBalance: empty ? null : walkBalance(graph),
    frustration: empty ? null : frustrationIndex(graph),
  };
};
