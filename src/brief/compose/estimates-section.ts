import type { Estimate } from '../../model/index.ts';
import type { EstimateRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { bandWords } from './likelihood-phrase.ts';
import { count, tally } from './prose.ts';

const MOST_BANDED = 30;
const MOST_UNBANDED = 8;
const EVEN = 0.5;

/** "what Putin is probably up to" states no judgement yet. */
const QUESTION = /^(?:what|whether|how|why|who|where|when)\b/i;

/** Judgements with a band before phrases without; then the ones farthest from an even chance. */
const decisiveness = ({ low, high, about }: Estimate): number =>
  low === null || high === null ? -1 : QUESTION.test(about.quote) ? 0 : Math.abs((low + high) / 2 - EVEN);

export const estimatesSection = (context: Context): Section<EstimateRow> => {
  const { situation, names } = context;
  const position = new Map(context.order.map((document, index) => [document, index]));
  const place = ({ document, phraseAt }: Estimate): number => (position.get(document) ?? 0) * 1e7 + phraseAt.span.start;
  const ranked = [...situation.estimates].sort((a, b) => decisiveness(b) - decisiveness(a) || place(a) - place(b));
  const kept = [
    ...ranked.filter(({ low }) => low !== null).slice(0, MOST_BANDED),
    ...ranked.filter(({ low }) => low === null).slice(0, MOST_UNBANDED),
  ];
  const rows = kept.map(
    (estimate, index): EstimateRow => ({
      id: `e${index + 1}`,
      estimate: estimate.id,
      phrase: context.words(estimate.phraseAt),
      low: estimate.low,
      high: estimate.high,
      words: bandWords(estimate.low, estimate.high),
      holder: names.holder(estimate.holder),
      about: context.sentence(estimate.phraseAt),
      references: [context.reference(estimate.phraseAt)],
    }),
  );
  const banded = situation.estimates.filter(({ low }) => low !== null);
  const high = banded.filter(({ low, high }) => ((low ?? 0) + (high ?? 0)) / 2 > EVEN).length;
  const finding =
    situation.estimates.length === 0
      ? 'No text states a likelihood in words that could be recognised'
      : banded.length === 0
        ? `${count(situation.estimates.length, 'phrase')} of likelihood, none with a standard band`
        : `${high} of ${tally(banded.length, 'judgement')} with a band put the chance above even`;
  return { finding, rows, total: situation.estimates.length, file: 'claims.csv' };
};
