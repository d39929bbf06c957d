import type { EventStatus, EventType } from '../../../model/index.ts';
import { childrenBy, childrenOf, isVerb, lemmaOf, markOf, relationOf, type Tree, token } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';
import type { OperatorMatch } from './rules/operators.ts';

const NEGATORS = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'hardly', 'scarcely', 'nt']);
const POSSIBLE = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'shall', 'ought', 'need', 'ca']);
const FUTURE = new Set(['will', "'ll", '’ll', 'wo', 'shall', 'gonna']);
const CONDITIONAL_MARKS = new Set([
  'if',
  'unless',
  'in case',
  'provided',
  'whether',
  'should',
  'as long as',
  'once',
  'until',
  'lest',
]);
const UNREAL_MARKS = new Set(['without', 'instead of', 'rather than', 'instead']);
const PLANNED_NOUN_VERBS = new Set([
  'plan',
  'prepare',
  'propose',
  'consider',
  'pledge',
  'promise',
  'vow',
  'schedule',
  'arrange',
  'expect',
  'order',
  'authorize',
  'authorise',
  'approve',
  'await',
  'seek',
  'announce',
]);
const WANTED = new Set([
  'want',
  'demand',
  'urge',
  'call',
  'seek',
  'request',
  'propose',
  'suggest',
  'recommend',
  'advocate',
  'discuss',
  'debate',
  'consider',
  'oppose',
  'reject',
  'favor',
  'support',
  'back',
  'allow',
  'prevent',
  'avoid',
  'fear',
  'risk',
  'expect',
  'hope',
  'threaten',
  'avert',
  'deter',
  'block',
  'rule',
]);
const OPEN_NOUNS = new Set([
  'risk',
  'possibility',
  'threat',
  'prospect',
  'idea',
  'hope',
  'danger',
  'chance',
  'fear',
  'likelihood',
  'cost',
  'intention',
  'aim',
  'goal',
  'way',
  'means',
  'purpose',
  'option',
  'plan',
]);
/** Types whose deed is the saying of it. */
const TOLD: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'THREATEN']);
const SUPPOSING = new Set(['say', 'suppose', 'imagine', 'assume', 'pretend']);
const DENYING = new Set(['deny', 'refute', 'disprove', 'disavow']);
const PLANNING = new Set(['plan', 'prepare', 'propose', 'consider', 'schedule']);
const STOPPING = new Set(['stop', 'cease', 'halt', 'end', 'quit']);
const MAX_CLIMB = 10;

/** Default `happened` of each status, on the scale of the factuality data, and the range a measured value is kept in. */
const SCALE: Readonly<Record<EventStatus, { readonly usual: number; readonly low: number; readonly high: number }>> = {
  occurred: { usual: 2.7, low: 0.6, high: 3 },
  ongoing: { usual: 2.5, low: 0.6, high: 3 },
  planned: { usual: 0.6, low: -1, high: 1.5 },
  threatened: { usual: -0.3, low: -1.5, high: 1 },
  denied: { usual: -2.6, low: -3, high: -0.6 },
  conditional: { usual: -0.3, low: -1.5, high: 1 },
  hypothetical: { usual: -0.4, low: -2, high: 1 },
};

export const isNegated = (tree: Tree, index: number): boolean =>
  childrenOf(tree, index).some((child) => {
    const relation = relationOf(tree, child);
    const lemma = lemmaOf(tree, child);
    return (
      (relation === 'advmod' || relation === 'det' || relation === 'cc' || relation === 'neg' || relation === 'aux') &&
      (NEGATORS.has(lemma) || token(tree, child).text.toLowerCase() === "n't")
    );
  }) ||
  childrenBy(tree, index, 'nsubj').some(
    (subject) =>
      NEGATORS.has(lemmaOf(tree, subject)) ||
      childrenOf(tree, subject).some((child) => lemmaOf(tree, child) === 'neither') ||
      lemmaOf(tree, subject) === 'nobody' ||
      childrenOf(tree, subject).some((child) => relationOf(tree, child) === 'det' && lemmaOf(tree, child) === 'no'),
  );

/** "presents no threat", "signed no agreement". */
const hasNoObject = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'obj').some((object) =>
    childrenOf(tree, object).some((child) => relationOf(tree, child) === 'det' && lemmaOf(tree, child) === 'no'),
  );

const auxiliaries = (tree: Tree, index: number): readonly string[] =>
  childrenBy(tree, index, 'aux').map((child) => lemmaOf(tree, child));

