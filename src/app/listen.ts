import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  builtInLexicon,
  DEFAULT_VOICE,
  type Lexicon,
  openVoice,
  type Skipped,
  type SpokenText,
  VOICE_NAMES,
  type Voice,
  withUserEntries,
} from '../listen/index.ts';
import { WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions } from '../read/index.ts';
import { documentsOf } from './documents.ts';
import {
  type Narration,
  type SpeakingOptions,
  streamMp3,
  writeCaptions,
  writeMp3,
  writePlayerPage,
} from './narration-files.ts';
import { openOutputSet } from './output.ts';
import { spokenDocument } from './spoken-document.ts';

export interface VoiceOptions {
  /** A name of `voices`; the built-in voice unless given. */
  readonly voice?: string;
  /** Another voice for what stands in quotation marks. */
  readonly quoteVoice?: string;
  /** 0.5 … 2. */
  readonly speed?: number;
  /** Say "quote" and "end quote". */
  readonly sayQuotes?: boolean;
  /** A YAML file of the user's own pronunciations. */
  readonly lexicon?: string;
  readonly signal?: AbortSignal;
}

export interface ListenOptions extends IntakeOptions, VoiceOptions {
  /** Folder for the files; made when missing. */
  readonly out: string;
}

/** What was made of one text. */
export interface ListenSummary {
  readonly title: string;
  readonly voice: string;
  readonly seconds: number;
  readonly words: number;
  readonly sentences: number;
  readonly chapters: number;
  /** LUFS. */
  readonly loudness: number;
  /** dBTP, before encoding. */
  readonly truePeakDb: number;
  readonly skipped: readonly Skipped[];
  /** Set when the text is in another language than the voice. */
  readonly foreign: string | null;
  readonly files: readonly string[];
}

/** What became of one input; exactly one of `summary` and `error` is there. */
export type ListenResult = { readonly source: string } & (
  | { readonly summary: ListenSummary; readonly error?: undefined }
  | { readonly summary?: undefined; readonly error: WatchfloorError }
);

export const voices = VOICE_NAMES;

const LONGEST_NAME = 60;

/** A name for the files: what the text is called, else the input, in letters that every system takes. */
export const fileName = (title: string, source: string): string => {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_NAME)
      .replace(/^-+|-+$/g, '');
  return plain(title) || plain(basename(source, extname(source))) || 'text';
};

const readLexicon = async (file: string | undefined): Promise<Lexicon> => {
  if (file === undefined) return builtInLexicon();
  const { parse } = await import('yaml');
  let entries: unknown;
  try {
    entries = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new WatchfloorError(
      'listen.lexicon-invalid',
      `The lexicon cannot be read (${(error as Error).message.split('\n')[0]}); it must be a YAML file of names and pronunciations.`,
      { file },
      { cause: error },
    );
  }
  return withUserEntries(entries, file);
};

/** Voices and lexicon, opened once for all texts; `close` ends the voices' threads. */
export interface Speaking {
  readonly options: SpeakingOptions;
  close(): Promise<void>;
}

/** @throws {WatchfloorError} listen.voice-unknown, listen.voice-unavailable, listen.lexicon-invalid */
export const openSpeaking = async (options: VoiceOptions): Promise<Speaking> => {
  const opened: Voice[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((voice) => voice.close()));
  };
  try {
    const lexicon = await readLexicon(options.lexicon);
    const voice = await openVoice(options.voice ?? DEFAULT_VOICE);
    opened.push(voice);
    const quoteVoice = options.quoteVoice === undefined ? undefined : await openVoice(options.quoteVoice);
    if (quoteVoice) opened.push(quoteVoice);
    return {
      close,
      options: {
        voice,
        lexicon,
        sayQuotes: options.sayQuotes ?? false,
        speed: options.speed ?? 1,
        ...(quoteVoice ? { quoteVoice } : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const foreignLanguage = (text: SpokenText, voice: Voice): string | null =>
  text.language === 'und' || text.language === voice.language ? null : text.language;

export const summaryOf = (
  text: SpokenText,
  name: string,
  { voice }: SpeakingOptions,
  { recording, chapters, plan }: Narration,
  files: readonly string[],
): ListenSummary => ({
  title: text.title || name,
  voice: voice.id,
  seconds: recording.seconds,
  words: plan.words,
  sentences: recording.cues.filter(({ kind }) => kind === 'sentence').length,
  chapters: chapters.length,
  loudness: recording.loudness,
  truePeakDb: recording.truePeakDb,
  skipped: plan.skipped,
  foreign: foreignLanguage(text, voice),
  files,
});

/** A name that no other text of the same run has. */
const freshName = (wanted: string, used: Set<string>): string => {
  let name = wanted;
  for (let number = 2; used.has(name); number++) name = `${wanted}-${number}`;
  used.add(name);
  return name;
};

const listenTo = async (text: SpokenText, name: string, out: string, speaking: Speaking): Promise<ListenSummary> => {
  const outputs = openOutputSet(out);
  try {
    const narration = await writeMp3(text, name, outputs, speaking.options);
    await writeCaptions(text, name, outputs, narration);
    await writePlayerPage(text, name, outputs, narration);
    return summaryOf(text, name, speaking.options, narration, outputs.commit());
  } finally {
    outputs.discard();
  }
};

/**
 * Inputs → sound, captions, chapters, transcript and player page, each under its final name only when whole.
 * A bad input gives its error in its place and the rest goes on.
 *
 * @throws {WatchfloorError} what `openSpeaking` throws; an aborted signal throws its reason
 */
export async function* listen(
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: ListenOptions,
): AsyncGenerator<ListenResult> {
  const speaking = await openSpeaking(options);
  try {
    const used = new Set<string>();
    for await (const { source, ok, error } of documentsOf(inputs, options)) {
      if (error) {
        yield { source, error };
        continue;
      }
      try {
        const text = spokenDocument(ok);
        const name = freshName(fileName(text.title, source), used);
        yield { source, summary: await listenTo(text, name, options.out, speaking) };
      } catch (cause) {
        if (!(cause instanceof WatchfloorError)) throw cause;
        yield { source, error: cause };
      }
    }
  } finally {
    await speaking.close();
  }
}

/**
 * The first input as MP3, written while it is being spoken.
 *
 * @throws {WatchfloorError} what intake, `openSpeaking` and the voice throw
 */
export const listenLive = async (
  input: Input | string,
  options: IntakeOptions & VoiceOptions,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<void> => {
  // The voice opens its threads while the text is being read.
  const [speaking, { ok, error, source }] = await Promise.all([openSpeaking(options), firstDocument(input, options)]);
  try {
    if (error) throw error;
    const text = spokenDocument(ok);
    await streamMp3(text, fileName(text.title, source), speaking.options, write);
  } finally {
    await speaking.close();
  }
};

const firstDocument = async (input: Input | string, options: IntakeOptions) => {
  for await (const result of documentsOf([input], options)) return result;
  throw new WatchfloorError('listen.nothing-to-say', 'The input holds no document; name a file that has text.');
};
