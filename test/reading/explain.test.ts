import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingText } from '../../src/cli/reading-text.ts';
import { type Document, sha256 } from '../../src/model/index.ts';
import { createReader, type Reader } from '../../src/read/index.ts';

const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../models/en', import.meta.url));

const TEXT =
  'Iran supplied 12 drones to Russia in 2023. President Macron met Modi. He said that war was almost certain.';
const DOCUMENT: Document = {
  text: TEXT,
  title: null,
  byline: null,
  publisher: null,
  published: '2024-06-18',
  url: null,
  language: 'en',
  sha256: sha256(TEXT),
  removed: [],
};

describe.skipIf(!existsSync(join(MODEL, 'reader.onnx')))('reader.explain', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader();
  });
  afterAll(() => reader.close());

  it('names a rule for every datum of the reading', async () => {
    const { reading, explanations } = await reader.explain(DOCUMENT, 'x');
    const explained = new Set(explanations.map(({ datum }) => datum));
    const data = [
      ...reading.actors.map(({ id }) => id),
      ...reading.events.map(({ id }) => id),
      ...reading.attributions.map(({ id }) => id),
      ...reading.quantities.map(({ id }) => id),
      ...reading.times.map(({ span }) => `time@${span.start}`),
      ...reading.likelihoods.map(({ span }) => `likelihood@${span.start}`),
    ];
    expect(data.length).toBeGreaterThan(7);
    expect(data.filter((datum) => !explained.has(datum))).toEqual([]);
    expect(await reader.read(DOCUMENT, 'x')).toEqual(reading);
  });

  it('shows frames, links and the network with their scores', async () => {
    const { explanations } = await reader.explain(DOCUMENT, 'x');
    const words = ({ start, end }: { start: number; end: number }): string => TEXT.slice(start, end);
    const lines = explanations.map(({ span, rule, to }) => `${words(span)} ${rule}${to ? ` → ${words(to)}` : ''}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Iran actor/state of the lexicon',
        'He coreference/pronoun → President Macron',
        'supplied verb-frame/AID/verb:supply',
        'supplied network/factuality',
        '12 drones quantity/count',
        'almost certain likelihood/ICD203',
      ]),
    );
    const link = explanations.find(({ to }) => to !== undefined);
    expect(link?.score).toBeGreaterThan(0);
  });

  it('is told to people line by line', async () => {
    const { reading, explanations } = await reader.explain(DOCUMENT, 'x');
    const why = readingText(reading, explanations).filter((line) => line.includes('why'));
    expect(
      why.some((line) => /AID “supplied”: verb-frame\/AID\/verb:supply \d\.\d\d · network\/factuality/.test(line)),
    ).toBe(true);
    expect(readingText(reading).some((line) => line.includes('why'))).toBe(false);
  });
});
