// Events on plover-pairs-dev: npx tsx bench/read/events.ts --gold DIR [sample N SEED]
// The type with the pair handed over (macro-F1 over 15 types); the triple end to end from the raw sentence (recall) with
// events a sentence. `sample` prints N events drawn from the articles of polnear-dev, to be judged by hand.
import { openLexicon } from '../../src/lexicon/index.ts';
import { EVENT_TYPES, type EventType, overlaps, RECIPROCAL_TYPES, type Span } from '../../src/model/index.ts';
import { type Annotation, createAnnotator } from '../../src/read/annotate/index.ts';
import type { ActorLayer } from '../../src/read/extract/actor-layer.ts';
import { findActors } from '../../src/read/extract/actors/index.ts';
import { findAttributions } from '../../src/read/extract/attribution/index.ts';
import { type FoundEvent, findEvents, typeOfPair } from '../../src/read/extract/events/index.ts';
import { goldFolder } from '../gold/options.ts';
import { prf, readGoldArticles } from './attribution-score.ts';
import { type GoldPair, readGoldPairs } from './gold-pairs.ts';

const gold = goldFolder();
const lexicon = openLexicon();
const annotator = await createAnnotator();
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

const measure = async (): Promise<void> => {
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
  let sum = 0;
  for (const [type, { right, found, gold: all }] of tally) {
    const { precision, recall, f1 } = prf(right, found, all);
    sum += f1;
    console.log(`${type.padEnd(10)} P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`);
  }
  console.log(`type given the pair, macro-F1   ${(sum / EVENT_TYPES.length).toFixed(3)}`);
  console.log(`triple end to end, recall       ${(triples / pairs.length).toFixed(3)}`);
  console.log(`events a gold sentence          ${(events / pairs.length).toFixed(2)}`);
  console.log(
    `rate                            ${Math.round(sentences / (spent / 1e6))} sentences/s of user time, both rule sets`,
  );
};

/** A linear congruential draw: the same sample for the same seed. */
const draw = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const sample = async (size: number, seed: number): Promise<void> => {
  const lines: string[] = [];
  for (const { id, text } of readGoldArticles(gold)) {
    const annotation = await annotator.annotate(text);
    const { actors, events } = read(annotation);
    const names = (ids: readonly string[]): string =>
      ids.map((actor) => actors.actors.find((candidate) => candidate.id === actor)?.name ?? actor).join(' + ');
    for (const event of events) {
      const sentence = annotation.sentences.find(
        ({ start, end }) => start <= event.trigger.start && event.trigger.end <= end,
      );
      const words = sentence ? text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ') : '';
      const trigger = text.slice(event.trigger.start, event.trigger.end);
      lines.push(
        `${event.type} ${names(event.sources)} → ${names(event.targets)} [${trigger}] ${event.status} (${event.rule}) ${id}\n    ${words}`,
      );
    }
  }
  console.log(`${lines.length} events`);
  const next = draw(seed);
  const rest = [...lines];
  for (let number = 1; number <= size && rest.length > 0; number++)
    console.log(`${number}. ${rest.splice(Math.floor(next() * rest.length), 1)[0]}`);
};

const at = process.argv.indexOf('sample');
if (at < 0) await measure();
else await sample(Number(process.argv[at + 1] ?? 200), Number(process.argv[at + 2] ?? 1));
await annotator.close();
