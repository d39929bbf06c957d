import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder, WatchfloorError } from '../model/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  ENOENT: 'no file or folder can be made there',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is there',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'a folder stands where a file has to go',
};

const unwritable = (file: string, cause: unknown): WatchfloorError => {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return new WatchfloorError(
    'output.unwritable',
    `The result cannot be written: ${REASONS[code] ?? message}. Choose another place with --out, or free this one; nothing unfinished was kept.`,
    { file },
    { cause },
  );
};

/** A file that is written piece by piece. */
export interface OutputFile {
  /** At the end, or over what stands at a place. */
  write(bytes: Uint8Array, position?: number): void;
}

/** Files of one result, written under temporary names and put under their own names together, when all are whole. */
export interface OutputSet {
  /** Adds a file that is written piece by piece. */
  begin(name: string): OutputFile;
  /** Adds a whole file. */
  add(name: string, content: string | Uint8Array): void;
  /** What was written to a file of the set so far. */
  read(name: string): Uint8Array;
  /** Puts every file under its name, in the order they were added; gives their paths. */
  commit(): readonly string[];
  /** Leaves nothing behind; without effect after `commit`. */
  discard(): void;
}

interface Pending {
  /** Null once it is closed. */
  descriptor: number | null;
  readonly temporary: string;
  readonly path: string;
  length: number;
}

/**
 * A set of files in a folder, which is made when missing.
 *
 * @throws {WatchfloorError} output.unwritable, also from every method
 */
export const openOutputSet = (folder: string): OutputSet => {
  const pending: Pending[] = [];

  const reported = <Result>(path: string, work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      throw unwritable(path, cause);
    }
  };

  const append = (file: Pending, bytes: Uint8Array, position?: number): void =>
    reported(file.path, () => {
      // The system may take less than it is given.
      for (let done = 0; done < bytes.length; ) {
        const at = (position ?? file.length) + (position === undefined ? 0 : done);
        const taken = writeSync(file.descriptor as number, bytes, done, bytes.length - done, at);
        done += taken;
        if (position === undefined) file.length += taken;
      }
    });

  const open = (name: string): Pending => {
    const path = join(folder, name);
    return reported(path, () => {
      const temporary = join(folder, `.${name}.${process.pid}.partial`);
      const file: Pending = { descriptor: openSync(temporary, 'w'), temporary, path, length: 0 };
      pending.push(file);
      return file;
    });
  };

  const close = (file: Pending): void => {
    if (file.descriptor === null) return;
    const { descriptor } = file;
    file.descriptor = null;
    closeSync(descriptor);
  };

  reported(folder, () => makeFolder(folder));
  return {
    begin: (name) => {
      const file = open(name);
      return { write: (bytes, position) => append(file, bytes, position) };
    },
    add: (name, content) => append(open(name), typeof content === 'string' ? Buffer.from(content) : content),
    read: (name) => {
      const path = join(folder, name);
      return reported(path, () => readFileSync((pending.find((file) => file.path === path) as Pending).temporary));
    },
    commit: () => {
      for (const file of pending)
        reported(file.path, () => {
          fsyncSync(file.descriptor as number);
          close(file);
        });
      for (const { temporary, path } of pending) reported(path, () => renameSync(temporary, path));
      return pending.splice(0).map(({ path }) => path);
    },
    discard: () => {
      for (const file of pending.splice(0)) {
        close(file);
        rmSync(file.temporary, { force: true });
      }
    },
  };
};

/** Writes whole files into a folder, all of them or none; gives their paths. @throws WatchfloorError output.unwritable */
export const writeFiles = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): readonly string[] => {
  const outputs = openOutputSet(folder);
  try {
    for (const [name, content] of Object.entries(files)) outputs.add(name, content);
    return outputs.commit();
  } finally {
    outputs.discard();
  }
};

/** Writes a file whole or not at all. @throws WatchfloorError output.unwritable */
export const writeOutput = (file: string, content: string | Uint8Array): void => {
  writeFiles(dirname(file), { [basename(file)]: content });
};

/** Makes a folder and tries to write there, before hours of work whose result would not be. @throws WatchfloorError output.unwritable */
export const requireWritable = (folder: string): void => {
  const outputs = openOutputSet(folder);
  try {
    outputs.add('probe', '');
  } finally {
    outputs.discard();
  }
};
