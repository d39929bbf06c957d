export { sentenceSpans } from './annotate/sentence-spans.ts';
export type { Explanation } from './extract/explanation.ts';
export { readerFingerprint } from './fingerprint.ts';
export { inOrder } from './in-order.ts';
export { type Input, type IntakeOptions, type IntakeResult, intake, recordInputs } from './intake/index.ts';
export { markdownProse, textProse } from './prose/index.ts';
export type { Reader } from './reader.ts';
export type { ReaderCrew } from './reader-crew.ts';

/** Loads the rules of reading with their lexicon only when they are asked for: whoever only cuts sentences starts at once. */
export const createReader: typeof import('./reader.ts').createReader = async (options) =>
  (await import('./reader.ts')).createReader(options);

/** As `createReader`, for many documents. */
export const createReaderCrew: typeof import('./reader-crew.ts').createReaderCrew = async (options) =>
  (await import('./reader-crew.ts')).createReaderCrew(options);
