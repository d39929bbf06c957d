// Watchfloor beside wink-nlp, compromise and (with --python) spaCy, on raw text: called by bench/read/index.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps, type Span } from '../../src/model/index.ts';
import { type GoldDocument, readConllu } from '../gold/conllu.ts';
import { goldMentions } from '../gold/coreference.ts';
import { f1 } from '../gold/options.ts';
import { prf } from './attribution-score.ts';
import { type GoldText, rawTexts, readConllu as readSurface } from './conllu.ts';
import type { EntityType, Peer, PeerReading } from './peers.ts';

export interface PeerScore {
  readonly name: string;
  readonly tokens: number;
  readonly upos: number;
  readonly boundaries: number;
  /** Persons, organisations and places by name, F1; null where the peer has none. */
  readonly names: number | null;
  /** Share of gold actors with an overlapping mention; null where the peer has none. */
  readonly actors: number | null;
}

const key = ({ start, end }: Span): string => `${start}-${end}`;

/** Tokens with those that lie inside one gold token joined: "do|n't" and "don't" are both right. */
const joined = (tokens: readonly Span[], gold: readonly Span[]): Span[] => {
  const result: Span[] = [];
  let at = 0;
  let last: Span | undefined;
  for (const token of tokens) {
    while (at < gold.length && (gold[at] as Span).end <= token.start) at++;
    const around = gold[at];
    const inside = around !== undefined && around.start <= token.start && token.end <= around.end;
    const previous = result.at(-1);
    if (inside && around === last && previous) result[result.length - 1] = { start: previous.start, end: token.end };
    else result.push({ start: token.start, end: token.end });
    last = inside ? around : undefined;
  }
  return result;
};

const tokenF1 = (texts: readonly GoldText[], readings: readonly PeerReading[]): number => {
  let [right, mine, gold] = [0, 0, 0];
  texts.forEach(({ tokens }, index) => {
    const own = joined((readings[index] as PeerReading).tokens, tokens);
    const keys = new Set(tokens.map(key));
    right += own.filter((token) => keys.has(key(token))).length;
    mine += own.length;
    gold += tokens.length;
  });
  return f1(right, mine, gold).f1;
};

const boundaryF1 = (texts: readonly GoldText[], readings: readonly PeerReading[]): number => {
  let [right, mine, gold] = [0, 0, 0];
  texts.forEach(({ sentences }, index) => {
    const own = (readings[index] as PeerReading).sentences;
    const ends = new Set(sentences.map(({ end }) => end));
    right += own.filter(({ end }) => ends.has(end)).length;
    mine += own.length;
    gold += sentences.length;
  });
  return f1(right, mine, gold).f1;
};

/** Share of gold words, marks aside, whose own token has the right class; words of a contraction are left out. */
const uposShare = (documents: readonly GoldDocument[], readings: readonly PeerReading[]): number => {
  let [right, all] = [0, 0];
  documents.forEach(({ sentences }, index) => {
    const own = new Map((readings[index] as PeerReading).tokens.map((token) => [key(token), token.upos]));
    for (const { tokens } of sentences)
      tokens.forEach((token, at) => {
        const glued = [tokens[at - 1], tokens[at + 1]].some((beside) => beside && /^['’]|n['’]t$/.test(beside.text));
        if (token.upos === 'PUNCT' || token.upos === 'SYM' || glued || /^['’]|n['’]t$/.test(token.text)) return;
        all++;
        if (own.get(key(token)) === token.upos) right++;
      });
  });
  return right / all;
};

const NAMED: ReadonlySet<string> = new Set<EntityType>(['person', 'organization', 'place']);

/** Gold: mentions of persons, organisations and places whose head is a proper noun; right with that head and type. */
const nameF1 = (documents: readonly GoldDocument[], readings: readonly PeerReading[]): number | null => {
  let [right, mine, gold] = [0, 0, 0];
  for (const [index, document] of documents.entries()) {
    const { entities } = readings[index] as PeerReading;
    if (entities === null) return null;
    const proper = new Set(
      document.sentences.flatMap(({ tokens }) =>
        tokens.filter(({ upos }) => upos === 'PROPN').map(({ start }) => start),
      ),
    );
    const isName = ({ start, end }: Span): boolean => [...proper].some((head) => start <= head && head < end);
    const heads = new Map(
      goldMentions(document)
        .filter(({ head, type }) => proper.has(head) && NAMED.has(type))
        .map(({ head, type }) => [head, type]),
    );
    gold += heads.size;
    mine += entities.filter(isName).length;
    const found = new Set(
      [...heads].filter(([head, type]) =>
        entities.some((entity) => entity.type === type && entity.start <= head && head < entity.end),
      ),
    );
    right += found.size;
  }
  return prf(right, mine, gold).f1;
};

interface RawRecord {
  readonly text?: string;
  readonly source?: readonly { readonly actorText: string }[] | '';
  readonly target?: readonly { readonly actorText: string }[] | '';
}

const actorShare = async (folder: string, peer: Peer): Promise<number | null> => {
  const records = (JSON.parse(readFileSync(join(folder, 'events', 'plover-gsr.json'), 'utf8')) as RawRecord[]).filter(
    ({ text }) => text !== undefined,
  );
  const readings = await peer.read(records.map(({ text = '' }) => text));
  let [found, all] = [0, 0];
  for (const [index, { text = '', source, target }] of records.entries()) {
    const { entities } = readings[index] as PeerReading;
    if (entities === null) return null;
    for (const { actorText } of [...(source || []), ...(target || [])]) {
      const start = text.indexOf(actorText);
      if (actorText === '' || start < 0) continue;
      all++;
      if (entities.some((entity) => overlaps(entity, { start, end: start + actorText.length }))) found++;
    }
  }
  return found / all;
};

/** One peer on gum-open-dev and plover-gsr. */
export const scorePeer = async (folder: string, peer: Peer): Promise<PeerScore> => {
  const path = join(folder, 'syntax', 'gum-open-dev.conllu');
  const documents = readConllu(path);
  const texts = rawTexts(readSurface(path));
  const onSurface = await peer.read(texts.map(({ text }) => text));
  const onDocuments = await peer.read(documents.map(({ text }) => text));
  return {
    name: peer.name,
    tokens: tokenF1(texts, onSurface),
    upos: uposShare(documents, onDocuments),
    boundaries: boundaryF1(texts, onSurface),
    names: nameF1(documents, onDocuments),
    actors: await actorShare(folder, peer),
  };
};
