import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFiles } from './write-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes the folder, replaces what is there and leaves nothing else behind', async () => {
  const out = join(folder, 'a', 'b');
  await writeFiles(out, { 'x.txt': 'one', 'y.txt': 'two' });
  writeFileSync(join(out, 'mine.txt'), 'kept');
  await writeFiles(out, { 'x.txt': 'three' });
  expect(readdirSync(out).sort()).toEqual(['mine.txt', 'x.txt', 'y.txt']);
  expect(readFileSync(join(out, 'x.txt'), 'utf8')).toBe('three');
});

it('names the folder and the reason when a part of the path is a file', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(writeFiles(join(folder, 'file', 'out'), { x: '' })).rejects.toMatchObject({
    code: 'output.unwritable',
    message: expect.stringContaining('a part of the path is a file'),
    place: { file: join(folder, 'file', 'out') },
  });
});

it('changes no file when one of them cannot be written whole', async () => {
  await writeFiles(folder, { 'a.txt': 'old' });
  await expect(writeFiles(folder, { 'a.txt': 'new', [`${'n'.repeat(300)}.txt`]: '' })).rejects.toMatchObject({
    code: 'output.unwritable',
    message: expect.stringContaining('the name is too long'),
  });
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

it('says so when a folder stands where a file has to go', async () => {
  mkdirSync(join(folder, 'a.txt', 'deep'), { recursive: true });
  await expect(writeFiles(folder, { 'a.txt': 'new' })).rejects.toMatchObject({ code: 'output.unwritable' });
  expect(readdirSync(folder)).toEqual(['a.txt']);
});
