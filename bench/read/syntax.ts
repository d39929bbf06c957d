/**
 * `npm run bench:syntax -- --gold DIR`: tags, trees, sentences and factuality of the shipped network, through the
 * TypeScript path, with wink-nlp and compromise beside it where they answer the same question.
 *
 * Recipe for sentences: the surface tokens of gum-open-dev are joined with a space where `SpaceAfter` leaves one, `# newpar`
 * becomes an empty line, `# newdoc` a text. A sentence counts when both its offsets are right; a boundary when its end is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { type Annotator, createAnnotator } from '../../src/read/annotate/index.ts';
import { type GoldSentence, type GoldText, rawTexts, readConllu } from './conllu.ts';
import { isMain } from './main-module.ts';
import { correlation, f1, signF1 } from './scores.ts';
import type { Row } from './table.ts';

const DEFAULT_GOLD = '../shared/gold';
const percent = (share: number): string => (100 * share).toFixed(2).padStart(6);

interface Trees {
  readonly right: Readonly<Record<'words' | 'upos' | 'xpos' | 'uas' | 'las' | 'lasMain' | 'lemma', number>>;
  readonly pairs: readonly (readonly [number, number])[];
}

const trees = async (annotator: Annotator, sentences: readonly GoldSentence[], folder: string): Promise<Trees> => {
  const parsed = await annotator.parse(sentences);
  const right = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0, lasMain: 0, lemma: 0 };
  sentences.forEach((sentence, index) => {
    const tree = parsed[index]!;
    sentence.upos.forEach((upos, word) => {
      if (upos === 'PUNCT') return;
      right.words++;
      if (tree.upos[word] === upos) right.upos++;
      if (tree.xpos[word] === sentence.xpos[word]) right.xpos++;
      if (tree.lemmas[word] === sentence.lemmas[word]) right.lemma++;
      if (tree.heads[word] !== sentence.heads[word]) return;
      right.uas++;
      const [mine, theirs] = [tree.labels[word]!, sentence.labels[word]!];
      if (mine === theirs) right.las++;
      if (mine.split(':')[0] === theirs.split(':')[0]) right.lasMain++;
    });
  });
  const facts = readFileSync(join(folder, 'factuality/uds-dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const at = new Map(sentences.map((sentence, index) => [sentence.id, parsed[index]!]));
  return {
    right,
    pairs: facts.map((fact): [number, number] => [at.get(fact.sent_id)!.happened[fact.token - 1]!, fact.happened]),
  };
};

const printTrees = ({ right, pairs }: Trees): void => {
  console.log(`\newt-dev, gold tokens, ${right.words} words without punctuation`);
  for (const [name, count] of Object.entries(right)) {
    if (name !== 'words') console.log(`  ${name.padEnd(10)} ${percent(count / right.words)}`);
  }
  console.log(`\nuds-dev, ${pairs.length} predicates`);
  console.log(`  Pearson    ${correlation(pairs).toFixed(4)}`);
  const signs = signF1(pairs);
  console.log(
    `  sign F1    ${signs.macro.toFixed(4)} macro (happened ${signs.positive.toFixed(4)}, did not ${signs.negative.toFixed(4)})`,
  );
};

type Spans = readonly { readonly start: number; readonly end: number }[];

const splitScore = (
  texts: readonly GoldText[],
  split: (text: string) => Spans,
): { readonly boundaries: number; readonly whole: number } => {
  const [whole, ends] = [
    { right: 0, mine: 0, gold: 0 },
    { right: 0, mine: 0, gold: 0 },
  ];
  for (const { text, sentences } of texts) {
    const mine = split(text);
    const spans = new Set(sentences.map(({ start, end }) => `${start}-${end}`));
    const stops = new Set(sentences.map(({ end }) => end));
    whole.right += mine.filter(({ start, end }) => spans.has(`${start}-${end}`)).length;
    ends.right += mine.filter(({ end }) => stops.has(end)).length;
    for (const count of [whole, ends]) {
      count.mine += mine.length;
      count.gold += sentences.length;
    }
  }
  return { boundaries: f1(ends), whole: f1(whole) };
};

const shown = ({ boundaries, whole }: { readonly boundaries: number; readonly whole: number }): string =>
  `boundaries F1 ${boundaries.toFixed(4)}   whole sentences F1 ${whole.toFixed(4)}`;

/** Offsets of sentences that a peer gives as strings, found in order. */
const located = (text: string, parts: readonly string[]): Spans => {
  let from = 0;
  return parts.flatMap((part) => {
    const trimmed = part.trim();
    const start = text.indexOf(trimmed, from);
    if (trimmed === '' || start < 0) return [];
    from = start + trimmed.length;
    return [{ start, end: from }];
  });
};

