import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineVersion } from '../../src/app/engine-version.ts';
import { importForecasts } from '../../src/app/forecast-files.ts';
import { entryOf } from '../../src/store/documents.fixture.ts';
import { openCase } from '../../src/store/index.ts';

const BIN = fileURLToPath(new URL('../../bin/watchfloor.js', import.meta.url));
const COLUMN = 'It is likely that the council will meet in May. It is unlikely that it met in June.';
const at = (words: string) => ({ start: COLUMN.indexOf(words), end: COLUMN.indexOf(words) + words.length });

let folder: string;
/** Standard output, standard error, exit status. */
const run = (...args: readonly string[]): [string, string, number | null] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, 'forecast', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return [stdout, stderr, status];
};
const wrong = (...args: readonly string[]): string => {
  const [out, error, status] = run(...args);
  expect([out, error.trim().split('\n').length, status === 0], error).toEqual(['', 1, false]);
  return error;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-forecast-'));
  spawnSync(process.execPath, [BIN, 'case', 'init', folder]);
  const store = await openCase(folder);
  const entry = entryOf(COLUMN, {
    title: 'May or June',
    publisher: 'The Example',
    published: '2024-04-02',
    byline: 'Bo Berg',
  });
  await store.addDocument({
    ...entry,
    read: {
      engine: engineVersion(),
      reading: {
        reading: 1,
        id: entry.id,
        document: entry.document,
        sentences: [at('It is likely that the council will meet in May.'), at('It is unlikely that it met in June.')],
        actors: [],
        events: [],
        attributions: [],
        quantities: [],
        times: [],
        likelihoods: [
          {
            span: at('likely'),
            phrase: 'likely',
            scale: 'ICD203',
            low: 0.55,
            high: 0.8,
            about: at('the council will meet in May'),
            holder: 'author',
          },
          {
            span: at('unlikely'),
            phrase: 'unlikely',
            scale: 'ICD203',
            low: 0.2,
            high: 0.45,
            about: at('it met in June'),
            holder: 'author',
          },
        ],
        conditions: [],
      },
    },
  });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ADD = [
  'add',
  'Will the council meet in May 2024?',
  '--criteria',
  'Its minutes say so.',
  '--opens',
  '2024-04-01',
  '--closes',
  '2024-05-31',
  '--id',
  'council',
];

describe('watchfloor forecast', () => {
  it('opens a question, takes probabilities of a person and of a play, and words of a column', () => {
    expect(run(...ADD, '--p', '30%', '--at', '2024-04-01', '--topic', 'council', '--as', 'Ann')).toEqual([
      'opened  council  Will the council meet in May 2024?\n',
      '',
      0,
    ]);
    expect(run('update', 'coun', '.6', '--at', '2024-05-01', '--as', 'Ann', '--note', 'invitations went out')[0]).toBe(
      'updated  council  2 probabilities, 60 %\n',
    );
    writeFileSync(
      join(folder, 'play.json'),
      JSON.stringify({
        summary: 1,
        manifest: { scenario: 'talks', hash: 'abc', seed: '7', completed: 1000 },
        outcomes: [{ name: 'meets', share: 0.45 }],
      }),
    );
    expect(run('update', 'council', '--play', 'play.json', '--outcome', 'meets', '--at', '2024-04-20')[2]).toBe(0);
    const [offered, more] = run('suggest');
    expect(offered).toMatch(
      /^lik-[0-9a-f]{12} {2}2024-04-02 {2}Bo Berg, The Example {2}“likely” 55 % to 80 %\n {4}“It is likely that the council will meet in May\.”\n$/,
    );
    expect(more).toBe('1 more do not look ahead by their words; --all shows them\n');
    const id = offered.split(' ')[0] as string;
    expect(run('adopt', id, '--into', 'council')[0]).toBe('adopted  council  Will the council meet in May 2024?\n');
    expect(run('suggest')[0]).toContain('55 % to 80 %  in council\n');
  });

  it('resolves it, shows it with the words it rests on, and scores it by author', () => {
    expect(
      run('resolve', 'council', 'yes', '--source', 'minutes of 12 May', '--at', '2024-05-12', '--as', 'Ann')[0],
    ).toBe('resolved  council  yes\n');
    const [shown] = run('show', 'council');
    expect(shown).toBe(`Will the council meet in May 2024?
council · revision 5 · council
yes if: Its minutes say so.
open:   2024-04-01 to 2024-05-31
  2024-04-01        unlikely, 30 %              Ann
  2024-04-02        likely, 67.5 %              Bo Berg
                    “It is likely that the council will meet in May.” (The Example; “likely” is 55 % to 80 %)
  2024-04-20        roughly even chance, 45 %   scenario talks
                    outcome meets in 1000 runs, seed 7, form abc
  2024-05-01        likely, 60 %                Ann
                    invitations went out
came out yes on 2024-05-12: minutes of 12 May (Ann)
`);
    const record = JSON.parse(run('score', '--by', 'author', '--json')[0]);
    expect(
      record.groups.map(({ name, score }: { name: string; score: { brier: number } }) => [name, score.brier]),
    ).toEqual([
      ['Ann', expect.closeTo(0.16, 12)],
      ['Bo Berg', expect.closeTo(0.105625, 12)],
      ['scenario talks', expect.closeTo(0.3025, 12)],
    ]);
    const bySource = JSON.parse(run('score', '--by', 'source', '--json')[0]);
    expect(bySource.groups.map(({ name }: { name: string }) => name)).toEqual([
      'The Example',
      'own judgement',
      'scenario talks',
    ]);
    expect(run('score', '--out', 'report.html')[1]).toBe('wrote report.html\n');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('3 forecasts on 1 resolved question');
  });

  it('says what is wrong, and changes nothing', () => {
    const before = run('show', 'council', '--json')[0];
    expect(wrong('update', 'council', '1.2')).toContain('(forecast.bad-probability)');
    expect(wrong('update', 'council', '-.2')).toContain('(forecast.bad-probability)');
    expect(wrong('update', 'council', '.2', '--at', '2024-06-01')).toContain(
      'after the question closed on 2024-05-31. (forecast.after-close)',
    );
    expect(wrong('update', 'council', '.2', '--at', '2024-03-01')).toContain('(forecast.before-opening)');
    expect(wrong('update', 'council', '.2', '--at', '2024-05-02', '--revision', '2')).toContain(
      'builds on revision 2, and the case holds revision 5; Ann changed it at',
    );
    expect(wrong('update', 'council', '--play', 'play.json', '--outcome', 'meet')).toContain(
      'Did you mean meets? (forecast.unknown-outcome)',
    );
    expect(wrong('update', 'council')).toContain('usage.unknown-option');
    expect(wrong('update', 'counsil', '.2')).toContain('Did you mean council? (forecast.not-found)');
    expect(wrong('resolve', 'council', 'no', '--source', 'x')).toContain('(forecast.resolved)');
    expect(wrong('resolve', 'council', 'no', '--source', 'x', '--again', '--at', '2024-03-01')).toContain(
      '(forecast.before-opening)',
    );
    expect(wrong('resolve', 'council', 'maybe', '--source', 'x', '--again')).toContain('(forecast.unknown-outcome)');
    expect(wrong(...ADD)).toContain('(forecast.exists)');
    expect(wrong('add', 'Will it?', '--criteria', 'x', '--opens', '2024-02-01', '--closes', '2024-01-01')).toContain(
      '(forecast.closes-before-opening)',
    );
    expect(wrong('adopt', 'nothing')).toContain('(forecast.no-suggestion)');
    expect(wrong('score', '--base-rate', '2')).toContain('(forecast.bad-probability)');
    expect(run('show', 'council', '--json')[0]).toBe(before);
  });

  it('exports, and imports all or nothing', () => {
    for (const file of ['all.yaml', 'all.csv']) {
      expect(run('export', '--out', file)[1]).toBe(`wrote ${file}\n`);
      expect(run('import', file)[0]).toBe('0 added, 0 changed, 1 in the case already\n');
    }
    const text = readFileSync(join(folder, 'all.yaml'), 'utf8');
    writeFileSync(join(folder, 'changed.yaml'), text.replace('minutes of 12 May', 'minutes, page 3'));
    expect(run('import', 'changed.yaml')[0]).toBe('0 added, 1 changed, 0 in the case already\n');
    // The same file builds on a revision that is past now; its other forecast is not written either.
    const other =
      '  - question: Will it rain?\n    criteria: The gauge.\n    opens: 2024-01-01\n    closes: 2024-02-01\n';
    writeFileSync(
      join(folder, 'late.yaml'),
      text.replace('forecasts:\n', `forecasts:\n${other}`).replace('minutes of 12 May', 'minutes, page 4'),
    );
    expect(wrong('import', 'late.yaml')).toMatch(
      /late\.yaml: The change to council builds on revision 5, and the case holds revision 6; .*\(forecast\.conflict\)/,
    );
    writeFileSync(
      join(folder, 'unsaid.yaml'),
      text.replace(/ {4}revision: \d+\n/, '').replace('minutes of 12 May', 'x'),
    );
    expect(wrong('import', 'unsaid.yaml')).toContain('does not say on which revision it builds');
    writeFileSync(join(folder, 'holes.csv'), 'question,criteria,opens,closes\nWill it?,,2024-01-01,2024-02-01\n');
    expect(wrong('import', 'holes.csv')).toBe(
      'watchfloor: holes.csv:2 criteria: The cell “criteria” is empty. (forecast.invalid-file)\n',
    );
    expect(run('list')[0].trim().split('\n')).toHaveLength(1);
  });

  it('lets only one of two edits on the same revision through', async () => {
    const hand = { author: 'Ann', now: '2024-06-01T00:00:00Z' };
    const [text] = run('export');
    writeFileSync(join(folder, 'a.yaml'), text.replace('minutes, page 3', 'page A'));
    writeFileSync(join(folder, 'b.yaml'), text.replace('minutes, page 3', 'page B'));
    await importForecasts(folder, join(folder, 'a.yaml'), hand);
    await expect(importForecasts(folder, join(folder, 'b.yaml'), hand)).rejects.toMatchObject({
      code: 'forecast.conflict',
    });
    expect(run('show', 'council')[0]).toContain('page A');
  });

  it('withdraws, and keeps the history', () => {
    expect(run('withdraw', 'council')[0]).toBe('withdrew  council\n');
    expect(run('list')).toEqual(['', '', 0]);
    expect(run('score')[0]).toBe('No forecast has been made yet.\n');
    expect(run(...ADD)[0]).toContain('opened  council');
    expect(run('show', 'council', '--history')[0]).toContain('withdrawn');
  });
});
