import { likelihoodClause, percent } from './likelihood-words.ts';
import type { HypothesisScore } from './scores.ts';
import type { DropOne } from './sensitivity.ts';
import type { Weighing } from './weigh.ts';

/** What the scores say, in sentences, most important first. */
export interface Explanation {
  /** One of each method: what it counts, and in which order it puts the hypotheses. */
  readonly methods: readonly { readonly name: string; readonly how: string; readonly ranking: string }[];
  readonly agreement: string;
  /** What would change the ranking. */
  readonly moves: readonly string[];
  /** How items of one source were damped; empty where no two share one. */
  readonly dependence: readonly string[];
  /** What does not count yet, and why; empty where all does. */
  readonly gaps: readonly string[];
}

const DECIMALS = 2;

const list = (words: readonly string[], joint = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** Hypotheses best first, equals joined: "H1 2, H3 and H4 5". */
const ranking = (
  scores: readonly HypothesisScore[],
  of: (score: HypothesisScore) => number,
  shown: (value: number) => string,
): { readonly text: string; readonly groups: readonly (readonly string[])[] } => {
  const groups = new Map<string, { readonly value: number; readonly ids: string[] }>();
  for (const score of scores) {
    const key = shown(of(score));
    const group = groups.get(key) ?? { value: of(score), ids: [] };
    group.ids.push(score.hypothesis);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([, a], [, b]) => a.value - b.value);
  return {
    text: sorted.map(([key, { ids }]) => `${list(ids)} ${key}`).join(', '),
    groups: sorted.map(([, { ids }]) => ids),
  };
};

const decimal = (value: number): string => (value === 0 ? '0' : value.toFixed(DECIMALS).replace('-', '−'));

const methodsOf = ({ scores: { hypotheses } }: Weighing) => [
  {
    name: 'Heuer',
    how: 'counts contradictions (I is 1, II is 2); the fewest are the best',
    ...ranking(hypotheses, ({ inconsistency }) => inconsistency, String),
  },
  {
    name: 'Weighted (PARC)',
    how: 'weighs each contradiction by the credibility and relevance of its item; the nearest to 0 is the best',
    // Nearest to 0 first: the scores lie below it.
    ...ranking(
      hypotheses,
      ({ weighted }) => -weighted,
      (value) => decimal(-value),
    ),
  },
  {
    name: 'Open Synthesis',
    how: 'squares contradictions, so that a strong one counts like four weak ones; the least is the best',
    ...ranking(hypotheses, ({ squared }) => squared, String),
  },
  {
    name: 'Bayes',
    how: 'goes from the priors to the posteriors by how likely each item is under each hypothesis (CC .95, C .8, N .5, I .2, II .05, or as rated)',
    ...ranking(
      hypotheses,
      ({ posterior }) => -posterior,
      (value) => percent(-value),
    ),
  },
];

/** The rest where it is rated neutral throughout: no count of contradictions can tell against it. */
const silentRest = ({ matrix, scores }: Weighing): string | undefined => {
  const rest = matrix.hypotheses.find((one) => one.rest)?.id;
  const score = scores.hypotheses.find(({ hypothesis }) => hypothesis === rest);
  return score?.inconsistency === 0 ? rest : undefined;
};

const agreementOf = (methods: ReturnType<typeof methodsOf>, rest: string | undefined): string => {
  const aside =
    rest === undefined
      ? ''
      : ` ${rest}, the rest, contradicts nothing, so that no count can tell against it: the counts are compared without it.`;
  const firsts = methods.map(({ groups }) =>
    list(groups.map((ids) => ids.filter((id) => id !== rest)).find((ids) => ids.length > 0) ?? []),
  );
  const [one] = firsts;
  if (firsts.every((first) => first === one)) return `All four put ${one} first.${aside}`;
  const names = new Map<string, string[]>();
  methods.forEach(({ name }, index) => {
    const first = firsts[index] as string;
    names.set(first, [...(names.get(first) ?? []), name]);
  });
  const said = [...names].map(([first, who]) => `${list(who)} ${who.length === 1 ? 'puts' : 'put'} ${first} first`);
  return `The four do not agree: ${said.join('; ')}.${aside}`;
};

/** "Without E2 or E4 H2 would lead, without E11 H1." */
const withoutThem = (drops: readonly DropOne[]): string => {
  const items = new Map<string, string[]>();
  for (const { leader, evidence } of drops) items.set(leader, [...(items.get(leader) ?? []), evidence]);
  const [first, ...more] = [...items].map(([leader, ids]) => `ithout ${list(ids, 'or')} ${leader}`);
  return `W${first} would lead${more.map((clause) => `, w${clause}`).join('')}.`;
};

const dropMoves = ({ sensitivity: { dropOne, dropSource, leader }, matrix, counted: rows }: Weighing): string[] => {
  const at = matrix.hypotheses.findIndex(({ id }) => id === leader);
  const counting = dropOne.filter(({ evidence }) => rows.includes(evidence));
  if (counting.length === 0) return [];
  const overturning = counting.filter(({ changesLeader }) => changesLeader);
  const posteriors = counting.map((drop) => drop.posteriors[at] as number);
  const [low, high] = [percent(Math.min(...posteriors)), percent(Math.max(...posteriors))];
  const range =
    low === high ? `its probability stays at ${low}` : `its probability then lies between ${low} and ${high}`;
  const sources = dropSource.filter(({ changesLeader }) => changesLeader);
  return [
    overturning.length === 0 ? `Leaving out any one item keeps ${leader} first; ${range}.` : withoutThem(overturning),
    ...sources.map(({ source, items, leader: next }) => `Without all ${items} items of ${source} ${next} would lead.`),
    ...dropSource
      .filter(({ changesLeader }) => !changesLeader)
      .slice(0, 1)
      .map(
        (drop) =>
          `Without all ${drop.items} items of ${drop.source} ${leader} would still lead, at ${percent(drop.posteriors[at] as number)}.`,
      ),
  ];
};

const movesOf = (weighing: Weighing): string[] => {
  const { sensitivity } = weighing;
  const { swings, overturn, missing, prior, newItems, leader } = sensitivity;
  const [swing] = swings;
  const [gap] = missing;
  return [
    ...dropMoves(weighing),
    ...(swing
      ? [
          `No single rating moves its hypothesis more than ${swing.evidence} under ${swing.hypothesis}: from ${percent(swing.low)} (II) to ${percent(swing.high)} (CC).`,
        ]
      : []),
    overturn
      ? `The fewest ratings that would change the ranking: ${list(overturn.changes.map(({ evidence, hypothesis, to }) => `${evidence} under ${hypothesis} to ${to}`))}; then ${overturn.rival} would lead.`
      : `No change of ratings could put another hypothesis before ${leader}.`,
    ...(prior && percent(prior.to) !== percent(prior.from)
      ? [
          `${prior.rival} would lead from a prior of ${percent(prior.to)} on, at ${leader}’s cost; it is ${percent(prior.from)} now.`,
        ]
      : []),
    ...(newItems
      ? [
          `The most valuable new evidence is what strongly contradicts ${leader} and fits ${newItems.rival}, from a source of its own: one such item would lower ${leader} to ${percent(newItems.afterOne)}; ${newItems.needed === 1 ? 'that one' : `${newItems.needed} of them`} would put ${newItems.rival} first.`,
        ]
      : []),
    ...(gap
      ? [
          `Of the ratings that are missing, ${gap.evidence} under ${gap.hypothesis} would matter most: ${percent(gap.low)} if II, ${percent(gap.high)} if CC.`,
        ]
      : []),
  ];
};

const dependenceOf = (
  { matrix, scores, sensitivity, undamped, counted: rows }: Weighing,
  dependence: number,
): string[] => {
  const { dropSource, leader } = sensitivity;
  if (dropSource.length === 0) return [];
  const at = matrix.hypotheses.findIndex(({ id }) => id === leader);
  const shared = dropSource.map(({ source, items }) => {
    const one = matrix.evidence.find(({ id, source: own }) => own === source && rows.includes(id));
    const share = scores.evidence.find(({ evidence }) => evidence === one?.id)?.independence ?? 1;
    return `the ${items} items of ${source} count as ${decimal(items * share)} (${decimal(share)} each)`;
  });
  return [
    `Items of one source repeat each other in part (dependence ${dependence}): ${list(shared)}.`,
    `Counted in full, ${leader} would stand at ${percent(undamped[at] as number)} instead of ${percent(scores.hypotheses[at]?.posterior as number)}.`,
  ];
};

const gapsOf = ({ matrix, counted: rows }: Weighing): string[] => {
  const isRated = (id: string): boolean => Object.keys(matrix.ratings[id] ?? {}).length > 0;
  const left = matrix.evidence.filter(({ id }) => !rows.includes(id));
  const open = left.filter(({ id }) => matrix.hypotheses.some((one) => matrix.ratings[id]?.[one.id] === undefined));
  const notApplicable = left.filter((item) => !open.includes(item));
  const ids = (items: readonly { readonly id: string }[]): string => list(items.map(({ id }) => id));
  const verb = (items: readonly unknown[], one: string, many: string): string => (items.length === 1 ? one : many);
  const partly = open.filter(({ id }) => isRated(id));
  const unrated = open.filter(({ id }) => !isRated(id));
  return [
    ...(unrated.length > 0 ? [`${ids(unrated)} ${verb(unrated, 'is', 'are')} not rated yet.`] : []),
    ...(partly.length > 0
      ? [
          `${ids(partly)} ${verb(partly, 'is', 'are')} rated in part: for the posterior an item counts once its row is full.`,
        ]
      : []),
    ...(notApplicable.length > 0
      ? [
          `${ids(notApplicable)} ${verb(notApplicable, 'does', 'do')} not apply to every hypothesis and ${verb(notApplicable, 'is', 'are')} left out of the posterior.`,
        ]
      : []),
  ];
};

/** All four scores, what moves them and what was damped, in words. @param dependence of the question */
export const explain = (weighing: Weighing, dependence: number): Explanation => {
  const methods = methodsOf(weighing);
  return {
    methods: methods.map(({ name, how, text }) => ({ name, how, ranking: text })),
    agreement: agreementOf(methods, silentRest(weighing)),
    moves: movesOf(weighing),
    dependence: dependenceOf(weighing, dependence),
    gaps: gapsOf(weighing),
  };
};

/** Hypotheses with what is to be said of them ("is likely, 62 % (band 55–80 %)"), the likeliest first. */
export const rankedPhrases = ({ scores, matrix }: Weighing) =>
  scores.hypotheses
    .map(({ hypothesis, posterior }) => ({
      hypothesis,
      text: matrix.hypotheses.find(({ id }) => id === hypothesis)?.text ?? '',
      posterior,
      phrase: likelihoodClause(posterior),
    }))
    .sort((a, b) => b.posterior - a.posterior);
