import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DISPATCHES = ['2023-10-14-containers.md', '2024-02-27-seoul-count.md'].map((name) =>
  join(ROOT, 'examples/russia-dprk', name),
);

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-dispatches-'));
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/watchfloor.js'), 'brief', ...DISPATCHES, '--out', folder],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(join(folder, 'brief.html')).href);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const squeezed = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ').trim();
const target = (): Promise<string> => page.evaluate('location.hash.slice(1)');

/** The first datum of a section that quotes a sentence and refers to it. */
it.each([
  ['an event', '#timeline tbody tr'],
  ['a figure', '#ledger tbody tr'],
  ['a statement', '#speech dd'],
])('a brief of two real dispatches leads from %s to its sentence and back', async (_, rows) => {
  const row = page
    .locator(rows)
    .filter({ has: page.locator('.quote') })
    .first();
  const datum = (await row.getAttribute('id')) as string;
  const quote = squeezed(await row.locator('.quote').first().textContent());
  expect(quote.length).toBeGreaterThan(10);

  await row.locator('a.ref').first().click();
  const sentence = await target();
  expect(sentence).toMatch(/^s[12]-\d+$/);
  const shown = page.locator(`[id="${sentence}"]`);
  const words = squeezed(await shown.locator('xpath=..').textContent());
  expect(words).toContain(quote);
  const box = await shown.boundingBox();
  expect(box && box.y >= 0 && box.y < 900).toBe(true);

  await page.locator(`[id="${sentence}"] + .back a[href="#${datum}"]`).click();
  expect(await target()).toBe(datum);
  expect(await page.locator(`[id="${datum}"]`).evaluate((element) => element.matches(':target'))).toBe(true);
});
