// Documents a second into a case, each with its own commit and sync, and searches, beside SQLite with nothing around it.
// npx tsx bench/store/rate.ts [documents]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { entryOf, NOW } from '../../src/store/documents.fixture.ts';
import { createCase, openCase, readCase } from '../../src/store/index.ts';

const DOCUMENTS = Number(process.argv[2] ?? 500);
const SEARCHES = 200;
const PARAGRAPH =
  'The ministry said on Tuesday that the talks would resume, and both sides agreed on a date in the spring of next year. ';

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-store-'));
const entries = Array.from({ length: DOCUMENTS }, (_, index) =>
  entryOf(`Dispatch marker${index}. ${PARAGRAPH.repeat(30)}`),
);

const time = async (what: string, count: number, unit: string, run: () => Promise<unknown>): Promise<void> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const ms = performance.now() - start;
  const used = process.cpuUsage(cpu);
  const busy = (used.user + used.system) / 1000;
  console.log(
    `${what.padEnd(46)} ${((1000 * count) / ms).toFixed(0).padStart(7)} ${unit}/s  ${(busy / count).toFixed(2)} ms CPU each`,
  );
};

try {
  await createCase(join(folder, 'case'), 'Bench', NOW);
  const store = await openCase(join(folder, 'case'));
  await time('case: add, 3.5 kB and a reading, synced each', DOCUMENTS, 'documents', async () => {
    for (const entry of entries) await store.addDocument(entry);
  });
  await store.close();

  const plain = new Database(join(folder, 'plain.db'));
  plain.exec('pragma journal_mode = wal; pragma synchronous = full');
  plain.exec('create table documents (id text primary key, text text, reading text)');
  await time('plain SQLite: insert, synced each', DOCUMENTS, 'documents', async () => {
    for (const { id, document, read } of entries)
      plain.prepare('insert into documents values (?, ?, ?)').run([id, document.text, JSON.stringify(read)]);
  });

  const reader = await readCase(join(folder, 'case'));
  await time(`case: search of ${DOCUMENTS} with passages, 20 best`, SEARCHES, 'searches', async () => {
    for (let index = 0; index < SEARCHES; index++) await reader.search('ministry talks', 20);
  });
  await time(`case: search of one in ${DOCUMENTS}`, SEARCHES, 'searches', async () => {
    for (let index = 0; index < SEARCHES; index++) await reader.search(`marker${index % DOCUMENTS}`, 20);
  });
  await time(`plain SQLite: like '%…%' of one in ${DOCUMENTS}`, SEARCHES, 'searches', async () => {
    for (let index = 0; index < SEARCHES; index++)
      plain.prepare('select id from documents where text like ?').all([`%marker${index % DOCUMENTS}.%`]);
  });
  await time(`case: list of ${DOCUMENTS}`, 20, 'lists', async () => {
    for (let index = 0; index < 20; index++) await reader.documents();
  });
  await reader.close();
  plain.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
