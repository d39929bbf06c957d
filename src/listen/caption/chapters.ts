import type { Cue } from '../narrate/record.ts';
import type { SpokenText } from '../spoken-text.ts';

export interface Chapter {
  readonly title: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** Where a chapter begins: at the first line, and at each heading. */
export interface ChapterMark {
  readonly title: string;
  readonly line: number;
}

/** Known before anything is spoken, so that a tag of the right size can be written first. */
export const chapterMarks = (
  { title, sections }: SpokenText,
  lines: readonly Pick<Cue, 'section' | 'kind'>[],
): ChapterMark[] =>
  lines.flatMap(({ kind, section }, line) => {
    if (kind === 'heading') return [{ title: sections[section]?.title ?? title, line }];
    return line === 0 ? [{ title, line }] : [];
  });

/** Chapters cover the whole sound: each ends where the next begins. */
export const chaptersOf = (text: SpokenText, cues: readonly Cue[], seconds: number): Chapter[] => {
  const marks = chapterMarks(text, cues);
  const startOf = (mark: ChapterMark | undefined): number => (mark ? (cues[mark.line] as Cue).start : seconds);
  return marks.map((mark, index) => ({ title: mark.title, start: startOf(mark), end: startOf(marks[index + 1]) }));
};

const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** JSON chapters of the podcast namespace, version 1.2. */
export const chaptersJson = ({ title, author }: SpokenText, chapters: readonly Chapter[]): string =>
  `${JSON.stringify(
    {
      version: '1.2.0',
      title,
      ...(author ? { author } : {}),
      chapters: chapters.map((chapter) => ({
        startTime: milliseconds(chapter.start),
        endTime: milliseconds(chapter.end),
        title: chapter.title,
      })),
    },
    null,
    2,
  )}\n`;
