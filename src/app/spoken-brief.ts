import { type BriefContent, type EstimateRow, plain, type SpeakerRow } from '../brief/index.ts';
import type { SpokenSection, SpokenSentence, SpokenText } from '../listen/index.ts';
import { sentenceSpans } from '../read/index.ts';

/** Rows of a section that are read aloud; the page shows the others. */
const MOST_ROWS = 8;
const MOST_STATEMENTS = 2;

/** Parts of the brief's page that are not read aloud, for the player to look past. */
export const UNSPOKEN_PARTS = ['nav', '.skip', '.kicker', '.refs', '.by', '.note', 'figure', '#annex'] as const;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const ended = (words: string): string => (/[.!?…]["”’)]*$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

const sentences = (...texts: readonly string[]): SpokenSentence[] =>
  texts.flatMap((text) =>
    sentenceSpans(text)
      .flat()
      .map(({ start, end }) => ({ text: text.slice(start, end), span: null })),
  );

const section = (title: string, ...paragraphs: readonly (readonly SpokenSentence[])[]): SpokenSection => ({
  title,
  paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0),
});

const estimateLine = ({ holder, phrase, words, about }: EstimateRow): string => {
  const meaning = words ? `, that is ${words.word ?? 'a stated number'}, ${words.number} %, ${words.band}` : '';
  return `${capitalised(holder)}: “${phrase}”${meaning}. ${ended(`“${about}”`)}`;
};

const speakerLines = ({ speaker, statements }: SpeakerRow): string[] =>
  statements.slice(0, MOST_STATEMENTS).map(({ content }) => `${speaker}: ${ended(`“${content}”`)}`);

/** A brief as it is listened to: its sections as chapters, the rows of most weight of each, in the words of the page. */
export const spokenBrief = (content: BriefContent): SpokenText => {
  const { keyPoints, estimates, timeline, network, ledger, speakers, conditions, disputes } = content;
  const rows = <Row>(list: readonly Row[]): readonly Row[] => list.slice(0, MOST_ROWS);
  const finding = (words: string): SpokenSentence[] => sentences(ended(capitalised(words)));
  return {
    title: content.title,
    author: null,
    publisher: null,
    published: content.asOf,
    url: null,
    language: 'en',
    sections: [
      { title: null, paragraphs: [sentences(content.bottomLine.join(' '))] },
      section(
        'Key points',
        ...keyPoints.map(({ statement, support }) =>
          sentences(ended(plain(statement)), ...(support ? [ended(plain(support))] : [])),
        ),
      ),
      section(
        'What is judged how likely',
        finding(estimates.finding),
        ...rows(estimates.rows).map((row) => sentences(estimateLine(row))),
      ),
      section(
        'Who did what to whom',
        finding(timeline.finding),
        ...rows(timeline.rows).flatMap(({ statement }) => (statement ? [sentences(ended(statement))] : [])),
      ),
      section(
        'Who stands how to whom',
        finding(network.finding),
        sentences(network.coalitions),
        sentences(network.balance),
      ),
      section(
        'How much, according to whom',
        finding(ledger.finding),
        ...rows(ledger.rows).map(({ heading, range, figures }) =>
          sentences(ended(`${heading}: ${range ? `from ${range}` : figures.map(({ figure }) => figure).join(', ')}`)),
        ),
      ),
      section(
        'Who says what',
        finding(speakers.finding),
        ...rows(speakers.rows).map((row) => sentences(...speakerLines(row))),
      ),
      section(
        'What would have to be true',
        finding(conditions.finding),
        ...rows(conditions.rows).map(({ source, condition }) =>
          sentences(`${capitalised(source)}: ${ended(`“${condition}”`)}`),
        ),
      ),
      section(
        'What is disputed',
        finding(disputes.finding),
        ...rows(disputes.rows).map(({ statement }) => sentences(ended(statement))),
      ),
      section('Sources', sentences(content.sourceSummary)),
      section('Limits', sentences(...content.limits)),
    ].filter(({ paragraphs }) => paragraphs.length > 0),
  };
};
