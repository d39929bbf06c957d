// How much of the article, and how much beside it, intake keeps of pages, and Readability alone.
// npx tsx bench/intake/article-text.ts [--lines] [--pages DIR]
// DIR holds html/NAME.html and txt/NAME.txt; without it the pages written for this project are measured.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { fold } from '../../src/read/intake/furniture/index.ts';
import { type MarkedPage, markedPages, type Overlap, overlapOf } from '../../src/read/intake/html/pages.fixture.ts';
import { parseHtml } from '../../src/read/intake/html/parse-html.ts';

const { values } = parseArgs({ options: { lines: { type: 'boolean' }, pages: { type: 'string' } } });

const pagesIn = (folder: string): readonly MarkedPage[] =>
  readdirSync(join(folder, 'html'))
    .map((file) => file.replace(/\.html$/, ''))
    .filter((name) => existsSync(join(folder, 'txt', `${name}.txt`)))
    .toSorted()
    .map((name) => ({
      name,
      html: readFileSync(join(folder, 'html', `${name}.html`), 'utf8'),
      article: readFileSync(join(folder, 'txt', `${name}.txt`), 'utf8').split('\n'),
    }));

const readabilityText = (html: string): string =>
  new Readability<string>(parseHTML(html).document as never, { charThreshold: 140 }).parse()?.textContent ?? '';

const f1 = ({ precision, recall }: Overlap): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const show = (value: number): string => value.toFixed(3);

const pages = values.pages === undefined ? markedPages() : pagesIn(values.pages);
const timed = (extract: (html: string) => string): { scores: Overlap[]; ms: number } => {
  const start = performance.now();
  const scores = pages.map(({ html, article }) => overlapOf(extract(html), article.join('\n')));
  return { scores, ms: performance.now() - start };
};
const ours = timed((html) => parseHtml(html, 'page', null).text);
const peer = timed(readabilityText);

console.log('page                     watchfloor P / R      Readability alone P / R');
for (const [index, { name, html, article }] of pages.entries()) {
  const [a, b] = [ours.scores[index]!, peer.scores[index]!];
  console.log(
    `${name.padEnd(24)} ${show(a.precision)} ${show(a.recall)}           ${show(b.precision)} ${show(b.recall)}`,
  );
  if (!values.lines) continue;
  const { text, removed } = parseHtml(html, 'page', null);
  const gold = fold(article.join(' '));
  for (const line of text.split('\n')) if (line && !gold.includes(fold(line))) console.log(`    kept:    ${line}`);
  for (const line of removed ?? [])
    if (gold.includes(fold(line.text)) && line.text.length > 8)
      console.log(`    dropped: ${line.text} [${line.reason}]`);
}
for (const [name, { scores, ms }] of [
  ['watchfloor', ours],
  ['Readability alone', peer],
] as const) {
  const [p, r, f] = [mean(scores.map((s) => s.precision)), mean(scores.map((s) => s.recall)), mean(scores.map(f1))];
  const rate = (pages.length / (ms / 1000)).toFixed(1);
  console.log(`${name.padEnd(18)} precision ${show(p)}  recall ${show(r)}  F1 ${show(f)}  ${rate} pages/s`);
}
