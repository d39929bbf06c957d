import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, WatchfloorError } from '../model/index.ts';

/** Files of one result, written under temporary names and put under their own names together, when all are whole. */
export interface OutputSet {
  /** Adds a file that is written piece by piece. */
  begin(name: string): Promise<FileHandle>;
  /** Adds a whole file. */
  add(name: string, content: string | Uint8Array): Promise<void>;
  /** What was written to a file of the set so far. */
  read(name: string): Promise<Uint8Array>;
  /** Puts every file under its name, in the order they were added; gives their paths. */
  commit(): Promise<readonly string[]>;
  /** Leaves nothing behind; without effect after `commit`. */
  discard(): Promise<void>;
}

interface Pending {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly path: string;
}

/** @throws {WatchfloorError} output.unwritable, also from every method, when the folder cannot take a file */
export const openOutputSet = async (folder: string): Promise<OutputSet> => {
  const pending: Pending[] = [];

  const reported = async <Result>(path: string, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WatchfloorError) throw error;
      throw new WatchfloorError(
        'output.unwritable',
        `The file could not be written (${(error as Error).message}); choose another folder with --out, or free space.`,
        { file: path },
        { cause: error },
      );
    }
  };

  const begin = (name: string): Promise<FileHandle> => {
    const path = join(folder, name);
    return reported(path, async () => {
      const temporary = join(folder, `.${name}.${process.pid}.partial`);
      const handle = await open(temporary, 'w');
      pending.push({ handle, temporary, path });
      return handle;
    });
  };

  await reported(folder, async () => makeFolder(folder));
  return {
    begin,
    add: async (name, content) => {
      const handle = await begin(name);
      await reported(join(folder, name), () => handle.writeFile(content));
    },
    read: (name) => {
      const path = join(folder, name);
      return reported(path, () => readFile((pending.find((file) => file.path === path) as Pending).temporary));
    },
    commit: async () => {
      for (const { handle, path } of pending)
        await reported(path, async () => {
          await handle.sync();
          await handle.close();
        });
      for (const { temporary, path } of pending) await reported(path, () => rename(temporary, path));
      return pending.splice(0).map(({ path }) => path);
    },
    discard: async () => {
      for (const { handle, temporary } of pending.splice(0)) {
        await handle.close().catch(() => undefined);
        await rm(temporary, { force: true });
      }
    },
  };
};
