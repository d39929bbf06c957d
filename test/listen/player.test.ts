import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chapter, chaptersOf } from '../../src/listen/caption/chapters.ts';
import { planNarration } from '../../src/listen/narrate/plan.ts';
import { type Cue, recordMp3 } from '../../src/listen/narrate/record.ts';
import { playerFragment } from '../../src/listen/player/player-fragment.ts';
import { playerPage } from '../../src/listen/player/player-page.ts';
import { builtInLexicon } from '../../src/listen/pronounce/lexicon.ts';
import type { SpokenText } from '../../src/listen/spoken-text.ts';
import { openVoice } from '../../src/listen/voice/catalogue.ts';
import { launchBrowser } from '../browser/chromium.ts';

const paragraph = (...texts: readonly string[]) => texts.map((text) => ({ text, span: null }));

const TEXT: SpokenText = {
  title: 'Talks & <tea> in Pyongyang',
  author: 'A. Writer',
  publisher: 'Example Dispatch',
  published: '2024-06-18',
  url: 'https://example.org/a?b=1&c=2',
  language: 'en',
  sections: [
    {
      title: 'What was agreed',
      paragraphs: [
        paragraph(
          'The ministers met on Tuesday for talks that lasted six hours.',
          'They signed “an agreement” on grain.',
        ),
        paragraph('Officials said that as many as 7,000 containers were moved by rail in the spring.'),
        paragraph('The figure could not be checked, and another ministry gave a lower one a week later.'),
      ],
    },
    {
      title: 'What comes next',
      paragraphs: Array.from({ length: 12 }, (_, index) =>
        paragraph(
          `Paragraph ${index + 1} says that further meetings are likely, though no date was set for any of them.`,
        ),
      ),
    },
  ],
};

let folder: string;
let browser: Browser;
let page: Page;
let cues: readonly Cue[];
let chapters: readonly Chapter[];
let audio: string;

const address = (name: string): string => pathToFileURL(join(folder, name)).href;
const currentTime = (): Promise<number> => page.evaluate('document.querySelector("audio").currentTime');
const paused = (): Promise<boolean> => page.evaluate('document.querySelector("audio").paused');
const marked = (): Promise<string> =>
  page
    .locator('.listen-now')
    .allTextContents()
    .then((texts) => texts.join(' '));
const cueOf = (start: string): Cue => cues.find(({ text }) => text.startsWith(start)) as Cue;
const loaded = (): Promise<unknown> => page.waitForFunction('document.querySelector("audio").readyState >= 2');
const forget = (): Promise<unknown> => page.evaluate('localStorage.clear()');

