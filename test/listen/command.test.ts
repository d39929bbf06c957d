import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { MPEGDecoder } from 'mpg123-decoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/watchfloor.js', import.meta.url));

interface Run {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const run = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { encoding: 'buffer', maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ code, stdout, stderr: stderr.toString('utf8') });
    });
  });

let folder: string;
const inFolder = (name: string): string => join(folder, name);

const ARTICLE = `---
title: Ministers meet in Pyongyang
byline: A. Writer
published: 2024-06-18
url: https://news.example/meeting
---

The ministers met on Tuesday. North Korea had sent 7,000 containers, South Korea said.

The next round

It is likely that talks will continue, he said.
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchfloor-listen-'));
  await writeFile(inFolder('article.md'), ARTICLE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('watchfloor listen', () => {
  it('writes sound, captions, chapters, transcript and page, and nothing else', async () => {
    const out = inFolder('out');
    const { code, stdout, stderr } = await run(
      'listen',
      inFolder('article.md'),
      '--voice',
      'kal16',
      '--out',
      out,
      '--json',
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [summary] = JSON.parse(stdout.toString()) as Record<string, unknown>[];
    expect(summary).toMatchObject({
      title: 'Ministers meet in Pyongyang',
      voice: 'kal16',
      sentences: 3,
      chapters: 2,
      foreign: null,
    });
    const name = 'ministers-meet-in-pyongyang';
    expect((await readdir(out)).sort()).toEqual([
      `${name}.chapters.json`,
      `${name}.html`,
      `${name}.mp3`,
      `${name}.txt`,
      `${name}.vtt`,
    ]);
    const { chapters } = JSON.parse(await readFile(join(out, `${name}.chapters.json`), 'utf8'));
    expect(chapters.map((chapter: { title: string }) => chapter.title)).toEqual([
      'Ministers meet in Pyongyang',
      'The next round',
    ]);
    const mp3 = await readFile(join(out, `${name}.mp3`));
    expect(mp3.includes(Buffer.from('Ministers meet in Pyongyang'))).toBe(true);
    const decoder = new MPEGDecoder();
    await decoder.ready;
    expect(decoder.decode(mp3).samplesDecoded / 16_000).toBeCloseTo(summary?.['seconds'] as number, 3);
    decoder.free();
  });

  it('streams an MP3 to standard output and nothing else', async () => {
    const { code, stdout } = await run('listen', inFolder('article.md'), '--voice', 'kal16', '--stream');
    expect(code).toBe(0);
    expect(stdout.toString('latin1', 0, 3)).toBe('ID3');
    const decoder = new MPEGDecoder();
    await decoder.ready;
    expect(decoder.decode(stdout).samplesDecoded / 16_000).toBeGreaterThan(5);
    decoder.free();
  });

  it('lists the voices', async () => {
    expect((await run('listen', '--voices')).stdout.toString()).toMatch(/^slt .*\nrms /);
  });

  it.each([
    ['empty.txt', '', /\((?:intake|listen)\.[a-z-]+\)/],
    ['furniture.txt', 'CLICK HERE TO GET THE APP\nShare this article\n', /\(intake\.empty\)/],
    ['emoji.txt', '👍👍 🎉', /no word is left.*\(listen\.nothing-to-say\)/i],
    ['korean.txt', '조선민주주의인민공화국은 오늘 발표하였다.', /another script.*\(listen\.nothing-to-say\)/],
    ['cyrillic.txt', 'Сегодня в Москве прошли переговоры.', /another script.*\(listen\.nothing-to-say\)/],
  ])('says what is wrong with %s and leaves no file', async (name, content, message) => {
    await writeFile(inFolder(name), content);
    const out = inFolder(`out-${name}`);
    const { code, stderr } = await run('listen', inFolder(name), '--voice', 'kal16', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(await readdir(out).catch(() => [])).toEqual([]);
  });

  it.each([
    [['--voice', 'hal'], /There is no voice "hal".*\(listen\.voice-unknown\)/],
    [['--speed', '9'], /\(listen\.speed-out-of-range\)/],
    [['--pronunciations', 'missing.yaml'], /\(listen\.lexicon-invalid\)/],
  ])('says what is wrong with %j', async (options, message) => {
    const { code, stderr } = await run('listen', inFolder('article.md'), '--voice', 'kal16', ...options);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });

  it('says that a folder cannot be made where a file stands', async () => {
    const out = join(inFolder('article.md'), 'out');
    const { code, stderr } = await run('listen', inFolder('article.md'), '--voice', 'kal16', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\(output\.unwritable\)/);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'says within a moment that a folder cannot be made where the system takes none',
    async () => {
      const { code, stderr } = await run('listen', inFolder('article.md'), '--voice', 'kal16', '--out', '/proc/out');
      expect(code).toBe(1);
      expect(stderr).toMatch(/^watchfloor: \/proc\/out: .*\(output\.unwritable\)\n$/);
    },
  );

  it.skipIf(process.platform === 'win32')('says that there is no room, once, and leaves no file', async () => {
    await writeFile(inFolder('room.txt'), 'The ministers met again and talked about grain for a while. '.repeat(60));
    const out = inFolder('out-room');
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 100; exec "$@"', 'bash', process.execPath, BIN, 'listen', inFolder('room.txt'), '--out', out],
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^watchfloor: .*room\.mp3: The result cannot be written: [^\n]*\(output\.unwritable\)\n$/);
    expect(status).toBe(1);
    expect(await readdir(out)).toEqual([]);
  });

  it('leaves nothing under a final name when it is interrupted', async () => {
    await writeFile(
      inFolder('long.txt'),
      `${'The ministers met again and talked about grain for a while. '.repeat(8)}\n\n`.repeat(30),
    );
    const out = inFolder('out-long');
    const child = spawn(process.execPath, [BIN, 'listen', inFolder('long.txt'), '--out', out], { stdio: 'pipe' });
    const begun = async (): Promise<boolean> => (await readdir(out).catch(() => [])).length > 0;
    await expect.poll(begun, { timeout: 20_000 }).toBe(true);
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(await readdir(out)).toEqual([]);
  }, 40_000);
});

describe('watchfloor feed', () => {
  it('writes three feeds that name the sound beside them', async () => {
    const out = inFolder('feed');
    const { code, stderr } = await run(
      'feed',
      inFolder('article.md'),
      '--voice',
      'kal16',
      '--base-url',
      'https://example.org/f',
      '--title',
      'T',
      '--out',
      out,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const rss = await readFile(join(out, 'feed.xml'), 'utf8');
    expect(XMLValidator.validate(rss)).toBe(true);
    const [, mp3] = /url="https:\/\/example\.org\/f\/([^"]+\.mp3)"/.exec(rss) as RegExpExecArray;
    expect(await readdir(out)).toEqual(expect.arrayContaining(['feed.xml', 'feed.json', 'atom.xml', mp3]));
  });

  it('puts first a brief that knows who wrote each text and what kind of text it is', async () => {
    await writeFile(
      inFolder('opinion.md'),
      '---\ntitle: A treaty is a price list\nauthor: C. Olumnist\npublisher: Example Dispatch\npublished: 2024-06-21\nkind: opinion\n---\n\nIn my view Russia signed the treaty with North Korea to buy shells. I think that it will pay with fuel.\n',
    );
    const out = inFolder('feed-brief');
    const { code, stderr } = await run(
      'feed',
      inFolder('opinion.md'),
      '--no-sound',
      '--brief',
      '--base-url',
      'https://example.org/f',
      '--title',
      'Desk',
      '--out',
      out,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { items } = JSON.parse(await readFile(join(out, 'feed.json'), 'utf8'));
    expect(items.map(({ url }: { url: string }) => url)[0]).toBe('https://example.org/f/brief/brief.html');
    const { sources } = JSON.parse(await readFile(join(out, 'brief', 'brief.json'), 'utf8')).brief;
    expect(sources[0]).toMatchObject({
      byline: 'C. Olumnist',
      publisher: 'Example Dispatch',
      kind: 'opinion',
    });
  });

  it('needs an absolute address', async () => {
    const { code, stderr } = await run('feed', inFolder('article.md'), '--base-url', 'example.org', '--title', 'T');
    expect(code).toBe(1);
    expect(stderr).toMatch(/\(feed\.address-invalid\)/);
  });
});
