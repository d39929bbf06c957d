import Database from 'libsql';
import { storeError } from './errors.ts';
import type { SqliteDialect } from './kysely.ts';

type KyselyDatabase = Extract<ConstructorParameters<typeof SqliteDialect>[0]['database'], { close(): void }>;

/** One open database file, with SQLite's errors in the words of the registry. */
export interface Connection extends KyselyDatabase {
  readonly inTransaction: boolean;
  exec(statements: string): void;
  /** The one number that a statement gives; 0 where it gives none. */
  number(statement: string): number;
}

const NOTHING_TO_DO: ReturnType<KyselyDatabase['prepare']> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

/**
 * @param waitMs how long to wait for a lock before `case.locked`
 * @throws WatchfloorError of the `case.*` codes; makes the file where there is none
 */
export const connect = (file: string, waitMs: number): Connection => {
  const guarded = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw storeError(error, file);
    }
  };
  const database = guarded(() => new Database(file, { timeout: waitMs }));
  // Always to the end: a statement that is left half-way keeps a lock.
  const rows = (statement: string): unknown[] => guarded(() => database.prepare(statement).all());
  return {
    get inTransaction() {
      return database.inTransaction;
    },
    exec: (statements) => guarded(() => void database.exec(statements)),
    number: (statement) => Number(Object.values((rows(statement)[0] ?? {}) as Record<string, unknown>)[0] ?? 0),
    prepare: (text) => {
      // A full disk makes SQLite roll back by itself; to do it again would hide the error that says why.
      if (text === 'rollback' && !database.inTransaction) return NOTHING_TO_DO;
      const statement = guarded(() => database.prepare(text));
      return {
        reader: statement.reader,
        all: (parameters) => guarded(() => statement.all(parameters)),
        run: (parameters) => guarded(() => statement.run(parameters)),
        iterate: (parameters) => statement.all(parameters).values(),
      };
    },
    close: () => void database.close(),
  };
};
