// Events on plover-pairs-dev: npx tsx bench/read/events.ts --gold DIR
// The type with the pair handed over (macro-F1 over 15 types); the triple end to end from the raw sentence (recall) with
// events a sentence. For the share of false events see false-events.ts.
import { openLexicon } from '../../src/lexicon/index.ts';
import { EVENT_TYPES, type EventType, overlaps, RECIPROCAL_TYPES, type Span } from '../../src/model/index.ts';
import { type Annotation, type Annotator, createAnnotator } from '../../src/read/annotate/index.ts';
import type { ActorLayer } from '../../src/read/extract/actor-layer.ts';
import { findActors } from '../../src/read/extract/actors/index.ts';
import { findAttributions } from '../../src/read/extract/attribution/index.ts';
import { type FoundEvent, findEvents, typeOfPair } from '../../src/read/extract/events/index.ts';
import { goldFolder } from '../gold/options.ts';
import { prf } from './attribution-score.ts';
import { type GoldPair, readGoldPairs } from './gold-pairs.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

const lexicon = openLexicon();
let spent = 0;

const read = (annotation: Annotation): { readonly actors: ActorLayer; readonly events: readonly FoundEvent[] } => {
  const actors = findActors(annotation, { published: null, title: null, lexicon });
  const start = process.cpuUsage();
  const attributions = findAttributions(annotation, actors);
  const events = findEvents(annotation, { actors, attributions, times: [], quantities: [], likelihoods: [] });
  spent += process.cpuUsage(start).user;
  return { actors, events };
};

const tells = ({ sources, targets, type }: GoldPair, actors: ActorLayer, event: FoundEvent): boolean => {
  const names = (ids: readonly string[], spans: readonly Span[]): boolean =>
    actors.mentions.some((mention) => ids.includes(mention.actor) && spans.some((span) => overlaps(mention, span)));
  if (event.type !== type) return false;
  if (names(event.sources, sources) && names(event.targets, targets)) return true;
  return RECIPROCAL_TYPES.has(type) && names(event.targets, sources) && names(event.sources, targets);
};

interface Measured {
  readonly types: readonly (readonly [EventType, ReturnType<typeof prf>])[];
  readonly typeF1: number;
  readonly triples: number;
  /** Events found a gold sentence. */
  readonly density: number;
  readonly rate: number;
}

const measure = async (gold: string, annotator: Annotator): Promise<Measured> => {
  const tally = new Map(EVENT_TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }]));
  const count = (type: EventType, field: 'right' | 'found' | 'gold'): void => {
    const entry = tally.get(type);
    if (entry) entry[field]++;
  };
  const pairs = readGoldPairs(gold);
  let triples = 0;
  let events = 0;
  let sentences = 0;
  for (const pair of pairs) {
    const annotation = await annotator.annotate(pair.text);
    const [source] = pair.sources;
    const [target] = pair.targets;
    if (source && target) {
      const type = typeOfPair(annotation, source, target);
      count(pair.type, 'gold');
      count(type, 'found');
      if (type === pair.type) count(type, 'right');
    }
    const reading = read(annotation);
    events += reading.events.length;
    sentences += annotation.sentences.length;
    if (reading.events.some((event) => tells(pair, reading.actors, event))) triples++;
  }
  const types = [...tally].map(([type, { right, found, gold: all }]) => [type, prf(right, found, all)] as const);
  return {
    types,
    typeF1: types.reduce((sum, [, { f1 }]) => sum + f1, 0) / EVENT_TYPES.length,
    triples: triples / pairs.length,
    density: events / pairs.length,
    rate: Math.round(sentences / (spent / 1e6)),
  };
};

/** Rows of the table. */
export const eventRows = async (gold: string, annotator: Annotator): Promise<readonly Row[]> => {
  const { typeF1, triples, density } = await measure(gold, annotator);
  const on = 'plover-pairs-dev';
  return [
    { what: 'event type, pair handed over, macro-F1', on, value: typeF1, reach: 0.7, aim: 0.82 },
    { what: 'triple end to end, recall', on, value: triples, reach: 0.5, aim: 0.68 },
    { what: 'events a sentence', on, value: density, note: 'at most 1.6', low: true, reach: 1.6 },
  ];
};

const print = ({ types, typeF1, triples, density, rate }: Measured): void => {
  for (const [type, { precision, recall, f1 }] of types)
    console.log(`${type.padEnd(10)} P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`);
  console.log(`type given the pair, macro-F1   ${typeF1.toFixed(3)}`);
  console.log(`triple end to end, recall       ${triples.toFixed(3)}`);
  console.log(`events a gold sentence          ${density.toFixed(2)}`);
  console.log(`rate                            ${rate} sentences/s of user time, both rule sets`);
};

const main = async (): Promise<void> => {
  const gold = goldFolder();
  const annotator = await createAnnotator();
  print(await measure(gold, annotator));
  await annotator.close();
};

if (isMain(import.meta.url)) await main();
