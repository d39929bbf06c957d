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
export { readOwnLexicon } from './own/index.ts';
export { normaliseWord, plainLetters, slug } from './words.ts';
