import type { EstimativeScale } from './estimative/scale.ts';

export {
  type AttributionCue,
  type AttributionLexicon,
  type AttributionLexiconSource,
  type ContentKind,
  type CueAct,
  compileAttributionLexicon,
  defaultAttributionLexicon,
} from './attribution-lexicon.ts';
export type { CompiledLexicon } from './compile.ts';
export { loadData } from './data.ts';
export type {
  Equipment,
  EquipmentMatch,
  LexiconEntry,
  NameMatch,
  NameRole,
  NameSense,
  Office,
  OfficeMatch,
  Term,
} from './entry.ts';
export { gapsOf, type ScaleGap } from './estimative/gaps.ts';
export * from './estimative/scale.ts';
export {
  compileEventLexicon,
  defaultEventLexicon,
  type EventFrame,
  type EventLexicon,
  type EventLexiconSource,
  type EventOperator,
  type WordSet,
} from './event-lexicon.ts';
export { type Lexicon, termIncludes } from './lexicon.ts';
export type { Words } from './name-index.ts';
export { openLexicon } from './open.ts';
export { type OwnLexicon, type OwnLikelihood, readOwnLexicon } from './own/index.ts';

/** Checks an analyst's own scale; the libraries that it needs are loaded only here. See `estimative/own-scale.ts`. */
export const readScale = async (text: string, file: string): Promise<EstimativeScale> =>
  (await import('./estimative/own-scale.ts')).readScale(text, file);
export { normaliseWord, plainLetters, slug } from './words.ts';
