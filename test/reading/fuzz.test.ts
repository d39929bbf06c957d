import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Document, type Reading, type Span, sha256 } from '../../src/model/index.ts';
import { createReader, type Reader } from '../../src/read/index.ts';

const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../models/en', import.meta.url));
/** 300 in CI; `WATCHFLOOR_FUZZ=10000 npx vitest run test/reading/fuzz.test.ts` for the long run, `_SEED` to repeat one. */
const RUNS = Number(process.env['WATCHFLOOR_FUZZ'] ?? 300);
const SEED = Number(process.env['WATCHFLOOR_FUZZ_SEED'] ?? 20_240_618);
const MS_A_RUN = 2000;

const sentences: readonly string[] = (
  parse(readFileSync(new URL('./gold-blind/quantities.yaml', import.meta.url), 'utf8')) as { readonly text: string }[]
)
  .map(({ text }) => text)
  .concat(
    (parse(readFileSync(new URL('./gold-blind/likelihoods.yaml', import.meta.url), 'utf8')) as { text: string }[]).map(
      ({ text }) => text,
    ),
  );

/** Pieces that break readers: halves of pairs, marks that combine, right to left, joined emoji, controls, huge tokens. */
const PIECES: readonly string[] = [
  '\ud83d',
  '\udc00',
  'e\u0301\u0302\u0303',
  '\u0301',
  '\u202eمرحبا\u202c',
  'שלום',
  '👩‍👩‍👧‍👦',
  '🇺🇦🇺🇦',
  '\0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\r\n\r\n',
  '\n\n\n',
  '"',
  '“',
  '”',
  '’s',
  '((((((',
  '....',
  '?!?!',
  '$1,2,3.4.5bn',
  '999999999999999999999999',
  '1/0',
  '-0.0',
  '2024-99-99',
  'between 1 and',
  'not not not likely',
  'may may may',
  'x'.repeat(5000),
  '1'.repeat(400),
  'said '.repeat(60),
  'U.S. '.repeat(40),
  'the president of '.repeat(30),
  'İstanbul',
  'ﬁ',
  '㍿',
  '𝕊𝕒𝕚𝕕',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...sentences) },
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 60,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);

/** Cuts, doubles, swaps and drops parts of a text, in the middle of characters too. */
const mutated = fc
  .tuple(
    fc.constantFrom(...sentences),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 12 }),
        fc.constantFrom('drop', 'double', 'upper', 'piece'),
        fc.constantFrom(...PIECES.map((each) => each.slice(0, 12))),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([sentence, changes]) =>
    changes.reduce((text, [where, length, change, inserted]) => {
      const at = text.length === 0 ? 0 : where % text.length;
      const part = text.slice(at, at + length);
      const [before, after] = [text.slice(0, at), text.slice(at + length)];
      switch (change) {
        case 'drop':
          return before + after;
        case 'double':
          return before + part + part + after;
        case 'upper':
          return before + part.toUpperCase() + after;
        default:
          return before + inserted + part + after;
      }
    }, sentence),
  );

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')) },
  { weight: 4, arbitrary: mutated },
);

const documentOf = (text: string): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published: '2024-06-18',
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
});

const spansOf = (reading: Reading): readonly Span[] => [
  ...reading.sentences,
  ...reading.actors.flatMap(({ mentions }) => mentions),
  ...reading.events.flatMap(({ trigger, evidence }) => [trigger, evidence]),
  ...reading.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
  ...reading.quantities.map(({ span }) => span),
  ...reading.times.map(({ span }) => span),
  ...reading.likelihoods.flatMap(({ span, about }) => [span, about]),
  ...reading.conditions.flatMap(({ span, cue, consequence }) => [span, cue, ...(consequence ? [consequence] : [])]),
];

const numbersOf = ({ events, quantities, likelihoods }: Reading): readonly (number | null)[] => [
  ...events.map(({ happened }) => happened),
  ...[...quantities, ...likelihoods].flatMap(({ low, high }) => [low, high]),
];

// The reader's network comes with the package; a checkout without it has nothing to try.
describe.skipIf(!existsSync(join(MODEL, 'reader.onnx')))('the reading of any string', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader();
  });
  afterAll(() => reader.close());

  it(
    `does not throw, keeps inside the text, leaves it as it was and is the same twice (${RUNS} strings)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const document = documentOf(text);
          const reading = await reader.read(document, 'fuzz');
          expect(reading.document.text).toBe(text);
          for (const { start, end } of spansOf(reading)) {
            if (!(Number.isInteger(start) && 0 <= start && start < end && end <= text.length))
              throw new Error(`a span ${start}–${end} is not inside a text of ${text.length}`);
          }
          expect(numbersOf(reading).filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
          for (const { low, high } of [...reading.quantities, ...reading.likelihoods])
            if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
          const actors = new Set(reading.actors.map(({ id }) => id));
          for (const { sources, targets } of reading.events)
            expect([...sources, ...targets].filter((id) => !actors.has(id))).toEqual([]);
          expect(await reader.read(documentOf(text), 'fuzz')).toEqual(reading);
        }),
        // What broke once is tried first.
        {
          numRuns: RUNS,
          seed: SEED,
          endOnFailure: true,
          examples: [[`${'1'.repeat(400)} men`], ['several-thousand-strong']],
        },
      );
    },
    30_000 + RUNS * MS_A_RUN,
  );
});