/** "soldiers who enter the country will not return": whoever does so, if anybody does. */
const isGeneric = (tree: Tree, clause: number, antecedent: number): boolean => {
  if (!['VBP', 'VBZ'].includes(token(tree, clause).xpos) || auxiliaries(tree, clause).length > 0) return false;
  if (childrenBy(tree, antecedent, 'det', 'nmod:poss', 'nummod').length > 0) return false;
  const { head } = token(tree, antecedent);
  return (
    relationOf(tree, antecedent) === 'nsubj' &&
    token(tree, antecedent).upos === 'NOUN' &&
    head >= 0 &&
    auxiliaries(tree, head).some((modal) => FUTURE.has(modal) || POSSIBLE.has(modal) || modal === 'would')
  );
};

/** "Say Mexico demanded …", "Imagine that …": a bare verb that opens the sentence. */
const isSupposed = (tree: Tree, index: number): boolean =>
  index === 0 && SUPPOSING.has(lemmaOf(tree, index)) && childrenBy(tree, index, 'nsubj').length === 0;

/** "Will you pledge …?": the clause before a question mark, if an auxiliary opens it. */
const isAsked = (tree: Tree, index: number): boolean => {
  if (!isVerb(tree, index)) return false;
  const end = tree.tokens.slice(index + 1).find(({ text }) => /^[.!?;]$/.test(text));
  if (end?.text !== '?') return false;
  const [opening] = childrenBy(tree, index, 'aux');
  return opening !== undefined && childrenBy(tree, index, 'nsubj').some((subject) => subject > opening);
};

const ANNOUNCING = new Set(
  'say announce declare state tell add reiterate confirm reveal promise pledge vow decide agree'.split(' '),
);

/** "announced that it would lift the ban": the future as the past tense reports it. */
const isReportedFuture = (tree: Tree, index: number): boolean => {
  const { head } = token(tree, index);
  return (
    relationOf(tree, index) === 'ccomp' &&
    head >= 0 &&
    ['VBD', 'VBN'].includes(token(tree, head).xpos) &&
    ANNOUNCING.has(lemmaOf(tree, head)) &&
    !/^(?:whether|if)/.test(markOf(tree, index))
  );
};

/** "is to visit", "are to sign": what is arranged has not happened. But "his answer was to say …". */
const isAppointed = ({ tree, actors, sentence }: ClauseContext, index: number): boolean =>
  markOf(tree, index) === 'to' &&
  childrenBy(tree, index, 'cop', 'aux').some((child) => lemmaOf(tree, child) === 'be' && child < index) &&
  childrenBy(tree, index, 'nsubj').some((child) => actors.at(sentence, child) !== undefined);

const own = (context: ClauseContext, index: number): EventStatus | undefined => {
  const { tree } = context;
  if (isNegated(tree, index) || hasNoObject(tree, index)) return 'denied';
  const modals = auxiliaries(tree, index);
  if (modals.some((modal) => POSSIBLE.has(modal))) return 'hypothetical';
  if (modals.includes('would')) return isReportedFuture(tree, index) ? 'planned' : 'hypothetical';
  if (modals.some((modal) => FUTURE.has(modal)) || isAppointed(context, index)) return 'planned';
  if (token(tree, index).xpos === 'VBG' && modals.includes('be')) return 'ongoing';
  return undefined;
};

const conditionalIn = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'advcl').some((clause) => {
    const mark = markOf(tree, clause);
    return mark === 'if' || mark === 'unless' || mark === 'in case' || mark === 'as long as' || mark === 'until';
  });

const unreal = (status: EventStatus | undefined): boolean =>
  status === 'hypothetical' || status === 'denied' || status === 'conditional';

