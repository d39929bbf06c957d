export {
  type Chapter,
  type ChapterMark,
  chapterMarks,
  chaptersJson,
  chaptersOf,
} from './caption/chapters.ts';
export { transcript } from './caption/transcript.ts';
export { webVtt } from './caption/webvtt.ts';
export { type Id3Chapter, type Id3Tag, id3Tag } from './encode/id3.ts';
export { bitrateFor } from './encode/mp3-encoder.ts';
export { MAX_TRUE_PEAK_DB, TARGET_LUFS } from './master/master.ts';
export { type NarrateOptions, narrate, SPEED_LIMITS, type SpokenLine } from './narrate/narrate.ts';
export { type Line, type LineKind, type Plan, type PlanOptions, planNarration } from './narrate/plan.ts';
export { type Cue, type Recording, recordMp3 } from './narrate/record.ts';
export { type NormalisedText, type NormaliseOptions, normalise } from './normalise/normalise.ts';
export type { Skipped } from './normalise/rule.ts';
export { type PlayerContent, type PlayerFragment, playerFragment } from './player/player-fragment.ts';
export { playerPage } from './player/player-page.ts';
export { builtInLexicon, type Lexicon, withUserEntries } from './pronounce/lexicon.ts';
export { pronounce } from './pronounce/pronounce.ts';
export type { SpokenSection, SpokenSentence, SpokenText } from './spoken-text.ts';
export { DEFAULT_VOICE, openVoice, VOICE_NAMES } from './voice/catalogue.ts';
export type { Pronunciation, SpeakOptions, Utterance, Voice } from './voice/voice.ts';
