import type { EventOperator } from '../../../../lexicon/index.ts';
import { type EventType, quadClass } from '../../../../model/index.ts';
import { isTimeWord } from '../../syntax/time-words.ts';
import {
  childrenBy,
  childrenOf,
  isUnder,
  isVerb,
  lemmaOf,
  markOf,
  relationOf,
  type Tree,
  token,
  withConjuncts,
} from '../../syntax/tree.ts';
import { type ClauseContext, headWord } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { type Company, complementsOf } from '../frame-match.ts';
import { type Party, partiesIn, without } from '../parties.ts';
import { holdersOfNoun } from '../role-filling.ts';
import { actorsOf, companyOf } from './verb-frames.ts';

export const isHostile = (type: EventType): boolean =>
  quadClass(type) === 'material conflict' || type === 'THREATEN' || type === 'ACCUSE' || type === 'REJECT';

/** An operator that holds at a token, with the clauses or event nouns it stands over. */
export interface OperatorMatch {
  readonly operator: EventOperator;
  readonly below: readonly number[];
  readonly objects: readonly number[];
}

/** "a plan to strike", "calls for lifting", "the idea of invading". */
const NOMINAL_COMPLEMENTS = ['to', 'for', 'of', 'against'];

const tailHolds = (context: ClauseContext, head: number, tail: readonly string[], company: Company): boolean =>
  tail.every(
    (word) =>
      childrenOf(context.tree, head).some(
        // "steer clear of criticizing": the last word may open the clause.
        (child) => lemmaOf(context.tree, child) === word || markOf(context.tree, child) === word,
      ) ||
      company.obliques.some(
        ({ preposition, head: phrase }) => preposition.split(' ').includes(word) && !isTimeWord(context.tree, phrase),
      ),
  );

const posOf = (context: ClauseContext, index: number): EventOperator['pos'] | undefined => {
  const { upos } = token(context.tree, index);
  if (isVerb(context.tree, index) && upos !== 'ADJ') return 'verb';
  if (upos === 'NOUN') return 'noun';
  return upos === 'ADJ' ? 'adjective' : undefined;
};

/** The first operator of the lexicon that holds at the token. */
export const operatorAt = (context: ClauseContext, index: number): OperatorMatch | undefined => {
  const operators = context.lexicon.operators.get(
    posOf(context, index) === 'verb' ? headWord(context, index) : lemmaOf(context.tree, index),
  );
  if (!operators) return undefined;
  const pos = posOf(context, index);
  for (const operator of operators) {
    if (operator.pos !== pos) continue;
    const company: Company =
      pos === 'verb'
        ? companyOf(context, index)
        : { head: index, subjects: [], objects: [], recipients: [], obliques: [] };
    if (!tailHolds(context, index, operator.tail, company)) continue;
    const last = operator.tail.at(-1);
    const brought =
      last === undefined
        ? company.objects
        : company.obliques.filter(({ preposition }) => preposition === last).map(({ head }) => head);
    const kind = operator.complement ?? 'to';
    const clauses =
      pos === 'noun'
        ? NOMINAL_COMPLEMENTS.flatMap((mark) => complementsOf(context, company, mark, brought))
        : complementsOf(context, company, kind, brought);
    const below = clauses.flatMap((clause) => withConjuncts(context.tree, clause));
    if (below.length > 0) return { operator, below, objects: brought };
  }
  return undefined;
};

const subjectOf = (context: ClauseContext, index: number, pos: EventOperator['pos']): readonly Party[] => {
  const { tree } = context;
  if (pos === 'verb') return actorsOf(context, index, false);
  if (pos === 'adjective') return partiesIn(context, childrenBy(tree, index, 'nsubj'), 'agent');
  const holders = holdersOfNoun(context, index, ['by', 'from', 'of']);
  if (holders.length > 0) return holders;
  const { head } = token(tree, index);
  return head >= 0 && isVerb(tree, head) ? partiesIn(context, context.roles(head).subjects, 'agent') : [];
};