const annotated = async (annotator: Annotator, texts: readonly GoldText[]): Promise<ReadonlyMap<string, Spans>> => {
  const own = new Map<string, Spans>();
  for (const { text } of texts) own.set(text, (await annotator.annotate(text)).sentences);
  return own;
};

/** Rows of the table. */
export const syntaxRows = async (folder: string, annotator: Annotator): Promise<readonly Row[]> => {
  const { right, pairs } = await trees(annotator, readConllu(join(folder, 'syntax/ewt-dev.conllu')), folder);
  const texts = rawTexts(readConllu(join(folder, 'syntax/gum-open-dev.conllu')));
  const own = await annotated(annotator, texts);
  const { boundaries } = splitScore(texts, (text) => own.get(text)!);
  const share = (count: number): number => count / right.words;
  return [
    { what: 'UPOS, gold tokens', on: 'ewt-dev', value: share(right.upos), reach: 0.965 },
    { what: 'UAS', on: 'ewt-dev', value: share(right.uas), reach: 0.91 },
    { what: 'LAS', on: 'ewt-dev', value: share(right.las), reach: 0.885, aim: 0.9 },
    { what: 'sentence boundaries, F1', on: 'gum-open-dev', value: boundaries, reach: 0.97, aim: 0.99 },
    { what: 'factuality, Pearson', on: 'uds-dev', value: correlation(pairs), reach: 0.72, aim: 0.8 },
    { what: 'factuality, sign F1', on: 'uds-dev', value: signF1(pairs).macro, reach: 0.85, aim: 0.9 },
  ];
};

const rate = async (name: string, count: () => Promise<number> | number): Promise<void> => {
  const before = cpuUsage();
  const started = performance.now();
  const sentences = await count();
  const { user, system } = cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const wall = (performance.now() - started) / 1e3;
  console.log(
    `  ${name.padEnd(12)} ${(sentences / seconds).toFixed(0).padStart(6)} sentences per CPU second, ${(sentences / wall).toFixed(0)} per second of this run`,
  );
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { gold: { type: 'string', default: DEFAULT_GOLD } } });
  const gold = (path: string): string => join(values.gold, path);
  const started = performance.now();
  const annotator = await createAnnotator();
  await annotator.annotate('One sentence.');
  console.log(`first sentence after ${(performance.now() - started).toFixed(0)} ms (load of the network included)`);
  const dev = readConllu(gold('syntax/ewt-dev.conllu'));
  printTrees(await trees(annotator, dev, values.gold));

  const wink = winkNLP(model);
  const texts = rawTexts(readConllu(gold('syntax/gum-open-dev.conllu')));
  const own = await annotated(annotator, texts);
  console.log(`\nSentences of ${texts.length} texts of gum-open-dev`);
  console.log(`  watchfloor   ${shown(splitScore(texts, (text) => own.get(text)!))}`);
  console.log(
    `  wink-nlp     ${shown(splitScore(texts, (text) => located(text, wink.readDoc(text).sentences().out())))}`,
  );
  console.log(
    `  compromise   ${shown(
      splitScore(texts, (text) =>
        located(
          text,
          nlp(text)
            .json({ text: true })
            .map((sentence: { text: string }) => sentence.text),
        ),
      ),
    )}`,
  );

  const all = rawTexts(readConllu(gold('syntax/gum-open-dev.conllu')))
    .map(({ text }) => text)
    .join('\n\n')
    .repeat(4);
  console.log('\nSpeed, raw text to tokens with tags (watchfloor: and trees, factuality)');
  await rate('watchfloor', async () => (await annotator.annotate(all)).sentences.length);
  await rate('wink-nlp', () => wink.readDoc(all).sentences().out(wink.its.pos).length);
  await rate('compromise', () => nlp(all).json({ offset: true }).length);
  console.log(`  peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, all three together`);
  await annotator.close();
};

if (isMain(import.meta.url)) await main();
