export { sentenceSpans } from './annotate/sentence-spans.ts';
export type { Explanation } from './extract/explanation.ts';
export { inOrder } from './in-order.ts';
export { type Input, type IntakeOptions, type IntakeResult, intake, recordInputs } from './intake/index.ts';
export { createReader, type Reader } from './reader.ts';
export { createReaderCrew, type ReaderCrew } from './reader-crew.ts';
