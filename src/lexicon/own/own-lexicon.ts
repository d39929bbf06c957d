import type { AttributionLexiconSource } from '../attribution-lexicon.ts';
import type { CompiledLexicon } from '../compile.ts';
import type { EventLexiconSource } from '../event-lexicon.ts';

/** An estimative phrase of the analyst's, with its band, both null where it has none. */
export interface OwnLikelihood {
  readonly phrase: string;
  readonly low: number | null;
  readonly high: number | null;
  /** How it stands in the sentence: what it is about depends on it. */
  readonly form: 'adverb' | 'adjective' | 'noun' | 'verb';
}

/** An analyst's own file, checked and compiled. Plain data, so that it can be handed to another thread. */
export interface OwnLexicon {
  /** Names, offices, equipment: to be laid over the shipped lexicon by `openLexicon`. */
  readonly names: CompiledLexicon;
  readonly events: EventLexiconSource;
  readonly attribution: AttributionLexiconSource;
  readonly likelihoods: readonly OwnLikelihood[];
  /** Short hash of the file: readings made with another one are out of date. */
  readonly fingerprint: string;
}
