import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Document, type Reading, type Span, sha256 } from '../../src/model/index.ts';
import { createReader, type Reader } from '../../src/read/index.ts';

/** One sentence with all that the reader must tell of it, and nothing else. */
interface GoldCase {
  readonly text: string;
  /** `TYPE: sources > targets; trigger; status`, `-` where a side is not named. */
  readonly events?: readonly string[];
  /** `kind: source | cue | content`, parts joined by ` … `. */
  readonly attributions?: readonly string[];
  /** `cue | condition | consequence`. */
  readonly conditions?: readonly string[];
  /** `name (kind country): mention | mention`; looked at only where a case gives it. */
  readonly actors?: readonly string[];
  /** `words: from..to relation`; looked at only where a case gives it. */
  readonly times?: readonly string[];
  /** The day of publication, `none` where there is none; 2024-06-18 unless given. */
  readonly published?: string;
}

const FOLDER = fileURLToPath(new URL('./gold/', import.meta.url));
const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../models/en', import.meta.url));
const PUBLISHED = '2024-06-18';

const documentOf = (text: string, published = PUBLISHED): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published: published === 'none' ? null : published,
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
});

const told = ({
  document,
  actors,
  events,
  attributions,
  conditions,
  times,
}: Reading): Required<Omit<GoldCase, 'text' | 'published'>> => {
  const words = ({ start, end }: Span): string => document.text.slice(start, end);
  const all = (spans: readonly Span[]): string => spans.map(words).join(' … ') || '-';
  const names = (ids: readonly string[]): string =>
    ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id).join(' + ') || '-';
  return {
    times: times.map(({ span, from, to, relation }) =>
      [`${words(span)}: ${from ?? ''}..${to ?? ''}`, relation].filter(Boolean).join(' '),
    ),
    actors: actors.map(
      ({ name, kind, country, mentions }) =>
        `${name} (${[kind, country].filter(Boolean).join(' ')}): ${mentions.map(words).join(' | ')}`,
    ),
    events: events.map(
      (event) =>
        `${event.type}: ${names(event.sources)} > ${names(event.targets)}; ${words(event.trigger)}; ${event.status}`,
    ),
    attributions: attributions.map(
      ({ kind, source, cue, content }) => `${kind}: ${all(source)} | ${all(cue)} | ${all(content)}`,
    ),
    conditions: conditions.map(
      ({ cue, span, consequence }) => `${words(cue)} | ${words(span)} | ${consequence ? words(consequence) : '-'}`,
    ),
  };
};

// The reader's network comes with the package; a checkout without it has nothing to measure here.
describe.skipIf(!existsSync(join(MODEL, 'reader.onnx')))('the reading of single sentences', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader();
  });
  afterAll(() => reader.close());

  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    describe(file.replace('.yaml', '').replaceAll('-', ' '), () => {
      for (const { text, events = [], attributions = [], conditions = [], actors, times, published } of parse(
        readFileSync(join(FOLDER, file), 'utf8'),
      ) as readonly GoldCase[]) {
        it(text, async () => {
          const { actors: seen, times: dated, ...rest } = told(await reader.read(documentOf(text, published), 'gold'));
          expect(rest).toEqual({ events, attributions, conditions });
          if (actors !== undefined) expect(seen).toEqual(actors);
          if (times !== undefined) expect(dated).toEqual(times);
        });
      }
    });
  }
});
