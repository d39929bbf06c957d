// Documents a second: pages by intake (workers included) beside Readability alone, Markdown and text by intake.
// npx tsx bench/intake/rate.ts
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { markedPages } from '../../src/read/intake/html/pages.fixture.ts';
import { type Input, intake } from '../../src/read/intake/index.ts';

const ROUNDS = 20;
const pages = Array.from({ length: ROUNDS }, () => markedPages()).flat();

const rate = async (name: string, count: number, run: () => Promise<void>): Promise<void> => {
  await run();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run();
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const busy = (used.user + used.system) / 1e6;
  console.log(
    `${name.padEnd(34)} ${(count / seconds).toFixed(0).padStart(6)} documents/s  ${((1000 * busy) / count).toFixed(2)} ms CPU a document`,
  );
};

const drain = async (inputs: readonly Input[]): Promise<void> => {
  for await (const { error } of intake(inputs)) if (error) throw error;
};

const texts = pages.map(
  ({ article, name }): Input => ({ kind: 'bytes', name: `${name}.txt`, bytes: Buffer.from(article.join('\n\n')) }),
);
const markdown = pages.map(
  ({ article, name }): Input => ({
    kind: 'bytes',
    name: `${name}.md`,
    bytes: Buffer.from(`---\ntitle: ${name}\npublished: 2024-06-18\n---\n${article.join('\n\n')}`),
  }),
);

await rate('watchfloor, HTML in workers', pages.length, () =>
  drain(pages.map(({ html, name }) => ({ kind: 'html', html, id: name }))),
);
await rate('Readability alone, one thread', pages.length, async () => {
  for (const { html } of pages)
    new Readability<string>(parseHTML(html).document as never, { charThreshold: 140 }).parse();
});
await rate('watchfloor, plain text', texts.length, () => drain(texts));
await rate('watchfloor, Markdown', markdown.length, () => drain(markdown));
