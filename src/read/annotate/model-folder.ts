import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WatchfloorError } from '../../model/index.ts';

/** The folder of the English network: `WATCHFLOOR_MODEL_DIR` where that is set, else models/en beside src/ or dist/. */
export const modelFolder = (): string =>
  process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../../models/en', import.meta.url));

/** @throws WatchfloorError `read.model-missing` */
export const readModelFile = async (folder: string, name: string): Promise<string> => {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'read.model-missing',
      `The model file ${join(folder, name)} cannot be read; restore the folder, or set WATCHFLOOR_MODEL_DIR to one that has it.`,
      { file: join(folder, name) },
      { cause },
    );
  }
};
