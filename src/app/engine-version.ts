import { readFileSync } from 'node:fs';
import type { OwnLexicon } from '../lexicon/index.ts';
import { readerFingerprint } from '../read/index.ts';

/**
 * Names the reader that made a reading: version, a hash of its rules, data and network, and one of the analyst's own
 * lexicon. A case keeps readings by it, and makes them anew when it changes.
 */
export const engineVersion = (own?: OwnLexicon): string => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return [`watchfloor/${version}`, readerFingerprint(), ...(own === undefined ? [] : [own.fingerprint])].join('+');
};
