import { afterEach, describe, expect, it } from 'vitest';
import { documentOf, entryOf, NOW, readingOf } from './documents.fixture.ts';
import type { CaseStore } from './index.ts';

/** How an adapter makes an empty case and opens it again; the suite closes what it opened. */
export interface CaseAdapter {
  make(): Promise<{ readonly open: () => Promise<CaseStore>; readonly read: () => Promise<CaseStore> }>;
}

const text = (store: CaseStore, query: string, limit = 10) =>
  store
    .search(query, limit)
    .then((hits) =>
      hits.map(({ passage }) => passage.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')),
    );

/** What every adapter of the port promises. */
export const caseStoreContract = (name: string, adapter: CaseAdapter): void => {
  describe(`${name}: the contract of a case`, () => {
    const open: CaseStore[] = [];
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close();
    });
    const fresh = async (): Promise<CaseStore> => {
      const store = await (await adapter.make()).open();
      open.push(store);
      return store;
    };

    it('is empty at first and knows its name', async () => {
      const store = await fresh();
      expect(await store.info()).toMatchObject({ name: 'Contract', created: NOW, documents: 0 });
      expect(await store.documents()).toEqual([]);
      expect(await store.document('doc-none')).toBeNull();
      expect(await store.reading('doc-none', 'test/1')).toBeNull();
      expect(await store.has('doc-none')).toBe(false);
      expect(await store.search('anything', 5)).toEqual([]);
    });

    it('gives a document back as it was given, to the letter', async () => {
      const store = await fresh();
      const entry = entryOf('Naïve “text”\r\n\twith 🚀 and 한국어', {
        title: 'T',
        byline: 'B',
        publisher: 'P',
        published: '2024-06-18',
        modified: '2024-06-19T08:00:00+02:00',
        url: 'https://example.org/a',
        kind: 'opinion',
        removed: [{ text: 'CLICK HERE', reason: 'call to action' }],
        notes: ['a note'],
      });
      expect(await store.addDocument(entry)).toEqual({ id: entry.id, added: true });
      const { read, ...given } = entry;
      expect(await store.document(entry.id)).toEqual(given);
      expect(await store.reading(entry.id, 'test/1')).toEqual(read?.reading);
      for (const odd of ['zero \u0000 here', 'half a pair \ud83d here', 'a written \\u0000']) {
        const strange = entryOf(odd, { title: odd });
        await store.addDocument(strange);
        expect((await store.document(strange.id))?.document).toEqual(strange.document);
        expect(await store.search('here OR written', 5)).not.toEqual([]);
      }
      const bare = entryOf('bare');
      await store.addDocument(bare);
      expect((await store.document(bare.id))?.document).toEqual(documentOf('bare'));
    });

    it('changes nothing when the same content is added again', async () => {
      const store = await fresh();
      const entry = entryOf('The same text.', { title: 'first' });
      await store.addDocument(entry);
      const before = [await store.documents(), await store.document(entry.id)];
      const again = {
        ...entryOf('The same text.', { title: 'second' }, 'test/2'),
        source: 'elsewhere',
        added: 'later',
      };
      expect(await store.addDocument(again)).toEqual({ id: entry.id, added: false });
      expect([await store.documents(), await store.document(entry.id)]).toEqual(before);
    });

    it('lists in the order of adding, with the engine of each reading', async () => {
      const store = await fresh();
      const entries = [entryOf('Zulu.', { title: 'Z' }), entryOf('Alpha 🚀.', { publisher: 'P' }, null)];
      for (const entry of entries) await store.addDocument(entry);
      const plain = { title: null, publisher: null, published: null, language: 'en', kind: null, added: NOW };
      expect(await store.documents()).toEqual([
        { ...plain, id: entries[0]!.id, title: 'Z', source: entries[0]!.source, characters: 5, engine: 'test/1' },
        { ...plain, id: entries[1]!.id, publisher: 'P', source: entries[1]!.source, characters: 8, engine: null },
      ]);
    });

    it('keeps one reading a document, by the engine that made it', async () => {
      const store = await fresh();
      const entry = entryOf('Read me.');
      await store.addDocument(entry);
      expect(await store.reading(entry.id, 'test/2')).toBeNull();
      const newer = { ...readingOf(entry.document, entry.id), sentences: [] };
      await store.saveReading(entry.id, { engine: 'test/2', reading: newer });
      expect(await store.reading(entry.id, 'test/2')).toEqual(newer);
      expect(await store.reading(entry.id, 'test/1')).toBeNull();
    });

    it('removes a document with its reading and from the search', async () => {
      const store = await fresh();
      const [one, two] = [entryOf('Missiles in Pyongyang.'), entryOf('Missiles in Moscow.')];
      await store.addDocument(one);
      await store.addDocument(two);
      expect(await store.removeDocument(one.id)).toBe(true);
      expect(await store.removeDocument(one.id)).toBe(false);
      expect((await store.documents()).map(({ id }) => id)).toEqual([two.id]);
      expect(await store.reading(one.id, 'test/1')).toBeNull();
      expect(await text(store, 'missiles')).toEqual(['[Missiles] in Moscow.']);
      expect(await store.addDocument(one)).toEqual({ id: one.id, added: true });
      expect(await store.reading(one.id, 'test/1')).toEqual(one.read?.reading);
    });

    it('finds words, phrases, beginnings, alternatives, and leaves out what is excluded', async () => {
      const store = await fresh();
      const texts = [
        'The Su-35 fighters were sold to Iran.',
        'Iran sold drones; no fighter was seen.',
        'São Tomé bought nothing.',
      ];
      for (const each of texts) await store.addDocument(entryOf(each));
      expect(await text(store, 'fighter sold')).toEqual([
        'Iran [sold] drones; no [fighter] was seen.',
        'The Su-35 [fighters] were [sold] to Iran.',
      ]);
      expect(await text(store, '"sold to Iran"')).toEqual(['The Su-35 fighters were [sold to Iran].']);
      expect(await text(store, 'Su-35')).toEqual(['The [Su-35] fighters were sold to Iran.']);
      expect(await text(store, 'sao')).toEqual(['[São] Tomé bought nothing.']);
      expect(await text(store, 'dro*')).toEqual(['Iran sold [drones]; no fighter was seen.']);
      expect(await text(store, 'iran -drones')).toEqual(['The Su-35 fighters were sold to [Iran].']);
      expect(await text(store, 'drones OR bought')).toHaveLength(2);
      expect(await text(store, 'iran', 1)).toHaveLength(1);
    });

    it('takes nothing in a search for an operator, and refuses one without a word', async () => {
      const store = await fresh();
      await store.addDocument(entryOf('NEAR the title: AND NOT a column* "quoted".'));
      for (const query of [
        'NEAR(title',
        'title:title',
        "'; drop table documents --",
        'AND',
        '((',
        'a" OR "b',
        '^the',
        '{x}',
      ])
        await store
          .search(query, 5)
          .catch((error: unknown) => expect(error).toMatchObject({ code: 'case.empty-query' }));
      for (const query of ['', '  ', '-missile', '""', '***', 'OR'])
        await expect(store.search(query, 5), query).rejects.toMatchObject({ code: 'case.empty-query' });
      expect(await store.documents()).toHaveLength(1);
    });

    it('keeps every revision of a judgement, and refuses a change on an old one', async () => {
      const { records } = await fresh();
      const change = {
        kind: 'question',
        id: 'q1',
        author: 'analyst-a',
        at: NOW,
        value: { text: 'Will they?' },
        basis: 0,
      };
      expect(await records.put(change)).toEqual({
        kind: 'question',
        id: 'q1',
        author: 'analyst-a',
        at: NOW,
        value: { text: 'Will they?' },
        revision: 1,
      });
      await records.put({ ...change, author: 'analyst-b', value: { text: 'Will they now?' }, basis: 1 });
      await expect(records.put({ ...change, basis: 1 })).rejects.toMatchObject({
        code: 'case.conflict',
        message: `question q1 was changed by analyst-b at ${NOW} (revision 2, not 1); read it again.`,
      });
      await expect(records.put({ ...change, basis: 0 })).rejects.toMatchObject({ code: 'case.conflict' });
      await expect(records.put({ ...change, id: 'q2', basis: 1 })).rejects.toMatchObject({ code: 'case.conflict' });
      expect((await records.history('question', 'q1')).map(({ revision, author }) => [revision, author])).toEqual([
        [1, 'analyst-a'],
        [2, 'analyst-b'],
      ]);
      expect((await records.get('question', 'q1'))?.value).toEqual({ text: 'Will they now?' });
      expect(await records.get('question', 'none')).toBeNull();
    });

    it('lists the judgements of a kind that stand, not those withdrawn', async () => {
      const { records } = await fresh();
      const change = { author: 'a', at: NOW, basis: 0 };
      await records.put({ ...change, kind: 'forecast', id: 'f2', value: 0.2 });
      await records.put({ ...change, kind: 'forecast', id: 'f1', value: 0.1 });
      await records.put({ ...change, kind: 'matrix', id: 'f1', value: [] });
      await records.put({ ...change, kind: 'forecast', id: 'f2', value: null, basis: 1 });
      expect((await records.list('forecast')).map(({ id, value }) => [id, value])).toEqual([['f1', 0.1]]);
      expect((await records.get('forecast', 'f2'))?.value).toBeNull();
      expect(await records.all()).toHaveLength(4);
    });

    it('is all there when it is opened again', async () => {
      const made = await adapter.make();
      const writer = await made.open();
      const entry = entryOf('To stay.');
      await writer.addDocument(entry);
      await writer.records.put({ kind: 'k', id: 'i', author: 'a', at: NOW, value: 1, basis: 0 });
      await writer.close();
      const reader = await made.read();
      open.push(reader);
      expect(await reader.document(entry.id)).toMatchObject({ document: entry.document });
      expect(await text(reader, 'stay')).toEqual(['To [stay].']);
      expect((await reader.records.get('k', 'i'))?.value).toBe(1);
    });

    it('lets nobody write beside a writer, and anybody read', async () => {
      const made = await adapter.make();
      const writer = await made.open();
      open.push(writer);
      const entry = entryOf('Seen by others.');
      await writer.addDocument(entry);
      await expect(made.open()).rejects.toMatchObject({ code: 'case.locked' });
      const reader = await made.read();
      expect(await reader.has(entry.id)).toBe(true);
      await expect(reader.addDocument(entryOf('From a reader.'))).rejects.toMatchObject({ code: 'case.read-only' });
      await reader.close();
    });

    it('can be written by the next as soon as it is closed', async () => {
      const made = await adapter.make();
      for (let turn = 0; turn < 3; turn++) {
        const store = await made.open();
        await store.addDocument(entryOf(`Turn ${turn}.`));
        await store.close();
      }
      const reader = await made.read();
      open.push(reader);
      expect(await reader.documents()).toHaveLength(3);
    });
  });
};
