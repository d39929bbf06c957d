import type { RemovedText } from '../../../model/index.ts';
import type { Draft } from '../draft.ts';
import {
  type Block,
  endsSentence,
  findFurniture,
  isoDateIn,
  isProse,
  wordsOf,
  writerOfPointer,
  writersOf,
} from '../furniture/index.ts';
import { splitFrontMatter } from './front-matter.ts';
import { tidy } from './tidy.ts';

/** A paragraph or line, and whether a blank line stands before it. */
export interface Paragraph extends Block {
  readonly gap: boolean;
}

const WRAP_MIN = 55;
const WRAP_MAX = 100;
const WRAPPED_SHARE = 0.6;

/** Hard-wrapped at a column, as mail and old news wires are: most lines are about equally long and end mid-sentence. */
const isWrapped = (lines: readonly string[]): boolean => {
  const inner = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '');
  if (inner.length < 3) return false;
  const wrapped = inner.filter((line) => line.length >= WRAP_MIN && line.length <= WRAP_MAX && !/[.!?:]$/.test(line));
  const full = inner.filter((line) => line.length >= WRAP_MIN && line.length <= WRAP_MAX);
  return full.length / inner.length >= WRAPPED_SHARE && wrapped.length > inner.length / 2;
};

const paragraphsOf = (text: string): readonly Paragraph[] => {
  const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim());
  const unwrap = isWrapped(lines);
  const paragraphs: { text: string; gap: boolean }[] = [];
  let gap = false;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (line === '') gap = true;
    else {
      if (unwrap && !gap && open) open.text += ` ${line}`;
      else paragraphs.push({ text: line, gap: gap && paragraphs.length > 0 });
      gap = false;
    }
  }
  return paragraphs;
};

const TITLE_WORDS = { least: 3, most: 22 } as const;
const TITLE_CHARACTERS = 160;

/** A first line that plainly is a headline: short, no sentence, and prose follows. */
export const isHeadline = ({ text }: Paragraph, next: Paragraph | undefined): boolean => {
  const words = wordsOf(text).length;
  return (
    words >= TITLE_WORDS.least &&
    words <= TITLE_WORDS.most &&
    text.length <= TITLE_CHARACTERS &&
    (!endsSentence(text) || /\?$/.test(text)) &&
    !/[,;:]$/.test(text) &&
    /^["“‘'«\p{Lu}\p{N}]/u.test(text) &&
    !/^(?:dear|to|from|cc|subject|re)\b[^\p{Ll}]*[,:]|^(?:dear)\s/iu.test(text) &&
    next !== undefined &&
    (isProse(next.text) || (endsSentence(next.text) && next.text.length > text.length))
  );
};

export interface Article extends Pick<Draft, 'title' | 'byline' | 'published' | 'removed' | 'notes'> {
  readonly text: string;
}

/**
 * The article in blocks of running text: furniture set aside, with the headline, writer and date that the lines above
 * the article give. Shared by plain text, Markdown and PDF, which have no mark-up that says it.
 */
export const articleOf = (paragraphs: readonly Paragraph[], knownTitle: string | null): Article => {
  const reasons = findFurniture(paragraphs);
  const removed: RemovedText[] = [];
  const notes: string[] = [];
  let title: string | null = null;
  let byline: string | null = null;
  let published: string | null = null;
  let kept: Paragraph[] = [];
  let gap = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const reason = reasons[index];
    gap ||= paragraph.gap;
    if (reason == null) {
      kept.push({ ...paragraph, gap: gap && kept.length > 0 });
      gap = false;
      continue;
    }
    removed.push({ text: paragraph.text, reason });
    if (reason === 'byline or date line') {
      byline ??= writersOf(paragraph.text);
      published ??= isoDateIn(paragraph.text);
    }
    const writer = writerOfPointer(paragraph.text);
    if (byline === null && writer !== null) {
      byline = writer;
      notes.push(`Byline taken from the line "${paragraph.text}".`);
    }
  }
  const [first, ...rest] = kept;
  if (knownTitle === null && first && isHeadline(first, rest[0])) {
    title = first.text;
    kept = rest.map((paragraph, index) => (index === 0 ? { ...paragraph, gap: false } : paragraph));
  } else if (knownTitle !== null && first?.text === knownTitle) kept = rest;
  const text = kept
    .map((paragraph, index) => `${index === 0 ? '' : paragraph.gap ? '\n\n' : '\n'}${paragraph.text}`)
    .join('');
  return { text, title, byline, published, removed, notes };
};

/** Plain text, with or without front matter, typed or pasted from a page. */
export const parsePlainText = async (source: string, label: string): Promise<Draft> => {
  const { metadata, body } = await splitFrontMatter(source, label);
  return mergeArticle(metadata, articleOf(paragraphsOf(tidy(body)), metadata.title ?? null));
};

/** What the text says of itself in so many words wins over what its lines suggest. */
export const mergeArticle = (metadata: Omit<Draft, 'text'>, article: Article): Draft => ({
  ...metadata,
  text: article.text,
  title: metadata.title ?? article.title ?? null,
  byline: metadata.byline ?? article.byline ?? null,
  published: metadata.published ?? article.published ?? null,
  kind: metadata.kind ?? null,
  removed: article.removed ?? [],
  notes: [...(metadata.notes ?? []), ...(article.notes ?? [])],
});
