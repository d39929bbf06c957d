import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnLexicon, readOwnLexicon } from '../lexicon/index.ts';

/** Beside the file of a case: its own words, used whenever the case is read. */
const CASE_LEXICON = 'lexicon.yaml';
/** As `CASE_FILE` of the store, which need not be loaded to look for it. */
const CASE_FILE = 'case.watchfloor';

/**
 * The analyst's own lexicon: the file that is named, else that of the first case among the inputs, else none.
 *
 * @throws WatchfloorError `read.lexicon-unreadable`, `read.lexicon-invalid`
 */
export const ownLexicon = async (
  file: string | undefined,
  inputs: readonly string[] = [],
): Promise<OwnLexicon | undefined> => {
  const beside = inputs
    .filter((folder) => existsSync(join(folder, CASE_FILE)))
    .map((folder) => join(folder, CASE_LEXICON))
    .find((path) => existsSync(path));
  const path = file ?? beside;
  return path === undefined ? undefined : readOwnLexicon(path);
};
