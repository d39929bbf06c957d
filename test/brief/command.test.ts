import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLE = join(ROOT, 'examples/russia-dprk/2024-02-27-seoul-count.md');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const watchfloor = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/watchfloor.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.split('\n').filter(Boolean) };
};
const brief = (...args: readonly string[]) => watchfloor('brief', ...args);

const FILES = [
  'brief.html',
  'brief.json',
  'brief.md',
  'claims.csv',
  'ledger.csv',
  'ties.csv',
  'ties.gexf',
  'timeline.csv',
];

describe('watchfloor brief', () => {
  it('writes the files and ends with where the page lies', () => {
    const { status, stdout, lines } = brief(ARTICLE, '--out', 'one', '--title', 'Two counts');
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    expect(readdirSync(join(folder, 'one')).sort()).toEqual(FILES);
    expect(stdout.startsWith('Two counts\n')).toBe(true);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Brief: ${join('one', 'brief.html')}`);
    expect(readFileSync(join(folder, 'one/brief.md'), 'utf8')).toContain('Shin Won-sik');
  });

  it('takes the folder of a case, which says the same of a text as the text itself', () => {
    watchfloor('case', 'init', 'case');
    expect(brief('case', '--out', 'none').lines).toEqual([
      'watchfloor: case: The case holds no document; add some with `watchfloor case add`. (intake.empty-folder)',
      'watchfloor: no input could be read, so there is no brief.',
    ]);
    watchfloor('case', 'add', '--case', 'case', ARTICLE);
    expect(brief('case', '--out', 'of-case')).toMatchObject({ status: 0, lines: [] });
    brief(ARTICLE, '--out', 'of-text');
    expect(readFileSync(join(folder, 'of-case/claims.csv'), 'utf8')).toBe(
      readFileSync(join(folder, 'of-text/claims.csv'), 'utf8'),
    );
  });

  it('makes the same bytes again', () => {
    brief(ARTICLE, '--out', 'first');
    brief(ARTICLE, '--out', 'second');
    for (const file of FILES)
      expect(readFileSync(join(folder, 'first', file), 'utf8')).toBe(
        readFileSync(join(folder, 'second', file), 'utf8'),
      );
  });

  it('reports one bad input among many and does the rest', () => {
    const { status, lines } = brief('missing.txt', ARTICLE, '--out', 'rest');
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^watchfloor: missing\.txt: .+ \(intake\.[a-z-]+\)$/);
    expect(existsSync(join(folder, 'rest/brief.html'))).toBe(true);
  });

  it('writes nothing when no input can be read', () => {
    const { status, lines } = brief('missing.txt', '--out', 'none');
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe('watchfloor: no input could be read, so there is no brief.');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('says in one line that a folder cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const { status, lines } = brief(ARTICLE, '--out', join('file', 'out'));
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\(output\.unwritable\)$/);
  });

  it('refuses an option it does not know', () => {
    expect(brief(ARTICLE, '--colour').status).toBe(2);
  });

  it('prints its summary as JSON', () => {
    const summary = JSON.parse(brief(ARTICLE, '--out', 'json', '--json').stdout);
    expect(summary).toMatchObject({ asOf: '2024-02-27', counts: { documents: 1, failed: 0 } });
    expect(summary.files).toHaveLength(FILES.length);
  });

  it('lets nothing of a hostile page survive', () => {
    writeFileSync(
      join(folder, 'hostile.html'),
      `<!doctype html><title>Talks</title></title><script>alert(1)</script><meta name="author" content='"><script>alert(2)</script>'>
<article><h1>Russia &lt;/script&gt;&lt;script&gt;alert(3)&lt;/script&gt; and North Korea</h1>
<p>Russian President Vladimir Putin visited North Korea on 19 June 2024 and met its leader, Kim Jong Un. &lt;img src=x onerror=alert(4)&gt; They signed a treaty.</p>
<p onclick="alert(5)">South Korea condemned the treaty, and <a href="javascript:alert(6)">the United States imposed sanctions</a> on Russia a week later.</p></article>`,
    );
    expect(brief('hostile.html', '--published', '2024-07-01', '--out', 'hostile').status).toBe(0);
    const { document } = parseHTML(readFileSync(join(folder, 'hostile/brief.html'), 'utf8'));
    expect(document.querySelectorAll('script, img, iframe, object, form')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === 'href') expect(value).toMatch(/^(?:#|https?:)/);
      }
    expect(document.querySelector('#annex')?.textContent).toContain('visited North Korea');
  });
});
