import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/watchfloor.js', import.meta.url));
const WORDS = 'The ministers of Russia and North Korea met in Moscow on 18 June 2024 and signed a treaty. ';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], wrap: readonly string[] = []) => {
  const [program, ...rest] = [...wrap, process.execPath, BIN, ...args] as [string, ...string[]];
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, lines: stderr.split('\n').filter(Boolean) };
};

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

it('says of each input that cannot be read what is wrong, in one line, and briefs the rest', () => {
  const inputs = [
    file('empty.txt', ''),
    file(
      'noise.txt',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
    ),
    file('furniture.txt', 'CLICK HERE TO GET THE APP\nShare this article\n'),
    'missing.txt',
    file('large.txt', `${WORDS.repeat(6)}\n\n`.repeat(95_000)),
    'http://nothing.invalid/article',
    'http://127.0.0.1:9/article',
    file(
      'hostile.html',
      `<html><head><title>Talks</title></head><body onload="f()"><article><h1>A &lt;/script&gt;&lt;script&gt;f()</h1><p onclick="f()">${WORDS.repeat(3)}<img src=x onerror="f()"><a href="javascript:f()">more</a></p></article></body></html>`,
    ),
    // It says UTF-8 and is Latin-1.
    file(
      'charset.html',
      Buffer.from(
        `<html><head><meta charset="utf-8"><title>T</title></head><body><article><p>${WORDS.repeat(3)}The café was naïve.</p></article></body></html>`,
        'latin1',
      ),
    ),
    file('good.txt', WORDS.repeat(2)),
  ];
  const { status, stdout, lines } = run(['brief', ...inputs, '--out', 'brief']);
  expect(status).toBe(1);
  expect(lines.map((line) => /^watchfloor: (\S+?): .+[.] \(([a-z.-]+)\)$/.exec(line)?.slice(1))).toEqual([
    ['empty.txt', 'intake.empty'],
    ['noise.txt', 'intake.binary'],
    ['furniture.txt', 'intake.empty'],
    ['missing.txt', 'intake.missing'],
    ['large.txt', 'intake.too-large'],
    [expect.stringMatching(/^http:\/\/nothing\.invalid\//), 'intake.no-network'],
    ['http://127.0.0.1:9/article', 'intake.private-address'],
  ]);
  expect(stdout).toContain('7 inputs could not be read');
  const page = readFileSync(join(folder, 'brief/brief.html'), 'utf8');
  expect(page).toContain('The café was naïve.');
  expect(page).not.toMatch(/onerror|onload|onclick|javascript:|<script/i);
}, 60_000);

it('says of a case that is damaged, cut short or no case what is wrong, in one line', () => {
  expect(run(['case', 'init', 'case']).status).toBe(0);
  expect(run(['case', 'add', '--case', 'case', file('kept.txt', WORDS.repeat(2))]).status).toBe(0);
  const [name] = readdirSync(join(folder, 'case')).filter((one) => one.endsWith('.watchfloor')) as [string];
  const whole = readFileSync(join(folder, 'case', name));
  const damaged: readonly (readonly [string, Uint8Array])[] = [
    ['overwritten', Buffer.concat([Buffer.from('garbage'), whole.subarray(7)])],
    ['cut', whole.subarray(0, Math.floor(whole.length / 2))],
    ['text', Buffer.from('This is no case.')],
  ];
  for (const [kind, bytes] of damaged) {
    mkdirSync(join(folder, kind));
    writeFileSync(join(folder, kind, name), bytes);
    const { status, stdout, lines } = run(['brief', kind, '--out', 'none']);
    expect([status, stdout], kind).toEqual([1, '']);
    expect(lines[0], kind).toMatch(/^watchfloor: .+ \(case\.(?:not-a-case|damaged)\)$/);
    expect(lines.length, kind).toBeLessThanOrEqual(2);
  }
});

it.skipIf(process.platform === 'win32')(
  'reads a case that it may not write, and says so when it is to write',
  ({ skip }) => {
    run(['case', 'init', 'shared']);
    run(['case', 'add', '--case', 'shared', file('first.txt', WORDS.repeat(2))]);
    const place = join(folder, 'shared');
    for (const name of readdirSync(place)) chmodSync(join(place, name), 0o444);
    chmodSync(place, 0o555);
    chmodSync(folder, 0o755);
    // Root may write everywhere: be nobody for it.
    const nobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
    skip(run(['--version'], nobody).status !== 0, 'nobody else may run this checkout');
    expect(run(['case', 'list', '--case', 'shared'], nobody)).toMatchObject({ status: 0, lines: [] });
    const { status, lines } = run(['case', 'add', '--case', 'shared', file('second.txt', WORDS.repeat(3))], nobody);
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^watchfloor: .+ \(case\.read-only\)$/)]);
    chmodSync(place, 0o755);
  },
);

it.each([
  [['brief', 'x.txt', '--frobnicate'], "unknown option '--frobnicate'."],
  [['frobnicate'], "unknown command 'frobnicate'."],
])('ends with 2 and one line for %j', (args, message) => {
  const { status, lines } = run(args);
  expect(status).toBe(2);
  expect(lines).toEqual([`watchfloor: ${message} See 'watchfloor --help'. (usage.unknown-option)`]);
});
