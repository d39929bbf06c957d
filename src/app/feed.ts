import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_FILES, type Feed, type FeedItem, renderFeeds } from '../brief/index.ts';
import type { SpokenText } from '../listen/index.ts';
import { type Document, WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions, IntakeResult } from '../read/index.ts';
import { documentsOf } from './documents.ts';
import { fileName, openSpeaking, type Speaking, type VoiceOptions } from './listen.ts';
import { writeCaptions, writeMp3, writePlayerPage } from './narration-files.ts';
import { openOutputSet, writeFiles } from './output.ts';
import { documentId } from './read.ts';
import { spokenDocument } from './spoken-document.ts';

export interface FeedOptions extends IntakeOptions, VoiceOptions {
  readonly out: string;
  /** Absolute address under which the folder will stand. */
  readonly baseUrl: string;
  readonly title: string;
  readonly description?: string;
  readonly author?: string;
  readonly email?: string;
  readonly image?: string;
  /** ISO 8601: when the feed was made, where no item has a date. */
  readonly date?: string;
  /** Speak each text; else the feeds hold words alone. */
  readonly sound: boolean;
  /** Make a brief of all texts too, the first item. */
  readonly brief: boolean;
  readonly onError?: (error: WatchfloorError) => void;
}

export interface FeedSummary {
  readonly items: number;
  readonly failed: number;
  readonly seconds: number;
  readonly files: readonly string[];
}

const BRIEF = 'brief';
const LONGEST_SUMMARY = 400;
const ID_SHOWN = 6;

/** @throws {WatchfloorError} feed.address-invalid */
const checkedBase = (address: string): string => {
  try {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') {
      url.hash = '';
      url.search = '';
      return url.href.endsWith('/') ? url.href : `${url.href}/`;
    }
  } catch {
    // Said below, as for other schemes.
  }
  throw new WatchfloorError(
    'feed.address-invalid',
    `"${address}" is no absolute web address; give --base-url the address of the folder, for example https://example.org/briefs/.`,
  );
};

/** The first sentences, as many as a list shows. */
const summaryOf = ({ sections }: SpokenText): string => {
  let summary = '';
  for (const { text } of sections.flatMap(({ paragraphs }) => paragraphs.flat())) {
    if (summary && summary.length + text.length > LONGEST_SUMMARY) break;
    summary += `${summary ? ' ' : ''}${text}`;
  }
  return summary;
};

interface SoundFile {
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number;
}

const soundAt = (base: string, { name, bytes, seconds }: SoundFile): FeedItem['sound'] => ({
  url: `${base}${name}.mp3`,
  bytes,
  seconds,
  transcript: `${base}${name}.vtt`,
  chapters: `${base}${name}.chapters.json`,
});

const speak = async (text: SpokenText, name: string, out: string, { options }: Speaking): Promise<SoundFile> => {
  const outputs = openOutputSet(out);
  try {
    const narration = await writeMp3(text, name, outputs, options);
    await writeCaptions(text, name, outputs, narration);
    await writePlayerPage(text, name, outputs, narration);
    outputs.commit();
    return { name, bytes: narration.bytes, seconds: narration.recording.seconds };
  } finally {
    outputs.discard();
  }
};

