import type { SpokenSection, SpokenSentence, SpokenText } from '../listen/index.ts';
import type { Document, Span } from '../model/index.ts';
import { sentenceSpans } from '../read/index.ts';

const LONGEST_HEADING_WORDS = 14;
const ENDS_SENTENCE = /[.!?…:;,"”’)]$/u;

type Paragraph = readonly SpokenSentence[];

/** A line of its own that ends without a mark: the heading of what follows. */
const isHeading = (paragraph: Paragraph): boolean => {
  const [only, second] = paragraph;
  if (!only || second || ENDS_SENTENCE.test(only.text)) return false;
  return only.text.split(/\s+/).length <= LONGEST_HEADING_WORDS && /^[\p{L}\p{N}]/u.test(only.text);
};

const sectionsOf = (paragraphs: readonly Paragraph[]): SpokenSection[] => {
  const sections: { title: string | null; paragraphs: Paragraph[] }[] = [{ title: null, paragraphs: [] }];
  paragraphs.forEach((paragraph, index) => {
    // At the end there is nothing that it could head.
    const heads = isHeading(paragraph) && index < paragraphs.length - 1;
    if (heads) sections.push({ title: (paragraph[0] as SpokenSentence).text, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(paragraph);
  });
  return sections.filter(({ title, paragraphs: held }) => title !== null || held.length > 0);
};

/** An article as it is listened to: its own text without the furniture, lines that head others as chapters. */
export const spokenDocument = (document: Document): SpokenText => {
  const sentence = ({ start, end }: Span): SpokenSentence => ({
    text: document.text.slice(start, end).replace(/\s+/g, ' '),
    span: { start, end },
  });
  const paragraphs = sentenceSpans(document.text).map((spans) => spans.map(sentence));
  const [first] = paragraphs;
  const repeatsTitle = first?.length === 1 && first[0]?.text.trim() === document.title?.trim();
  return {
    title: document.title ?? '',
    author: document.byline,
    publisher: document.publisher,
    published: document.published,
    url: document.url,
    language: document.language,
    sections: sectionsOf(repeatsTitle ? paragraphs.slice(1) : paragraphs),
  };
};
