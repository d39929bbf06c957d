// Time and memory of one long text: npx tsx bench/read/long-text.ts [MB …]; needs the built package (`npm run build`).
// The text is the dispatches of examples/, repeated with their years changed, so that names do not all fall together.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'examples/russia-dprk');
const dispatches = readdirSync(folder)
  .filter((name) => /\.(?:md|txt|html)$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8').replace(/<[^>]+>/g, ''))
  .join('\n\n');

const longText = (characters: number): string => {
  let text = '';
  for (let round = 0; text.length < characters; round++)
    text += `${dispatches.replace(/\b20(\d\d)\b/g, (_, year: string) => `20${String((Number(year) + round) % 40).padStart(2, '0')}`)}\n\n`;
  return text.slice(0, characters);
};

const CHILD = `
import { readFileSync } from 'node:fs';
import { createReader } from '${pathToFileURL(join(root, 'dist/read/index.js')).href}';
const text = readFileSync(process.argv[1], 'utf8');
const documentOf = (text) => ({ text, title: null, byline: null, publisher: null, published: '2024-06-18', url: null, language: 'en', sha256: '', removed: [] });
const reader = await createReader();
await reader.read(documentOf('Russia thanked China.'), 'first');
const [started, before] = [performance.now(), process.cpuUsage()];
const { sentences, events } = await reader.read(documentOf(text), 'long');
const { user, system } = process.cpuUsage(before);
console.log([text.length / 1e6, sentences.length, events.length, (user + system) / 1e6, (performance.now() - started) / 1e3, process.resourceUsage().maxRSS / 1024].map((value) => value.toFixed(1)).join('\\t'));
await reader.close();`;

const sizes = process.argv.slice(2).map(Number);
const work = mkdtempSync(join(tmpdir(), 'watchfloor-long-'));
console.log('MB\tsentences\tevents\tCPU s\tseconds\tpeak MB');
for (const megabytes of sizes.length > 0 ? sizes : [0.25, 0.5, 1, 2]) {
  const file = join(work, 'text.txt');
  writeFileSync(file, longText(megabytes * 1e6));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', CHILD, file], {
    encoding: 'utf8',
  });
  console.log(stdout.trim() || stderr);
}
rmSync(work, { recursive: true });
