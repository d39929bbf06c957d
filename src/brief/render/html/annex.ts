import type { Span } from '../../../model/index.ts';
import type { AnnexDocument, AnnexSentence, BriefContent, SourceRow } from '../../compose/content.ts';
import { dayPhrase } from '../../compose/date-phrase.ts';
import { capitalise } from '../../compose/prose.ts';
import { html, type Markup } from '../markup.ts';
import { type ReferenceLabel, sentenceAnchor } from './inline.ts';
import { section } from './section.ts';

const PARAGRAPH = /\n\s*/;
const MOST_BACKLINKS = 16;
/** A language that is known; anything else is not said. */
const LANGUAGE_TAG = /^(?!und)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** What the letter of an anchor stands for. */
const KINDS: Readonly<Record<string, string>> = {
  k: 'point',
  e: 'judgement',
  t: 'event',
  n: 'tie',
  l: 'figure',
  q: 'quote',
  c: 'condition',
  d: 'dispute',
  v: 'claim',
};

/** "event 12" for the anchor t12; the claims of one source are counted within it. */
const backName = (id: string): string => `${KINDS[id.charAt(0)]} ${id.slice(1).replace(/^\d+-/, '')}`;

interface Piece {
  readonly span: Span;
  readonly marked: boolean;
}

/** Cuts a span where marked words begin and end; marks that overlap or touch make one. */
const pieces = (span: Span, marks: readonly Span[]): Piece[] => {
  const done: Piece[] = [];
  let at = span.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, span.end);
    if (end <= start) continue;
    if (start > at) done.push({ span: { start: at, end: start }, marked: false });
    done.push({ span: { start, end }, marked: true });
    at = end;
  }
  if (at < span.end) done.push({ span: { start: at, end: span.end }, marked: false });
  return done;
};

const sentenceMarkup = (
  document: AnnexDocument,
  sentence: AnnexSentence,
  marks: readonly Span[],
  label: ReferenceLabel,
): Markup => {
  const text = ({ start, end }: Span): string => document.text.slice(start, end);
  const place = { document: document.number, sentence: sentence.number };
  if (sentence.citedBy.length === 0)
    return html`<span id="${sentenceAnchor(place)}" class="s">${text(sentence.span)}</span>`;
  // A sentence that is marked as a whole needs no mark.
  const parts = pieces(
    sentence.span,
    marks.filter(({ start, end }) => start > sentence.span.start || end < sentence.span.end),
  );
  return html`<span id="${sentenceAnchor(place)}" class="s cited"><span class="n">${label(place)}</span>${parts.map(
    ({ span, marked }) => (marked ? html`<span class="m">${text(span)}</span>` : text(span)),
  )}</span><span class="back">${sentence.citedBy
    .slice(0, MOST_BACKLINKS)
    .map((id) => html` <a href="#${id}">${backName(id)}</a>`)}</span>`;
};

/** Sentences and what stands between them, so that the text is whole. */
const paragraphs = (document: AnnexDocument, label: ReferenceLabel): Markup[] => {
  const done: Markup[][] = [[]];
  let at = 0;
  let markFrom = 0;
  const between = (until: number): void => {
    const gap = document.text.slice(at, until);
    const [first = '', ...rest] = gap.split(PARAGRAPH);
    done.at(-1)?.push(html`${first}`);
    for (const line of rest) done.push([html`${line}`]);
  };
  for (const sentence of document.sentences) {
    between(sentence.span.start);
    while ((document.marks[markFrom]?.end ?? Number.POSITIVE_INFINITY) <= sentence.span.start) markFrom++;
    const marks = [];
    for (let index = markFrom; (document.marks[index]?.start ?? Number.POSITIVE_INFINITY) < sentence.span.end; index++)
      marks.push(document.marks[index] as Span);
    done.at(-1)?.push(sentenceMarkup(document, sentence, marks, label));
    at = Math.max(at, sentence.span.end);
  }
  between(document.text.length);
  return done
    .filter((parts) => parts.some(({ markup }) => markup.trim() !== ''))
    .map((parts) => html`<p dir="auto">${parts}</p>`);
};

const article = (document: AnnexDocument, source: SourceRow, label: ReferenceLabel): Markup =>
  html`<article id="annex-${document.number}" class="text"><h3>${document.number}. <bdi>${source.heading}</bdi></h3><p class="by">${capitalise(source.kind)}${source.publisher && html`, <bdi>${source.publisher}</bdi>`}${
    source.published && `, ${dayPhrase(source.published)}`
  }. <a href="#source-${document.number}">Source statement</a></p><div${LANGUAGE_TAG.test(document.language) && html` lang="${document.language}"`}>${paragraphs(document, label)}</div></article>`;

export const annex = ({ annex: documents, sources }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'annex',
    documents.length === 1 ? 'Annex: the text' : 'Annex: the texts',
    html`<p>Underlined words are those on which a line of this brief rests. The small words after a sentence lead back to those lines.</p>${documents.map(
      (document) => article(document, sources[document.number - 1] as SourceRow, label),
    )}`,
  );
