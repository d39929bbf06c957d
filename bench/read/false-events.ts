// Share of false events in news that was not written for this project, judged by hand.
//   npx tsx bench/read/false-events.ts --gold DIR [--part target|held-out|development|web] [--draw N] [--seed S]   prints N events to judge
//   npx tsx bench/read/false-events.ts --judged FILE                                                    counts a judged list
// target: the news of gum-open-dev and all of polnear-dev, as the aim words it.
// held-out: the news of gum-open-dev and every other article of polnear-dev; development: the other half and gum-open-train.
// web: the newsgroup messages and weblogs of ewt-dev, many of them about the news.
// A judged list has a line an event: document, offset of the trigger, trigger, type, status, verdict (true or false), class.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Document, sha256 } from '../../src/model/index.ts';
import { createReader } from '../../src/read/index.ts';
import { readConllu } from '../gold/conllu.ts';
import { goldFolder } from '../gold/options.ts';
import { readGoldArticles } from './attribution-score.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    part: { type: 'string', default: 'target' },
    draw: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    judged: { type: 'string' },
  },
});

interface Article {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
}

const articles = (part: string): readonly Article[] => {
  const gold = goldFolder();
  if (part === 'web')
    return readConllu(join(gold, 'syntax', 'ewt-dev.conllu'))
      .filter(({ id }) => /^(?:newsgroup|weblog)-/.test(id))
      .map(({ id, text }) => ({ id, text, published: null }));
  const heldOut = part !== 'development';
  const news = readConllu(join(gold, 'syntax', heldOut ? 'gum-open-dev.conllu' : 'gum-open-train.conllu'))
    .filter(({ id }) => /_news_/.test(id) || (!heldOut && /_interview_/.test(id)))
    .map(({ id, text, metadata }) => ({ id, text, published: metadata['dateCreated'] ?? null }));
  const political = readGoldArticles(gold)
    .filter((_, index) => part === 'target' || (index % 2 === 1) === heldOut)
    .map(({ id, text }) => ({ id, text, published: null }));
  return [...news, ...political];
};

const documentOf = ({ text, published }: Article): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published,
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
});

/** A linear congruential draw: the same sample for the same seed. */
const drawFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const draw = async (part: string, size: number, seed: number): Promise<void> => {
  const reader = await createReader();
  const all: { readonly key: string; readonly shown: string }[] = [];
  let sentences = 0;
  for (const article of articles(part)) {
    const { reading, explanations } = await reader.explain(documentOf(article), article.id);
    const { text } = reading.document;
    sentences += reading.sentences.length;
    const names = (ids: readonly string[]): string =>
      ids.map((id) => reading.actors.find((actor) => actor.id === id)?.name ?? id).join(' + ') || '-';
    for (const { id, type, sources, targets, trigger, status } of reading.events) {
      const at = reading.sentences.findIndex(({ start, end }) => start <= trigger.start && trigger.end <= end);
      const around = reading.sentences.slice(Math.max(0, at - 1), at + 1);
      const words = text.slice(around[0]?.start ?? trigger.start, around.at(-1)?.end ?? trigger.end);
      const word = text.slice(trigger.start, trigger.end);
      all.push({
        key: [article.id, trigger.start, word, type, status].join('\t'),
        shown: `${names(sources)} → ${names(targets)} (${explanations.find(({ datum }) => datum === id)?.rule})\n  ${words.replace(/\s+/g, ' ')}`,
      });
    }
  }
  await reader.close();
  console.log(`${all.length} events in ${sentences} sentences`);
  const next = drawFrom(seed);
  for (let number = 1; number <= size && all.length > 0; number++) {
    const [event] = all.splice(Math.floor(next() * all.length), 1);
    if (event) console.log(`${number}\t${event.key}\n  ${event.shown}`);
  }
};

const count = (path: string): void => {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const wrong = rows.filter((row) => row[5] === 'false');
  const kinds = new Map<string, number>();
  for (const row of wrong) kinds.set(row[6] ?? '', (kinds.get(row[6] ?? '') ?? 0) + 1);
  const share = wrong.length / rows.length;
  // Half width of the 95 % interval of a proportion (normal approximation).
  const half = 1.96 * Math.sqrt((share * (1 - share)) / rows.length);
  console.log(
    `${wrong.length} of ${rows.length} false: ${(100 * share).toFixed(1)} % (±${(100 * half).toFixed(1)} at 95 %)`,
  );
  for (const [kind, times] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`  ${times} ${kind}`);
};

if (values.judged) count(values.judged);
else await draw(values.part, Number(values.draw), Number(values.seed));
