import { createReader, type Reader } from '../read/index.ts';
import type { CaseReader } from './case.ts';
import { engineVersion } from './engine-version.ts';

/** The reader of this version for a case; its network is loaded with the first document. Close it in the end. */
export const caseReader = (): CaseReader & { close(): Promise<void> } => {
  let reader: Promise<Reader> | undefined;
  return {
    engine: engineVersion(),
    read: async (document, id) => {
      reader ??= createReader();
      return (await reader).read(document, id);
    },
    close: async () => {
      await (await reader)?.close();
    },
  };
};