/** What the words around an event make of it, walking up from its clause until one of them says something. */
export const statusOf = (
  context: ClauseContext,
  draft: Draft,
  operators: ReadonlyMap<number, OperatorMatch>,
): EventStatus => {
  if (draft.status) return draft.status;
  const { tree } = context;
  let at = draft.predicate;
  let ongoing = false;
  if (draft.trigger === draft.predicate && PLANNING.has(lemmaOf(tree, at)) && !isNegated(tree, at)) return 'planned';
  if (draft.trigger !== draft.predicate) {
    if (isNegated(tree, draft.trigger)) return 'denied';
    const carrier = lemmaOf(tree, draft.predicate);
    if (PLANNED_NOUN_VERBS.has(carrier) && carrier !== 'announce' && draft.type !== 'THREATEN') return 'planned';
  }
  if (isAsked(tree, draft.predicate)) return 'hypothetical';
  for (let step = 0; step < MAX_CLIMB && at >= 0; step++) {
    const said = own(context, at);
    const relation = relationOf(tree, at);
    // "if they were to quit", "whether to supply": the conjunction before the "to".
    const mark = markOf(tree, at).replace(/(?<=\w) to$/, '');
    if (said === 'planned' && relation === 'advcl' && CONDITIONAL_MARKS.has(mark)) return 'conditional';
    if (said === 'ongoing') ongoing = true;
    else if (said !== undefined) {
      if ((said === 'planned' || said === 'hypothetical') && conditionalIn(tree, at)) return 'conditional';
      return said;
    }
    if (CONDITIONAL_MARKS.has(mark) && relation === 'advcl') return 'conditional';
    if (mark === 'whether' || mark === 'if') return 'hypothetical';
    if (UNREAL_MARKS.has(mark)) return 'denied';
    const { head } = token(tree, at);
    if (head < 0) break;
    // Somebody says that it is not so.
    if (token(tree, at).deprel === 'acl:relcl' && isGeneric(tree, at, head)) return 'conditional';
    if (relation === 'ccomp' && isSupposed(tree, head)) return 'hypothetical';
    if (relation === 'ccomp' && DENYING.has(lemmaOf(tree, head)) && !isNegated(tree, head)) return 'denied';
    const over = operators.get(head);
    // "warned that Russia was planning …": a warning of what others do is no threat.
    if (over?.below.includes(at) && !(over.operator.act === 'THREATEN' && over.operator.party === 'below')) {
      // What is stopped was going on until then, whoever wants it stopped.
      if (STOPPING.has(lemmaOf(tree, head)) && over.operator.pos === 'verb') return 'occurred';
      if (over.operator.status === 'occurred' || over.operator.status === undefined) {
        if (over.operator.alleged) break;
      } else if (over.operator.status === 'ongoing') ongoing = true;
      else {
        if (over.operator.status === 'denied') {
          // "might be compelled to refrain from striking": what is only thought of denies nothing.
          const above = statusOf(context, { ...draft, predicate: head, trigger: head }, operators);
          if (above === 'denied' || above === 'hypothetical' || above === 'conditional') return 'hypothetical';
        }
        return over.operator.status;
      }
      at = head;
      continue;
    }
    if (relation === 'conj') {
      // A conjunct shares what stands before the first verb: "will meet and sign", "did not attack or invade".
      const shared = own(context, head);
      const hasOwn = childrenBy(tree, at, 'nsubj', 'aux').length > 0;
      if (hasOwn || (shared !== undefined && token(tree, at).xpos === 'VBD')) break;
      at = head;
      continue;
    }
    if (relation === 'xcomp') {
      at = head;
      if (markOf(tree, at) === '' && mark === 'to' && !operators.has(head)) return own(context, head) ?? 'hypothetical';
      continue;
    }
    // "took to Twitter to accuse": what is done with words is done with the act that serves it.
    if (mark === 'to' && relation === 'advcl' && TOLD.has(draft.type) && isVerb(tree, head)) {
      at = head;
      continue;
    }
    if (mark === 'to' && (relation === 'advcl' || relation === 'acl'))
      return relation === 'acl' ? 'hypothetical' : unreal(own(context, head)) ? 'hypothetical' : 'planned';
    if (mark === 'against' || mark === 'from') return 'hypothetical';
    if (mark === 'of' && relation === 'acl' && OPEN_NOUNS.has(lemmaOf(tree, head))) return 'hypothetical';
    if (
      !isVerb(tree, draft.predicate) &&
      at === draft.predicate &&
      isVerb(tree, head) &&
      ['obj', 'obl', 'nsubj'].includes(relation)
    ) {
      if (relation !== 'nsubj' && WANTED.has(lemmaOf(tree, head)) && draft.type !== 'REQUEST') return 'hypothetical';
      if (relation === 'obj' && PLANNED_NOUN_VERBS.has(lemmaOf(tree, head))) return 'planned';
      // "make a pledge": a verb that only carries the noun says of it what is said of the verb.
      if (relation === 'obj' && context.lexicon.light.has(lemmaOf(tree, head))) {
        at = head;
        continue;
      }
      // The clause around a noun says whether its own verb happened, not whether the noun did: "did not mention the attack".
      break;
    }
    if (
      relation === 'acl' ||
      relation === 'nmod' ||
      relation === 'appos' ||
      relation === 'ccomp' ||
      relation === 'parataxis' ||
      relation === 'advcl'
    ) {
      if (relation === 'advcl' && mark === '' && isVerb(tree, at)) {
        at = head;
        continue;
      }
      break;
    }
    break;
  }
  return ongoing ? 'ongoing' : 'occurred';
};

/** The network's value for the predicate kept in the range that the status leaves, or the usual value of the status. */
export const happenedOf = (status: EventStatus, measured: number | undefined): number => {
  const { usual, low, high } = SCALE[status];
  const value = measured === undefined ? usual : Math.min(high, Math.max(low, measured));
  return Math.round(value * 100) / 100;
};
