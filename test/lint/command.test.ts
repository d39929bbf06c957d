import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINT_RULE_IDS } from '../../src/judge/index.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const BIN = join(ROOT, 'bin', 'watchfloor.js');

/** Standard output, standard error, exit status. */
const runIn = (cwd: string, args: readonly string[], input = ''): [string, string, number | null] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return [stdout, stderr, status];
};

let folder: string;
const run = (...args: readonly string[]) => runIn(folder, args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-lint-'));
  cpSync(join(HERE, 'assessment.md'), join(folder, 'assessment.md'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('watchfloor lint', () => {
  it('says what it finds in an assessment, and fails', async () => {
    const [out, summary, status] = run('lint', 'assessment.md');
    await expect(out).toMatchFileSnapshot('golden/assessment.txt');
    expect([summary, status]).toEqual(['1 error, 8 warnings, 2 notes in 1 text\n', 1]);
  });

  it('says what it finds in the example dispatches', async () => {
    const [out] = runIn(ROOT, ['lint', 'examples']);
    await expect(out).toMatchFileSnapshot('golden/examples.txt');
  });

  it('reads a page as intake does', () => {
    const page = `<html><head><title>The council met</title></head><body><article><h1>The council met</h1>
<p>The council met on 3 May 2024 in the capital and spoke for two hours about the port and the railway to it.</p>
<p>It is possible that it will meet again on 9 May, as the members agreed on no date for the vote that day.</p></article></body></html>`;
    writeFileSync(join(folder, 'page.html'), page);
    const [out, , status] = run('lint', 'page.html');
    expect(out.split('\n')[0]).toBe('page.html:5:1  warning  “It is possible that”  weasel-words');
    expect(status).toBe(1);
  });

  it('exits with 0 when nothing reaches the level, 2 when something could not be read', () => {
    writeFileSync(join(folder, 'note.md'), 'They recently signed.\n');
    expect(run('lint', 'note.md')[2]).toBe(0);
    expect(run('lint', '--fail-on', 'note', 'note.md')[2]).toBe(1);
    expect(run('lint', '--fail-on', 'never', 'assessment.md')[2]).toBe(0);
    expect(run('lint', 'note.md', 'absent.md').slice(1)).toEqual([
      'watchfloor: absent.md: There is no such file or folder, or it cannot be read (ENOENT). (lint.file-missing)\n1 note in 1 text\n',
      2,
    ]);
    for (const args of [['lint'], ['lint', '--fail-on', 'often', 'note.md'], ['lint', '--explain', 'vage-date']]) {
      const [out, error, status] = run(...args);
      expect([out, error.trim().split('\n').length, status], error).toEqual(['', 1, 2]);
    }
  });

  it('keeps to what the project file says, and says where that is wrong', () => {
    const file = join(folder, 'watchfloor.yaml');
    writeFileSync(file, 'lint:\n  scale: phia\n  allow: [regime]\n  fail-on: error\n  rules: { vague-date: off }\n');
    writeFileSync(join(folder, 'own.md'), 'The regime recently fell. It is very likely.\n');
    expect(run('lint', 'own.md')).toEqual([
      expect.stringMatching(/^own\.md:1:33 {2}warning {2}“very likely” {2}mixed-scales\n/),
      '1 warning in 1 text\n',
      0,
    ]);
    writeFileSync(file, 'lint:\n  rules: { vage-date: off }\n');
    expect(run('lint', 'own.md').slice(1)).toEqual([
      `watchfloor: ${file}:2:23 lint.rules.vage-date: There is no rule vage-date. Did you mean vague-date? (lint.bad-project-file)\n`,
      2,
    ]);
    rmSync(file);
  });

  it('fixes what is safe, once, and no quotation', () => {
    cpSync(join(HERE, 'assessment.md'), join(folder, 'fixed.md'));
    const [, notes] = run('lint', '--fix', 'fixed.md');
    expect(notes).toContain('fixed  fixed.md  “could potentially”  double-hedge\n');
    const once = readFileSync(join(folder, 'fixed.md'), 'utf8');
    expect(once).toBe(
      readFileSync(join(HERE, 'assessment.md'), 'utf8')
        .replace('could potentially be', 'could be')
        .replace('- It may possibly rain', '- It may rain'),
    );
    run('lint', '--fix', 'fixed.md');
    expect(readFileSync(join(folder, 'fixed.md'), 'utf8')).toBe(once);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(runIn(folder, ['lint', '--fix', '-'], 'It may possibly rain.').slice(1)).toEqual([
      'watchfloor: -: Only files on this machine can be fixed; run it without --fix. (lint.not-fixable)\nnothing to remark in 0 texts\n',
      2,
    ]);
  });

  it('reads standard input and prints JSON', () => {
    const [out] = runIn(folder, ['lint', '--json', '-'], 'It may possibly rain.\r\nThe regime fell.');
    const [{ source, findings }] = JSON.parse(out);
    expect(source).toBe('-');
    expect(findings.map(({ rule, start }: { rule: string; start: unknown }) => [rule, start])).toEqual([
      ['double-hedge', { line: 1, column: 4 }],
      ['loaded-word', { line: 2, column: 5 }],
    ]);
  });

  it('prints SARIF 2.1.0 with what its schema requires', () => {
    const [out] = run('lint', '--sarif', 'assessment.md');
    const log = JSON.parse(out) as Log;
    expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
    const [first] = log.runs;
    expect(first?.tool.driver.name).toBe('watchfloor lint');
    expect(first?.tool.driver.rules?.map(({ id }) => id)).toEqual(LINT_RULE_IDS);
    expect(first?.columnKind).toBe('utf16CodeUnits');
    const source = readFileSync(join(folder, 'assessment.md'), 'utf8');
    expect(first?.results).toHaveLength(11);
    for (const { ruleId, ruleIndex, level, message, locations, fixes } of first?.results ?? []) {
      expect(message.text).toMatch(/\.$/);
      expect(['note', 'warning', 'error']).toContain(level);
      expect(first?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      const { region, artifactLocation } = locations?.[0]?.physicalLocation ?? {};
      expect(artifactLocation?.uri).toBe('assessment.md');
      const {
        charOffset = 0,
        charLength = 0,
        startLine = 0,
        startColumn = 0,
        endLine,
        endColumn,
        snippet,
      } = region ?? {};
      expect(source.slice(charOffset, charOffset + charLength).replace(/\s+/g, ' ')).toBe(snippet?.text);
      expect(source.split('\n')[startLine - 1]?.slice(startColumn - 1)).toContain(snippet?.text?.split(' ')[0]);
      expect(endLine === startLine ? (endColumn ?? 0) > startColumn : (endLine ?? 0) > startLine).toBe(true);
      for (const { artifactChanges } of fixes ?? [])
        for (const { replacements } of artifactChanges)
          for (const { deletedRegion } of replacements) expect(deletedRegion.charLength).toBeGreaterThan(0);
    }
  });
});

describe('watchfloor scale', () => {
  it.each([
    [
      ['.22', '--scale', 'phia'],
      '22 % has no word: “highly unlikely” ends at 20 %, “unlikely” begins at 25 % (PHIA probability yardstick)\n',
    ],
    [['20', '%'], '20 % is “unlikely” or “improbable”, 20 % to 45 % (ICD 203)\n'],
    [['almost', 'certain', '--scale', 'kent'], '“almost certain” is 87 % to 99 % (Kent)\n'],
  ])('%j', (args, expected) => {
    expect(run('scale', ...args)).toEqual([expected, '', 0]);
  });

  it('takes a scale of one’s own, and says what is wrong with it', () => {
    writeFileSync(
      join(folder, 'house.yaml'),
      'scale: house\nname: House\nbands:\n  - { words: [maybe], from: 0, to: 1 }\n',
    );
    expect(run('scale', '1', '--scale', 'house.yaml')[0]).toBe('100 % is “maybe”, 0 % to 100 % (House)\n');
    writeFileSync(
      join(folder, 'house.yaml'),
      'scale: house\nname: House\nbands:\n  - { words: [maybe], from: 0, to: 2 }\n',
    );
    expect(run('scale', '1', '--scale', 'house.yaml').slice(1)).toEqual([
      'watchfloor: house.yaml:4:36 bands.0.to: A bound lies between 0 and 1. (scale.invalid)\n',
      1,
    ]);
    expect(run('scale', '1.2')[2]).toBe(1);
  });
});
