import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, WatchfloorError } from '../../model/index.ts';
import type { CaseStore, Instant } from '../case-store.ts';
import { type Connection, connect } from './connection.ts';
import { migrate, SCHEMA_VERSION, versionOf } from './migrate.ts';
import { sqliteCaseStore } from './sqlite-case-store.ts';
import { takeWriteLock } from './write-lock.ts';

/** Files of a case in its folder. */
export const CASE_FILE = 'case.watchfloor';
const LOCK_FILE = 'case.watchfloor.lock';

/** How long a reader waits while a writer commits or tidies up. */
const READ_WAIT_MS = 5_000;
const WRITE_WAIT_MS = 2_000;

const filesOf = (folder: string): { readonly file: string; readonly lock: string } => ({
  file: join(folder, CASE_FILE),
  lock: join(folder, LOCK_FILE),
});

const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const mustExist = (folder: string): void => {
  if (exists(filesOf(folder).file)) return;
  throw new WatchfloorError('case.missing', 'There is no case here; make one with `watchfloor case init`.', {
    file: folder,
  });
};

/** Runs the steps of opening; when one fails, what was opened before is closed. */
const opening = <Result>(undo: () => void, run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    undo();
    throw error;
  }
};

/**
 * Every commit is on the disk before it is acknowledged (`synchronous = full`). The log lives while a writer has the
 * case open; closing folds it into the one file, which can then be copied, or read where nothing may be written.
 */
const writable = (connection: Connection): void => {
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
};

const foldLog = (connection: Connection): void => {
  try {
    connection.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  } catch (error) {
    // A reader has the case open: the log stays, and the next writer folds it in.
    if (!(error instanceof WatchfloorError) || error.code !== 'case.locked') throw error;
  }
};

/**
 * Makes a case in a folder, which is made too where it is missing.
 *
 * @throws WatchfloorError `case.exists`, `case.read-only`, `case.disk-full`
 */
export const createCase = async (folder: string, name: string, created: Instant): Promise<void> => {
  const { file, lock } = filesOf(folder);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new WatchfloorError(
      'case.read-only',
      'The folder cannot be made; choose another.',
      { file: folder },
      { cause },
    );
  }
  const release = takeWriteLock(lock, file);
  try {
    if (exists(file))
      throw new WatchfloorError('case.exists', 'There is a case here already; it was left as it is.', { file: folder });
    const connection = connect(file, WRITE_WAIT_MS);
    try {
      writable(connection);
      migrate(connection, 0);
      const insert = connection.prepare('insert into case_info (key, value) values (?, ?)');
      insert.run(['name', name]);
      insert.run(['created', created]);
      foldLog(connection);
    } finally {
      connection.close();
    }
  } finally {
    release();
  }
};

/**
 * Opens a case to write: nobody else can until it is closed. A case of an earlier layout is brought up to date.
 *
 * @throws WatchfloorError of the `case.*` codes
 */
export const openCase = async (folder: string): Promise<CaseStore> => {
  mustExist(folder);
  const { file, lock } = filesOf(folder);
  const release = takeWriteLock(lock, file);
  return opening(release, () => {
    const connection = connect(file, WRITE_WAIT_MS);
    return opening(connection.close, () => {
      const version = versionOf(connection, file);
      writable(connection);
      if (version < SCHEMA_VERSION) migrate(connection, version);
      // Fails now, not at the first document, where the file itself is read-only.
      connection.exec('begin immediate; rollback');
      const store = sqliteCaseStore(connection, file, release);
      const close = async (): Promise<void> => {
        foldLog(connection);
        await store.close();
      };
      return { ...store, close };
    });
  });
};

/**
 * Opens a case to read, beside any writer.
 *
 * @throws WatchfloorError of the `case.*` codes
 */
export const readCase = async (folder: string): Promise<CaseStore> => {
  mustExist(folder);
  const { file } = filesOf(folder);
  const connection = connect(file, READ_WAIT_MS);
  const version = opening(connection.close, () => versionOf(connection, file));
  if (version < SCHEMA_VERSION) {
    connection.close();
    await (await openCase(folder)).close();
    return readCase(folder);
  }
  connection.exec('pragma query_only = on');
  return sqliteCaseStore(connection, file, () => undefined);
};
