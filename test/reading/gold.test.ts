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
}

const FOLDER = fileURLToPath(new URL('./gold/', import.meta.url));
const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../models/en', import.meta.url));
const PUBLISHED = '2024-06-18';

const documentOf = (text: string): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published: PUBLISHED,
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
});

const told = ({ document, actors, events, attributions, conditions }: Reading): Required<Omit<GoldCase, 'text'>> => {
  const words = ({ start, end }: Span): string => document.text.slice(start, end);
  const all = (spans: readonly Span[]): string => spans.map(words).join(' … ') || '-';
  const names = (ids: readonly string[]): string =>
    ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id).join(' + ') || '-';
  return {
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
      for (const { text, events = [], attributions = [], conditions = [] } of parse(
        readFileSync(join(FOLDER, file), 'utf8'),
      ) as readonly GoldCase[]) {
        it(text, async () => {
          expect(told(await reader.read(documentOf(text), 'gold'))).toEqual({ events, attributions, conditions });
        });
      }
    });
  }
});
