/**
 * `npm run bench`: documents and sentences a second of every stage, each beside a peer, in one run. The texts are the
 * example dispatches (24 Markdown files) and the marked pages of the tests; nothing else is needed but the built package
 * (`npm run build`). Wall time on a busy machine misleads: processor time stands beside it. The benches of single stages
 * (`bench/STAGE/`) say more.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import Database from 'libsql';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { composeBrief, renderBrief } from '../src/brief/index.ts';
import type { Document, Reading } from '../src/model/index.ts';
import { stableId } from '../src/model/index.ts';
import { createReaderCrew, type Input, intake } from '../src/read/index.ts';
import { markedPages } from '../src/read/intake/html/pages.fixture.ts';
import { situate } from '../src/situation/index.ts';
import { createCase, openCase } from '../src/store/index.ts';
import { compromise, type Peer, wink } from './read/peers.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/russia-dprk/', import.meta.url));
/** A stage runs over and over for at least so long, once before it is measured. */
const MEASURE_MS = 1_500;
const MADE = '2024-06-18T12:00:00.000Z';

interface Measured {
  readonly wall: number;
  readonly processor: number;
}

/** Seconds of one run: the mean of as many as fit the time. */
const measure = async (run: () => unknown): Promise<Measured> => {
  await run();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let runs = 0;
  do {
    await run();
    runs++;
  } while (performance.now() - start < MEASURE_MS);
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - start) / 1e3 / runs, processor: (user + system) / 1e6 / runs };
};

const row = (cells: readonly string[]): void =>
  console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(48) : cell.padStart(17))).join(''));

const show = (what: string, documents: number, sentences: number | null, { wall, processor }: Measured): void =>
  row([
    what,
    (documents / wall).toFixed(0),
    sentences === null ? '' : (sentences / wall).toFixed(0),
    ((processor * 1e3) / documents).toFixed(2),
  ]);

const documentsOf = async (inputs: readonly Input[]): Promise<Document[]> => {
  const documents: Document[] = [];
  for await (const { ok, error } of intake(inputs)) {
    if (error) throw error;
    documents.push(ok);
  }
  return documents;
};

const dispatches: readonly Input[] = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .map((name) => ({ kind: 'bytes', name, bytes: readFileSync(join(EXAMPLES, name)) }));
const pages = markedPages();

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`);
row(['stage', 'documents/s', 'sentences/s', 'CPU ms/document']);

show(
  `intake: ${pages.length} HTML pages`,
  pages.length,
  null,
  await measure(() => documentsOf(pages.map(({ html, name }) => ({ kind: 'html', html, id: name })))),
);
show(
  '  peer: Readability alone, not in a worker',
  pages.length,
  null,
  await measure(() => {
    for (const { html } of pages)
      new Readability<string>(parseHTML(html).document as never, { charThreshold: 140 }).parse();
  }),
);
show(
  `intake: ${dispatches.length} Markdown files`,
  dispatches.length,
  null,
  await measure(() => documentsOf(dispatches)),
);

const documents = await documentsOf(dispatches);
const idOf = ({ sha256 }: Document): string => stableId('doc', sha256);
const crew = await createReaderCrew();
const readAll = (): Promise<Reading[]> => Promise.all(documents.map((document) => crew.read(document, idOf(document))));
const readings = await readAll();
const sentences = readings.reduce((sum, reading) => sum + reading.sentences.length, 0);
show('read: sentences, syntax, actors, events, figures …', documents.length, sentences, await measure(readAll));
await crew.close();
const texts = documents.map(({ text }) => text);
const peer = async ({ name, read }: Peer, what: string): Promise<void> =>
  show(`  peer: ${name}, ${what}`, documents.length, sentences, await measure(() => read(texts)));
await peer(wink(), 'sentences, classes');
await peer(compromise(), 'the same, names');

show('situation', documents.length, sentences, await measure(() => situate(readings)));
const situation = situate(readings);
const files = renderBrief(composeBrief(situation, readings), situation);
show(
  'brief: composed, all eight files rendered',
  documents.length,
  sentences,
  await measure(() => renderBrief(composeBrief(situation, readings), situation)),
);
show(
  '  peer: marked, its Markdown to HTML alone',
  documents.length,
  sentences,
  await measure(() => marked.parse(files['brief.md'] as string)),
);

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
try {
  let run = 0;
  const fill = async (): Promise<void> => {
    const place = join(folder, `case-${run++}`);
    await createCase(place, 'Bench', MADE);
    const store = await openCase(place);
    for (const [index, document] of documents.entries())
      await store.addDocument({
        id: idOf(document),
        source: document.title ?? '',
        document,
        added: MADE,
        read: { engine: 'bench', reading: readings[index] as Reading },
      });
    await store.close();
  };
  show('store: a case made, each document synced', documents.length, null, await measure(fill));
  const plain = (): void => {
    const database = new Database(join(folder, `plain-${run++}.db`));
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    database.exec('create table documents (id text primary key, text text, reading text)');
    const insert = database.prepare('insert into documents values (?, ?, ?)');
    for (const [index, document] of documents.entries())
      insert.run([idOf(document), document.text, JSON.stringify(readings[index])]);
    database.close();
  };
  show('  peer: SQLite with nothing around it', documents.length, null, await measure(plain));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
