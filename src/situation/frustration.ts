import { components, type SignedGraph } from './signed-graph.ts';

/** Up to here the exact search always runs to its end, which is after 2²⁰ steps at most. */
const ALWAYS_EXACT_NODES = 20;
/** Beyond, it gives up after so many. */
const STEPS = 2 ** 17;
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

/** The best of many seeded divisions with every node moved downhill: an upper bound, nearly always reached or close to it. */
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

/** The node with most links first, then always the one with most links to those before it: bad divisions show early. */
const searchOrder = ({ links }: Knot): readonly number[] => {
  const order: number[] = [];
  const placed = new Set<number>();
  const toPlaced = links.map(() => 0);
  while (order.length < links.length) {
    let next = -1;
    for (const [node, of] of links.entries()) {
      if (placed.has(node)) continue;
      const [mine, best] = [toPlaced[node] as number, toPlaced[next] ?? -1];
      if (mine > best || (mine === best && of.length > (links[next]?.length ?? -1))) next = node;
    }
    order.push(next);
    placed.add(next);
    for (const { node } of links[next] ?? []) toPlaced[node] = (toPlaced[node] as number) + 1;
  }
  return order;
};

/**
 * Branch and bound over the divisions in two. A branch is cut when what it has frustrated so far, and what each node yet
 * to come must frustrate at least towards the nodes placed, is no better than the best known. Null when out of steps.
 */
const bounded = (knot: Knot, known: number): number | null => {
  const order = searchOrder(knot);
  const size = order.length;
  const rank = new Int32Array(size);
  for (const [place, node] of order.entries()) rank[node] = place;
  /** Of each node, towards the nodes placed: sum of sign × side, and number of links. */
  const pull = new Int32Array(size);
  const placed = new Int32Array(size);
  const limit = size <= ALWAYS_EXACT_NODES ? Infinity : STEPS;
  let best = known;
  let steps = 0;

  const bring = (node: number, place: number, side: number, count: 1 | -1): void => {
    for (const { node: other, sign } of knot.links[node] ?? []) {
      if ((rank[other] as number) <= place) continue;
      pull[other] = (pull[other] as number) + count * sign * side;
      placed[other] = (placed[other] as number) + count;
    }
  };
  const owed = (place: number): number => {
    let doubled = 0;
    for (let later = place; later < size; later += 1) {
      const node = order[later] as number;
      doubled += (placed[node] as number) - Math.abs(pull[node] as number);
    }
    return doubled / 2;
  };
  const search = (place: number, cost: number): void => {
    if (place === size) {
      best = cost;
      return;
    }
    const node = order[place] as number;
    const easier = (pull[node] as number) >= 0 ? 1 : -1;
    // Sides have no names: the first node may stay where it is.
    for (const side of place === 0 ? [1] : [easier, -easier]) {
      steps += 1;
      if (steps > limit) return;
      const more = cost + ((placed[node] as number) - side * (pull[node] as number)) / 2;
      bring(node, place, side, 1);
      if (more + owed(place + 1) < best) search(place + 1, more);
      bring(node, place, side, -1);
    }
  };
  search(0, 0);
  return steps > limit ? null : best;
};

/**
 * The fewest edges to drop or to turn for balance (Abelson & Rosenberg 1958; Aref & Wilson 2018). Always exact when no
 * knot has more than 20 nodes; for larger ones when the search comes to its end, else an upper bound and marked so.
 */
export const frustrationIndex = (graph: SignedGraph): { readonly edges: number; readonly exact: boolean } => {
  const found = knotsOf(graph).map((knot) => {
    const upper = searched(knot);
    const least = upper === 0 ? 0 : bounded(knot, upper);
    return { edges: least ?? upper, exact: least !== null };
  });
  return { edges: found.reduce((sum, { edges }) => sum + edges, 0), exact: found.every(({ exact }) => exact) };
};
