import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from '../src/store/documents.fixture.ts';
import { openCase } from '../src/store/index.ts';

const BIN = fileURLToPath(new URL('../bin/watchfloor.js', import.meta.url));

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-cli-case-'));
  expect(run('case', 'init', 'talks', '--name', 'The talks')).toEqual(['made a case in talks\n', '', 0]);
  const store = await openCase(join(root, 'talks'));
  await store.addDocument(
    entryOf('The envoy said that no missiles had crossed the border.\n\nNobody believed him.', {
      title: 'No missiles, says envoy',
      publisher: 'Example Courier',
      published: '2024-06-18T09:00:00Z',
      byline: 'Ann Lee',
      kind: 'report',
      notes: ['Charset taken to be windows-1252 from the bytes.'],
    }),
  );
  await store.addDocument(entryOf('Grain talks resume in the spring.'));
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Standard output, standard error, exit status. */
const run = (...args: readonly string[]): [string, string, number | null] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return [stdout, stderr, status];
};

describe('watchfloor case', () => {
  it('lists', () => {
    expect(run('case', 'list', '--case', 'talks')).toEqual([
      'The talks  2 documents\ndoc-1747037068a4  2024-06-18  No missiles, says envoy · Example Courier\ndoc-eac55d372cec  no date     doc-eac55d372cec.txt\n',
      '',
      0,
    ]);
  });

  it('shows one document', () => {
    expect(run('case', 'show', '1747', '--case', 'talks')).toEqual([
      'No missiles, says envoy\ndoc-1747037068a4 · Ann Lee · Example Courier · 2024-06-18T09:00:00Z · report · en · doc-1747037068a4.txt\nnote: Charset taken to be windows-1252 from the bytes.\n\nThe envoy said that no missiles had crossed the border.\n\nNobody believed him.\n',
      '',
      0,
    ]);
  });

  it('exports, and removes', () => {
    expect(run('case', 'export', '--out', 'out', '--case', 'talks')).toEqual([
      '2 documents, 2 readings, 0 judgements in out\n',
      '',
      0,
    ]);
    expect(run('case', 'remove', 'nothing', '--case', 'talks')).toEqual([
      '',
      'watchfloor: talks: No document has the id nothing; `watchfloor case list` shows them. (case.no-document)\n',
      1,
    ]);
  });

  it('says in one line what is wrong', () => {
    expect(run('case', 'list', '--case', 'nowhere')).toEqual([
      '',
      'watchfloor: nowhere: There is no case here; make one with `watchfloor case init`. (case.missing)\n',
      1,
    ]);
    writeFileSync(join(root, 'notes.txt'), '');
    const [out, error, status] = run('case', 'add', 'notes.txt', 'absent.txt', '--case', 'talks');
    expect([out, status]).toEqual(['', 1]);
    expect(error.trim().split('\n')).toEqual([
      'watchfloor: notes.txt: Nothing is in it. (intake.empty)',
      'watchfloor: absent.txt: No such file or folder; check the path. (intake.missing)',
    ]);
    for (const args of [
      ['case'],
      ['case', 'list', '--colour'],
      ['case', 'forget'],
      ['search'],
      ['search', 'x', '--limit', '0'],
    ]) {
      const [nothing, line, code] = run(...args);
      expect([nothing, line.trim().split('\n').length, code === 0], line).toEqual(['', 1, false]);
    }
  });
});

describe('watchfloor search', () => {
  it('marks the hits', () => {
    expect(run('search', 'missile', '--case', 'talks')).toEqual([
      'No missiles, says envoy  2024-06-18  Example Courier  doc-1747037068a4\n  The envoy said that no [missiles] had crossed the border. Nobody believed him.\n',
      '',
      0,
    ]);
    expect(run('search', 'no missiles', '--case', 'talks')[0]).toContain('said that [no missiles] had');
    expect(run('search', 'rockets', '--case', 'talks')).toEqual(['nothing found\n', '', 0]);
  });
});
