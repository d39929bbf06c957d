import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Document, type Reading, WatchfloorError } from '../model/index.ts';
import {
  addToCase,
  type CaseAddition,
  type CaseReader,
  initCase,
  listCase,
  readingsOfCase,
  removeFromCase,
  searchCase,
  showDocument,
} from './case.ts';
import { exportCase } from './export-case.ts';

const NOW = '2024-06-18T12:00:00.000Z';
const TEXTS = {
  missiles: 'The envoy said on Monday that no missiles had been sent across the border in the past year.',
  grain: 'The ministry said on Tuesday that the talks about grain would resume in the spring of next year.',
};

let root: string;
let folder: string;
let count = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-app-case-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = join(root, `case-${count++}`);
  await initCase(folder, 'Talks', NOW);
});

/** A reader that counts what it is given, and stumbles over what it is told to. */
const readerOf = (engine: string, stumbles: (document: Document) => Error | undefined = () => undefined) => {
  const seen: string[] = [];
  const reader: CaseReader = {
    engine,
    read: async (document, id): Promise<Reading> => {
      seen.push(id);
      const error = stumbles(document);
      if (error) throw error;
      const none = {
        sentences: [],
        actors: [],
        events: [],
        attributions: [],
        quantities: [],
        times: [],
        likelihoods: [],
        conditions: [],
      };
      return { reading: 1, id, document, ...none };
    },
  };
  return { reader, seen };
};

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const add = (texts: readonly string[], reader = readerOf('test/1').reader): Promise<CaseAddition[]> =>
  collect(
    addToCase(
      folder,
      texts.map((text) => ({ kind: 'text', text })),
      { now: NOW, reader },
    ),
  );

describe('adding', () => {
  it('says of each input what became of it, and a bad one stops no other', async () => {
    const file = join(root, 'grain.md');
    writeFileSync(file, `---\ntitle: Grain\n---\n${TEXTS.grain}`);
    const results = await collect(
      addToCase(folder, [join(root, 'absent.txt'), file], { now: NOW, reader: readerOf('test/1').reader }),
    );
    expect(results).toMatchObject([
      { source: join(root, 'absent.txt'), error: { code: 'intake.missing' } },
      { source: file, title: 'Grain', added: true },
    ]);
    const { documents } = await listCase(folder);
    expect(documents).toMatchObject([{ title: 'Grain', source: file, added: NOW, engine: 'test/1' }]);
  });

  it('neither reads nor changes what is there already', async () => {
    const first = readerOf('test/1');
    await add([TEXTS.grain, TEXTS.missiles], first.reader);
    const second = readerOf('test/2');
    const again = await add([TEXTS.missiles, TEXTS.grain], second.reader);
    expect(again.map((one) => one.error === undefined && one.added)).toEqual([false, false]);
    expect([first.seen.length, second.seen.length]).toEqual([2, 0]);
  });

  it('passes over a document that cannot be read, and ends when none can be', async () => {
    const about = (word: string, code: 'read.model-missing' | 'intake.empty') => (document: Document) =>
      document.text.includes(word) ? new WatchfloorError(code, 'no') : undefined;
    const some = await add([TEXTS.grain, TEXTS.missiles], readerOf('test/1', about('grain', 'intake.empty')).reader);
    expect(some.map(({ error }) => error?.code)).toEqual(['intake.empty', undefined]);
    expect((await listCase(folder)).documents).toHaveLength(1);
    const none = add(['Another text about grain.'], readerOf('test/1', about('grain', 'read.model-missing')).reader);
    await expect(none).rejects.toMatchObject({ code: 'read.model-missing' });
  });

  it('lets go of the case when the caller stops early', async () => {
    for await (const _ of addToCase(
      folder,
      [
        { kind: 'text', text: TEXTS.grain },
        { kind: 'text', text: TEXTS.missiles },
      ],
      { now: NOW, reader: readerOf('test/1').reader },
    ))
      break;
    expect(await add([TEXTS.missiles])).toHaveLength(1);
  });
});

describe('readings', () => {
  it('are kept by engine, and made anew when it changes', async () => {
    await add([TEXTS.grain, TEXTS.missiles]);
    const same = readerOf('test/1');
    expect(await collect(readingsOfCase(folder, same.reader))).toHaveLength(2);
    expect(same.seen).toEqual([]);
    const newer = readerOf('test/2');
    const readings = await collect(readingsOfCase(folder, newer.reader));
    expect(readings.map(({ document }) => document.text)).toEqual([TEXTS.grain, TEXTS.missiles]);
    expect(newer.seen).toEqual(readings.map(({ id }) => id));
    expect((await listCase(folder)).documents.map(({ engine }) => engine)).toEqual(['test/2', 'test/2']);
    const again = readerOf('test/2');
    await collect(readingsOfCase(folder, again.reader));
    expect(again.seen).toEqual([]);
  });
});

describe('looking and removing', () => {
  it('takes the first letters of an id where they tell it apart', async () => {
    const [missiles] = await add([TEXTS.missiles, TEXTS.grain]);
    const id = missiles?.error ? '' : (missiles?.id ?? '');
    for (const start of [id, id.slice(0, 8), id.slice(4, 9)])
      expect(await showDocument(folder, start, 'test/1')).toMatchObject({
        id,
        document: { text: TEXTS.missiles },
        reading: { id },
      });
    expect((await showDocument(folder, id, 'test/2')).reading).toBeNull();
    await expect(showDocument(folder, 'doc-', 'test/1')).rejects.toMatchObject({
      code: 'case.no-document',
      message: expect.stringMatching(/^More than one/),
    });
    await expect(showDocument(folder, 'none', 'test/1')).rejects.toMatchObject({ code: 'case.no-document' });
  });

  it('finds words, and no longer once the document is removed', async () => {
    const [missiles] = await add([TEXTS.missiles, TEXTS.grain]);
    const id = missiles?.error ? '' : (missiles?.id ?? '');
    expect((await searchCase(folder, 'missile', 5)).map((hit) => hit.id)).toEqual([id]);
    await expect(removeFromCase(folder, [id, 'none'])).rejects.toMatchObject({ code: 'case.no-document' });
    expect((await listCase(folder)).documents).toHaveLength(2);
    expect(await removeFromCase(folder, [id, id.slice(0, 9)])).toEqual([id]);
    expect(await searchCase(folder, 'missile', 5)).toEqual([]);
  });
});

describe('export', () => {
  it('writes everything, one object a line, and never over something', async () => {
    await add([TEXTS.grain, TEXTS.missiles]);
    const out = join(root, `out-${count}`);
    expect(await exportCase(folder, out)).toEqual({ documents: 2, readings: 2, records: 0, errors: [] });
    expect(readdirSync(out).toSorted()).toEqual(['case.json', 'documents.jsonl', 'readings.jsonl', 'records.jsonl']);
    const lines = (name: string): Record<string, unknown>[] =>
      readFileSync(join(out, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(JSON.parse(readFileSync(join(out, 'case.json'), 'utf8'))).toMatchObject({
      name: 'Talks',
      created: NOW,
      documents: 2,
    });
    expect(lines('documents.jsonl').map((line) => (line['document'] as Document).text)).toEqual([
      TEXTS.grain,
      TEXTS.missiles,
    ]);
    expect(lines('readings.jsonl').map((line) => line['reading'])).toEqual([1, 1]);
    await expect(exportCase(folder, out)).rejects.toMatchObject({ code: 'output.unwritable' });
    await expect(exportCase(folder, join(root, 'grain.md', 'x'))).rejects.toMatchObject({ code: 'output.unwritable' });
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
