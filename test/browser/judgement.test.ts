import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeBrief, renderBrief, renderReport } from '../../src/brief/index.ts';
import { readQuestionYaml } from '../../src/judge/index.ts';
import { situate } from '../../src/situation/index.ts';
import { SMALL_CASE } from '../brief/small-case.fixture.ts';
import { launchBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EXAMPLE = fileURLToPath(new URL('../../examples/judge/moscow-pyongyang.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-judgement-'));
const page = join(folder, 'judgement.html');
const brief = join(folder, 'brief.html');
let browser: Browser;

beforeAll(async () => {
  const { file } = readQuestionYaml(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  const questions = file
    ? [{ question: file.question, assessments: file.matrices.map(({ assessment }) => assessment) }]
    : [];
  writeFileSync(page, renderReport({ questions })?.['judgement.html'] ?? '');
  const situation = situate(SMALL_CASE);
  const content = composeBrief(situation, SMALL_CASE, { judgements: { questions } });
  writeFileSync(brief, renderBrief(content, situation)['brief.html'] ?? '');
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (width: number, colorScheme: 'light' | 'dark', file = page) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
  });
  await tab.goto(pathToFileURL(file).href);
  return { context, tab, complaints };
};

const violationsOf = async (tab: Page): Promise<unknown> => {
  await tab.evaluate(AXE);
  return tab.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  );
};

describe.each([
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('the weighing at %i px, %s', (width, scheme) => {
  it('is accessible, fits, and loads nothing', async () => {
    const { context, tab, complaints } = await open(width, scheme);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const violations = await violationsOf(tab);
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    // The whole matrix is in view, without scrolling sideways.
    const overflow = await tab.evaluate(
      '[...document.querySelectorAll(".scroll")].map((box) => box.scrollWidth - box.clientWidth)',
    );
    expect(overflow).toEqual([0, 0]);
    await context.close();
  });
});

it.each([390, 1280])('is accessible and fits within the brief too, at %i px', async (width) => {
  const { context, tab } = await open(width, 'dark', brief);
  expect(await tab.locator('#judgements h3').first().isVisible()).toBe(true);
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await violationsOf(tab)).toEqual([]);
  await context.close();
});

it('prints with the words of each item beside its ratings, on a handful of pages', async () => {
  const { context, tab } = await open(390, 'dark');
  await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await tab.locator('.matrix .item').first().isVisible()).toBe(true);
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(4);
  expect(pages).toBeLessThanOrEqual(14);
  await context.close();
});
