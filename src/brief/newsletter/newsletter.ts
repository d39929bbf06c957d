import type { BriefContent, EstimateRow, KeyPoint } from '../compose/content.ts';
import { dayPhrase } from '../compose/date-phrase.ts';
import { plain } from '../compose/prose.ts';
import { newsletterHtml } from './newsletter-html.ts';
import { newsletterText } from './newsletter-text.ts';

/** Rows of a section that an e-mail shows; the brief has all of them. */
const MOST_ROWS = 8;

export interface NewsletterOptions {
  /** Address of the whole brief on the web. */
  readonly link?: string;
  /** Address where a reader stops the letters. */
  readonly unsubscribe?: string;
}

export interface NewsletterPoint {
  readonly statement: string;
  readonly support: string | null;
}

export interface NewsletterSource {
  readonly heading: string;
  readonly detail: string;
  readonly url: string | null;
}

/** What the letter says, before it has a format. */
export interface NewsletterContent {
  readonly title: string;
  readonly dated: string | null;
  readonly bottomLine: string;
  readonly points: readonly NewsletterPoint[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly sources: readonly NewsletterSource[];
  readonly limits: readonly string[];
  readonly link: string | null;
  readonly unsubscribe: string | null;
}

/** A newsletter edition: the same words as HTML that mail programs keep, and as plain text. */
export interface Newsletter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const point = ({ statement, support }: KeyPoint): NewsletterPoint => ({
  statement: plain(statement),
  support: support ? plain(support) : null,
});

const estimateLine = ({ holder, phrase, words, about }: EstimateRow): string => {
  const band = words
    ? ` (${words.word ?? 'a stated number'}, ${words.number} %, ${words.band})`
    : ' (no standard band)';
  return `“${phrase}”${band}: “${about}” — ${holder}`;
};

const webAddress = (url: string | null): string | null => (url && /^https?:\/\//.test(url) ? url : null);

const contentOf = (content: BriefContent, { link, unsubscribe }: NewsletterOptions): NewsletterContent => {
  const top = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(0, MOST_ROWS);
  const sections = [
    {
      title: 'What is judged here',
      lines: top(content.judgements?.questions ?? []).map(({ question, statement }) => `${question} ${statement}`),
    },
    { title: 'What is judged how likely', lines: top(content.estimates.rows).map(estimateLine) },
    {
      title: 'Who did what to whom',
      lines: top(content.timeline.rows).flatMap(({ when, clause, statement }) => {
        const words = clause ?? statement;
        return words ? [`${when}: ${words}`] : [];
      }),
    },
    {
      title: 'How much, according to whom',
      lines: top(content.ledger.rows).map(
        ({ heading, range, figures }) =>
          `${heading}: ${range ? `from ${range}` : figures.map(({ figure }) => figure).join(', ')}`,
      ),
    },
    { title: 'What is disputed', lines: top(content.disputes.rows).map(({ statement }) => statement) },
  ];
  return {
    title: content.title,
    dated: content.asOf ? `As of ${dayPhrase(content.asOf)}` : null,
    bottomLine: content.bottomLine.join(' '),
    points: content.keyPoints.map(point),
    sections: sections.filter(({ lines }) => lines.length > 0),
    sources: content.sources.map(({ heading, publisher, published, url }) => ({
      heading,
      detail: [publisher, published?.slice(0, 10)].filter(Boolean).join(', '),
      url: webAddress(url),
    })),
    limits: content.limits,
    link: link ?? null,
    unsubscribe: unsubscribe ?? null,
  };
};

export const composeNewsletter = (content: BriefContent, options: NewsletterOptions = {}): Newsletter => {
  const letter = contentOf(content, options);
  return { subject: letter.title, html: newsletterHtml(letter), text: newsletterText(letter) };
};
