import type { Explanation } from '../app/read.ts';
import { contains, type Reading, type Span } from '../model/index.ts';

/** What a datum is called in the listing: the actor's name, the event's type, else its kind. */
const nameOf = (reading: Reading, { datum, rule }: Explanation): string => {
  const actor = reading.actors.find(({ id }) => id === datum);
  if (actor) return actor.name;
  const event = reading.events.find(({ id }) => id === datum);
  if (event) return event.type;
  if (reading.attributions.some(({ id }) => id === datum)) return 'says';
  return datum.includes('@') ? (datum.split('@')[0] as string) : (rule.split('/')[0] as string);
};

/** One line a datum and place: the words, and every rule or head that had a hand in it with its score. */
export const explanationLines = (
  reading: Reading,
  explanations: readonly Explanation[],
  sentence: Span,
): readonly string[] => {
  const words = ({ start, end }: Span): string =>
    `“${reading.document.text.slice(start, end).replaceAll(/\s+/g, ' ')}”`;
  const lines = new Map<string, { readonly head: string; readonly reasons: string[] }>();
  for (const explanation of explanations) {
    const { datum, span, rule, score, to } = explanation;
    if (!contains(sentence, span)) continue;
    const key = `${datum} ${span.start} ${span.end}`;
    const line = lines.get(key) ?? { head: `${nameOf(reading, explanation)} ${words(span)}`, reasons: [] };
    line.reasons.push([rule, to && `→ ${words(to)}`, score?.toFixed(2)].filter((part) => part !== undefined).join(' '));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ head, reasons }) => `${head}: ${reasons.join(' · ')}`);
};
