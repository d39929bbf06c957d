// Words linted a second, Markdown to findings, beside write-good (MIT), which has no Markdown and other rules.
// npx tsx bench/judge/lint.ts [file…]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeGood from 'write-good';
import { createLinter } from '../../src/judge/index.ts';
import { markdownProse } from '../../src/read/index.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;
const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(EXAMPLES, { recursive: true })
        .map((name) => join(EXAMPLES, String(name)))
        .filter((name) => name.endsWith('.md'));
const texts = files.map((file) => readFileSync(file, 'utf8'));
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const ROUNDS = 10;

const time = async (what: string, run: (text: string) => Promise<number> | number): Promise<void> => {
  const walls: number[] = [];
  const cpu = process.cpuUsage();
  let findings = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    findings = 0;
    for (const text of texts) findings += await run(text);
    walls.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  const best = Math.min(...walls);
  console.log(
    `${what.padEnd(44)} ${((words / best) * 1000).toFixed(0).padStart(8)} words/s best of ${ROUNDS}, ${((user + system) / ROUNDS / words).toFixed(1)} µs CPU a word, ${findings} findings`,
  );
};

const linter = createLinter();
console.log(`${texts.length} texts, ${words} words`);
await time('watchfloor lint: Markdown, sentences, ten rules', async (text) => {
  return linter.lint(await markdownProse(text, 'text.md'), text, 'text.md').length;
});
await time('of this, Markdown and sentences', async (text) => (await markdownProse(text, 'text.md')).blocks.length);
await time('peer: write-good 1.0.8', (text) => writeGood(text).length);
