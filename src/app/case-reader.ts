import type { OwnLexicon } from '../lexicon/index.ts';
import { createReader, type Reader } from '../read/index.ts';
import type { CaseReader } from './case.ts';
import { engineVersion } from './engine-version.ts';

/**
 * The reader of this version for a case; its network is loaded with the first document. Close it in the end.
 *
 * @param own the lexicon of the case
 */
export const caseReader = (own?: OwnLexicon): CaseReader & { close(): Promise<void> } => {
  let reader: Promise<Reader> | undefined;
  return {
    engine: engineVersion(own),
    read: async (document, id) => {
      reader ??= createReader({ ...(own && { lexicon: own }) });
      return (await reader).read(document, id);
    },
    close: async () => {
      await (await reader)?.close();
    },
  };
};
