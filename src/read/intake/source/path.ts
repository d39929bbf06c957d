import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { collect, tooLarge } from './bytes.ts';

const READ_ENDINGS = /\.(?:te?xt|md|markdown|x?html?|pdf)(?:\.gz)?$/i;
/** A folder's own description is no dispatch; named outright it is read. */
const FOLDER_DESCRIPTION = /^(?:readme|licen[cs]e|notice)\b/i;

/** What a file of this name may have: a text that is too large is refused before it is read. */
const capOf = (path: string): number => {
  if (/\.(?:te?xt|md|markdown)$/i.test(path)) return LIMITS.textBytes;
  return /\.x?html?$/i.test(path) ? LIMITS.htmlBytes : Math.max(LIMITS.pdfBytes, LIMITS.packedBytes);
};

export const fileError = (error: unknown, path: string): WatchfloorError => {
  if (error instanceof WatchfloorError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new WatchfloorError('intake.missing', 'No such file or folder; check the path.', { file: path });
  const why = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : (code ?? message);
  return new WatchfloorError(
    'intake.unreadable',
    `Cannot be read (${why}); check its permissions.`,
    { file: path },
    { cause: error },
  );
};

/** The bytes of a file, or of a pipe that has a path. */
export const readPath = async (path: string): Promise<Uint8Array> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) return await collect(createReadStream(path), path);
    if (found.size > capOf(path)) throw tooLarge(path, capOf(path));
    return await readFile(path);
  } catch (error) {
    throw fileError(error, path);
  }
};

export type Expanded = { readonly path: string } | { readonly path: string; readonly error: WatchfloorError };

/**
 * A path as the files it stands for: itself, or what is readable in a folder and its subfolders, by name.
 * Hidden files, links to folders, files of other kinds and README, LICENSE and NOTICE files of a folder are passed over.
 */
export async function* expandPath(path: string): AsyncGenerator<Expanded> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { path, error: fileError(error, path) };
    return;
  }
  if (!isFolder) {
    yield { path };
    return;
  }
  let count = 0;
  for await (const found of walk(path)) {
    count++;
    yield found;
  }
  if (count > 0) return;
  const message = 'The folder holds no text, Markdown, HTML or PDF file.';
  yield { path, error: new WatchfloorError('intake.empty-folder', message, { file: path }) };
}

async function* walk(folder: string): AsyncGenerator<Expanded> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error: fileError(error, folder) };
    return;
  }
  const byName = entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of byName) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (READ_ENDINGS.test(entry.name) && !FOLDER_DESCRIPTION.test(entry.name)) yield { path };
  }
}
