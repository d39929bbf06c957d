import type { BriefContent } from './content.ts';
import type { Context } from './context.ts';
import { capitalise, count } from './prose.ts';

type Parts = Pick<BriefContent, 'timeline' | 'network' | 'ledger' | 'estimates' | 'sources'>;

const cut = (
  { rows, total, file }: { rows: readonly unknown[]; total: number; file: string | null },
  what: string,
): string | null =>
  rows.length < total
    ? `${capitalise(what)}: the ${rows.length} of most weight of ${total}; all of them are in ${file}.`
    : null;

/** What a reader must not take from this brief, and why. */
export const limitsOf = ({ situation }: Context, parts: Parts): string[] => {
  const { sources } = situation;
  const undated = sources.filter(({ published }) => published === null).length;
  const foreign = parts.sources.filter(({ notes }) => notes.length > 0).length;
  const publishers = new Set(sources.map(({ publisher }) => publisher ?? ''));
  const vague = situation.timeline.filter(({ precision }) => precision === 'none').length;
  return [
    'Nothing here has been verified. A coded event is what a text says, not an incident that was established.',
    'The coding was done by a program. It misses things and misreads some: read the sentence behind a line before you use the line.',
    sources.length === 1
      ? 'One text only: there is no second source to set against it.'
      : publishers.size === 1
        ? `All ${sources.length} texts come from one publisher, so agreement between them is weak support.`
        : null,
    undated > 0
      ? `${capitalise(count(undated, 'text'))} ${undated === 1 ? 'has' : 'have'} no date of publication; words such as “Tuesday” could not be placed there.`
      : null,
    vague > 0
      ? `${capitalise(count(vague, 'event'))} ${vague === 1 ? 'has' : 'have'} no date that the texts let one work out.`
      : null,
    'A figure’s bound is the source’s own: “up to” is a ceiling, not an estimate. Ranges join what sources say and are no confidence interval.',
    'Number and band of a likelihood follow the scale of ICD 203. A writer who uses the word “probably” may not have had that scale in mind.',
    situation.ties.length > 0
      ? `Ties count what is told of two actors; a claim weighs half after ${situation.halfLifeDays} days. Few claims make a weak tie, not a good relation.`
      : null,
    foreign > 0 ? `${capitalise(count(foreign, 'text'))} came in with a remark; see the sources.` : null,
    cut(parts.estimates, 'judgements shown'),
    cut(parts.timeline, 'events shown'),
    cut(parts.network, 'ties shown'),
    cut(parts.ledger, 'quantities shown'),
  ].filter((limit) => limit !== null);
};
