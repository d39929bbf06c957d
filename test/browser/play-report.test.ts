import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playScenario, prepareScenarioText, reportHtml, summarise } from '../../src/play/index.ts';
import { launchBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCENARIOS = ['russia-dprk', 'deterrence'];

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-play-report-'));
let browser: Browser;

beforeAll(async () => {
  for (const name of SCENARIOS) {
    const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
    const played = await playScenario(prepareScenarioText(text, `${name}.yaml`), { runs: 200 });
    writeFileSync(join(folder, `${name}.html`), reportHtml(summarise(played)));
  }
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(SCENARIOS)('the report of %s', (name) => {
  const url = pathToFileURL(join(folder, `${name}.html`)).href;

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('is accessible at %i px, %s, fits, and loads nothing', async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== url) complaints.push(request.url());
    });
    await page.goto(url);
    for (const twin of await page.locator('summary').all()) await twin.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('draws something in every chart', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    const empty = await page
      .locator('svg')
      .evaluateAll((drawings) =>
        drawings
          .filter((drawing) => !drawing.querySelector('rect, circle, path'))
          .map((drawing) => drawing.getAttribute('aria-label')),
      );
    expect(empty).toEqual([]);
    const flat = await page
      .locator('svg path')
      .evaluateAll((paths) => paths.filter((path) => path.getBoundingClientRect().width === 0).length);
    expect(flat).toBe(0);
    await page.close();
  });
});
