import type { Section, SpeakerRow, StatementRow } from './content.ts';
import type { Context } from './context.ts';
import { capitalise, count, tally } from './prose.ts';

const MOST_SPEAKERS = 24;
const MOST_STATEMENTS = 5;

const FEWEST_WORDS = 4;
/** A word or two are no statement that a reader would look for. */
const isSubstantial = ({ content }: { readonly content: { readonly quote: string } }): boolean =>
  content.quote.trim().split(/\s+/).length >= FEWEST_WORDS;

const KIND_ORDER = { direct: 0, mixed: 1, indirect: 2 } as const;

/** Who is quoted with what; direct speech first, since only there the words are the speaker's own. */
export const speakersSection = (context: Context): Section<SpeakerRow> => {
  const { situation, names } = context;
  const quoted = situation.speakers
    .filter(({ holder }) => holder.kind !== 'author')
    .map((speaker) => ({ ...speaker, weight: speaker.statements.filter(isSubstantial).length }));
  const ranked = [...quoted].sort(
    (a, b) =>
      b.weight - a.weight ||
      b.statements.length - a.statements.length ||
      (names.holder(a.holder) < names.holder(b.holder) ? -1 : 1),
  );
  let number = 0;
  const rows = ranked.slice(0, MOST_SPEAKERS).map(
    ({ holder, statements }, index): SpeakerRow => ({
      id: `w${index + 1}`,
      speaker: capitalise(names.holder(holder)),
      named: holder.kind === 'actor',
      total: statements.length,
      direct: statements.filter(({ kind }) => kind === 'direct').length,
      statements: statements
        .map((statement, at) => ({ statement, at }))
        .sort(
          (a, b) =>
            Number(isSubstantial(b.statement)) - Number(isSubstantial(a.statement)) ||
            KIND_ORDER[a.statement.kind] - KIND_ORDER[b.statement.kind] ||
            a.at - b.at,
        )
        .slice(0, MOST_STATEMENTS)
        .map(
          ({ statement }): StatementRow => ({
            id: `q${++number}`,
            kind: statement.act === 'belief' ? 'view' : statement.kind,
            content: context.words(statement.content),
            cue: statement.cue.replace(/\s+/g, ' ').trim(),
            source: statement.source.replace(/\s+/g, ' ').trim(),
            references: [context.reference(statement.content)],
          }),
        ),
    }),
  );
  const statements = quoted.reduce((sum, speaker) => sum + speaker.statements.length, 0);
  const direct = quoted.reduce(
    (sum, speaker) => sum + speaker.statements.filter(({ kind }) => kind === 'direct').length,
    0,
  );
  const unnamed = quoted.filter(({ holder }) => holder.kind === 'unnamed').length;
  const finding =
    quoted.length === 0
      ? 'The texts quote nobody'
      : `${capitalise(count(quoted.length, 'speaker'))}, ${unnamed === 0 ? (quoted.length === 1 ? 'named' : 'all of them named') : `${unnamed} without a name`}; ${direct} of ${tally(statements, 'statement')} in direct speech`;
  return { finding, rows, total: quoted.length, file: 'brief.json' };
};
