import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModule } from '../../model/index.ts';
import { caseStoreContract } from '../case-store.fixture.ts';
import { entryOf, NOW } from '../documents.fixture.ts';
import { CASE_FILE, createCase, openCase, readCase } from '../index.ts';
import { connect } from './connection.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION } from './migrate.ts';
import { documentRow, readingJson } from './rows.ts';

let root: string;
let count = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-case-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folderOf = (): string => join(root, `case-${count++}`);
const newCase = async (): Promise<string> => {
  const folder = folderOf();
  await createCase(folder, 'Contract', NOW);
  return folder;
};
const filled = async (documents: number, size = 2_000): Promise<string> => {
  const folder = await newCase();
  const store = await openCase(folder);
  for (let index = 0; index < documents; index++)
    await store.addDocument(entryOf(`Document ${index}. ${'word '.repeat(size / 5)}`));
  await store.close();
  return folder;
};
const code = (expected: string) => expect.objectContaining({ code: expected });

/** Runs as a user to whom the permissions apply, also where the tests run as root. */
const asNobody = async (run: () => Promise<void>): Promise<void> => {
  const isRoot = process.getuid?.() === 0;
  chmodSync(root, 0o755);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

caseStoreContract('SQLite', {
  make: async () => {
    const folder = await newCase();
    return { open: () => openCase(folder), read: () => readCase(folder) };
  },
});

describe('the files of a case', () => {
  it('is one file beside an empty lock file once it is closed', async () => {
    const folder = await filled(3);
    expect(readdirSync(folder).toSorted()).toEqual([CASE_FILE, `${CASE_FILE}.lock`]);
    expect(readFileSync(join(folder, `${CASE_FILE}.lock`))).toHaveLength(0);
  });

  it('is made in a folder that is missing, and never over another case', async () => {
    const folder = join(folderOf(), 'deep', 'er');
    await createCase(folder, 'One', NOW);
    await expect(createCase(folder, 'Two', NOW)).rejects.toEqual(code('case.exists'));
    const store = await readCase(folder);
    expect((await store.info()).name).toBe('One');
    await store.close();
  });

  it('keeps a log on the disk while a writer works, with every commit synchronous', async () => {
    const folder = await newCase();
    const store = await openCase(folder);
    await store.addDocument(entryOf('x'));
    expect(existsSync(join(folder, `${CASE_FILE}-wal`))).toBe(true);
    await store.close();
  });
});

describe('what can be wrong with a case', () => {
  it('is missing', async () => {
    await expect(readCase(folderOf())).rejects.toEqual(code('case.missing'));
    await expect(openCase(root)).rejects.toEqual(code('case.missing'));
  });

  it('is something else', async () => {
    const folder = await newCase();
    writeFileSync(join(folder, CASE_FILE), 'These are notes, and no case at all. '.repeat(50));
    await expect(readCase(folder)).rejects.toEqual(code('case.not-a-case'));
    rmSync(join(folder, CASE_FILE));
    const other = connect(join(folder, CASE_FILE), 0);
    other.exec('create table notes (text)');
    other.close();
    await expect(readCase(folder)).rejects.toEqual(code('case.not-a-case'));
    await expect(openCase(folder)).rejects.toEqual(code('case.not-a-case'));
  });

  it('is cut short', async () => {
    const folder = await filled(50);
    truncateSync(join(folder, CASE_FILE), 40_000);
    await expect(readCase(folder)).rejects.toEqual(code('case.damaged'));
    await expect(openCase(folder)).rejects.toEqual(code('case.damaged'));
  });

  it('has a page overwritten', async () => {
    const folder = await filled(50);
    const file = join(folder, CASE_FILE);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 8 * 4096, 40 * 4096));
    const store = await readCase(folder);
    await expect(store.documents().then(() => store.search('word', 50))).rejects.toEqual(code('case.damaged'));
    await store.close();
  });

  it('has a document whose text was tampered with', async () => {
    const folder = await newCase();
    const store = await openCase(folder);
    const entry = entryOf('The figure was 300 and nothing else.');
    await store.addDocument(entry);
    await store.close();
    const file = join(folder, CASE_FILE);
    const bytes = readFileSync(file, 'latin1');
    expect(bytes.split('figure was 300')).toHaveLength(2);
    writeFileSync(file, bytes.replace('figure was 300', 'figure was 900'), 'latin1');
    const reader = await readCase(folder);
    await expect(reader.document(entry.id)).rejects.toEqual(code('case.damaged'));
    await reader.close();
  });

  it('is read-only: it can be read, not written', async () => {
    const folder = await filled(2);
    chmodSync(join(folder, CASE_FILE), 0o444);
    chmodSync(join(folder, `${CASE_FILE}.lock`), 0o444);
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      const store = await readCase(folder);
      expect(await store.documents()).toHaveLength(2);
      await store.close();
      await expect(openCase(folder)).rejects.toEqual(code('case.read-only'));
      await expect(createCase(join(folder, 'inner'), 'x', NOW)).rejects.toEqual(code('case.read-only'));
    });
    chmodSync(folder, 0o755);
  });

  it('is of a newer layout, and is not touched then', async () => {
    const folder = await filled(1);
    const file = join(folder, CASE_FILE);
    const connection = connect(file, 0);
    connection.exec(`pragma user_version = ${SCHEMA_VERSION + 1}`);
    connection.close();
    const before = readFileSync(file);
    await expect(openCase(folder)).rejects.toEqual(code('case.newer'));
    await expect(readCase(folder)).rejects.toEqual(code('case.newer'));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('meets a full disk: what was acknowledged stays, nothing half', async () => {
    const folder = await newCase();
    const script = `
      import { openCase } from ${JSON.stringify(builtModule('../index', import.meta.url).href)};
      import { sha256, stableId } from ${JSON.stringify(builtModule('../../model/index', import.meta.url).href)};
      const store = await openCase(${JSON.stringify(folder)});
      for (let index = 0; index < 400; index++) {
        const text = 'Document ' + index + '. ' + 'word '.repeat(2000);
        const hash = sha256(text);
        const document = { text, title: null, byline: null, publisher: null, published: null, url: null, language: 'en', sha256: hash, removed: [] };
        try {
          await store.addDocument({ id: stableId('doc', hash), document, source: 'x', added: 'now' });
          console.log(stableId('doc', hash));
        } catch (error) {
          console.log(error.code);
          process.exit(3);
        }
      }`;
    const path = join(root, 'full.mjs');
    writeFileSync(path, script);
    // A limit on the size of files stands for the full disk, which needs no rights to set up.
    const child = spawnSync('bash', ['-c', `ulimit -f 1500; exec "${process.execPath}" "${path}"`], {
      encoding: 'utf8',
    });
    const lines = child.stdout.trim().split('\n');
    expect([child.status, lines.pop()]).toEqual([3, 'case.disk-full']);
    expect(lines.length).toBeGreaterThan(10);
    const store = await openCase(folder);
    expect((await store.documents()).map(({ id }) => id)).toEqual(lines);
    expect(await store.addDocument(entryOf('After space was freed.'))).toMatchObject({ added: true });
    await store.close();
  });

  it('is locked by another process, and free when that is gone', async () => {
    const folder = await newCase();
    const writer = await openCase(folder);
    const path = join(root, 'second.mjs');
    writeFileSync(
      path,
      `import { openCase } from ${JSON.stringify(builtModule('../index', import.meta.url).href)};
       try { await (await openCase(${JSON.stringify(folder)})).close(); console.log('open'); } catch (error) { console.log(error.code); }`,
    );
    const second = (): string => execFileSync(process.execPath, [path], { encoding: 'utf8' }).trim();
    expect(second()).toBe('case.locked');
    await writer.close();
    expect(second()).toBe('open');
  });
});

