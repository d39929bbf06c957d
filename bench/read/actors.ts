// Actors and coreference: npx tsx bench/read/actors.ts --gold DIR [train] [errors] [quick]
// plover-gsr: gold actor texts found by an overlapping mention; of these, right country. GUM: LEA and pronouns, with gold
// trees and with the reader's own parse.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLexicon } from '../../src/lexicon/index.ts';
import {
  type AnnotatedSentence,
  type Annotation,
  type Annotator,
  createAnnotator,
} from '../../src/read/annotate/index.ts';
import { type ActorContext, findActors, resolvePhrases } from '../../src/read/extract/actors/index.ts';
import { readConllu } from '../gold/conllu.ts';
import { type CorefMention, goldMentions } from '../gold/coreference.ts';
import { bCubed, type Counts, ceafEntity, type Keyed, lea, muc } from '../gold/coreference-scores.ts';
import { f1, goldFolder } from '../gold/options.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

const showErrors = process.argv.includes('errors');
const lexicon = openLexicon();
const percent = (value: number): string => value.toFixed(3);

// ── plover-gsr ────────────────────────────────────────────────────────────────────────────────────────────────────
interface GoldActor {
  readonly actorText: string;
  readonly code: string;
}
interface Record_ {
  readonly text?: string;
  readonly source?: readonly GoldActor[] | '';
  readonly target?: readonly GoldActor[] | '';
}

/** Codes of the gold that are no ISO code, or an old one. */
const CODES: Readonly<Record<string, string>> = {
  JAP: 'JPN',
  ROM: 'ROU',
  ZAR: 'COD',
  KSV: 'XKX',
  TMP: 'TLS',
  YUG: 'SRB',
};

interface NamedActors {
  readonly gold: number;
  readonly found: number;
  /** Of those found, how many have a state's code. */
  readonly judged: number;
  readonly right: number;
}

