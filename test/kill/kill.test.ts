import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256, stableId } from '../../src/model/index.ts';
import { CASE_FILE, createCase, openCase } from '../../src/store/index.ts';
import { killDocument } from './documents.js';

const DOCUMENTS = 500;
/** Three in every test run; `KILLS=30 npx vitest run test/kill` on demand. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const CHILD = fileURLToPath(new URL('./add-documents.js', import.meta.url));
const TEXTS = new Map(
  Array.from({ length: DOCUMENTS }, (_, index) => killDocument(index)).map((text) => [
    stableId('doc', sha256(text)),
    text,
  ]),
);

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-kill-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Run {
  readonly acknowledged: readonly string[];
  readonly finished: boolean;
}

/** When to kill: so many documents acknowledged, and a little later, so that the blow falls anywhere between two of them. */
interface Blow {
  readonly documents: number;
  readonly ms: number;
}

/** About as long as one document takes to be kept. */
const MOMENT_MS = 8;

/** Counted in documents, not in time: a machine that slows down half-way must not turn a kill into a run to the end. */
const randomBlow = (): Blow => ({
  documents: Math.floor(Math.random() * DOCUMENTS * 0.9),
  ms: Math.random() * MOMENT_MS,
});

/** Runs `add` in a process of its own, and kills that outright where a blow is given. */
const add = (folder: string, blow?: Blow): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(DOCUMENTS)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      // The first line is the sign of life.
      if (blow && lines.length === blow.documents + 1) setTimeout(() => child.kill('SIGKILL'), blow.ms);
    });
    child.on('error', reject);
    child.on('close', () => {
      const finished = lines.at(-1) === 'done';
      resolve({ acknowledged: lines.slice(1, finished ? -1 : undefined), finished });
    });
  });

/** SQLite's own checks of the file, of references and of the full-text index. */
const checkFile = (folder: string): void => {
  const database = new Database(join(folder, CASE_FILE));
  try {
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    database.exec("insert into document_search (document_search, rank) values ('integrity-check', 1)");
  } finally {
    database.close();
  }
};

/** Every document that is there is whole, and every acknowledged one is there. */
const checkCase = async (folder: string, acknowledged: readonly string[], when: string): Promise<number> => {
  const store = await openCase(folder);
  try {
    const kept = await store.documents();
    expect(
      acknowledged.filter((id) => !kept.some((summary) => summary.id === id)),
      when,
    ).toEqual([]);
    for (const { id, engine } of kept) {
      expect((await store.document(id))?.document.text, when).toBe(TEXTS.get(id));
      expect(engine, when).toBe('kill/1');
      expect((await store.reading(id, 'kill/1'))?.sentences, when).toEqual([{ start: 0, end: TEXTS.get(id)?.length }]);
    }
    expect(await store.search('ministry', DOCUMENTS), when).toHaveLength(kept.length);
    return kept.length;
  } finally {
    await store.close();
  }
};

describe('a process that is killed while it adds documents', () => {
  it(
    `loses none that it acknowledged and leaves no half one (${KILLS} kills)`,
    async () => {
      const whole = join(root, 'whole');
      await createCase(whole, 'Whole', 'now');
      const { acknowledged, finished } = await add(whole);
      expect([acknowledged.length, finished]).toEqual([DOCUMENTS, true]);
      let interrupted = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const folder = join(root, `kill-${kill}`);
        await createCase(folder, 'Killed', 'now');
        const blow = randomBlow();
        const run = await add(folder, blow);
        if (!run.finished) interrupted++;
        const when = `killed ${blow.ms.toFixed(1)} ms after document ${blow.documents}`;
        const kept = await checkCase(folder, run.acknowledged, when);
        // One more may be on the disk than the process could say.
        expect(kept - run.acknowledged.length, when).toBeLessThanOrEqual(1);
        checkFile(folder);
        if (kill === 0) {
          const next = await add(folder);
          const all = await checkCase(folder, [...TEXTS.keys()], when);
          expect([next.finished, all], 'the next run goes on where the killed one ended').toEqual([true, DOCUMENTS]);
        }
        rmSync(folder, { recursive: true, force: true });
      }
      expect(interrupted, 'at least half of the kills came before the end').toBeGreaterThanOrEqual(KILLS / 2);
    },
    (KILLS + 1) * 60_000,
  );
});
