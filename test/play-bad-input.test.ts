import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/watchfloor.js', import.meta.url));
const env = { ...process.env, NO_COLOR: '1' };

const BASE = `watchfloor: 1
id: small
judgement: a 2024-01-01
horizon: { turns: 3 }
parameters: { p: { dist: "uniform(0, 1)" }, q: { dist: "uniform(0, 1)" } }
state: { x: { range: [0, 1], init: .3 } }
actors:
  A:
    decide: { precision: 1 + q }
    utility: x + p
    actions: { wait: {}, go: { effects: { x: +.1 } } }
outcomes: { high: end(x > .5), low: otherwise }
`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-play-'));
  writeFileSync(join(root, 'small.yaml'), BASE);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Standard output, standard error, exit status. */
const run = (...args: readonly string[]): readonly [string, string, number | null] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, 'play', ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return [stdout, stderr, status];
};

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
];

/** What the file says, and the one line on standard error. */
const FILES: readonly (readonly [what: string, text: string | Uint8Array, message: string])[] = [
  [
    'no YAML',
    'a: [1, 2',
    'f.yaml:1:9: This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. (play.not-yaml)',
  ],
  ['nothing', '', 'f.yaml: The file is empty; a scenario begins with `watchfloor: 1`. (play.not-yaml)'],
  [
    'bytes',
    new Uint8Array([0, 255, 254, 1]),
    'f.yaml:1:1: the scenario must be a mapping with watchfloor, id, horizon, state, actors, outcomes, not the text \u0000\ufffd\ufffd\u0001. (play.invalid-scenario)',
  ],
  ['50 MB', 'a: '.padEnd(50 * 1024 * 1024, 'x'), 'f.yaml: The scenario is larger than 4 MB. (play.too-large)'],
  [
    '10,000 brackets deep',
    '['.repeat(10_000),
    'f.yaml:1: The scenario nests deeper than 64 levels; no part of one needs more than eight. (play.too-deep)',
  ],
  [
    '1,500 blocks deep',
    Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'f.yaml:66: The scenario nests deeper than 64 levels; no part of one needs more than eight. (play.too-deep)',
  ],
  [
    'an anchor bomb',
    bomb.join('\n'),
    'f.yaml: The scenario expands to more than 100000 values; do not nest aliases. (play.too-large)',
  ],
  [
    'a division by zero as written',
    BASE.replace('x + p', '1/0'),
    'f.yaml:10:15: actors.A.utility: division by zero. (play.invalid-scenario)',
  ],
  [
    'a division by zero in a run',
    BASE.replace('x + p', '1/(x - .3)'),
    'f.yaml:10:15 actors.A.utility: Division by zero in `1/(x - .3)`; guard the divisor, for example by max(…, .01). (play.division-by-zero)',
  ],
  [
    'not a number as written',
    BASE.replace('x + p', '.nan'),
    'f.yaml:10:14: actors.A.utility must be a finite number or an expression, not NaN. (play.invalid-scenario)',
  ],
  [
    'not a number in a utility',
    BASE.replace('x + p', '1e308*10*p - 1e308*10*p'),
    'f.yaml:10:14 actors.A.utility: In turn 1 the utility that A expects of wait is no finite number; narrow the parameters that go into it. (play.not-finite)',
  ],
  [
    'not a number in a precision',
    BASE.replace('1 + q', '1e308*10*q'),
    'f.yaml:9:26 actors.A.decide.precision: In turn 1 this precision is no finite number; narrow the parameters that go into it. (play.not-finite)',
  ],
  [
    'not a number in the state',
    `${BASE}shocks: { s: { p: 1, effects: { x: +1e308*10*p - 1e308*10*p } } }\n`,
    'f.yaml:6:13 state.x: In turn 1 x is no finite number; narrow the parameters that go into it. (play.not-finite)',
  ],
  [
    'not a number in a probability',
    `${BASE}shocks: { s: { p: 1e308*10*p - 1e308*10*p, effects: { x: +.1 } } }\n`,
    'f.yaml:13:19 shocks.s.p: In turn 1 the probability of this shock is no finite number; narrow the parameters that go into it. (play.not-finite)',
  ],
  [
    'numbers without bounds',
    BASE.replace('uniform(0, 1)', 'normal(0, 1e999)'),
    'f.yaml:5:37: parameters.p.dist: 1e999 is no finite number. (play.invalid-scenario)',
  ],
  [
    'no end',
    BASE.replace('turns: 3', 'turns: 1000000000'),
    'f.yaml:4:19: horizon.turns is 1000000000; it must lie from 1 to 1000. (play.invalid-scenario)',
  ],
  [
    'more outcomes than the engine can tell apart',
    BASE.replace(
      /outcomes.*/,
      `outcomes: { ${Array.from({ length: 40 }, (_, i) => `o${i}: end(x == ${i / 100})`)}, low: otherwise }`,
    ),
    'f.yaml:12:11: the scenario has 41 outcomes; it can have 31. (play.invalid-scenario)',
  ],
];

describe('a scenario with', () => {
  it.each(FILES)('%s: one clear error', (_, text, message) => {
    writeFileSync(join(root, 'f.yaml'), text);
    expect(run('f.yaml', '--runs', '1000')).toEqual(['', `watchfloor: ${message}\n`, 1]);
  });
});

