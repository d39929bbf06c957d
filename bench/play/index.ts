// `npx tsx bench/play/index.ts`: runs a second of the standard scenario (4 actors × 8 options × 12 variables × 12 turns), beside numpy and plain Python versions of it.
// PYTHON names the interpreter for the peers (default python3); without it, or without numpy, they are left out with a note.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { reweight } from '../../src/play/analysis/reweight.ts';
import { sensitivityOf } from '../../src/play/analysis/sensitivity.ts';
import { summarise } from '../../src/play/analysis/summary.ts';
import { playScenario } from '../../src/play/engine/play.ts';
import { standardModel, standardScenario } from '../../src/play/engine/standard.fixture.ts';
import { checkScenario } from '../../src/play/language/check/check-scenario.ts';
import { checkScenarioText } from '../../src/play/language/load.ts';
import { prepareScenario } from '../../src/play/language/scenario.ts';

interface Measured<T> {
  readonly result: T;
  readonly wall: number;
  readonly user: number;
}

/** Wall-clock seconds, and processor seconds of this process with its workers (what a loaded machine does not distort). */
const measure = async <T>(work: () => Promise<T> | T): Promise<Measured<T>> => {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  return { result, wall: (performance.now() - started) / 1000, user: process.cpuUsage(before).user / 1e6 };
};

const line = (what: string, { wall, user }: Measured<unknown>, rate = ''): void =>
  console.log(
    `${what.padEnd(58)} ${wall.toFixed(2).padStart(7)} s wall ${user.toFixed(2).padStart(7)} s user  ${rate}`,
  );

const peer = (mode: 'plain' | 'numpy', runs: number): void => {
  const python = process.env['PYTHON'] ?? 'python3';
  const script = fileURLToPath(new URL('./peers.py', import.meta.url));
  const { stdout, status } = spawnSync(python, [script, String(runs), mode], {
    input: JSON.stringify(standardModel),
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.log(
      `${`${mode} Python`.padEnd(58)} left out: ${python} ${mode === 'numpy' ? 'with numpy ' : ''}is not here (set PYTHON)`,
    );
    return;
  }
  const { seconds, war } = JSON.parse(stdout) as { seconds: number; war: number };
  console.log(
    `${`${mode} Python, ${runs} runs, look-ahead 0 (war ${(war * 100).toFixed(1)} %)`.padEnd(58)} ${''.padStart(14)} ${seconds.toFixed(2).padStart(7)} s user  ${Math.round(runs / seconds)} runs/s`,
  );
};

/** A scenario of about 2,000 lines. */
const longScenario = (): string => {
  const options = Array.from(
    { length: 40 },
    (_, k) =>
      `      o${k}:\n        title: option ${k}\n        requires: x${k % 12} < .9\n        effects:\n          x${k % 12}: +.1\n          x${(k + 5) % 12}: -.05\n        chance:\n          - p: .2\n            effects:\n              ladder: +1`,
  );
  const actors = Array.from(
    { length: 5 },
    (_, a) =>
      `  A${a}:\n    decide:\n      precision: 3\n      lookahead: 1\n    utility: x0 + .3*x${a} - rank(ladder)/3\n    actions:\n      hold: {}\n${options.join('\n')}`,
  );
  const state = Array.from({ length: 12 }, (_, v) => `  x${v}:\n    range: [0, 1]\n    init: .4`);
  return `watchfloor: 1\nid: long\njudgement: bench 2024-06-18\nhorizon: { turns: 12 }\nstate:\n${state.join('\n')}\n  ladder:\n    ordinal: [calm, tense, war]\n    init: calm\nactors:\n${actors.join('\n')}\noutcomes:\n  war: ever(ladder >= war)\n  peace: otherwise\n`;
};

const main = async (): Promise<void> => {
  for (const [lookahead, runs] of [
    [0, 10_000],
    [1, 10_000],
    [2, 2_000],
  ] as const)
    for (const workers of [1, 2]) {
      const timed = await measure(() => playScenario(prepareScenario(standardScenario(lookahead)), { runs, workers }));
      const war = summarise(timed.result).outcomes[0]?.share ?? 0;
      line(
        `look-ahead ${lookahead}, ${runs} runs, ${workers} worker${workers > 1 ? 's' : ''} (war ${(war * 100).toFixed(1)} %)`,
        timed,
        `${Math.round(runs / timed.wall)} runs/s`,
      );
    }
  peer('numpy', 10_000);
  peer('plain', 1_000);
  const text = longScenario();
  checkScenarioText(text, 'long.yaml');
  line(
    `check ${text.split('\n').length} lines (second time)`,
    await measure(() => checkScenarioText(text, 'long.yaml')),
  );
  line('check the standard scenario', await measure(() => checkScenario(standardScenario(0))));
  const kept = await playScenario(
    prepareScenario({
      ...standardScenario(0),
      observables: { smoke: { hit: 'ladder >= tense', detect: 0.7, false_alarm: 0.1 } },
    }),
    { runs: 50_000, workers: 2 },
  );
  reweight(kept, [{ observable: 'smoke', turn: 3, seen: true, weight: 0.5 }]);
  line(
    '50,000 particles × one indicator',
    await measure(() => reweight(kept, [{ observable: 'smoke', turn: 6, seen: true, weight: 0.5 }])),
  );
  if (process.argv.includes('--sobol'))
    line(
      'Sobol, 20 parameters, N = 1,024, 50 runs a point, 2 workers',
      await measure(() => sensitivityOf(prepareScenario(standardScenario(0, 20)), 'war', { workers: 2 })),
      '1.1 M runs',
    );
};

await main();
