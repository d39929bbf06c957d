import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, WatchfloorError } from '../model/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is there',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'a folder stands where a file has to go',
};

/**
 * Writes files into a folder, which is made when missing. They are written whole under a temporary name first and then
 * renamed, so that a reader finds either the old or the new file, never half of one.
 *
 * @throws WatchfloorError `output.unwritable`
 */
export const writeFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  let temporary: string | undefined;
  try {
    makeFolder(folder);
    temporary = await mkdtemp(join(folder, '.unfinished-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(temporary, name), content);
    for (const name of Object.keys(files)) await rename(join(temporary, name), join(folder, name));
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new WatchfloorError(
      'output.unwritable',
      `The result cannot be written to this folder: ${REASONS[code] ?? message}. Choose another one with --out, or free it.`,
      { file: folder },
      { cause },
    );
  } finally {
    if (temporary) await rm(temporary, { recursive: true, force: true });
  }
};
