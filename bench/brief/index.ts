// Briefs composed and rendered, beside marked turning the same brief's Markdown into HTML: npx tsx bench/brief/index.ts [TEXTS]
import { marked } from 'marked';
import { composeBrief, renderBrief } from '../../src/brief/index.ts';
import { situate } from '../../src/situation/index.ts';
import { generatedReadings } from '../situation/generated-readings.ts';

const REPEATS = 7;

/** Least user CPU time of several runs, in milliseconds, after one run that warms the engine up. */
const leastCpu = (run: () => unknown): number => {
  run();
  let least = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const before = process.cpuUsage();
    run();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
};

const sizes = process.argv[2] === undefined ? [1, 24, 200] : [Number(process.argv[2])];
console.log(`user CPU time, least of ${REPEATS} runs; generated readings of 25 events, 12 figures, 8 attributions`);
for (const size of sizes) {
  const readings = generatedReadings(size);
  const situation = situate(readings);
  const first = process.cpuUsage();
  renderBrief(composeBrief(situation, readings), situation);
  const cold = process.cpuUsage(first).user / 1000;
  const content = composeBrief(situation, readings);
  const files = renderBrief(content, situation);
  const markdown = files['brief.md'] as string;
  const kilobytes = Math.round((files['brief.html'] as string).length / 1000);
  const composing = leastCpu(() => composeBrief(situation, readings));
  const rendering = leastCpu(() => renderBrief(content, situation));
  const peer = leastCpu(() => marked.parse(markdown));
  console.log(
    [
      `${String(size).padStart(4)} texts`,
      `compose ${composing.toFixed(1)} ms`,
      `render all files ${rendering.toFixed(1)} ms (page ${kilobytes} kB)`,
      `${Math.round(size / ((composing + rendering) / 1000))} texts/s`,
      `first call ${cold.toFixed(1)} ms`,
      `marked, Markdown to HTML alone ${peer.toFixed(1)} ms`,
    ].join('   '),
  );
}
