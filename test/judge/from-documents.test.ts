import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'bin/watchfloor.js');

let root: string;
const run = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { stdout, stderr, status };
};
const judge = (...args: readonly string[]) => run('judge', ...args, '--case', 'case');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-judged-'));
  run('case', 'init', 'case');
  for (const name of ['2024-02-27-seoul-count.md', '2024-05-18-kim-yo-jong.md'])
    expect(run('case', 'add', join(ROOT, 'examples/russia-dprk', name), '--case', 'case').status).toBe(0);
  judge(
    'init',
    'cargo',
    '--question',
    'What did North Korea ship?',
    '--hypothesis',
    'Mainly shells and other munitions',
    '--hypothesis',
    'Mainly food',
    '--as',
    'ann',
  );
}, 180_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Documents are read with the network and each command is a process of its own.
describe('a question on documents that were read', { timeout: 180_000 }, () => {
  it('gets claims offered, takes one over with its words, and is judged in the brief', () => {
    const offered = JSON.parse(judge('suggest', 'cargo', 'H1', '--json').stdout);
    const [first] = offered[0].suggestions;
    expect(offered[0].suggestions.length).toBeGreaterThan(2);
    expect(first).toMatchObject({ strength: 1, graded: null });
    expect(first.reasons.length).toBeGreaterThan(0);
    for (const { quote, document } of offered[0].suggestions)
      expect(JSON.parse(run('case', 'show', document, '--case', 'case', '--json').stdout).document.text).toContain(
        quote,
      );
    const text = judge('suggest', 'cargo', 'H1').stdout;
    expect(text).toContain('None of these is rated.');
    expect(text).toContain('not graded yet (F)');

    const { status, stdout } = judge(
      'add-evidence',
      'cargo',
      '--claim',
      first.claim,
      '--source-grade',
      'b',
      '--as',
      'ann',
      '--json',
    );
    expect(status).toBe(0);
    const item = JSON.parse(stdout);
    expect(item).toMatchObject({ id: 'E1', claim: first.claim, source: first.source, sourceGrade: 'B', author: 'ann' });
    expect(item.citation.quote).toBe(first.quote);
    const after = JSON.parse(judge('suggest', 'cargo', 'H1', '--json').stdout)[0].suggestions;
    expect(after.map(({ claim }: { claim: string }) => claim)).not.toContain(first.claim);

    expect(judge('score', 'cargo').stderr).toContain('Nobody has rated cargo yet');
    expect(judge('rate', 'cargo', 'E1', 'H1=CC', 'H2=I', 'H0=N', '--as', 'ann').status).toBe(0);
    expect(judge('compare', 'cargo').stderr).toContain('Only ann has rated cargo');
    expect(judge('report', 'cargo', '--out', 'report').stdout.trim().split('\n')).toEqual([
      join('report', 'judgement.html'),
      join('report', 'judgement.md'),
    ]);
    expect(run('brief', 'case', '--out', 'brief').status).toBe(0);
    const brief = readFileSync(join(root, 'brief/brief.md'), 'utf8');
    expect(brief).toContain('**Mainly shells and other munitions (H1) is likely, 58 % (band 55–80 %).**');
    expect(brief).toMatch(/\*\*E1\*\* .+ \[1:\d+\]\(#s1-\d+\)/);
  });

  it('is briefed from the readings that the case keeps, together with other texts', () => {
    writeFileSync(join(root, 'more.txt'), 'Russia condemned the sanctions on Monday.');
    const { stdout } = run('brief', 'case', 'more.txt', '--out', 'both', '--json');
    expect(JSON.parse(stdout).counts).toMatchObject({ documents: 3, failed: 0 });
  });

  it('says what is wrong with a claim or a hypothesis that is not there', () => {
    expect(judge('add-evidence', 'cargo', '--claim', 'clm-zzz').stderr).toContain('The case has no claim clm-zzz');
    expect(judge('suggest', 'cargo', 'H7').stderr).toContain('cargo has no hypothesis H7; it has H1, H2, H0.');
  });
});
