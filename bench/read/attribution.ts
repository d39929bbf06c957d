// Attribution on PolNeAR dev: npx tsx bench/read/attribution.ts --gold DIR [rules]
// Content words (union over an article), whole attributions (content Jaccard ≥ .5 and source overlapping), speaker of those
// with the right content. `rules` adds one line a rule.
import { openLexicon } from '../../src/lexicon/index.ts';
import { type Annotator, createAnnotator } from '../../src/read/annotate/index.ts';
import { findActors } from '../../src/read/extract/actors/index.ts';
import { findAttributions } from '../../src/read/extract/attribution/index.ts';
import { goldFolder } from '../gold/options.ts';
import {
  type AttributionCounts,
  addCounts,
  NO_COUNTS,
  type PRF,
  prf,
  readGoldArticles,
  scoreArticle,
} from './attribution-score.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

interface Measured {
  readonly counts: AttributionCounts;
  readonly rules: ReadonlyMap<string, { readonly found: number; readonly right: number; readonly whole: number }>;
  readonly rate: number;
}

const measure = async (gold: string, annotator: Annotator): Promise<Measured> => {
  const lexicon = openLexicon();
  let counts = NO_COUNTS;
  let sentences = 0;
  let spent = 0;
  const rules = new Map<string, { found: number; right: number; whole: number }>();

  for (const article of readGoldArticles(gold)) {
    const annotation = await annotator.annotate(article.text);
    const actors = findActors(annotation, { published: null, title: null, lexicon });
    const start = process.cpuUsage();
    const found = findAttributions(annotation, actors);
    spent += process.cpuUsage(start).user;
    sentences += annotation.sentences.length;
    const matching = scoreArticle(article, found);
    counts = addCounts(counts, matching.counts);
    for (const { rule } of found) {
      const tally = rules.get(rule) ?? { found: 0, right: 0, whole: 0 };
      tally.found++;
      rules.set(rule, tally);
    }
    for (const pair of matching.pairs) {
      const tally = rules.get(found[pair.found]?.rule ?? '');
      if (!tally) continue;
      tally.right++;
      if (pair.whole) tally.whole++;
    }
  }
  return { counts, rules, rate: Math.round(sentences / (spent / 1e6)) };
};

/** Rows of the table. */
export const attributionRows = async (gold: string, annotator: Annotator): Promise<readonly Row[]> => {
  const { counts } = await measure(gold, annotator);
  const on = 'polnear-dev';
  return [
    {
      what: 'attribution: content words, F1',
      on,
      value: prf(counts.commonWords, counts.foundWords, counts.goldWords).f1,
      reach: 0.83,
      aim: 0.9,
    },
    {
      what: 'attribution: whole, F1',
      on,
      value: prf(counts.wholeRight, counts.found, counts.gold).f1,
      reach: 0.65,
      aim: 0.75,
    },
    { what: 'attribution: speaker right', on, value: counts.sourceRight / counts.withSource, reach: 0.88, aim: 0.93 },
  ];
};

const line = (name: string, { precision, recall, f1 }: PRF): string =>
  `${name.padEnd(18)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
const main = async (): Promise<void> => {
  const annotator = await createAnnotator();
  const { counts, rules, rate } = await measure(goldFolder(), annotator);
  await annotator.close();
  console.log(line('content words', prf(counts.commonWords, counts.foundWords, counts.goldWords)));
  console.log(line('content ≥ .5', prf(counts.contentRight, counts.found, counts.gold)));
  console.log(line('whole', prf(counts.wholeRight, counts.found, counts.gold)));
  console.log(`speaker right      ${(counts.sourceRight / counts.withSource).toFixed(3)}`);
  console.log(`rate               ${rate} sentences/s of user time, parse and actors not counted`);
  if (process.argv.includes('rules'))
    for (const [rule, { found, right, whole }] of [...rules].sort((a, b) => b[1].found - a[1].found))
      console.log(
        `  ${rule.padEnd(26)} ${found}  content ${(right / found).toFixed(2)}  whole ${(whole / found).toFixed(2)}`,
      );
};

if (isMain(import.meta.url)) await main();
