// The README's picture of a brief, ≤ 200 kB: npx tsx scripts/brief-picture.ts out/demo/brief.html docs/images/brief.png
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../test/browser/chromium.ts';

const [page, picture] = process.argv.slice(2);
if (!page || !picture) throw new Error('Name the page of a brief and the picture to write.');

const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1060, height: 900 }, colorScheme: 'light' });
const tab = await context.newPage();
await tab.goto(pathToFileURL(resolve(page)).href);
mkdirSync(dirname(picture), { recursive: true });
await tab.screenshot({ path: picture });
await browser.close();
