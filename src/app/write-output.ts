import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, WatchfloorError } from '../model/index.ts';

/** Writes a file whole or not at all: under a temporary name first. @throws WatchfloorError output.unwritable */
export const writeOutput = (file: string, content: string | Uint8Array): void => {
  const temporary = `${file}.${process.pid}.part`;
  try {
    makeFolder(dirname(file));
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new WatchfloorError(
      'output.unwritable',
      `The result could not be written (${reason}); choose another folder or change its permissions.`,
      { file },
      { cause: error },
    );
  }
};

/** Makes a folder and tries to write there, before hours of work whose result would not be. @throws WatchfloorError output.unwritable */
export const requireWritable = (folder: string): void => {
  const probe = join(folder, `.${process.pid}.probe`);
  writeOutput(probe, '');
  rmSync(probe);
};
