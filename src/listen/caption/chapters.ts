import type { Cue } from '../narrate/record.ts';
import type { SpokenText } from '../spoken-text.ts';

export interface Chapter {
  readonly title: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** Where chapters begin, by section: the opening, and each section that has a title and is heard at all. */
export interface ChapterMark {
  readonly title: string;
  readonly section: number;
}

/** Known before anything is spoken, so that a tag of the right size can be written first. */
export const chapterMarks = (
  { title, sections }: SpokenText,
  lines: readonly Pick<Cue, 'section' | 'kind'>[],
): ChapterMark[] => {
  const marks: ChapterMark[] = [];
  for (const line of lines) {
    const opening = marks.length === 0;
    const heading = line.kind === 'heading' && marks.at(-1)?.section !== line.section;
    if (opening)
      marks.push({
        title: line.kind === 'heading' ? (sections[line.section]?.title ?? title) : title,
        section: line.section,
      });
    else if (heading) marks.push({ title: sections[line.section]?.title ?? title, section: line.section });
  }
  return marks;
};

/** Chapters cover the whole sound: each ends where the next begins. */
export const chaptersOf = (text: SpokenText, cues: readonly Cue[], seconds: number): Chapter[] => {
  const marks = chapterMarks(text, cues);
  const starts = marks.map((mark, index) =>
    index === 0 ? 0 : (cues.find(({ section, kind }) => section === mark.section && kind === 'heading') as Cue).start,
  );
  return marks.map((mark, index) => ({
    title: mark.title,
    start: starts[index] as number,
    end: starts[index + 1] ?? seconds,
  }));
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
