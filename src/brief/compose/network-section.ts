import { type EventType, quadClass, type Tie } from '../../model/index.ts';
import type { NetworkNode, NetworkSection, TieRow } from './content.ts';
import type { Context } from './context.ts';
import { TYPE_LABELS } from './event-phrase.ts';
import { capitalise, count, enumerate, tally } from './prose.ts';
import { distinctSentences } from './references.ts';

const MOST_TIES = 24;
const MOST_NODES = 14;
const MOST_TYPES = 3;
const MOST_REFERENCES = 5;
const PERCENT = 100;
const FEWEST_TRIANGLES = 3;

const isCooperative = (type: EventType): boolean => quadClass(type).endsWith('cooperation');

const sumOf = (tie: Tie, keep: (type: EventType) => boolean): number =>
  tie.types.filter(({ type }) => keep(type)).reduce((sum, { count: n }) => sum + n, 0);

/** Ties between actors with names first: a tie to "five organisations" is a line of the table, but no part of the picture. */
const namedEnds = ({ a, b }: Tie, { names }: Context): number => Number(names.isNamed(a)) + Number(names.isNamed(b));

const byStrength = (a: Tie, b: Tie): number => b.strength - a.strength || (a.id < b.id ? -1 : 1);

const coalitionSentence = ({ situation, names }: Context, shown: ReadonlySet<string>): string => {
  const groups = situation.coalitions
    .map(({ members }) => members.filter((member) => shown.has(member)))
    .filter((members) => members.length > 1 && members.some((member) => names.record(member)?.kind === 'state'));
  if (groups.length === 0) return 'The ties fall into no group of actors that is held together by cooperation.';
  const listed = groups.map((members) => enumerate(members.map(names.actor), 6));
  return groups.length === 1
    ? `The ties show one group that cooperation holds together: ${listed[0]}.`
    : `The ties fall into ${count(groups.length, 'group')} that cooperation holds together: ${listed.join('; ')}.`;
};

const balanceSentence = ({ situation }: Context): string => {
  const { triads, triangleBalance, frustration, edges } = situation.balance;
  const all = triads.ppp + triads.ppn + triads.pnn + triads.nnn;
  if (edges === 0) return '';
  if (triangleBalance === null || all < FEWEST_TRIANGLES)
    return 'Too few actors are all tied to each other for structural balance to say anything.';
  const balanced = triads.ppp + triads.pnn;
  const frustrated = frustration
    ? ` ${capitalise(count(frustration.edges, 'tie'))} would have to change sign for all to be in balance${frustration.exact ? '' : ' (an upper limit)'}.`
    : '';
  return `Of ${tally(all, 'triangle')} of tied actors ${balanced} (${Math.round(triangleBalance * PERCENT)} %) ${balanced === 1 ? 'is' : 'are'} balanced: a friend’s friend is a friend, an enemy’s enemy a friend.${frustrated}`;
};

const findingOf = (ties: readonly Tie[], { names }: Context): string => {
  const positive = ties.filter(({ sign }) => sign === 1).sort(byStrength)[0];
  const negative = ties.filter(({ sign }) => sign === -1).sort(byStrength)[0];
  const pair = (tie: Tie): string => `${names.actor(tie.a)} and ${names.actor(tie.b)}`;
  if (positive && negative)
    return capitalise(
      `the closest cooperation is told of ${pair(positive)}, the sharpest conflict of ${pair(negative)}`,
    );
  const only = positive ?? negative;
  if (!only) return 'The texts tell of no tie between two actors';
  return capitalise(`${only.sign === 1 ? 'cooperation' : 'conflict'} is told above all of ${pair(only)}`);
};

export const networkSection = (context: Context): NetworkSection => {
  const { situation, names } = context;
  const ranked = [...situation.ties].sort(
    (a, b) => Number(namedEnds(b, context) === 2) - Number(namedEnds(a, context) === 2) || byStrength(a, b),
  );
  const rows = ranked.slice(0, MOST_TIES).map((tie, index): TieRow => {
    const claims = tie.claims.map(context.claim).filter((claim) => claim !== undefined);
    return {
      id: `n${index + 1}`,
      tie: tie.id,
      a: tie.a,
      b: tie.b,
      labels: [names.label(tie.a), names.label(tie.b)],
      sign: tie.sign,
      strength: tie.strength,
      agreement: tie.agreement,
      cooperative: sumOf(tie, isCooperative),
      conflictual: sumOf(tie, (type) => !isCooperative(type)),
      types: [...tie.types]
        .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
        .slice(0, MOST_TYPES)
        .map(({ type, count: n }) => `${TYPE_LABELS[type]} ${n}`)
        .join(', '),
      first: tie.first,
      last: tie.last,
      references: distinctSentences(claims.map(({ trigger }) => context.reference(trigger))).slice(-MOST_REFERENCES),
    };
  });
  const coalitionOf = new Map(
    situation.coalitions.flatMap(({ members }, index) =>
      members.length > 1 ? members.map((member) => [member, index] as const) : [],
    ),
  );
  const strengths = new Map<string, number>();
  const drawable = ranked.filter((tie) => namedEnds(tie, context) === 2);
  for (const tie of (drawable.length > 0 ? drawable : ranked).slice(0, MOST_TIES))
    for (const end of [tie.a, tie.b]) strengths.set(end, (strengths.get(end) ?? 0) + tie.strength);
  const nodes = [...strengths]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_NODES)
    .map(([id]): NetworkNode => ({ id, label: names.label(id), coalition: coalitionOf.get(id) ?? null }));
  return {
    finding: findingOf(ranked, context),
    rows,
    total: ranked.length,
    file: 'ties.csv',
    nodes,
    coalitions: ranked.length > 0 ? coalitionSentence(context, new Set(nodes.map(({ id }) => id))) : '',
    balance: balanceSentence(context),
    halfLifeDays: situation.halfLifeDays,
  };
};
