import { WatchfloorError } from '../../model/index.ts';
import type { RecordStore } from '../case-store.ts';
import { type Kysely, sql } from './kysely.ts';
import { recordOf } from './rows.ts';
import type { CaseSchema } from './schema.ts';

export const recordStore = (database: Kysely<CaseSchema>, file: string): RecordStore => {
  const latest = (kind: string, id: string) =>
    database
      .selectFrom('records')
      .selectAll()
      .where('kind', '=', kind)
      .where('id', '=', id)
      .orderBy('revision', 'desc')
      .limit(1);
  return {
    put: async ({ basis, value, ...change }) => {
      const row = { ...change, revision: basis + 1, value: JSON.stringify(value ?? null) };
      // One statement: no other change can come between the look and the leap.
      const written = await sql`
        insert into records (kind, id, revision, author, at, value)
        select ${row.kind}, ${row.id}, ${row.revision}, ${row.author}, ${row.at}, ${row.value}
        where ${basis} = (select coalesce(max(revision), 0) from records where kind = ${row.kind} and id = ${row.id})
      `.execute(database);
      if (written.numAffectedRows === 1n) return recordOf(row, file);
      const now = await latest(row.kind, row.id).executeTakeFirst();
      const by = now === undefined ? '' : ` by ${now.author} at ${now.at}`;
      throw new WatchfloorError(
        'case.conflict',
        `${row.kind} ${row.id} was changed${by} (revision ${now?.revision ?? 0}, not ${basis}); read it again.`,
        { file },
      );
    },
    get: async (kind, id) => {
      const row = await latest(kind, id).executeTakeFirst();
      return row === undefined ? null : recordOf(row, file);
    },
    list: async (kind) => {
      const rows = await database
        .selectFrom('records as one')
        .selectAll()
        .where('kind', '=', kind)
        .where('value', '!=', 'null')
        .where('revision', '=', (query) =>
          query
            .selectFrom('records as other')
            .select(({ fn }) => fn.max('other.revision').as('last'))
            .whereRef('other.kind', '=', 'one.kind')
            .whereRef('other.id', '=', 'one.id'),
        )
        .orderBy('id')
        .execute();
      return rows.map((row) => recordOf(row, file));
    },
    history: async (kind, id) => {
      const rows = await database
        .selectFrom('records')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .orderBy('revision')
        .execute();
      return rows.map((row) => recordOf(row, file));
    },
    all: async () => {
      const rows = await database
        .selectFrom('records')
        .selectAll()
        .orderBy('kind')
        .orderBy('id')
        .orderBy('revision')
        .execute();
      return rows.map((row) => recordOf(row, file));
    },
  };
};