describe('options', () => {
  it.each([
    [['missing.yaml'], 'missing.yaml: There is no such scenario, or it cannot be read. (play.file-missing)'],
    [['.'], '.: There is no such scenario, or it cannot be read. (play.file-missing)'],
    [['missing.wfruns'], 'missing.wfruns: There is no such run file. (play.file-missing)'],
    [['small.yaml', '--runs', '-5'], '--runs is -5; it must be a whole number from 1 to 10000000. (play.bad-option)'],
    [
      ['small.yaml', '--runs', '1e99'],
      '--runs is 1e+99; it must be a whole number from 1 to 10000000. (play.bad-option)',
    ],
    [['small.yaml', '--workers', '0'], '--workers is 0; it must be a whole number from 1 to 256. (play.bad-option)'],
    [['small.yaml', '--resume'], '--resume goes on from the runs in a folder; name it with --out. (play.bad-option)'],
    [['small.yaml', '--set', 'p'], '--set p must be NAME=VALUE, such as us_resolve=.4. (play.bad-option)'],
    [
      ['small.yaml', '--set', 'pp=1'],
      '--set names pp, which is neither a parameter nor a state variable. Did you mean p? (play.unknown-name)',
    ],
    [['sensitivity', 'small.yaml', 'hihg'], 'The scenario has no outcome hihg. Did you mean high? (play.unknown-name)'],
    [['explain', 'small.yaml', '--run', '-1'], 'There is no run -1; runs go from 0 to 9999. (play.bad-option)'],
  ])('%j', (args, message) => {
    expect(run(...args)).toEqual(['', `watchfloor: ${message}\n`, 1]);
  });
});

/** Starts a play and stops it with Ctrl-C (as a terminal and a package runner send it: twice) after a while. */
const interruptedAfter = (args: readonly string[], ms: number): Promise<readonly [string, string]> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, 'play', ...args], { cwd: root, env });
    let [out, error] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      error += part;
    });
    setTimeout(() => {
      child.kill('SIGINT');
      child.kill('SIGINT');
    }, ms);
    child.on('close', () => resolve([out, error]));
  });

/** How fast a machine is decides when the program is under way and not yet done: it is stopped later each time until it is. */
const interrupted = async (enough: RegExp, ...args: readonly string[]): Promise<readonly [string, string]> => {
  for (const ms of [500, 800, 1200, 1800, 2700, 4000, 8000]) {
    const told = await interruptedAfter(args, ms);
    if (enough.test(told[0])) return told;
  }
  return interruptedAfter(args, 16_000);
};

describe('Ctrl-C', () => {
  const RUNS = '1500000';

  it('keeps and labels what is finished; the rest can be played later, to the same bits', async () => {
    const [text, notes] = await interrupted(/partial/, 'small.yaml', '--runs', RUNS, '--workers', '1', '--out', 'cut');
    expect(notes).toMatch(/^stopping: finished runs are kept\nwritten: /);
    expect(text).toMatch(/stopped after \d+ of 1500000 runs: partial results/);
    expect(readFileSync(join(root, 'cut', 'report.html'), 'utf8')).toMatch(
      /Partial results: stopped after \d+ of 1500000 runs/,
    );
    const { completed, runs } = JSON.parse(readFileSync(join(root, 'cut', 'summary.json'), 'utf8')).manifest;
    expect(completed).toBeGreaterThan(0);
    expect(completed).toBeLessThan(runs);

    run('small.yaml', '--runs', RUNS, '--out', 'cut', '--resume');
    run('small.yaml', '--runs', RUNS, '--out', 'whole');
    expect(
      readFileSync(join(root, 'cut', 'runs.wfruns')).equals(readFileSync(join(root, 'whole', 'runs.wfruns'))),
    ).toBe(true);
  }, 120_000);

  it('keeps the tornado and the points played of a sensitivity analysis', async () => {
    const [text] = await interrupted(
      /Partial results[\s\S]*Sobol/,
      'sensitivity',
      'small.yaml',
      'high',
      '--points',
      '65536',
      '--workers',
      '1',
    );
    expect(text).toMatch(/Partial results: stopped after \d+ of 65536 points\./);
    expect(text).toMatch(/Sobol indices, \d+ points/);
  }, 120_000);

  it('labels what an analysis makes of finished runs', async () => {
    const [text] = await interrupted(
      /^Partial results[\s\S]*all/,
      'branches',
      'small.yaml',
      'A',
      '--runs',
      '3000000',
      '--workers',
      '1',
    );
    expect(text).toMatch(/^Partial results: stopped before all runs were played\.\n\nall \d+ runs/);
  }, 120_000);

  it('keeps the record of a game', async () => {
    const game = spawn(process.execPath, [BIN, 'play', 'side', 'small.yaml', 'A', '--record', 'game.json'], {
      cwd: root,
      env,
    });
    const closed = new Promise((resolve) => game.on('close', resolve));
    game.stdin.write('go\n');
    await new Promise<void>((resolve) => {
      game.stdout.on('data', (part) => {
        if (String(part).includes('Turn 2')) resolve();
      });
    });
    game.kill('SIGINT');
    await closed;
    expect(JSON.parse(readFileSync(join(root, 'game.json'), 'utf8'))).toMatchObject({ choices: ['go'], outcome: null });
  });
});

it('an output folder that cannot be written: nothing is lost but said', () => {
  writeFileSync(join(root, 'taken'), '');
  const [, error, status] = run('small.yaml', '--runs', '1000', '--out', 'taken/deep');
  expect(status).toBe(1);
  expect(error).toMatch(/^watchfloor: .*\(output\.unwritable\)\n$/);
});