/** "agreed to supply", "refused to meet", "threatened to strike": the speech act that a word over another event is. */
export const operatorRule = (
  context: ClauseContext,
  index: number,
  match: OperatorMatch,
  draftsAt: ReadonlyMap<number, readonly Draft[]>,
): Draft | undefined => {
  const { operator, below } = match;
  if (!operator.act) return undefined;
  const direct = below.flatMap((clause) => draftsAt.get(clause) ?? []);
  // "offered to send troops to help X": the event may stand in a purpose clause further down.
  const lower =
    direct.some((draft) => draft.targets.length > 0) || direct.length > 0
      ? direct
      : [...draftsAt].flatMap(([at, drafts]) =>
          below.some((clause) => isWithin(context.tree, at, clause)) ? drafts : [],
        );
  // Moving troops may serve either side: it makes no threat of a promise.
  const hostile = lower.length > 0 && lower.every((draft) => isHostile(draft.type) && draft.type !== 'MOBILIZE');
  if (operator.only === 'conflict' && !hostile) return undefined;
  if (operator.only === 'cooperative' && (lower.length === 0 || hostile)) return undefined;
  const type = hostile && operator.conflict ? operator.conflict : operator.act;
  const sources = subjectOf(context, index, operator.pos);
  // A warning of what others will do threatens nobody.
  const own = lower.some((draft) => draft.sources.some((party) => sources.some(({ actor }) => actor === party.actor)));
  if (type === 'THREATEN' && operator.party === 'below' && !own) return undefined;
  const targets = operatorTargets(context, index, match, type, sources, lower);
  // "The EU and Turkey failed to reach agreement": the parties act on each other below, and so they do above.
  const mutual = targets.length === 0 ? lower.find((draft) => draft.reciprocal && draft.targets.length > 0) : undefined;
  return {
    type,
    trigger: index,
    predicate: index,
    sources: mutual?.sources ?? sources,
    targets: mutual?.targets ?? targets,
    reciprocal: mutual !== undefined,
    rule: operator.id,
    score: lower.length > 0 ? 0.85 : 0.7,
  };
};

/** True when the one word is under the other and no clause of time or reason parts them. */
const isWithin = (tree: Tree, index: number, above: number): boolean => {
  if (!isUnder(tree, index, above)) return false;
  for (let at = index; at !== above && at >= 0; at = token(tree, at).head)
    if (relationOf(tree, at) === 'advcl' && markOf(tree, at) !== 'to' && markOf(tree, at) !== '') return false;
  return true;
};

const TOWARDS = new Set(['to', 'with', 'for', 'from', 'against', 'into', 'of', 'on', 'in', 'at', 'over', 'about']);

type Finder = () => readonly Party[];

/** Whom an operator's act is addressed to: the first of several places that names anybody but its own subject. */
const operatorTargets = (
  context: ClauseContext,
  index: number,
  { operator, below, objects }: OperatorMatch,
  type: EventType,
  sources: readonly Party[],
  lower: readonly Draft[],
): readonly Party[] => {
  const { tree } = context;
  const isVerbal = operator.pos === 'verb';
  const obliques = (prepositions: readonly string[]): readonly number[] =>
    context
      .roles(index)
      .obliques.filter(({ preposition }) => prepositions.includes(preposition))
      .map(({ head }) => head);
  const finders: readonly Finder[] = [
    () =>
      operator.party === 'object'
        ? partiesIn(context, objects.length > 0 ? objects : context.roles(index).recipients, 'patient')
        : [],
    () => (type === 'AGREE' && isVerbal ? partiesIn(context, obliques(['with']), 'patient') : []),
    () =>
      type === 'REQUEST' && operator.party === 'below'
        ? partiesIn(
            context,
            below.flatMap((clause) => (isVerb(tree, clause) ? context.roles(clause).subjects : [])),
            'agent',
          )
        : [],
    () => (type === 'REQUEST' ? lower.flatMap((draft) => draft.sources) : []),
    () => lower.flatMap((draft) => draft.targets),
    () => lower.flatMap((draft) => draft.sources),
    () =>
      partiesIn(
        context,
        below.flatMap((clause) =>
          context
            .roles(clause)
            .obliques.filter(({ preposition }) => TOWARDS.has(preposition))
            .map(({ head }) => head),
        ),
        'patient',
      ),
    () =>
      partiesIn(
        context,
        below.flatMap((clause) => context.roles(clause).objects),
        'thing',
      ),
    () => (isVerbal ? partiesIn(context, obliques(['to', 'with', 'against']), 'patient') : []),
  ];
  // A request whose addressee cannot be told is addressed to nobody, not to whoever is named further on.
  const asked = operator.party === 'object' ? 1 : 4;
  const open = type === 'REQUEST' ? [...finders.slice(0, asked), ...finders.slice(-1)] : finders;
  for (const find of open) {
    const found = without(find(), sources);
    if (found.length > 0) return found;
  }
  return [];
};
