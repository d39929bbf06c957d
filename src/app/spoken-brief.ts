import { type BriefContent, type EstimateRow, plain, type StatementRow } from '../brief/index.ts';
import type { SpokenSection, SpokenSentence, SpokenText } from '../listen/index.ts';
import { sentenceSpans } from '../read/index.ts';

/** Rows of a section that are read aloud; the page shows the others. */
const MOST_ROWS = 8;
const MOST_STATEMENTS = 2;
const MOST_CHANGES = 3;

/** Parts of the brief's page that are not read aloud, for the player to look past. */
export const UNSPOKEN_PARTS = ['nav', '.skip', '.kicker', '.refs', '.by', '.note', 'figure', '#annex'] as const;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const ended = (words: string): string => {
  const whole = words.trim().replace(/[,;:–—-]+(["”’)]*)$/, '$1');
  return /[.!?…]["”’)]*$/.test(whole) ? whole : `${whole}.`;
};
/** Where a section with a chart shows its finding. */
const findingAt = (part: string, rows: readonly unknown[]): string =>
  rows.length > 0 ? `#${part} figcaption strong, #${part} .finding` : `#${part} > p`;
/** What stands in quotation marks in the page, as a sentence of its own. */
const quoted = (words: string): string => `“${ended(words)}”`;

/** Sentences, and the part of the brief's page that shows them. */
const sentences = (shownAt: string, ...texts: readonly string[]): SpokenSentence[] =>
  texts.flatMap((text) =>
    sentenceSpans(text)
      .flat()
      .map(({ start, end }) => ({ text: text.slice(start, end), span: null, shownAt })),
  );

const section = (title: string, ...paragraphs: readonly (readonly SpokenSentence[])[]): SpokenSection => ({
  title,
  paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0),
});

const estimateLine = ({ holder, phrase, words, about }: EstimateRow): string => {
  const meaning = words ? `, that is ${words.word ?? 'a stated number'}, ${words.number} %, ${words.band}` : '';
  return `${capitalised(holder)}: “${phrase}”${meaning}. ${quoted(about)}`;
};

/** Words that say how it was said and fit between speaker and words: "said on Monday", "have both denied". */
const SPEAKABLE_CUE = /^(?!according|\w+ing\b|(?:as|by|for|from|in|of|to|under)\b)[a-z]+(?: [A-Za-z]+){0,4}$/;

/** With its cue, so that what is denied is not heard as said. */
const statementLine = (speaker: string, { cue, content }: StatementRow): string =>
  `${speaker}${SPEAKABLE_CUE.test(cue) ? ` ${cue}` : ''}: ${quoted(content)}`;

/** A brief as it is listened to: its sections as chapters, the rows of most weight of each, in the words of the page. */
export const spokenBrief = (content: BriefContent): SpokenText => {
  const { keyPoints, judgements, estimates, timeline, network, ledger, speakers, conditions, disputes } = content;
  const rows = <Row>(list: readonly Row[]): readonly Row[] => list.slice(0, MOST_ROWS);
  const finding = (part: string, words: string): SpokenSentence[] => sentences(part, ended(capitalised(words)));
  return {
    title: content.title,
    author: null,
    publisher: null,
    published: content.asOf,
    url: null,
    language: 'en',
    sections: [
      { title: null, paragraphs: [sentences('.bottom-line', content.bottomLine.join(' '))] },
      section(
        'Key points',
        ...keyPoints.map(({ id, statement, support }) =>
          sentences(`#${id}`, ended(plain(statement)), ...(support ? [ended(plain(support))] : [])),
        ),
      ),
      ...(judgements && judgements.questions.length > 0
        ? [
            section(
              'What is judged here',
              ...judgements.questions.map(({ anchor, question, statement, changes }) => [
                ...sentences(`#${anchor}`, ended(question)),
                ...sentences(`#${anchor}-judged caption strong`, statement),
                ...sentences(`#${anchor}-changes`, ...changes.slice(0, MOST_CHANGES)),
              ]),
            ),
          ]
        : []),
      section(
        'What is judged how likely',
        finding('#estimates caption strong, #estimates > p', estimates.finding),
        ...rows(estimates.rows).map((row) => sentences(`#${row.id}`, estimateLine(row))),
      ),
      section(
        'Who did what to whom',
        finding(findingAt('timeline', timeline.rows), timeline.finding),
        ...rows(timeline.rows).flatMap(({ id, statement }) =>
          statement ? [sentences(`#${id}`, ended(statement))] : [],
        ),
      ),
      section(
        'Who stands how to whom',
        finding(findingAt('network', network.rows), network.finding),
        sentences('#network > p', network.coalitions),
        sentences('#network > p', network.balance),
      ),
      section(
        'How much, according to whom',
        finding('#ledger > p', ledger.finding),
        ...rows(ledger.rows).map(({ id, heading, range, figures }) =>
          sentences(
            `#${id}`,
            ended(`${heading}: ${range ? `from ${range}` : figures.map(({ figure }) => figure).join(', ')}`),
          ),
        ),
      ),
      section(
        'Who says what',
        finding('#speech > p', speakers.finding),
        ...rows(speakers.rows).map(({ speaker, statements }) =>
          statements
            .slice(0, MOST_STATEMENTS)
            .flatMap((statement) => sentences(`#${statement.id}`, statementLine(speaker, statement))),
        ),
      ),
      section(
        'What would have to be true',
        finding('#conditions > p', conditions.finding),
        ...rows(conditions.rows).map(({ id, source, condition }) =>
          sentences(`#${id}`, `${capitalised(source)}: ${quoted(condition)}`),
        ),
      ),
      section(
        'What is disputed',
        finding('#disputes > p', disputes.finding),
        ...rows(disputes.rows).map(({ id, statement }) => sentences(`#${id}`, ended(statement))),
      ),
      section('Sources', sentences('#sources > p', content.sourceSummary)),
      section('Limits', sentences('#limits > ul', ...content.limits)),
    ].filter(({ paragraphs }) => paragraphs.length > 0),
  };
};
