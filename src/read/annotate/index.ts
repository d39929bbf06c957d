export type { AnnotatedSentence, Annotation, Token } from './annotation.ts';
export { type Annotator, type AnnotatorOptions, createAnnotator } from './annotator.ts';
export type { NetworkInput, NetworkOutput } from './network.ts';
