import { type ErrorCode, WatchfloorError } from '../../model/index.ts';

type CaseCode = Extract<ErrorCode, `case.${string}`>;

/** By the beginning of SQLite's extended code, the longer first. */
const BY_CODE: readonly (readonly [prefix: string, code: CaseCode, what: string])[] = [
  ['SQLITE_FULL', 'case.disk-full', 'There is no room left on the disk; free space and run it again'],
  [
    'SQLITE_IOERR_WRITE',
    'case.disk-full',
    'The file cannot grow (disk, quota or file size limit); free space and run it again',
  ],
  ['SQLITE_IOERR_SHORT_READ', 'case.damaged', 'The file of the case is cut short; restore a copy'],
  ['SQLITE_CORRUPT', 'case.damaged', 'The file of the case is damaged; restore a copy'],
  ['SQLITE_NOTADB', 'case.not-a-case', 'The file is no Watchfloor case, or damaged from its first bytes on'],
  ['SQLITE_BUSY', 'case.locked', 'Another process is writing to the case; wait until it is done'],
  ['SQLITE_READONLY', 'case.read-only', 'The case cannot be written to; change its permissions or copy it'],
  ['SQLITE_CANTOPEN', 'case.read-only', 'The case cannot be opened for writing; change the permissions of its folder'],
  ['SQLITE_PERM', 'case.read-only', 'The case cannot be written to; change its permissions or copy it'],
];

/** libsql knows no name for some of SQLite's extended codes: their low byte says the class. */
const BY_CLASS: Readonly<Record<number, string>> = {
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
};

const nameOf = (error: Error & { code?: string }): string => {
  const unknown = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(error.code ?? '')?.[1];
  if (unknown !== undefined) return BY_CLASS[Number(unknown) & 0xff] ?? '';
  // Opening fails without a code: "ConnectionFailed("Unable to open …: 14")".
  const opening = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message)?.[1];
  if (opening !== undefined) return BY_CLASS[Number(opening) & 0xff] ?? '';
  return error.code ?? '';
};

/** What SQLite says, as an error of the registry that names the case; anything else as it is. */
export const storeError = (error: unknown, file: string): unknown => {
  if (error instanceof WatchfloorError || !(error instanceof Error)) return error;
  const name = nameOf(error);
  const known = BY_CODE.find(([prefix]) => name.startsWith(prefix));
  return known ? new WatchfloorError(known[1], `${known[2]}.`, { file }, { cause: error }) : error;
};
