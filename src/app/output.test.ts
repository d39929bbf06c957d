import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtModule } from '../model/index.ts';
import { openOutputSet, requireWritable, writeFiles, writeOutput } from './output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const unwritable = (message: string, file?: string) =>
  expect.objectContaining({
    code: 'output.unwritable',
    message: expect.stringContaining(message),
    ...(file === undefined ? {} : { place: { file } }),
  });

describe('files written together', () => {
  it('make the folder, replace what is there and leave nothing else behind', () => {
    const out = join(folder, 'a', 'b');
    writeFiles(out, { 'x.txt': 'one', 'y.txt': 'two' });
    writeFileSync(join(out, 'mine.txt'), 'kept');
    expect(writeFiles(out, { 'x.txt': 'three' })).toEqual([join(out, 'x.txt')]);
    expect(readdirSync(out).sort()).toEqual(['mine.txt', 'x.txt', 'y.txt']);
    expect(readFileSync(join(out, 'x.txt'), 'utf8')).toBe('three');
  });

  it('name the place and the reason when a part of the path is a file', () => {
    writeFileSync(join(folder, 'file'), '');
    const out = join(folder, 'file', 'out');
    expect(() => writeFiles(out, { x: '' })).toThrowError(unwritable('a part of the path is a file', out));
  });

  it('change nothing when one of them cannot be written', () => {
    writeFiles(folder, { 'a.txt': 'old' });
    expect(() => writeFiles(folder, { 'a.txt': 'new', [`${'n'.repeat(300)}.txt`]: '' })).toThrowError(
      unwritable('the name is too long'),
    );
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('say so when a folder stands where a file has to go', () => {
    mkdirSync(join(folder, 'a.txt', 'deep'), { recursive: true });
    expect(() => writeFiles(folder, { 'a.txt': 'new' })).toThrowError(
      unwritable('a folder stands where a file has to go', join(folder, 'a.txt')),
    );
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it.skipIf(process.platform === 'win32')('leave the old file and nothing else where there is no room', () => {
    writeFiles(folder, { 'a.txt': 'old' });
    const script = `import { writeFiles } from ${JSON.stringify(builtModule('./output', import.meta.url).href)};
      try { writeFiles(${JSON.stringify(folder)}, { 'b.txt': 'b', 'a.txt': 'x'.repeat(100_000) }); }
      catch ({ code, message, place }) { console.log(JSON.stringify({ code, message, place })); }`;
    const { stdout } = spawnSync('bash', ['-c', 'ulimit -f 40; exec "$0" --input-type=module', process.execPath], {
      encoding: 'utf8',
      input: script,
    });
    expect(JSON.parse(stdout)).toEqual(unwritable('the file would be larger than is allowed', join(folder, 'a.txt')));
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('an output set', () => {
  it('shows nothing before all is whole, and all at once after', () => {
    const outputs = openOutputSet(folder);
    outputs.add('a.txt', 'one');
    const file = outputs.begin('b.bin');
    file.write(Uint8Array.of(0, 2));
    file.write(Uint8Array.of(3));
    file.write(Uint8Array.of(1), 0);
    expect([...outputs.read('b.bin')]).toEqual([1, 2, 3]);
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect(outputs.commit()).toEqual([join(folder, 'a.txt'), join(folder, 'b.bin')]);
    outputs.discard();
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.bin']);
    expect([...readFileSync(join(folder, 'b.bin'))]).toEqual([1, 2, 3]);
  });

  it('leaves nothing behind when it is given up', () => {
    const outputs = openOutputSet(folder);
    outputs.add('a.txt', 'one');
    outputs.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('writes one file into a folder that it makes', () => {
  writeOutput(join(folder, 'new', 'a.txt'), 'one');
  expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt']);
});

it('tells before the work whether a folder can be written to', () => {
  requireWritable(join(folder, 'later'));
  expect(readdirSync(join(folder, 'later'))).toEqual([]);
  writeFileSync(join(folder, 'file'), '');
  expect(() => requireWritable(join(folder, 'file', 'later'))).toThrowError(unwritable('a part of the path is a file'));
});
