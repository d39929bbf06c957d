export type { AnnotatedSentence, Annotation, Token } from './annotation.ts';
export { type Annotator, createAnnotator } from './annotator.ts';
