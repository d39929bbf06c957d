import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModule } from '../../model/index.ts';
import { type IntakeResult, intake } from './index.ts';
import { loopingPdf } from './pdf/pdf.fixture.ts';

const PARAGRAPH =
  'The ministry said on Tuesday that the talks would resume, and both sides agreed on a date in the spring of next year.';
/** A second more than the promise: the machine that tests may be busy. */
const SECONDS = 6;

let folder: string;
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all = async (results: AsyncIterable<IntakeResult>): Promise<IntakeResult[]> => {
  const collected: IntakeResult[] = [];
  for await (const result of results) collected.push(result);
  return collected;
};

describe('hostile inputs', () => {
  it('each end in one clear error in time, while the others go on', async () => {
    const huge = join(folder, 'huge.txt');
    const descriptor = openSync(huge, 'w');
    ftruncateSync(descriptor, 200 * 1024 * 1024);
    closeSync(descriptor);
    const inputs = [
      file('deep.html', `<html><body>${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`),
      file('wide.html', `<html><body>${'<i>x</i> '.repeat(70_000)}`),
      huge,
      file('bomb.txt.gz', gzipSync(Buffer.alloc(200 * 1024 * 1024))),
      file('loop.pdf', loopingPdf()),
      file('text.txt', `${PARAGRAPH}\n`.repeat(450_000)),
      file('fine.txt', PARAGRAPH),
      file('fine.html', `<html><body><article><p>${PARAGRAPH}</p></article></body></html>`),
    ];
    const found: IntakeResult[] = [];
    const waits: number[] = [];
    let last = performance.now();
    for await (const result of intake(inputs)) {
      found.push(result);
      waits.push((performance.now() - last) / 1000);
      last = performance.now();
    }
    expect(found.map(({ error, ok }) => error?.code ?? ok?.text)).toEqual([
      'intake.too-deep',
      'intake.too-deep',
      'intake.too-large',
      'intake.too-large',
      'intake.too-slow',
      'intake.too-large',
      PARAGRAPH,
      PARAGRAPH,
    ]);
    expect(Math.max(...waits)).toBeLessThan(SECONDS);
  }, 60_000);

  it('nothing that could run survives', async () => {
    const page = `<html><head><title>Talks </title><script>alert('head')</script><meta property="og:title" content="Talks &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;">
      <link rel="canonical" href="javascript:alert('canonical')"><meta property="og:url" content="data:text/html,x"></head>
      <body onload="alert('load')"><article><h1>Talks</h1><p>${PARAGRAPH} <a href="javascript:alert('link')">More on it</a></p>
      <img src="x" onerror="alert('image')"><iframe srcdoc="<script>alert('frame')</script>"></iframe><svg><script>alert('svg')</script></svg>
      <noscript><p>${PARAGRAPH} noscript</p></noscript><template><p>template</p></template><style>p{content:"style"}</style>
      <math><mtext>math</mtext></math><object data="x">object</object><p>${PARAGRAPH}</p></article></body></html>`;
    const [result] = await all(intake([{ kind: 'html', html: page, url: 'javascript:alert(2)' }]));
    expect(result?.ok).toMatchObject({
      text: `${PARAGRAPH} More on it\n\n${PARAGRAPH}`,
      url: null,
    });
    expect(JSON.stringify(result?.ok)).not.toMatch(
      /onerror|onload|javascript:|alert\('|srcdoc|noscript|template|style|object/,
    );
    // Text that looks like mark-up is text: whoever shows it escapes it.
    expect(result?.ok?.title).toBe('Talks </script><script>alert(1)</script>');
  });

  it('invisible characters that turn the reading direction are dropped', async () => {
    const [result] = await all(intake([file('turned.txt', `${PARAGRAPH}\u202e\u200b\u0007`)]));
    expect(result?.ok?.text).toBe(PARAGRAPH);
  });
});

describe('start-up', () => {
  it('a plain text loads none of the heavy libraries', () => {
    const hook = `export const resolve = async (s, c, next) => { const r = await next(s, c); process._rawDebug(r.url); return r; };`;
    const script = `
      import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
      const { intake } = await import(${JSON.stringify(builtModule('./index', import.meta.url).href)});
      for await (const { ok } of intake([${JSON.stringify(file('cold.txt', PARAGRAPH))}])) console.log(ok.text);`;
    const path = file('cold.mjs', script);
    const child = execFileSync(process.execPath, [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(child).toBe(`${PARAGRAPH}\n`);
    const traced = execFileSync('sh', ['-c', `"${process.execPath}" "${path}" 2>&1 >/dev/null`], { encoding: 'utf8' });
    expect(traced).toContain('/read/intake/format/plain-text.js');
    expect(traced).not.toMatch(/node_modules\//);
  });
});
