import type { Claim, DocumentKind, SourceRecord } from '../../model/index.ts';
import type { ClaimRow, SourceRow } from './content.ts';
import type { Context } from './context.ts';
import { correctionsOf } from './corrections.ts';
import { dayPhrase } from './date-phrase.ts';
import { eventClause, eventLabel, isClose } from './event-phrase.ts';
import { capitalise, count, enumerate } from './prose.ts';

const MOST_CLAIMS = 12;

const KIND_NOUNS: Readonly<Record<DocumentKind, readonly [one: string, many: string]>> = {
  report: ['report', 'reports'],
  opinion: ['opinion article', 'opinion articles'],
  analysis: ['analysis', 'analyses'],
  statement: ['statement', 'statements'],
  correction: ['correction', 'corrections'],
  interview: ['interview', 'interviews'],
};

/** "21 reports, two opinion articles and one correction". */
export const kindsPhrase = (sources: readonly SourceRecord[]): string => {
  const counts = new Map<DocumentKind, number>();
  for (const { kind } of sources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return enumerate(
    [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([kind, n]) => count(n, ...KIND_NOUNS[kind])),
    6,
  );
};

export const kindNoun = (kind: DocumentKind): string => KIND_NOUNS[kind][0];

const restsPhrase = ({ rests }: SourceRecord): string => {
  const all = rests.named + rests.unnamed + rests.author;
  return all === 0
    ? 'No claim in it could be coded.'
    : `Coded claims: ${all}. Said by named speakers: ${rests.named}; by speakers without a name: ${rests.unnamed}; on the word of the text alone: ${rests.author}.`;
};

const headingOf = (source: SourceRecord): string => {
  if (source.title) return source.title;
  const author = source.byline ? ` by ${source.byline}` : '';
  return capitalise(`${kindNoun(source.kind)}${author}, ${source.published ? dayPhrase(source.published) : 'undated'}`);
};

const claimsOf = (document: string, context: Context): Claim[] =>
  context.situation.claims
    .filter((claim) => claim.document === document)
    .sort((a, b) => Math.abs(b.happened) - Math.abs(a.happened) || a.trigger.span.start - b.trigger.span.start);

export const sourcesSection = (context: Context): SourceRow[] => {
  const corrections = correctionsOf(context);
  const records = new Map(context.situation.sources.map((source) => [source.document, source]));
  return context.order.map((document, index): SourceRow => {
    const source = records.get(document) as SourceRecord;
    const claims = claimsOf(document, context);
    const { removed, notes = [] } = context.book.reading(document).document;
    return {
      number: index + 1,
      document,
      heading: headingOf(source),
      kind: source.kind,
      kindReason: source.kindReason,
      byline: source.byline,
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      sha256: source.sha256,
      rests: restsPhrase(source),
      removed,
      notes,
      corrects: corrections.filter(({ by }) => by === index + 1).map(({ of }) => of),
      correctedBy: corrections.filter(({ of }) => of === index + 1).map(({ by }) => by),
      totalClaims: claims.length,
      claims: claims
        .slice(0, MOST_CLAIMS)
        .sort((a, b) => a.trigger.span.start - b.trigger.span.start)
        .map((claim, at): ClaimRow => {
          const happening = context.happening(claim);
          const clause = (isClose(happening) ? eventClause : eventLabel)(happening, context.names);
          return {
            id: `v${index + 1}-${at + 1}`,
            claim: claim.id,
            statement: clause && capitalise(clause),
            status: claim.status,
            holder: context.names.claimHolder(claim),
            references: [context.reference(claim.trigger)],
          };
        }),
    };
  });
};

export const sourceSummary = ({ situation }: Context): string => {
  const { sources } = situation;
  const totals = sources.reduce(
    (sum, { rests }) => ({
      named: sum.named + rests.named,
      unnamed: sum.unnamed + rests.unnamed,
      author: sum.author + rests.author,
    }),
    { named: 0, unnamed: 0, author: 0 },
  );
  const all = totals.named + totals.unnamed + totals.author;
  const publishers = [...new Set(sources.map(({ publisher }) => publisher).filter((publisher) => publisher !== null))];
  const from =
    publishers.length === 0
      ? ' No publisher is stated.'
      : ` ${publishers.length === 1 ? 'Publisher' : 'Publishers'}: ${enumerate(publishers, 6)}.`;
  const opinions = sources.filter(({ kind }) => kind === 'opinion').length;
  const opinion =
    opinions === 0
      ? ''
      : sources.length === 1
        ? ' It is an opinion article: it argues a case, and its author answers for the judgements in it.'
        : ` ${capitalise(count(opinions, 'of them is an opinion article', 'of them are opinion articles'))}; what ${opinions === 1 ? 'it says' : 'they say'} is marked as the author’s view.`;
  return `The brief rests on ${kindsPhrase(sources)}.${from}${opinion} Coded claims: ${all}, of which ${totals.named} are given to named speakers, ${totals.unnamed} to speakers without a name, and ${totals.author} stand on the word of the text alone.`;
};