describe('migrations', () => {
  it.each(MIGRATIONS.map((_, index) => index + 1))('from layout %i: everything is there and works', async (version) => {
    const folder = await newCase();
    const file = join(folder, CASE_FILE);
    rmSync(file);
    const old = connect(file, 0);
    migrate(old, 0, version);
    const entry = entryOf('An old document about missiles.', { title: 'Old' });
    const row = documentRow(entry);
    const columns = Object.keys(row);
    old
      .prepare(`insert into documents (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
      .run(Object.values(row));
    old.prepare('insert into readings values (?, ?, ?)').run([entry.id, 'test/1', readingJson(entry.read!.reading)]);
    old.prepare('insert into case_info values (?, ?)').run(['name', 'Old case']);
    old.close();

    const reader = await readCase(folder);
    const { read, ...given } = entry;
    expect(await reader.info()).toMatchObject({ name: 'Old case', schema: SCHEMA_VERSION, documents: 1 });
    expect(await reader.document(entry.id)).toEqual(given);
    expect(await reader.reading(entry.id, 'test/1')).toEqual(read?.reading);
    expect(await reader.search('missile', 5)).toHaveLength(1);
    await reader.close();
    const writer = await openCase(folder);
    await writer.addDocument(entryOf('A new document about missiles.'));
    await writer.records.put({ kind: 'k', id: 'i', author: 'a', at: NOW, value: 1, basis: 0 });
    expect(await writer.search('missile', 5)).toHaveLength(2);
    expect(await writer.removeDocument(entry.id)).toBe(true);
    expect(await writer.search('missile', 5)).toHaveLength(1);
    await writer.close();
  });

  it('leaves the layout as it was when a step fails', async () => {
    const folder = await newCase();
    const file = join(folder, CASE_FILE);
    rmSync(file);
    const old = connect(file, 0);
    migrate(old, 0, 1);
    old.exec('create table records (something_else)');
    old.close();
    await expect(openCase(folder)).rejects.toThrow(/records/);
    const after = connect(file, 0);
    expect(after.number('pragma user_version')).toBe(1);
    expect(after.number("select count(*) from sqlite_master where name = 'document_search'")).toBe(0);
    after.close();
  });

  it('reads a copy of a case that was made while it was closed', async () => {
    const folder = await filled(2);
    const copy = await newCase();
    copyFileSync(join(folder, CASE_FILE), join(copy, CASE_FILE));
    const store = await readCase(copy);
    expect(await store.documents()).toHaveLength(2);
    await store.close();
  });
});
