import { WatchfloorError } from '../../model/index.ts';
import type { Connection } from './connection.ts';
import { documents } from './migrations/0001-documents.ts';
import { search } from './migrations/0002-search.ts';
import { records } from './migrations/0003-records.ts';
import { APPLICATION_ID } from './schema.ts';

/** In order; the version of a case is the number of those it has been through. Never change one that was released. */
export const MIGRATIONS: readonly (readonly string[])[] = [documents, search, records];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Runs the steps from one version to another, all or none. */
export const migrate = (connection: Connection, from: number, to: number = SCHEMA_VERSION): void => {
  connection.exec('begin immediate');
  try {
    for (const statement of MIGRATIONS.slice(from, to).flat()) connection.exec(statement);
    connection.exec(`pragma application_id = ${APPLICATION_ID}`);
    connection.exec(`pragma user_version = ${to}`);
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  }
};

/**
 * The version of the layout.
 *
 * @throws WatchfloorError `case.not-a-case`, `case.newer`
 */
export const versionOf = (connection: Connection, file: string): number => {
  const id = connection.number('pragma application_id');
  const version = connection.number('pragma user_version');
  if (id !== APPLICATION_ID)
    throw new WatchfloorError('case.not-a-case', 'The file is no Watchfloor case; name the folder of a case.', {
      file,
    });
  if (version > SCHEMA_VERSION)
    throw new WatchfloorError(
      'case.newer',
      `The case has layout ${version}, this version of Watchfloor knows ${SCHEMA_VERSION}; update Watchfloor.`,
      { file },
    );
  return version;
};
