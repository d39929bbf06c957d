// Forecasts scored a second: Brier with its parts, log score, skill and calibration, by author; beside the bare Brier score.
// npx tsx bench/judge/forecasts.ts [forecasts]
import { trackRecord } from '../../src/judge/index.ts';
import type { Forecast } from '../../src/model/index.ts';

const FORECASTS = Number(process.argv[2] ?? 100_000);
const AUTHORS = 50;
const ROUNDS = 5;

/** 0 … 1, the same on every run. */
let state = 42;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const day = (index: number): string => new Date(Date.UTC(2024, 0, 1 + (index % 90))).toISOString().slice(0, 10);

const forecasts: readonly Forecast[] = Array.from({ length: FORECASTS }, (_, index) => {
  const probability = random();
  return {
    id: `fc-${index}`,
    question: `Will event ${index} come about?`,
    criteria: 'The register says so.',
    opens: '2024-01-01',
    closes: '2024-04-30',
    topics: [],
    updates: [{ at: day(index), author: `analyst ${index % AUTHORS}`, probability, origin: { kind: 'person' } }],
    resolution: { outcome: random() < probability ? 'yes' : 'no', at: '2024-05-01', source: 'register', by: 'bench' },
  };
});

const time = (what: string, run: () => unknown): void => {
  const walls: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    run();
    walls.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  const best = Math.min(...walls);
  console.log(
    `${what.padEnd(52)} ${best.toFixed(0).padStart(6)} ms best of ${ROUNDS}, ${((user + system) / 1000 / ROUNDS).toFixed(0).padStart(6)} ms CPU, ${((FORECASTS / best) * 1000).toFixed(0).padStart(9)} forecasts/s`,
  );
};

console.log(`${FORECASTS} resolved questions, one forecast each, ${AUTHORS} authors`);
time('everything, last probability before the end', () => trackRecord(forecasts));
time('everything, by author', () => trackRecord(forecasts, { by: 'author' }));
time('everything, weighed by time', () => trackRecord(forecasts, { method: 'time' }));
time('peer: a loop that sums squared differences only', () => {
  let sum = 0;
  for (const { updates, resolution } of forecasts)
    sum += ((updates[0]?.probability ?? 0) - (resolution?.outcome === 'yes' ? 1 : 0)) ** 2;
  return sum / forecasts.length;
});
