import { readFileSync } from 'node:fs';
import type { OwnLexicon } from '../lexicon/index.ts';
import { readerFingerprint } from '../read/index.ts';

/** The version of Watchfloor. */
export const packageVersion = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
};

/**
 * Names the reader that made a reading: version, a hash of its rules, data and network, and one of the analyst's own
 * lexicon. A case keeps readings by it, and makes them anew when it changes.
 */
export const engineVersion = (own?: OwnLexicon): string =>
  [`watchfloor/${packageVersion()}`, readerFingerprint(), ...(own === undefined ? [] : [own.fingerprint])].join('+');
