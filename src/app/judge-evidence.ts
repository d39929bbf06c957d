import { anchorQuestion, sourceNameOf, withEvidence } from '../judge/index.ts';
import { openLexicon } from '../lexicon/index.ts';
import {
  type Citation,
  contains,
  type Evidence,
  type Reading,
  type Situation,
  WatchfloorError,
} from '../model/index.ts';
import { situate } from '../situation/index.ts';
import { readingsOfCase } from './case.ts';
import { caseReader } from './case-reader.ts';
import { type Hand, writeBook } from './judge-book.ts';
import { documentsOf } from './judge-exchange.ts';
import { ownLexicon } from './own-lexicon.ts';

/** What the documents of a case say together, and the sentence around any words of theirs. */
export const caseSituation = async (
  folder: string,
): Promise<{ readonly situation: Situation; readonly sentence: (citation: Citation) => Citation }> => {
  const own = await ownLexicon(undefined, [folder]);
  const reader = caseReader(own);
  try {
    const readings = new Map<string, Reading>();
    for await (const reading of readingsOfCase(folder, reader)) readings.set(reading.id, reading);
    const sentence = (citation: Citation): Citation => {
      const reading = readings.get(citation.document);
      const span = reading?.sentences.find((one) => contains(one, citation.span));
      return reading && span
        ? { document: citation.document, span, quote: reading.document.text.slice(span.start, span.end) }
        : citation;
    };
    const situation = situate([...readings.values()], own && { lexicon: openLexicon(own.names) });
    return { situation, sentence };
  } finally {
    await reader.close();
  }
};

/** An item to add; without grades it is of medium credibility and relevance. */
export interface NewEvidence extends Partial<Omit<Evidence, 'id' | 'citation' | 'claim' | 'title' | 'author'>> {
  readonly claim?: string;
  readonly document?: string;
  readonly quote?: string;
}

const fromClaim = async (folder: string, start: string): Promise<Partial<Evidence> & Pick<Evidence, 'text'>> => {
  const { situation, sentence } = await caseSituation(folder);
  const [claim, second] = situation.claims.filter(({ id }) => id.startsWith(start) || id.startsWith(`clm-${start}`));
  if (!claim || second)
    throw new WatchfloorError(
      'judge.unknown-name',
      `${claim ? `More than one claim begins with ${start}` : `The case has no claim ${start}`}; \`watchfloor judge suggest\` shows claims with their ids.`,
      { file: folder },
    );
  const citation = sentence(claim.evidence);
  const title = situation.sources.find(({ document }) => document === claim.document)?.title;
  return {
    text: citation.quote.replace(/\s+/g, ' ').trim(),
    source: sourceNameOf(claim, situation),
    claim: claim.id,
    citation,
    ...(title && { title }),
  };
};

const fromQuote = (given: NewEvidence): (Partial<Evidence> & Pick<Evidence, 'text'>) | undefined => {
  const { document, quote, text } = given;
  if (document === undefined && quote === undefined) return undefined;
  if (document === undefined || quote === undefined)
    throw new WatchfloorError('judge.bad-value', 'A quote needs its document, and a document its quote: give both.');
  return { text: text ?? quote, citation: { document, span: { start: 0, end: 0 }, quote } };
};

/**
 * Adds an item to a question: from a claim, from words of a document, or entered by a person.
 *
 * @throws WatchfloorError `judge.bad-value`, `judge.unknown-name`, `judge.quote-not-found`, and the `case.*` codes
 */
export const addEvidence = async (folder: string, start: string, given: NewEvidence, hand: Hand): Promise<Evidence> => {
  const { claim, document: _document, quote: _quote, ...fields } = given;
  const taken = claim === undefined ? fromQuote(given) : await fromClaim(folder, claim);
  const text = fields.text ?? taken?.text;
  if (text === undefined)
    throw new WatchfloorError(
      'judge.bad-value',
      'Say what the evidence is: --claim, --document with --quote, or --text.',
    );
  return writeBook(folder, async (book, store) => {
    const { question, revision } = await book.get(start);
    const added = withEvidence(question, {
      credibility: 'M',
      relevance: 'M',
      ...taken,
      ...fields,
      text,
      author: hand.author,
    });
    const { file, problems } = anchorQuestion(
      { file: { question: added, matrices: [] }, problems: [], locate: () => undefined },
      await documentsOf(store),
      question.evidence,
    );
    if (!file)
      throw new WatchfloorError('judge.quote-not-found', problems[0]?.message ?? 'The words do not stand there.', {
        file: folder,
      });
    await book.putQuestion(file.question, revision, hand);
    return file.question.evidence.at(-1) as Evidence;
  });
};
