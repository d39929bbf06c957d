import { WatchfloorError } from '../../model/index.ts';
import type { CaseStore, DocumentSummary, EngineReading, SearchHit } from '../case-store.ts';
import type { Connection } from './connection.ts';
import { Kysely, SqliteDialect, sql } from './kysely.ts';
import { HIT_END, HIT_START, passageOf } from './passage.ts';
import { recordStore } from './records.ts';
import { documentEntry, documentRow, readingJson, readingOf } from './rows.ts';
import type { CaseSchema } from './schema.ts';
import { matchExpression } from './search-query.ts';

/** Words of a passage around its hits. */
const PASSAGE_WORDS = 28;
/** A word in the title weighs as much as so many in the text. */
const TITLE_WEIGHT = 4;

interface HitRow {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly passage: string;
}

const SUMMARY = ['documents.id', 'title', 'publisher', 'published', 'language', 'kind', 'source', 'added'] as const;

/** @param release called when the store is closed, after the last statement */
export const sqliteCaseStore = (connection: Connection, file: string, release: () => void): CaseStore => {
  const database = new Kysely<CaseSchema>({ dialect: new SqliteDialect({ database: connection }) });

  const entry = async (id: string) => {
    const row = await database.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : documentEntry(row, file);
  };
  const saveReading = (within: Kysely<CaseSchema>, id: string, { engine, reading }: EngineReading) =>
    within
      .insertInto('readings')
      .values({ document: id, engine, reading: readingJson(reading) })
      .onConflict((conflict) => conflict.column('document').doUpdateSet({ engine, reading: readingJson(reading) }))
      .execute();

  return {
    info: async () => {
      const rows = await database.selectFrom('case_info').selectAll().execute();
      const of = (key: string): string => rows.find((row) => row.key === key)?.value ?? '';
      const { count } = await database
        .selectFrom('documents')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return {
        name: of('name'),
        created: of('created'),
        schema: connection.number('pragma user_version'),
        documents: count,
      };
    },

    addDocument: (given) =>
      database.transaction().execute(async (within) => {
        const known = await within
          .selectFrom('documents')
          .select('id')
          .where('sha256', '=', given.document.sha256)
          .executeTakeFirst();
        if (known) return { id: known.id, added: false };
        await within.insertInto('documents').values(documentRow(given)).execute();
        if (given.read) await saveReading(within, given.id, given.read);
        return { id: given.id, added: true };
      }),

    has: async (id) =>
      (await database.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst()) !== undefined,

    documents: async () => {
      const rows = await database
        .selectFrom('documents')
        .leftJoin('readings', 'readings.document', 'documents.id')
        .select([...SUMMARY, 'readings.engine', sql<number>`length(documents.text)`.as('characters')])
        .orderBy('sequence')
        .execute();
      return rows as readonly DocumentSummary[];
    },

    document: entry,

    removeDocument: async (id) => {
      const { numDeletedRows } = await database.deleteFrom('documents').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    reading: async (id, engine) => {
      const row = await database
        .selectFrom('readings')
        .select('reading')
        .where('document', '=', id)
        .where('engine', '=', engine)
        .executeTakeFirst();
      const document = row === undefined ? null : await entry(id);
      return row === undefined || document === null ? null : readingOf(row.reading, document, file);
    },

    saveReading: async (id, read) => {
      await saveReading(database, id, read);
    },

    search: async (query, limit) => {
      const match = matchExpression(query);
      if (match === null)
        throw new WatchfloorError('case.empty-query', 'There is no word to look for; give at least one.');
      const { rows } = await sql<HitRow>`
        select documents.id, documents.title, documents.publisher, documents.published,
          snippet(document_search, 1, ${HIT_START}, ${HIT_END}, '…', ${PASSAGE_WORDS}) as passage
        from document_search join documents on documents.sequence = document_search.rowid
        where document_search match ${match}
        order by bm25(document_search, ${TITLE_WEIGHT}, 1.0), documents.sequence
        limit ${limit}
      `.execute(database);
      return rows.map(({ passage, ...hit }): SearchHit => ({ ...hit, passage: passageOf(passage) }));
    },

    records: recordStore(database, file),

    close: async () => {
      try {
        await database.destroy();
      } finally {
        release();
      }
    },
  };
};
