// Readings put together a second, and groups of a graph beside graphology's Louvain: npx tsx bench/situation/index.ts [READINGS]
import { UndirectedGraph } from 'graphology';
import communities from 'graphology-communities-louvain';
import { coalitionsOf, type SignedEdge, signedGraph, situate, structuralBalance } from '../../src/situation/index.ts';
import { generatedReadings } from './generated-readings.ts';
import { scatter } from './scatter.ts';

// The package's types tell of an ES module, but it is CommonJS: its function is the default import itself.
const louvain = communities as unknown as typeof communities.default;

const REPEATS = 5;

/** Least user CPU time of several runs, in milliseconds: what other work on the machine disturbs least. */
const leastCpu = (run: () => unknown): number => {
  let least = Infinity;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const before = process.cpuUsage();
    run();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
};

const line = (what: string, milliseconds: number, more = ''): void =>
  console.log(`${what.padEnd(58)} ${milliseconds.toFixed(1).padStart(8)} ms ${more}`);

const sizes = process.argv[2] === undefined ? [20, 200, 1000] : [Number(process.argv[2])];
console.log(`user CPU time, least of ${REPEATS} runs; generated readings of 25 events, 12 figures, 8 attributions`);
for (const size of sizes) {
  const readings = generatedReadings(size);
  const { claims, timeline, ties } = situate(readings);
  const time = leastCpu(() => situate(readings));
  line(
    `situate ${size} readings`,
    time,
    `${Math.round((size / time) * 1000)} readings/s; ${claims.length} claims, ${timeline.length} happenings, ${ties.length} ties`,
  );
}

/** Four camps, friends within and foes between, with a tenth of the edges the other way. */
const camps = (nodes: number, perNode: number): SignedEdge[] => {
  const random = scatter(nodes);
  const edges = new Map<string, SignedEdge>();
  for (let i = 0; i < nodes * perNode; i += 1) {
    const [x, y] = [random(nodes), random(nodes)].sort((p, q) => p - q) as [number, number];
    const alike = (x % 4 === y % 4) !== (random(10) === 0);
    if (x !== y) edges.set(`${x} ${y}`, { a: `n${x}`, b: `n${y}`, sign: alike ? 1 : -1 });
  }
  return [...edges.values()];
};

for (const nodes of [100, 400]) {
  const edges = camps(nodes, 6);
  const graph = signedGraph(edges);
  // graphology's Louvain knows no negative edge: it is given the positive ones alone.
  const positive = new UndirectedGraph();
  for (const { a, b, sign } of edges) if (sign > 0) positive.mergeEdge(a, b);
  const name = `of ${nodes} nodes, ${graph.edges} edges`;
  line(
    `coalitions ${name}`,
    leastCpu(() => coalitionsOf(graph)),
    `${coalitionsOf(graph).length} coalitions`,
  );
  line(
    `graphology Louvain, positive edges alone, ${name}`,
    leastCpu(() => louvain(positive, { rng: () => 0.5 })),
    `${new Set(Object.values(louvain(positive, { rng: () => 0.5 }))).size} groups`,
  );
  line(
    `structural balance ${name}`,
    leastCpu(() => structuralBalance(graph)),
  );
}
