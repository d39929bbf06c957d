import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeBrief, renderBrief } from '../../src/brief/index.ts';
import { situate } from '../../src/situation/index.ts';
import { SMALL_CASE } from '../brief/small-case.fixture.ts';
import { launchBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asked in the page's own words: this project does not type a page's globals. */
const background = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-brief-'));
const file = join(folder, 'brief.html');
let browser: Browser;

interface Visit {
  readonly page: Page;
  /** What the page wrote to the console, failed at or asked the network for. */
  readonly complaints: readonly string[];
}

const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Visit> => {
  // axe has to be put into the page past the policy that forbids all scripts.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
};

beforeAll(async () => {
  const situation = situate(SMALL_CASE);
  writeFileSync(file, renderBrief(composeBrief(situation, SMALL_CASE), situation)['brief.html'] as string);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %i px, %s', (width, scheme) => {
  it('is accessible, fits, and loads nothing', async () => {
    const { page, complaints } = await open(width, scheme);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the drawing that fits', async () => {
    const { page } = await open(width, scheme);
    const visible = await page
      .locator('svg.lanes')
      .evaluateAll((drawings) =>
        drawings
          .filter((drawing) => drawing.getBoundingClientRect().width > 0)
          .map((drawing) => drawing.getAttribute('width')),
      );
    expect(visible).toEqual([width < 700 ? '350' : '704']);
    await page.context().close();
  });
});

it('leads from a datum to its sentence and back', async () => {
  const { page } = await open(1280, 'light');
  const plain = await background(page, '#s1-2');
  await page.locator('#l1 a.ref').click();
  const sentence = page.locator(':target');
  expect(await sentence.getAttribute('id')).toBe('s1-2');
  expect(await sentence.textContent()).toContain('had delivered more than 10,000 containers of munitions');
  expect(await background(page, '#s1-2')).not.toBe(plain);
  const box = await sentence.boundingBox();
  expect(box && box.y >= 0 && box.y < 900).toBe(true);

  await page.locator('#s1-2 + .back a[href="#l1"]').click();
  expect(await page.locator(':target').getAttribute('id')).toBe('l1');
  await page.context().close();
});

it('shows the exact words when a mark is focused by keyboard', async () => {
  const { page } = await open(390, 'light');
  const mark = page.locator('#k3 a.ref').first();
  const tip = mark.locator('.tip');
  expect(await tip.isVisible()).toBe(false);
  await mark.focus();
  expect(await tip.isVisible()).toBe(true);
  expect(await tip.textContent()).toBe('“imposed sanctions”');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await page.context().close();
});

it('prints to pages, light even where the screen is dark', async () => {
  const { page } = await open(1280, 'dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await page.locator('nav').isVisible()).toBe(false);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(8);
  await page.context().close();
});

it('needs no script: the policy that forbids it holds', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  expect(await page.locator('h1').textContent()).toBe('North Korea, Russia and South Korea: what three texts say');
  await context.close();

  const guarded = await (await browser.newContext()).newPage();
  await guarded.goto(pathToFileURL(file).href);
  await expect(guarded.addScriptTag({ content: 'window.ran = true' })).rejects.toThrow();
  expect(await guarded.evaluate('window.ran')).toBeUndefined();
  await guarded.context().close();
});
