import type { ConditionRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { capitalise, count } from './prose.ts';

const MOST_ROWS = 24;

/** What the texts themselves say would have to come true. Conditions whose consequence is stated come first. */
export const conditionsSection = (context: Context): Section<ConditionRow> => {
  const { conditions } = context.situation;
  const rows = [...conditions]
    .map((condition, index) => ({ condition, index }))
    .sort((a, b) => Number(!a.condition.consequence) - Number(!b.condition.consequence) || a.index - b.index)
    .slice(0, MOST_ROWS)
    .map(
      ({ condition }, index): ConditionRow => ({
        id: `c${index + 1}`,
        condition: context.words(condition.condition),
        consequence: condition.consequence ? context.words(condition.consequence) : null,
        source: context.names.source(condition.document),
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
