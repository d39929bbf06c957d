import { WatchfloorError } from '../../model/index.ts';
import { connect } from './connection.ts';

/**
 * Takes the right to write, for as long as a writer has the case open. It is an exclusive lock of SQLite on an empty
 * file beside the case: the system frees it when the process ends, however it ends, and readers are not kept out.
 *
 * @returns what gives it back
 * @throws WatchfloorError `case.locked`, `case.read-only`
 */
export const takeWriteLock = (file: string, caseFile: string): (() => void) => {
  const connection = connect(file, 0);
  try {
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    throw error instanceof WatchfloorError
      ? new WatchfloorError(error.code, error.message, { file: caseFile }, { cause: error })
      : error;
  }
  return () => {
    connection.exec('rollback');
    connection.close();
  };
};
