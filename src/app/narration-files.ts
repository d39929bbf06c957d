import {
  type ChapterMark,
  type Cue,
  chapterMarks,
  chaptersJson,
  chaptersOf,
  id3Tag,
  type Lexicon,
  type NarrateOptions,
  type Plan,
  planNarration,
  playerPage,
  type Recording,
  recordMp3,
  type SpokenText,
  transcript,
  webVtt,
} from '../listen/index.ts';
import type { OutputSet } from './output.ts';

export interface SpeakingOptions extends NarrateOptions {
  readonly lexicon: Lexicon;
  readonly sayQuotes?: boolean;
}

export const planFor = (text: SpokenText, { lexicon, sayQuotes = false, quoteVoice }: SpeakingOptions): Plan =>
  planNarration(text, { lexicon, sayQuotes, splitQuotes: quoteVoice !== undefined });

/** A text without a title is not given one aloud, but its files and chapters need a name. */
const named = (text: SpokenText, name: string): SpokenText => ({ ...text, title: text.title || name });

const tagOf = (text: SpokenText, chapters: Parameters<typeof id3Tag>[0]['chapters']): Uint8Array =>
  id3Tag({
    title: text.title,
    author: text.author,
    album: text.publisher,
    date: text.published,
    chapters,
  });

const untimed = (marks: readonly ChapterMark[]): { title: string; start: number; end: number }[] =>
  marks.map(({ title }) => ({ title, start: 0, end: 0 }));

export interface Narration {
  readonly recording: Recording;
  readonly chapters: ReturnType<typeof chaptersOf>;
  readonly plan: Plan;
  /** Bytes of the MP3. */
  readonly bytes: number;
}

/**
 * Speaks a text into `NAME.mp3` of the set. The tag and the opening frame are written twice: first with the times
 * unknown, at the end, in the same number of bytes, with all of them.
 */
export const writeMp3 = async (
  spoken: SpokenText,
  name: string,
  outputs: OutputSet,
  options: SpeakingOptions,
): Promise<Narration> => {
  const plan = planFor(spoken, options);
  const text = named(spoken, name);
  const file = outputs.begin(`${name}.mp3`);
  const opening = tagOf(text, untimed(chapterMarks(text, plan.lines)));
  let bytes = 0;
  const write = (chunk: Uint8Array): void => {
    file.write(chunk);
    bytes += chunk.length;
  };
  write(opening);
  const recording = await recordMp3(plan, options, write);
  const chapters = chaptersOf(text, recording.cues, recording.seconds);
  file.write(tagOf(text, chapters), 0);
  file.write(recording.closingFrame, opening.length);
  return { recording, chapters, plan, bytes };
};

/** The sound is put inside the page up to this size; a browser opens a larger page slowly, so there it lies beside it. */
export const EMBED_LIMIT_BYTES = 24 * 1024 * 1024;

export const mp3Address = async (outputs: OutputSet, name: string, bytes: number): Promise<string> =>
  bytes > EMBED_LIMIT_BYTES
    ? `${encodeURIComponent(name)}.mp3`
    : `data:audio/mpeg;base64,${Buffer.from(outputs.read(`${name}.mp3`)).toString('base64')}`;

/** Captions, chapters and transcript beside the sound. */
export const writeCaptions = async (
  text: SpokenText,
  name: string,
  outputs: OutputSet,
  { recording, chapters }: Narration,
): Promise<void> => {
  const cues: readonly Cue[] = recording.cues;
  outputs.add(`${name}.vtt`, webVtt(cues));
  outputs.add(`${name}.chapters.json`, chaptersJson(named(text, name), chapters));
  outputs.add(`${name}.txt`, transcript(cues));
};

export const writePlayerPage = async (
  text: SpokenText,
  name: string,
  outputs: OutputSet,
  { recording, chapters, bytes }: Narration,
): Promise<void> => {
  const page = named(text, name);
  const audio = await mp3Address(outputs, name, bytes);
  const { title, author } = page;
  outputs.add(`${name}.html`, playerPage(page, { title, author, cues: recording.cues, chapters, audio }));
};

/** Speaks a text into a stream that cannot be gone back in: the tag without chapters, the sound as it is made. */
export const streamMp3 = async (
  text: SpokenText,
  name: string,
  options: SpeakingOptions,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<Recording> => {
  const plan = planFor(text, options);
  let tagged = false;
  return recordMp3(plan, options, async (chunk) => {
    if (!tagged) await write(tagOf(named(text, name), []));
    tagged = true;
    await write(chunk);
  });
};
