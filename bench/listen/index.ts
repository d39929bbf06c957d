/**
 * `npx tsx bench/listen/index.ts [words]`: how fast the built-in voice speaks, beside espeak-ng where it is installed.
 * Uses the built package (`npm run build`). Best of several runs; on a busy machine compare the processor time.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'bin/watchfloor.js');
const WORDS = Number(process.argv[2] ?? 1200);
const RUNS = 5;
const PEER = 'espeak-ng';

/** The example dispatches, without their front matter, as one text of so many words. */
const article = (): string => {
  const folder = join(ROOT, 'examples/russia-dprk');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---[\s\S]*?\n---\s*/, ''));
  const paragraphs = texts.join('\n\n').split(/\n{2,}/);
  const taken: string[] = [];
  for (let index = 0, words = 0; words < WORDS; index++) {
    const paragraph = paragraphs[index % paragraphs.length] as string;
    taken.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  return taken.join('\n\n');
};

const best = (values: readonly number[]): number => Math.min(...values);

const firstSound = (file: string): Promise<number> =>
  new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [BIN, 'listen', file, '--stream'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let bytes = 0;
    let at = Number.NaN;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // The tag and the opening frame come before any sound; two thousand bytes hold a third of a second of it.
      if (bytes < 2_000 || !Number.isNaN(at)) return;
      at = performance.now() - start;
      child.kill('SIGTERM');
    });
    child.on('close', () => resolve(at));
  });

interface Whole {
  readonly wall: number;
  readonly processor: number;
  readonly sound: number;
  readonly words: number;
  readonly loudness: number;
  readonly peakMemory: number;
}

/** Loaded before the command: tells at its end what it used. */
const METER = `import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.USAGE_FILE, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});
`;

const whole = (file: string, folder: string, voice: string): Whole => {
  const usage = join(folder, 'usage.json');
  const meter = join(folder, 'meter.mjs');
  writeFileSync(meter, METER);
  const start = performance.now();
  const result = spawnSync(
    process.execPath,
    ['--import', meter, BIN, 'listen', file, '--out', folder, '--voice', voice, '--json'],
    { encoding: 'utf8', env: { ...process.env, USAGE_FILE: usage } },
  );
  const wall = (performance.now() - start) / 1000;
  if (result.status !== 0) throw new Error(result.stderr);
  const [summary] = JSON.parse(result.stdout) as [{ seconds: number; words: number; loudness: number }];
  const [processor, peakMemory] = JSON.parse(readFileSync(usage, 'utf8')) as [number, number];
  return { wall, processor, peakMemory, sound: summary.seconds, words: summary.words, loudness: summary.loudness };
};

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
try {
  const file = join(folder, 'article.txt');
  writeFileSync(file, article());
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${WORDS} words, best of ${RUNS}\n`);
  const firsts: number[] = [];
  for (let index = 0; index < RUNS; index++) firsts.push(await firstSound(file));
  console.log(`first sound of \`listen --stream\`, from the start of the process: ${best(firsts).toFixed(0)} ms`);
  for (const voice of ['slt', 'kal16']) {
    const runs = Array.from({ length: RUNS }, () => whole(file, folder, voice));
    const [fastest] = [...runs].sort((a, b) => a.wall - b.wall) as [Whole];
    console.log(
      `${voice}: all files in ${fastest.wall.toFixed(1)} s wall (${best(runs.map((run) => run.processor)).toFixed(1)} s of processor), ${fastest.sound.toFixed(0)} s of sound, ${(fastest.sound / fastest.wall).toFixed(0)} × real time, ${fastest.words} words said, ${fastest.loudness.toFixed(1)} LUFS, ${fastest.peakMemory.toFixed(0)} MB`,
    );
  }
  try {
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      execFileSync(PEER, ['-v', 'en-us', '-f', file, '-w', join(folder, 'espeak.wav')]);
      return (performance.now() - start) / 1000;
    });
    const seconds = readFileSync(join(folder, 'espeak.wav')).length / 2 / 22_050;
    console.log(
      `espeak-ng, sound alone (WAV, no captions, no mastering): ${best(times).toFixed(1)} s wall, ${seconds.toFixed(0)} s of sound, ${(seconds / best(times)).toFixed(0)} × real time`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log('espeak-ng is not installed here: no comparison');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