const documentItem = async (
  document: Document,
  source: string,
  base: string,
  out: string,
  speaking: Speaking | undefined,
): Promise<FeedItem> => {
  const text = spokenDocument(document);
  const id = documentId(document);
  const short = id.replace(/^doc-/, '').slice(0, ID_SHOWN);
  const name = `${fileName(text.title, source)}-${short}`;
  const sound = speaking ? soundAt(base, await speak(text, name, out, speaking)) : null;
  const narrator = speaking ? [{ name: speaking.options.voice.id.replace(/:.*\//, ':'), role: 'narrator' }] : [];
  return {
    id,
    title: text.title || name,
    link: sound ? `${base}${name}.html` : (document.url ?? base),
    published: document.published,
    summary: summaryOf(text),
    persons: [...(document.byline ? [{ name: document.byline, role: 'author' }] : []), ...narrator],
    sound,
    source: document.url,
  };
};

async function* takenIn(documents: readonly Document[]): AsyncGenerator<IntakeResult> {
  for (const document of documents) yield { source: document.title ?? document.sha256, id: null, ok: document };
}

const briefItem = async (
  documents: readonly Document[],
  base: string,
  options: FeedOptions,
): Promise<FeedItem | null> => {
  const { makeBriefOf } = await import('./brief.ts');
  const out = join(options.out, BRIEF);
  const summary = await makeBriefOf(takenIn(documents), {
    out,
    title: options.title,
    ...(options.onError ? { onError: options.onError } : {}),
    ...(options.sound ? { listen: options } : {}),
  });
  if (!summary) return null;
  const address = `${base}${BRIEF}/`;
  return {
    id: `brief-${summary.asOf ?? 'undated'}`,
    title: summary.title,
    link: `${address}brief.html`,
    published: summary.asOf,
    summary: summary.bottomLine.join(' '),
    persons: options.author ? [{ name: options.author, role: 'author' }] : [],
    sound: options.sound ? soundAt(address, await briefSound(out)) : null,
    source: null,
  };
};

/** Chapters cover the whole sound: the end of the last is its length. */
const briefSound = async (out: string): Promise<SoundFile> => {
  const { chapters } = JSON.parse(await readFile(join(out, 'brief.chapters.json'), 'utf8')) as {
    readonly chapters: readonly { readonly endTime: number }[];
  };
  return {
    name: BRIEF,
    bytes: (await stat(join(out, 'brief.mp3'))).size,
    seconds: chapters.at(-1)?.endTime ?? 0,
  };
};

const newestFirst = (a: FeedItem, b: FeedItem): number => ((a.published ?? '') > (b.published ?? '') ? -1 : 1);

/**
 * Texts → podcast RSS, JSON Feed and Atom, with the sound files that they name. Texts that cannot be read or spoken are
 * reported and left out. The feeds are written last, so that they name nothing that is not there.
 *
 * @throws {WatchfloorError} feed.address-invalid, feed.nothing-to-publish, output.unwritable and the `listen.*` codes
 *   of the voice
 */
export const makeFeed = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: FeedOptions,
): Promise<FeedSummary> => {
  const base = checkedBase(options.baseUrl);
  const speaking = options.sound ? await openSpeaking(options) : undefined;
  const items: FeedItem[] = [];
  const documents: Document[] = [];
  let failed = 0;
  const report = (error: WatchfloorError): void => {
    failed++;
    options.onError?.(error);
  };
  const take = async ({ source, ok, error }: IntakeResult): Promise<void> => {
    if (error) return report(error);
    try {
      items.push(await documentItem(ok, source, base, options.out, speaking));
      documents.push(ok);
    } catch (cause) {
      if (!(cause instanceof WatchfloorError) || cause.code === 'output.unwritable') throw cause;
      report(cause);
    }
  };
  try {
    for await (const result of documentsOf(inputs, options)) await take(result);
  } finally {
    await speaking?.close();
  }
  items.sort(newestFirst);
  const brief = options.brief && documents.length > 0 ? await briefItem(documents, base, options) : null;
  if (brief) items.unshift(brief);
  const updated = options.date ?? items.find(({ published }) => published !== null)?.published;
  if (items.length === 0 || !updated)
    throw new WatchfloorError(
      'feed.nothing-to-publish',
      items.length === 0
        ? 'No text is left for the feed; see the messages above.'
        : 'No text has a date, so the feed has none; give --date.',
    );
  const feed: Feed = {
    title: options.title,
    description: options.description ?? options.title,
    link: base,
    base,
    language: documents[0]?.language === 'und' ? 'en' : (documents[0]?.language ?? 'en'),
    author: options.author ?? null,
    email: options.email ?? null,
    image: options.image ?? null,
    updated,
    items,
  };
  writeFiles(options.out, await renderFeeds(feed));
  return {
    items: items.length,
    failed,
    seconds: items.reduce((sum, { sound }) => sum + (sound?.seconds ?? 0), 0),
    files: Object.values(FEED_FILES).map((name) => join(options.out, name)),
  };
};
