import { contains, type Reading, type Span, spanText, stableId } from '../../model/index.ts';

/** A dated statement of likelihood in a document, which a person may turn into a forecast of whoever made it. */
export interface ForecastSuggestion {
  /** Of the document and the place in it. */
  readonly id: string;
  readonly document: string;
  readonly publication: string;
  /** Day of publication: when it was said. */
  readonly at: string;
  /** The speaker, or else the writer of the document. */
  readonly author: string;
  /** The whole sentence. */
  readonly quote: string;
  readonly span: Span;
  /** The words whose likelihood is stated. */
  readonly about: string;
  readonly phrase: string;
  readonly low: number;
  readonly high: number;
  /** The sentence speaks of what is to come, by its words. */
  readonly isAhead: boolean;
}

const AHEAD =
  /\b(?:will|won['’]t|shall|would|going to|(?:un)?likely to|(?:chance|risk|odds|prospect) (?:of|that)|about to|this year|next (?:week|month|year)|by (?:the end|\d{4}|\p{Lu}))\b/iu;

/**
 * The likelihood statements of a reading that have a band: none of a document without a date, nor of words to which the
 * scale gives no number.
 */
export const suggestedForecasts = ({
  id,
  document,
  sentences,
  actors,
  likelihoods,
}: Reading): readonly ForecastSuggestion[] => {
  const { text, published, byline, publisher, title } = document;
  if (published === null) return [];
  return likelihoods.flatMap(({ span, phrase, low, high, about, holder }): readonly ForecastSuggestion[] => {
    const sentence = sentences.find((one) => contains(one, span));
    if (low === null || high === null || sentence === undefined) return [];
    const quote = spanText(text, sentence);
    const writer = byline ?? publisher ?? title ?? id;
    return [
      {
        id: stableId('lik', id, String(span.start), String(span.end)),
        document: id,
        publication: publisher ?? title ?? id,
        at: published.slice(0, 10),
        author: holder === 'author' ? writer : (actors.find((actor) => actor.id === holder)?.name ?? holder),
        quote,
        span: sentence,
        about: spanText(text, about),
        phrase,
        low,
        high,
        isAhead: AHEAD.test(quote),
      },
    ];
  });
};
