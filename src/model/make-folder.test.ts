import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes what is missing and leaves what is there', () => {
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

it('says why it cannot', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file'))).toThrowError(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => makeFolder(join(folder, 'file', 'a', 'b'))).toThrowError(expect.objectContaining({ code: 'ENOTDIR' }));
});

it.skipIf(!existsSync('/proc/self'))(
  'comes back where a file system takes no folder and says that it is missing',
  () => {
    expect(() => makeFolder('/proc/watchfloor/out')).toThrowError(expect.objectContaining({ code: 'ENOENT' }));
  },
  2_000,
);
