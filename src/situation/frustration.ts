import { components, type SignedGraph } from './signed-graph.ts';

/** Up to this many nodes in one knot every division in two is tried: 2¹⁹ of them. */
export const EXACT_NODES = 20;
const RESTARTS = 64;
const SEED = 1954;

interface Knot {
  /** By node: number and sign of each neighbour. */
  readonly links: readonly (readonly { readonly node: number; readonly sign: number }[])[];
}

/**
 * The parts of a graph that can hold frustration at all: a node with one edge never does (it can always side as that
 * edge says), so such are shed until none is left, and what falls apart is looked at part by part.
 */
const knotsOf = ({ neighbours }: SignedGraph): readonly Knot[] => {
  const degree = neighbours.map((of) => of.length);
  const shed = new Set<number>();
  const queue = [...degree.keys()].filter((node) => (degree[node] as number) <= 1);
  for (const node of queue) {
    shed.add(node);
    for (const { node: other } of neighbours[node] ?? []) {
      if (shed.has(other)) continue;
      degree[other] = (degree[other] as number) - 1;
      if (degree[other] === 1) queue.push(other);
    }
  }
  const kept = neighbours.map((of, node) => (shed.has(node) ? [] : of.filter((edge) => !shed.has(edge.node))));
  return components({ neighbours: kept })
    .filter((nodes) => nodes.length > 2)
    .map((nodes) => {
      const number = new Map(nodes.map((node, index) => [node, index]));
      return {
        links: nodes.map((node) =>
          (kept[node] ?? []).map(({ node: other, sign }) => ({ node: number.get(other) as number, sign })),
        ),
      };
    });
};

/** Frustrated edges of a division: friends apart, foes together. */
const frustrated = ({ links }: Knot, side: Int8Array): number => {
  let doubled = 0;
  for (const [node, of] of links.entries())
    for (const { node: other, sign } of of)
      if (sign * (side[node] as number) * (side[other] as number) < 0) doubled += 1;
  return doubled / 2;
};

/** How the number changes when a node changes sides. */
const change = ({ links }: Knot, side: Int8Array, node: number): number => {
  let delta = 0;
  for (const { node: other, sign } of links[node] ?? [])
    delta += sign * (side[node] as number) * (side[other] as number);
  return delta;
};

/** Every division, each one flip from the last (Gray code); the last node stays, for sides have no names. */
const exhaustive = (knot: Knot): number => {
  const free = knot.links.length - 1;
  const side = new Int8Array(knot.links.length).fill(1);
  let now = frustrated(knot, side);
  let best = now;
  for (let step = 1; step < 2 ** free && best > 0; step += 1) {
    const node = 31 - Math.clz32(step & -step);
    now += change(knot, side, node);
    side[node] = -(side[node] as number);
    if (now < best) best = now;
  }
  return best;
};

/** Marsaglia's 32-bit xorshift: enough to scatter starting points, the same on every machine. */
const xorshift = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
};

const descend = (knot: Knot, side: Int8Array): number => {
  let now = frustrated(knot, side);
  for (let improved = true; improved; ) {
    improved = false;
    for (const node of knot.links.keys()) {
      const delta = change(knot, side, node);
      if (delta >= 0) continue;
      now += delta;
      side[node] = -(side[node] as number);
      improved = true;
    }
  }
  return now;
};

/** Flips single nodes downhill from many seeded divisions: an upper bound, nearly always reached or close to it. */
const searched = (knot: Knot): number => {
  const random = xorshift(SEED);
  const side = new Int8Array(knot.links.length).fill(1);
  let best = descend(knot, side);
  for (let restart = 0; restart < RESTARTS && best > 0; restart += 1) {
    for (let node = 0; node < side.length; node += 1) side[node] = random() & 1 ? 1 : -1;
    best = Math.min(best, descend(knot, side));
  }
  return best;
};

/**
 * The fewest edges to drop or to turn for balance (Abelson & Rosenberg 1958; Aref & Wilson 2018): exact when no knot has
 * more than {@link EXACT_NODES} nodes, else an upper bound.
 */
export const frustrationIndex = (graph: SignedGraph): { readonly edges: number; readonly exact: boolean } => {
  const knots = knotsOf(graph);
  const small = (knot: Knot): boolean => knot.links.length <= EXACT_NODES;
  return {
    edges: knots.reduce((sum, knot) => sum + (small(knot) ? exhaustive(knot) : searched(knot)), 0),
    exact: knots.every(small),
  };
};
