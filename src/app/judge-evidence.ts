import { anchorQuestion, withEvidence } from '../judge/index.ts';
import { openLexicon } from '../lexicon/index.ts';
import { type Claim, type Evidence, type Holder, type Situation, WatchfloorError } from '../model/index.ts';
import { situate } from '../situation/index.ts';
import { readingsOfCase } from './case.ts';
import { caseReader } from './case-reader.ts';
import { type Hand, writeBook } from './judge-book.ts';
import { documentsOf } from './judge-exchange.ts';
import { ownLexicon } from './own-lexicon.ts';

/** What the documents of a case say together. */
export const caseSituation = async (folder: string): Promise<Situation> => {
  const own = await ownLexicon(undefined, [folder]);
  const reader = caseReader(own);
  try {
    const readings = [];
    for await (const reading of readingsOfCase(folder, reader)) readings.push(reading);
    return situate(readings, own && { lexicon: openLexicon(own.names) });
  } finally {
    await reader.close();
  }
};

/** Who a claim is owed to, as a source: the speaker, or where the author says so the publisher. */
export const sourceOf = ({ holder }: Claim, { actors, sources }: Situation): string => {
  const named = (one: Holder): string => {
    switch (one.kind) {
      case 'actor':
        return actors.find(({ id }) => id === one.actor)?.name ?? one.actor;
      case 'unnamed':
        return one.words.replace(/\s+/g, ' ').trim();
      case 'author': {
        const source = sources.find(({ document }) => document === one.document);
        return source?.publisher ?? source?.byline ?? source?.title ?? one.document;
      }
    }
  };
  return named(holder);
};

/** An item to add; without grades it is of medium credibility and relevance. */
export interface NewEvidence extends Partial<Omit<Evidence, 'id' | 'citation' | 'claim' | 'title' | 'author'>> {
  readonly claim?: string;
  readonly document?: string;
  readonly quote?: string;
}

const fromClaim = async (folder: string, start: string): Promise<Partial<Evidence> & Pick<Evidence, 'text'>> => {
  const situation = await caseSituation(folder);
  const [claim, second] = situation.claims.filter(({ id }) => id.startsWith(start) || id.startsWith(`clm-${start}`));
  if (!claim || second)
    throw new WatchfloorError(
      'judge.unknown-name',
      `${claim ? `More than one claim begins with ${start}` : `The case has no claim ${start}`}; \`watchfloor judge suggest\` shows claims with their ids.`,
      { file: folder },
    );
  const title = situation.sources.find(({ document }) => document === claim.document)?.title;
  return {
    text: claim.evidence.quote.replace(/\s+/g, ' ').trim(),
    source: sourceOf(claim, situation),
    claim: claim.id,
    citation: claim.evidence,
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
    );
    if (!file)
      throw new WatchfloorError('judge.quote-not-found', problems[0]?.message ?? 'The words do not stand there.', {
        file: folder,
      });
    await book.putQuestion(file.question, revision, hand);
    return file.question.evidence.at(-1) as Evidence;
  });
};
