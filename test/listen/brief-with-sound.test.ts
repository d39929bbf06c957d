import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBriefWithSound } from '../../src/app/brief-with-sound.ts';
import { composeBrief } from '../../src/brief/index.ts';
import { situate } from '../../src/situation/index.ts';
import { DPRK, LEXICON, ROK, RUSSIA, readingOf } from '../../src/situation/reading.fixture.ts';
import { launchBrowser } from '../browser/chromium.ts';

const READING = readingOf({
  id: 'visit',
  text: 'Russia signed a treaty with North Korea on Wednesday. Seoul condemned the treaty. South Korea said that Pyongyang had sent 7,000 containers to Russia. It is highly likely that talks will continue.',
  events: [
    { type: 'AGREE', by: [RUSSIA], to: [DPRK], trigger: 'signed', when: '2024-06-19' },
    { type: 'ACCUSE', by: [ROK], to: [RUSSIA], trigger: 'condemned' },
    { type: 'AID', by: [DPRK], to: [RUSSIA], trigger: 'sent', amounts: ['7,000 containers'] },
  ],
  sayings: [
    { source: 'South Korea', speaker: ROK, cue: 'said', content: 'Pyongyang had sent 7,000 containers to Russia' },
  ],
  amounts: [{ words: '7,000 containers', low: 7000, high: 7000, unit: 'container' }],
  likelihoods: [{ phrase: 'highly likely', about: 'talks will continue', low: 0.8, high: 0.95 }],
});

let folder: string;
let files: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchfloor-brief-'));
  const situation = situate([READING], { lexicon: LEXICON });
  const content = composeBrief(situation, [READING], { title: 'Two days in June' });
  files = await writeBriefWithSound(content, situation, folder, { voice: 'kal16' });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes sound, captions, chapters and transcript beside the brief, the page first', async () => {
  expect(files[0]).toBe(join(folder, 'brief.html'));
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining(['brief.chapters.json', 'brief.html', 'brief.md', 'brief.mp3', 'brief.txt', 'brief.vtt']),
  );
  const { chapters } = JSON.parse(await readFile(join(folder, 'brief.chapters.json'), 'utf8'));
  expect(chapters.map(({ title }: { title: string }) => title)).toEqual(
    expect.arrayContaining(['Two days in June', 'Key points', 'Who did what to whom', 'Sources', 'Limits']),
  );
});

it('plays in the page, under its policy, and marks the words of the brief', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'brief.html')).href);
    // The page's policy forbids what waitForFunction does; asking from outside is allowed.
    const ask = (question: string): Promise<unknown> => page.evaluate(question);
    await expect.poll(() => ask('document.querySelector("audio").readyState >= 2')).toBe(true);
    const headings = await page.locator('h2 [data-cue], h1 [data-cue]').allTextContents();
    expect(headings).toEqual(expect.arrayContaining(['Two days in June', 'Key points', 'Sources', 'Limits']));
    // Every line that is heard is marked somewhere, also where a table words it otherwise.
    const unmarked = await ask(`(() => {
      const { cues } = JSON.parse(document.querySelector('.listen-data').textContent);
      return cues.filter((_, index) => !document.querySelector('[data-cue~="' + index + '"]')).map(({ text }) => text);
    })()`);
    expect(unmarked).toEqual([]);
    const point = page.locator('#key li p [data-cue]').first();
    const words = (await point.textContent()) as string;
    await point.click();
    expect(await page.locator('.listen-now').first().textContent()).toBe(words);
    await page.keyboard.press(' ');
    const before = await ask('document.querySelector("audio").currentTime');
    await expect
      .poll(() => ask(`document.querySelector("audio").currentTime > ${before} + 0.2`), { timeout: 10_000 })
      .toBe(true);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const shots = process.env['WATCHFLOOR_SCREENSHOTS'];
    if (shots) await page.screenshot({ path: join(shots, 'brief-390.png') });
  } finally {
    await browser.close();
  }
}, 60_000);
