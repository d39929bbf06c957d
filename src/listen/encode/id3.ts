/** What a player shows of a file; see id3.org, version 2.4.0 and the chapter frame addendum 1.0. */
export interface Id3Tag {
  readonly title: string;
  readonly author: string | null;
  readonly album: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  readonly chapters: readonly Id3Chapter[];
}

export interface Id3Chapter {
  readonly title: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

const UTF_8 = 3;
const TOP_LEVEL_ORDERED = 0b11;
const UNKNOWN_OFFSET = 0xffff_ffff;
/** The table of contents counts its entries in one byte. */
export const MAX_ID3_CHAPTERS = 255;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Seven bits a byte, so that no size looks like the start of a frame of sound. */
const syncSafe = (value: number): Buffer =>
  Buffer.from([(value >> 21) & 0x7f, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f]);

const frame = (id: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id, 'latin1'), syncSafe(body.length), Buffer.alloc(2), body]);
};

const textFrame = (id: string, text: string): Buffer => frame(id, Buffer.from([UTF_8]), Buffer.from(text, 'utf8'));

const chapterId = (index: number): Buffer => Buffer.from(`chp${index}\0`, 'latin1');

const chapterFrames = (chapters: readonly Id3Chapter[]): Buffer[] => {
  if (chapters.length === 0) return [];
  const contents = frame(
    'CTOC',
    Buffer.from('toc\0', 'latin1'),
    Buffer.from([TOP_LEVEL_ORDERED, chapters.length]),
    ...chapters.map((_, index) => chapterId(index)),
  );
  const each = chapters.map(({ title, start, end }, index) =>
    frame(
      'CHAP',
      chapterId(index),
      uint32(Math.round(start * 1000)),
      uint32(Math.round(end * 1000)),
      uint32(UNKNOWN_OFFSET),
      uint32(UNKNOWN_OFFSET),
      textFrame('TIT2', title),
    ),
  );
  return [contents, ...each];
};

/**
 * An ID3v2.4 tag. Times take four bytes whatever they are: the tag of a sound not yet spoken has the same length as
 * the one that later replaces it. Beyond 255 chapters the rest is left to the chapters file.
 */
export const id3Tag = ({ title, author, album, date, chapters }: Id3Tag): Uint8Array => {
  const frames = Buffer.concat([
    textFrame('TIT2', title),
    ...(author ? [textFrame('TPE1', author)] : []),
    ...(album ? [textFrame('TALB', album)] : []),
    ...(date ? [textFrame('TDRC', date.slice(0, 19))] : []),
    textFrame('TCON', 'Speech'),
    ...chapterFrames(chapters.slice(0, MAX_ID3_CHAPTERS)),
  ]);
  return Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), syncSafe(frames.length), frames]);
};
