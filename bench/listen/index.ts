/**
 * `npx tsx bench/listen/index.ts [words] [runs]`: how fast and how loud the built-in voices speak, beside espeak-ng where
 * it is installed. Uses the built package (`npm run build`). Best of several runs; on a busy machine compare the
 * processor time. Loudness and true peak are those of the decoded MP3, what a listener gets.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MPEGDecoder } from 'mpg123-decoder';
import { loudnessMeter } from '../../src/listen/master/loudness.ts';
import { truePeak } from '../../src/listen/master/true-peak.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'bin/watchfloor.js');
const WORDS = Number(process.argv[2] ?? 1200);
const RUNS = Number(process.argv[3] ?? 5);
const VOICES = ['slt', 'rms', 'awb', 'kal16'];
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
  readonly file: string;
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
  const [summary] = JSON.parse(result.stdout) as [{ seconds: number; words: number; files: string[] }];
  const [processor, peakMemory] = JSON.parse(readFileSync(usage, 'utf8')) as [number, number];
  const mp3 = summary.files.find((name) => name.endsWith('.mp3')) as string;
  return { wall, processor, peakMemory, sound: summary.seconds, words: summary.words, file: mp3 };
};

/** LUFS and dBTP of an MP3 as it is heard. */
const heard = async (mp3: string): Promise<{ readonly loudness: number; readonly truePeakDb: number }> => {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, sampleRate } = decoder.decode(readFileSync(mp3));
  const [samples] = channelData as [Float32Array];
  const meter = loudnessMeter(sampleRate);
  meter.add(samples);
  const measured = { loudness: meter.integrated(), truePeakDb: 20 * Math.log10(truePeak(samples)) };
  decoder.free();
  return measured;
};

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
try {
  const file = join(folder, 'article.txt');
  writeFileSync(file, article());
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${WORDS} words, best of ${RUNS}\n`);
  const firsts: number[] = [];
  for (let index = 0; index < RUNS; index++) firsts.push(await firstSound(file));
  console.log(`first sound of \`listen --stream\`, from the start of the process: ${best(firsts).toFixed(0)} ms`);
  const columns = ['voice', 'wall s', 'processor s', 'sound s', '× real time', 'words', 'LUFS', 'dBTP', 'peak MB'];
  console.log(`\nall five files; LUFS and dBTP of the decoded MP3\n${columns.join('\t')}`);
  for (const voice of VOICES) {
    const runs = Array.from({ length: RUNS }, () => whole(file, folder, voice));
    const { wall, sound, words, file: mp3, peakMemory } = [...runs].sort((a, b) => a.wall - b.wall)[0] as Whole;
    const { loudness, truePeakDb } = await heard(mp3);
    const processor = best(runs.map((run) => run.processor));
    console.log(
      [
        voice,
        wall.toFixed(1),
        processor.toFixed(1),
        sound.toFixed(0),
        (sound / wall).toFixed(0),
        words,
        loudness.toFixed(1),
        truePeakDb.toFixed(1),
        peakMemory.toFixed(0),
      ].join('\t'),
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
