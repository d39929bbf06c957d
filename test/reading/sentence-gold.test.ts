import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureSentences, type SentenceScore } from '../../bench/read/sentence-gold.ts';
import { createReader, type Reader } from '../../src/read/index.ts';

const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../../models/en', import.meta.url));

const f1 = ({ right, found, gold }: SentenceScore): number => (2 * right) / (found + gold);

// The reader's network comes with the package; a checkout without it has nothing to measure here.
describe.skipIf(!existsSync(join(MODEL, 'reader.onnx')))('quantities and likelihoods on sentences of our own', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader();
  }, 60_000);
  afterAll(() => reader.close());

  // What was reached, less a line or two: docs/reading.md has the first figures and those of the day.
  it.each([
    ['gold-blind', 258, 0.97, 260, 0.985],
    ['gold-fresh', 80, 0.945, 85, 0.965],
  ] as const)(
    '%s',
    async (folder, quantitySentences, quantityF1, likelihoodSentences, likelihoodF1) => {
      const { quantities, likelihoods } = await measureSentences(reader, folder);
      expect([quantities.sentences, likelihoods.sentences]).toEqual([quantitySentences, likelihoodSentences]);
      expect(f1(quantities)).toBeGreaterThan(quantityF1);
      expect(f1(likelihoods)).toBeGreaterThan(likelihoodF1);
    },
    120_000,
  );
});