const measureNamed = async (folder: string, annotator: Annotator): Promise<NamedActors> => {
  const records = (JSON.parse(readFileSync(join(folder, 'events', 'plover-gsr.json'), 'utf8')) as Record_[]).filter(
    ({ text }) => text !== undefined,
  );
  let [gold, found, judged, right] = [0, 0, 0, 0];
  for (const { text = '', source, target } of records) {
    const layer = findActors(await annotator.annotate(text), { published: null, title: null, lexicon });
    for (const actor of [...(source || []), ...(target || [])]) {
      if (!actor.actorText || !text.includes(actor.actorText)) continue;
      gold++;
      const start = text.indexOf(actor.actorText);
      const end = start + actor.actorText.length;
      const over = layer.mentions
        .map((mention) => ({ mention, shared: Math.min(end, mention.end) - Math.max(start, mention.start) }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared || a.mention.end - a.mention.start - (b.mention.end - b.mention.start));
      if (over.length === 0) {
        if (showErrors) console.log(`NOT FOUND  ${actor.actorText}  |  ${text}`);
        continue;
      }
      found++;
      const code = CODES[actor.code] ?? actor.code;
      if (lexicon.entry(code) === undefined) continue;
      judged++;
      const best = layer.actors.find(({ id }) => id === over[0]?.mention.actor);
      if (best?.country === code) right++;
      else if (showErrors)
        console.log(`COUNTRY  ${actor.actorText} ${code} ≠ ${best?.country} (${best?.id})  |  ${text}`);
    }
  }
  return { gold, found, judged, right };
};

const printNamed = ({ gold, found, judged, right }: NamedActors): void =>
  console.log(
    `plover-gsr: ${gold} actor texts, found ${percent(found / gold)}; of ${judged} with a state's code, right country ${percent(right / judged)}`,
  );

// ── GUM ───────────────────────────────────────────────────────────────────────────────────────────────────────────
interface Own extends CorefMention {
  readonly rule: string;
}

const ownMentions = (annotation: Annotation, context: ActorContext): Own[] => {
  const { chains, sentences } = resolvePhrases(annotation, context);
  return chains.flatMap((chain, number) =>
    chain
      .filter(({ form }) => form !== 'demonym')
      .map((phrase) => {
        const tokens = (sentences[phrase.sentence] as { tree: { sentence: AnnotatedSentence } }).tree.sentence.tokens;
        return {
          start: tokens[phrase.first]?.start ?? 0,
          end: tokens[phrase.last - 1]?.end ?? 0,
          head: tokens[phrase.head]?.start ?? 0,
          entity: String(number),
          pronoun: phrase.form === 'pronoun',
          type: phrase.kind,
          rule: phrase.rule,
        };
      }),
  );
};

const keyed = (mentions: readonly CorefMention[]) =>
  mentions.map(({ start, end, entity }) => ({ key: `${start}-${end}`, entity }));

/** The measures of chains: each counts what of the first argument the second has. */
const SCORES: readonly (readonly [
  name: string,
  score: (key: readonly Keyed[], response: readonly Keyed[]) => Counts,
])[] = [
  ['LEA, all mentions', (key, response) => lea(key, response, true)],
  ['LEA, without singletons', (key, response) => lea(key, response, false)],
  ['MUC', muc],
  ['B³, all mentions', bCubed],
  ['CEAF-e, all mentions', ceafEntity],
];

const add = (to: number[], { found, of }: Counts): void => {
  to[0] = (to[0] as number) + found;
  to[1] = (to[1] as number) + of;
};

interface Chains {
  readonly lea: number;
  /** Mean of MUC, B³ and CEAF-e F1. */
  readonly conll: number;
  /** Share of pronouns whose chain names the right entity. */
  readonly pronouns: number;
  readonly thirdPerson: number;
  readonly ofActors: number;
}

const measureChains = async (
  folder: string,
  annotator: Annotator,
  split: string,
  parse: 'gold trees' | 'own parse',
  print: boolean,
): Promise<Chains> => {
  const sum = {
    hits: 0,
    gold: 0,
    found: 0,
    pronouns: 0,
    resolved: 0,
    third: 0,
    thirdRight: 0,
    actors: 0,
    actorsRight: 0,
  };
  const byKind = new Map<string, readonly [right: number, of: number]>();
  const scores = new Map<string, { readonly recall: number[]; readonly precision: number[] }>();
  let sentencesRead = 0;
  let cpu = 0;
  for (const document of readConllu(join(folder, 'syntax', `gum-open-${split}.conllu`))) {
    const annotation =
      parse === 'gold trees'
        ? { text: document.text, sentences: document.sentences }
        : await annotator.annotate(document.text);
    const before = process.cpuUsage();
    const own = ownMentions(annotation, {
      published: document.metadata['dateCreated'] ?? null,
      title: document.metadata['title'] ?? null,
      lexicon,
    });
    cpu += process.cpuUsage(before).user;
    sentencesRead += annotation.sentences.length;
    const goldOnes = goldMentions(document);
    for (const [name, score] of SCORES) {
      const known = scores.get(name) ?? { recall: [0, 0], precision: [0, 0] };
      scores.set(name, known);
      add(known.recall, score(keyed(goldOnes), keyed(own)));
      add(known.precision, score(keyed(own), keyed(goldOnes)));
    }
    const goldKeys = new Set(keyed(goldOnes).map(({ key }) => key));
    const ownKeys = new Set(keyed(own).map(({ key }) => key));
    sum.hits += [...ownKeys].filter((key) => goldKeys.has(key)).length;
    sum.gold += goldKeys.size;
    sum.found += ownKeys.size;
    // A pronoun is right when the nearest mention of its chain that is no pronoun belongs to the pronoun's gold entity.
    const entitiesAtHead = new Set(goldOnes.map(({ head, entity }) => `${head} ${entity}`));
    const named = new Set(goldOnes.filter(({ pronoun }) => !pronoun).map(({ entity }) => entity));
    for (const pronoun of goldOnes) {
      if (!pronoun.pronoun || !named.has(pronoun.entity)) continue;
      const mine = own.find(({ head, pronoun: is }) => is && head === pronoun.head);
      const chain = mine === undefined ? [] : own.filter(({ entity, pronoun: is }) => entity === mine.entity && !is);
      const nearest = chain.sort((a, b) => Math.abs(a.start - pronoun.start) - Math.abs(b.start - pronoun.start))[0];
      const ok = nearest !== undefined && entitiesAtHead.has(`${nearest.head} ${pronoun.entity}`);
      const word = document.text.slice(pronoun.start, pronoun.end);
      sum.pronouns++;
      if (ok) sum.resolved++;
      if (/^(?:he|she|it|they|him|her|them|his|its|their|himself|herself|itself|themselves)$/i.test(word)) {
        sum.third++;
        if (ok) sum.thirdRight++;
        if (/^(?:person|organization|place)$/.test(pronoun.type)) {
          sum.actors++;
          if (ok) sum.actorsRight++;
        }
        const kind = /^(?:he|him|his|himself)$/i.test(word)
          ? 'he'
          : /^(?:she|her|herself)$/i.test(word)
            ? 'she'
            : /^its?/i.test(word)
              ? 'it'
              : 'they';
        const group = `${kind.padEnd(4)} ${pronoun.type}`;
        const counts = byKind.get(group) ?? [0, 0];
        byKind.set(group, [counts[0] + (ok ? 1 : 0), counts[1] + 1]);
        if (!ok && showErrors && parse === 'gold trees') {
          const at = pronoun.start;
          const goldName = goldOnes
            .filter((one) => one.entity === pronoun.entity && !one.pronoun)
            .map((one) => document.text.slice(one.start, one.end))[0];
          console.log(
            `PRONOUN ${word} → ${nearest && document.text.slice(nearest.start, nearest.end)} ≠ ${goldName}  | …${document.text.slice(Math.max(0, at - 160), at)}[${word}]${document.text.slice(at + word.length, at + 40)}`.replace(
              /\n/g,
              ' ',
            ),
          );
        }
      }
    }
  }
  const ratio = ([a, b]: number[]): number => (b ? (a as number) / b : 0);
  const harmonic = (r: number[], p: number[]): string => {
    const [x, y] = [ratio(r), ratio(p)];
    return `R ${percent(x)} P ${percent(y)} F1 ${percent(x + y ? (2 * x * y) / (x + y) : 0)}`;
  };
  const f1Of = (r: number[], p: number[]): number => (2 * ratio(r) * ratio(p)) / (ratio(r) + ratio(p) || 1);
  const f1Named = (name: string): number => {
    const score = scores.get(name);
    return score === undefined ? 0 : f1Of(score.recall, score.precision);
  };
  const chains: Chains = {
    lea: f1Named('LEA, all mentions'),
    conll: (f1Named('MUC') + f1Named('B³, all mentions') + f1Named('CEAF-e, all mentions')) / 3,
    pronouns: sum.resolved / sum.pronouns,
    thirdPerson: sum.thirdRight / sum.third,
    ofActors: sum.actorsRight / sum.actors,
  };
  if (!print) return chains;
  const mentions = f1(sum.hits, sum.found, sum.gold);
  console.log(
    `gum-open-${split}, ${parse}: mentions P ${percent(mentions.precision)} R ${percent(mentions.recall)} F1 ${percent(mentions.f1)}`,
  );
  for (const [name, { recall, precision }] of scores) console.log(`  ${name.padEnd(25)}${harmonic(recall, precision)}`);
  console.log(`  CoNLL F1, all mentions   ${percent(chains.conll)}`);
  console.log(
    `  pronoun → right entity   all ${percent(sum.resolved / sum.pronouns)} (${sum.pronouns}), third person ${percent(sum.thirdRight / sum.third)} (${sum.third}), of these for people, organisations, places ${percent(sum.actorsRight / sum.actors)} (${sum.actors})`,
  );
  if (showErrors)
    for (const [group, [good, of]] of [...byKind].sort((a, b) => b[1][1] - a[1][1]))
      console.log(`    ${group.padEnd(18)} ${good}/${of}`);
  console.log(`  ${Math.round(sentencesRead / (cpu / 1e6))} sentences per second of processor time, without the parse`);
  return chains;
};

/** Rows of the table. */
export const actorRows = async (gold: string, annotator: Annotator): Promise<readonly Row[]> => {
  const named = await measureNamed(gold, annotator);
  const chains = await measureChains(gold, annotator, 'dev', 'own parse', false);
  const on = 'gum-open-dev';
  return [
    { what: 'gold actors found', on: 'plover-gsr', value: named.found / named.gold, reach: 0.9, aim: 0.96 },
    { what: 'of these, right country', on: 'plover-gsr', value: named.right / named.judged, reach: 0.9, aim: 0.96 },
    { what: 'coreference: LEA F1, all mentions', on, value: chains.lea, reach: 0.55, aim: 0.65, note: 'own parse' },
    { what: 'coreference: CoNLL F1, all mentions', on, value: chains.conll, reach: 0.55, aim: 0.65, note: 'own parse' },
    {
      what: 'third-person pronoun → right actor',
      on,
      value: chains.ofActors,
      reach: 0.75,
      aim: 0.85,
      note: 'people, organisations, places',
    },
    { what: 'any third-person pronoun → right entity', on, value: chains.thirdPerson },
  ];
};

const main = async (): Promise<void> => {
  const folder = goldFolder();
  const annotator = await createAnnotator();
  printNamed(await measureNamed(folder, annotator));
  const split = process.argv.includes('train') ? 'train' : 'dev';
  await measureChains(folder, annotator, split, 'gold trees', true);
  if (!process.argv.includes('quick')) await measureChains(folder, annotator, split, 'own parse', true);
  await annotator.close();
};

if (isMain(import.meta.url)) await main();
