import type { OpenCondition } from '../../model/index.ts';
import type { ConditionRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { capitalise, count } from './prose.ts';

const MOST_ROWS = 24;

const FEWEST_WORDS = 4;

const UNLESS = /^(?:unless|lest)\b/i;

/** Conditions with a consequence that one can read as such first, then those on which a coded event hangs. */
const weightOf = ({ consequence, claims }: OpenCondition): number =>
  (consequence ? 2 : 0) +
  (consequence && consequence.quote.split(/\s+/).length >= FEWEST_WORDS ? 2 : 0) +
  (claims.length > 0 ? 1 : 0);

/** What the texts themselves say would have to come true. */
export const conditionsSection = (context: Context): Section<ConditionRow> => {
  const { conditions } = context.situation;
  const rows = [...conditions]
    .map((condition, index) => ({ condition, index }))
    .sort((a, b) => weightOf(b.condition) - weightOf(a.condition) || a.index - b.index)
    .slice(0, MOST_ROWS)
    .map(
      ({ condition }, index): ConditionRow => ({
        id: `c${index + 1}`,
        condition: context.words(condition.condition),
        consequence: condition.consequence ? context.words(condition.consequence) : null,
        otherwise: UNLESS.test(condition.condition.quote),
        source: condition.holder ? context.names.holder(condition.holder) : context.names.source(condition.document),
        references: [context.reference(condition.condition)],
      }),
    );
  return {
    finding:
      conditions.length === 0
        ? 'The texts name no open condition'
        : `${capitalise(count(conditions.length, 'open condition'))} named in the texts`,
    rows,
    total: conditions.length,
    file: 'brief.json',
  };
};
