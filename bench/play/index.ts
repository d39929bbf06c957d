// `npx tsx bench/play/index.ts`: runs a second of the standard scenario (4 actors × 8 options × 12 variables × 12 turns), beside numpy and plain Python versions of it.
// PYTHON names the interpreter for the peers (default python3), BOARDGAME the folder where boardgame.io is installed; what is not there is left out with a note.
// `--sobol` adds the long row. Each figure is the best of three, since other work on the machine only ever adds to it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reweight } from '../../src/play/analysis/reweight.ts';
import { sensitivityOf } from '../../src/play/analysis/sensitivity.ts';
import { summarise } from '../../src/play/analysis/summary.ts';
import type { BargainingActor } from '../../src/play/classic/bargaining/actor.ts';
import { spatialModel } from '../../src/play/classic/bargaining/spatial-model.ts';
import { playScenario } from '../../src/play/engine/play.ts';
import { uniformsFor } from '../../src/play/engine/random.ts';
import { standardModel, standardScenario } from '../../src/play/engine/standard.fixture.ts';
import { checkScenario } from '../../src/play/language/check/check-scenario.ts';
import { checkScenarioText } from '../../src/play/language/load.ts';
import { prepareScenario, prepareScenarioText } from '../../src/play/language/scenario.ts';
import { discover } from '../../src/play/statistics/prim/index.ts';

interface Measured<T> {
  readonly result: T;
  readonly wall: number;
  readonly user: number;
}

const TIMES = 3;

/** Wall-clock seconds, and processor seconds of this process with its workers (what a loaded machine does not distort). */
const measure = async <T>(work: () => Promise<T> | T, times = TIMES): Promise<Measured<T>> => {
  let best: Measured<T> | undefined;
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    const before = process.cpuUsage();
    const result = await work();
    const [wall, user] = [(performance.now() - started) / 1000, process.cpuUsage(before).user / 1e6];
    best = { result, wall: Math.min(wall, best?.wall ?? wall), user: Math.min(user, best?.user ?? user) };
  }
  return best as Measured<T>;
};

const line = (what: string, { wall, user }: Measured<unknown>, rate = ''): void =>
  console.log(
    `${what.padEnd(58)} ${wall.toFixed(3).padStart(8)} s wall ${user.toFixed(3).padStart(8)} s user  ${rate}`,
  );

const report = (
  name: string,
  runs: number,
  { stdout, status }: { readonly stdout: string; readonly status: number | null },
  hint: string,
): void => {
  if (status !== 0) {
    console.log(`${name.padEnd(58)} left out: ${hint}`);
    return;
  }
  const { seconds, war } = JSON.parse(stdout) as { seconds: number; war: number };
  console.log(
    `${`${name}, ${runs} runs, look-ahead 0 (war ${(war * 100).toFixed(1)} %)`.padEnd(58)} ${''.padStart(15)} ${seconds.toFixed(3).padStart(8)} s user  ${Math.round(runs / seconds)} runs/s`,
  );
};

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const peers = (): void => {
  const input = JSON.stringify(standardModel);
  const python = process.env['PYTHON'] ?? 'python3';
  for (const [mode, runs] of [
    ['numpy', 10_000],
    ['plain', 1_000],
  ] as const)
    report(
      `${mode} Python`,
      runs,
      spawnSync(python, [beside('./peers.py'), String(runs), mode], { input, encoding: 'utf8' }),
      `${python} ${mode === 'numpy' ? 'with numpy ' : ''}is not here (set PYTHON)`,
    );
  const folder = process.env['BOARDGAME'] ?? '';
  report(
    'boardgame.io',
    100,
    spawnSync(process.execPath, [beside('./boardgame.mjs'), folder, '100'], { input, encoding: 'utf8' }),
    'not here (npm install boardgame.io somewhere, set BOARDGAME to it)',
  );
};

/** 10,000 cases × 20 inputs; a box of three inputs holds most of the cases of interest. */
const boxTable = () => {
  const uniform = uniformsFor('1', 'bench');
  const columns = Array.from({ length: 20 }, () => Float64Array.from({ length: 10_000 }, uniform));
  const [a, b, c] = columns as [Float64Array, Float64Array, Float64Array];
  const interest = Uint8Array.from(a, (value, row) => {
    const inside = value > 0.6 && (b[row] as number) < 0.5 && (c[row] as number) > 0.3;
    return Number(uniform() < (inside ? 0.9 : 0.05));
  });
  return { names: columns.map((_, index) => `p${index}`), columns, interest };
};

/** Thirteen actors on two issues, in a fixed pattern. */
const thirteen = (): readonly BargainingActor[] =>
  Array.from({ length: 13 }, (_, i) => ({
    name: `A${i}`,
    capability: 20 + ((i * 37) % 80),
    position: [((i * 29) % 100) / 100, ((i * 53) % 100) / 100],
    salience: [(20 + ((i * 17) % 60)) / 100, (20 + ((i * 41) % 60)) / 100],
  }));

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
      const timed = await measure(() =>
        playScenario(prepareScenarioText(JSON.stringify(standardScenario(lookahead)), 'standard.yaml'), {
          runs,
          workers,
        }),
      );
      const war = summarise(timed.result).outcomes[0]?.share ?? 0;
      line(
        `look-ahead ${lookahead}, ${runs} runs, ${workers} worker${workers > 1 ? 's' : ''} (war ${(war * 100).toFixed(1)} %)`,
        timed,
        `${Math.round(runs / timed.wall)} runs/s`,
      );
    }
  peers();
  const yamlText = readFileSync(beside('../../scenarios/russia-dprk.yaml'), 'utf8');
  line('check scenarios/russia-dprk.yaml', await measure(() => checkScenarioText(yamlText, 'russia-dprk.yaml')));
  const text = longScenario();
  line(`check ${text.split('\n').length} lines `, await measure(() => checkScenarioText(text, 'long.yaml')));
  line('check the standard scenario', await measure(() => checkScenario(standardScenario(0))));
  const kept = await playScenario(
    prepareScenario({
      ...standardScenario(0),
      observables: { smoke: { hit: 'ladder >= tense', detect: 0.7, false_alarm: 0.1 } },
    }),
    { runs: 50_000 },
  );
  reweight(kept, [{ observable: 'smoke', turn: 3, seen: true, weight: 0.5 }]);
  line(
    '50,000 particles × one indicator',
    await measure(() => reweight(kept, [{ observable: 'smoke', turn: 6, seen: true, weight: 0.5 }])),
  );
  const cases = boxTable();
  line(
    'PRIM, 10,000 × 20, 10 resamples',
    await measure(() => discover(cases, { uniform: uniformsFor('1', 'resample') })),
  );
  line('bargaining, 13 actors, 2 issues, 27 rounds', await measure(() => spatialModel(thirteen(), { rounds: 27 })));
  if (process.argv.includes('--sobol'))
    line(
      'Sobol, 20 parameters, N = 1,024, 50 runs a point, 2 workers',
      await measure(() => sensitivityOf(prepareScenario(standardScenario(0, 20)), 'war', { workers: 2 }), 1),
      '1.1 M runs',
    );
};

await main();
