import { basename } from 'node:path';
import { type Citation, didYouMean, type Evidence } from '../../model/index.ts';
import { type Path, type Problem, Problems } from '../question/problem.ts';
import { hasSpan, type QuestionFile, type ReadQuestion } from './question-file.ts';

/** What of a document of the case is needed to find words in it. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string | null;
  /** Path or address that it came from. */
  readonly source: string;
  readonly text: string;
}

const plain = (words: string): string => words.trim().toLowerCase();

/** Names under which a file may cite a document. */
const namesOf = ({ id, title, source }: CitedDocument): string[] => [
  id,
  ...(title === null ? [] : [title]),
  source,
  basename(source),
];

const occurrences = (text: string, words: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
};

/** Where words stand in a document; a string says what is wrong. */
const locateWords = ({ quote, span }: Citation, hasOwn: boolean, text: string): Citation['span'] | string => {
  if (hasOwn && text.slice(span.start, span.end) === quote) return span;
  const [first, ...more] = occurrences(text, quote);
  if (first === undefined) return 'these words do not stand in it; copy them to the letter';
  if (more.length > 0 && !hasOwn) return `these words stand in it ${more.length + 1} times; quote more of the sentence`;
  // The text moved under an older span: of several places the nearest.
  const start = [first, ...more].reduce((a, b) => (Math.abs(b - span.start) < Math.abs(a - span.start) ? b : a));
  return { start, end: start + quote.length };
};

const isSameCitation = (a: Citation | undefined, b: Citation): boolean =>
  a?.document === b.document && a.quote === b.quote && a.span.start === b.span.start && a.span.end === b.span.end;

/**
 * Leads each cited quote of a file to its words in the documents of a case: document by id, title or file name, span by
 * the words. What cannot be found is a problem of the file; nothing is guessed.
 *
 * @param settled items that were anchored before: with the same words they are taken as they are
 */
export const anchorQuestion = (
  { file, problems: earlier, locate }: ReadQuestion,
  documents: readonly CitedDocument[],
  settled: readonly Evidence[] = [],
): { readonly file?: QuestionFile; readonly problems: readonly Problem[] } => {
  if (!file) return { problems: earlier };
  const problems = new Problems(locate);
  const named = new Map<string, Set<CitedDocument>>();
  for (const document of documents)
    for (const name of namesOf(document)) named.set(plain(name), (named.get(plain(name)) ?? new Set()).add(document));

  const anchored = (item: Evidence, index: number): Evidence => {
    const { citation } = item;
    if (!citation || settled.some((one) => one.id === item.id && isSameCitation(one.citation, citation))) return item;
    const path = (key: string): Path => ['evidence', index, 'from', key];
    const [document, second] = [...(named.get(plain(citation.document)) ?? [])];
    if (!document || second) {
      const names = documents.flatMap(({ title, id }) => [title ?? id]);
      problems.error(
        `${item.id} cites “${citation.document}”, ${second ? 'a name that several documents of the case have; use its id' : 'which is no document of the case'}.${document ? '' : didYouMean(citation.document, names)}`,
        path('document'),
      );
      return item;
    }
    const span = locateWords(citation, hasSpan(citation), document.text);
    if (typeof span === 'string') {
      problems.error(`${item.id} quotes “${document.title ?? document.id}”, but ${span}.`, path('quote'));
      return item;
    }
    const title = document.title ?? item.title;
    return {
      ...item,
      citation: { document: document.id, span, quote: citation.quote },
      ...(title !== undefined && { title }),
    };
  };
  const evidence = file.question.evidence.map(anchored);
  return {
    ...(!problems.failed && { file: { ...file, question: { ...file.question, evidence } } }),
    problems: [...earlier, ...problems.sorted()],
  };
};