const openFresh = async (name: string): Promise<void> => {
  await page.goto(address(name));
  // Leaving a page saves its position: clear while another page is open.
  await page.goto('about:blank');
  await page.goto(address(name));
  await loaded();
  await page.evaluate('document.querySelector("audio").pause(); document.querySelector("audio").currentTime = 0');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchfloor-player-'));
  const voice = await openVoice('kal16');
  const plan = planNarration(TEXT, { lexicon: builtInLexicon(), sayQuotes: false, splitQuotes: false });
  const parts: Uint8Array[] = [];
  const recording = await recordMp3(plan, { voice }, (bytes) => {
    parts.push(bytes);
  });
  await voice.close();
  parts[0] = recording.closingFrame;
  cues = recording.cues;
  chapters = chaptersOf(TEXT, cues, recording.seconds);
  audio = `data:audio/mpeg;base64,${Buffer.concat(parts).toString('base64')}`;
  const content = { title: TEXT.title, author: TEXT.author, cues, chapters, audio };
  await writeFile(join(folder, 'page.html'), playerPage(TEXT, content));

  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the player page, opened from a file', () => {
  it('plays, and marks the sentence that is heard', async () => {
    await openFresh('page.html');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction('document.querySelector("audio").currentTime > 0.3');
    expect(await paused()).toBe(false);
    expect(await marked()).toBe('Talks & <tea> in Pyongyang');
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await paused()).toBe(true);
  });

  it('goes to a sentence that is clicked', async () => {
    await openFresh('page.html');
    await page.getByText('Officials said that as many as').click();
    expect(await currentTime()).toBeCloseTo(cueOf('Officials').start, 2);
    expect(await marked()).toBe(cueOf('Officials').text);
  });

  it('changes speed and keeps the pitch', async () => {
    await openFresh('page.html');
    await page.getByLabel('Speed').selectOption('2');
    const state = await page.evaluate(
      '({ rate: document.querySelector("audio").playbackRate, pitch: document.querySelector("audio").preservesPitch })',
    );
    expect(state).toEqual({ rate: 2, pitch: true });
    const options = await page.getByLabel('Speed').locator('option').allTextContents();
    expect(options).toEqual(['0.75 ×', '1 ×', '1.25 ×', '1.5 ×', '1.75 ×', '2 ×']);
    await page.getByLabel('Speed').selectOption('1');
  });

  it('obeys the keyboard', async () => {
    await openFresh('page.html');
    const press = (key: string) => page.keyboard.press(key);
    await press('ArrowRight');
    expect(await currentTime()).toBeCloseTo(15, 1);
    await press('ArrowLeft');
    expect(await currentTime()).toBeCloseTo(0, 1);
    await press('j');
    expect(await currentTime()).toBeCloseTo(cues[1]?.start as number, 2);
    await press('k');
    expect(await currentTime()).toBeCloseTo(0, 2);
    await press('n');
    await press('n');
    expect(await marked()).toBe('What comes next');
    await press('p');
    expect(await marked()).toBe('What was agreed');
    await press('>');
    expect(await page.evaluate('document.querySelector("audio").playbackRate')).toBe(1.25);
    await press('<');
    await press('?');
    expect(await page.getByText('Space plays and pauses').isVisible()).toBe(true);
    await press(' ');
    expect(await paused()).toBe(false);
    await press(' ');
    expect(await paused()).toBe(true);
  });

  it('lists chapters and goes to the one chosen', async () => {
    await openFresh('page.html');
    await page.getByText('Chapters', { exact: true }).click();
    expect(await page.locator('.listen-chapters button').allTextContents()).toEqual([
      expect.stringMatching(/^Talks & <tea> in Pyongyang\s*0:00$/),
      expect.stringMatching(/^What was agreed\s*0:0\d$/),
      expect.stringMatching(/^What comes next\s*0:\d\d$/),
    ]);
    await page.getByRole('button', { name: /What comes next/ }).click();
    expect(await currentTime()).toBeCloseTo(chapters[2]?.start as number, 2);
    expect(await page.locator('.listen-chapters [aria-current="true"]').textContent()).toMatch(/What comes next/);
  });

  it('remembers place and speed over a reload', async () => {
    await openFresh('page.html');
    await page.getByText('Paragraph 3 says').click();
    await page.getByLabel('Speed').selectOption('1.5');
    await page.reload();
    await loaded();
    await page.waitForFunction('document.querySelector("audio").currentTime > 1');
    expect(await currentTime()).toBeCloseTo(cueOf('Paragraph 3').start, 1);
    expect(await page.getByLabel('Speed').inputValue()).toBe('1.5');
    expect(await marked()).toBe(cueOf('Paragraph 3').text);
    await forget();
  });

  it('follows the voice until the reader scrolls, and again when asked', async () => {
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openFresh('page.html');
    const scrollY = (): Promise<number> => page.evaluate('scrollY');
    const inView = (cue: Cue): Promise<boolean> =>
      page.evaluate(
        `(() => { const { top, bottom } = document.querySelector('[data-cue="${cues.indexOf(cue)}"]').getBoundingClientRect(); return top > 0 && bottom < innerHeight; })()`,
      );
    await page.keyboard.press(' ');
    await page.evaluate(`document.querySelector("audio").currentTime = ${cueOf('Paragraph 8').start + 0.1}`);
    await page.waitForFunction('document.querySelector(".listen-now")?.textContent.startsWith("Paragraph 8")');
    await expect.poll(() => inView(cueOf('Paragraph 8'))).toBe(true);
    await page.mouse.move(600, 200);
    await page.mouse.wheel(0, -4000);
    await expect.poll(scrollY).toBe(0);
    await page.evaluate(`document.querySelector("audio").currentTime = ${cueOf('Paragraph 11').start + 0.1}`);
    await page.waitForFunction('document.querySelector(".listen-now")?.textContent.startsWith("Paragraph 11")');
    expect(await scrollY()).toBe(0);
    await page.getByRole('button', { name: 'Follow the voice' }).click();
    await expect.poll(() => inView(cueOf('Paragraph 11'))).toBe(true);
    expect(await page.getByRole('button', { name: 'Follow the voice' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('tells the system what is playing', async () => {
    await openFresh('page.html');
    expect(
      await page.evaluate('[navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist]'),
    ).toEqual([TEXT.title, 'A. Writer']);
  });

  it.each([
    ['light', 390],
    ['light', 1280],
    ['dark', 390],
    ['dark', 1280],
  ] as const)('is accessible and fits, %s at %d px', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await openFresh('page.html');
    await page.getByText('Chapters', { exact: true }).click();
    await page.evaluate(await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] };
    expect(violations.map(({ id, nodes }) => `${id} × ${nodes.length}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const shots = process.env['WATCHFLOOR_SCREENSHOTS'];
    if (shots) await page.screenshot({ path: join(shots, `player-${colorScheme}-${width}.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 720 });
  });
});

describe('the player inside another page', () => {
  it('finds its sentences amid markup, without what is not spoken', async () => {
    const { html, css, script } = playerFragment({ title: TEXT.title, author: null, cues, chapters, audio }, 'main');
    await writeFile(
      join(folder, 'other.html'),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><style>${css}</style></head><body>${html}<main>
      <h1>Talks &amp; &lt;tea&gt; in Pyongyang</h1><h2>What was <em>agreed</em></h2>
      <ul><li>The ministers met on <a href="#x">Tuesday</a> for talks<sup>1</sup> that lasted six hours. They signed “an agreement” on
      grain.</li></ul><p id="x">Officials said that as many as 7,000 containers were moved by rail in the spring.</p>
      </main><script>${script}</script></body></html>`,
    );
    await openFresh('other.html');
    const texts = (index: number): Promise<string[]> => page.locator(`[data-cue="${index}"]`).allTextContents();
    expect((await texts(3)).join('')).toBe('The ministers met on Tuesday for talks that lasted six hours.');
    expect((await texts(4)).join('').replace(/\s+/g, ' ')).toBe('They signed “an agreement” on grain.');
    await page.locator('[data-cue="4"]').first().click();
    expect(await currentTime()).toBeCloseTo(cueOf('They signed').start, 2);
    expect(await marked()).toMatch(/^They signed “an agreement” on\s+grain\.$/);
    expect(await page.locator('main a').getAttribute('href')).toBe('#x');
  });
});
