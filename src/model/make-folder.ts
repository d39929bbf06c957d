import { mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

const at = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!at(folder)?.isDirectory()) throw error;
  }
};

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` never comes back where a file system
 * says of a folder that is there that it cannot hold another (`/proc`).
 *
 * @throws {NodeJS.ErrnoException} why it cannot be made
 */
export const makeFolder = (folder: string): void => {
  const above = dirname(folder);
  if (above !== folder && !at(above)) makeFolder(above);
  makeOne(folder);
};
