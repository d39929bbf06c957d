import type { Span } from '../../../model/index.ts';
import {
  childrenBy,
  childrenOf,
  hasChild,
  isVerb,
  lemmaOf,
  prepositionOf,
  relationOf,
  spanOf,
  type Tree,
  token,
} from '../syntax/tree.ts';
import type { CueContext } from './cue-context.ts';
import { sourceSpans } from './spans.ts';

export interface Source {
  readonly head?: number;
  readonly spans: readonly Span[];
}

export const NO_SOURCE: Source = { spans: [] };

const sourceAt = (tree: Tree, head: number, cue: number): Source => ({ head, spans: sourceSpans(tree, head, cue) });

const relativePronoun = (tree: Tree, verb: number): number | undefined =>
  childrenBy(tree, verb, 'nsubj').find((child) => ['who', 'which', 'that'].includes(lemmaOf(tree, child)));

/** Who says it, by the verb that says so: its subject, or the agent of a passive. */
export const sourceOfVerb = (context: CueContext, verb: number): Source => {
  const { tree } = context;
  const roles = context.roles(verb);
  // Of several subjects before a verb the nearest speaks: the others are of what it reports.
  const before = roles.path === 'own' ? roles.subjects.filter((subject) => subject < verb) : [];
  const head = before.length > 1 ? before.at(-1) : roles.subjects[0];
  if (isReducedPassive(tree, verb)) return agentOf(context, verb);
  if (head === undefined || head === verb) return roles.passive ? NO_SOURCE : besideVerb(context, verb);
  const source = sourceAt(tree, head, verb);
  const pronoun = relativePronoun(tree, verb);
  // "lawmakers who say": both the phrase and the word that stands for it in its clause.
  return pronoun === undefined ? source : { head, spans: [...source.spans, spanOf(tree, pronoun, pronoun)] };
};

/** "Asked about the images, …", "Pressed by reporters to …": a participle without auxiliary before the clause it belongs to. */
const isReducedPassive = (tree: Tree, verb: number): boolean =>
  /^VB[DN]$/.test(token(tree, verb).xpos) &&
  relationOf(tree, verb) === 'advcl' &&
  verb < token(tree, verb).head &&
  childrenBy(tree, verb, 'nsubj', 'aux', 'mark', 'obj').length === 0;

const agentOf = ({ tree }: CueContext, verb: number): Source => {
  const agent = childrenBy(tree, verb, 'obl').find((child) => prepositionOf(tree, child) === 'by');
  return agent === undefined ? NO_SOURCE : sourceAt(tree, agent, verb);
};

/** Where the tree has no subject for a finite verb, the name or pronoun right before it, or right after at the sentence's end. */
const besideVerb = ({ tree }: CueContext, verb: number): Source => {
  if (!/^VB[DZP]$/.test(token(tree, verb).xpos)) return NO_SOURCE;
  let at = verb - 1;
  while (at >= 0 && ['AUX', 'ADV'].includes(token(tree, at).upos)) at--;
  const set = at >= 0 && token(tree, at).text === ',' ? setOffName(tree, at) : undefined;
  if (set) return set;
  if (at < 0 || !['PROPN', 'PRON', 'NOUN'].includes(token(tree, at).upos) || /^W/.test(token(tree, at).xpos))
    return NO_SOURCE;
  let head = at;
  while (
    token(tree, head).head >= 0 &&
    token(tree, head).head < at &&
    ['flat', 'compound'].includes(relationOf(tree, head))
  )
    head = token(tree, head).head;
  const first = Math.min(
    ...[head, at].map((index) => (relationOf(tree, index) === 'flat' ? index : (tree.first[index] as number))),
  );
  // A phrase that begins long before the word is not only the name: keep the name.
  return { head, spans: [spanOf(tree, at - first > 8 ? head : first, at)] };
};

const NAME_WORDS = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'ADP', 'PART', 'NUM', 'PRON', 'CCONJ']);
const MAX_NAME_WORDS = 12;

/** First token of the run of words of a name that ends before `end`. */
const nameStart = (tree: Tree, end: number): number => {
  let at = end;
  while (
    at > 0 &&
    end - at < MAX_NAME_WORDS &&
    (NAME_WORDS.has(token(tree, at - 1).upos) || token(tree, at - 1).text === '-') &&
    !/^W/.test(token(tree, at - 1).xpos)
  )
    at--;
  return at;
};

/** "…, South Korea's defence minister, Shin Won-sik, said": a name and its apposition between commas before the cue. */
const setOffName = (tree: Tree, comma: number): Source | undefined => {
  const inner = nameStart(tree, comma);
  if (inner === comma || inner < 2 || token(tree, inner - 1).text !== ',') return undefined;
  const outer = nameStart(tree, inner - 1);
  const isWhole = outer < inner - 1 && (outer === 0 || token(tree, outer - 1).upos === 'PUNCT');
  if (!isWhole) return undefined;
  const words = tree.tokens.slice(outer, comma);
  if (!words.some(({ upos }) => upos === 'PROPN') || !words.some(({ upos }) => upos === 'NOUN')) return undefined;
  const named = words.findIndex(({ upos }, index) => upos === 'PROPN' && outer + index >= inner);
  return { head: named < 0 ? outer : outer + named, spans: [spanOf(tree, outer, comma - 1)] };
};

/** Verbs with which the noun beside them is what is said: "made the claim", "expressed the hope". */
const LIGHT_VERBS = new Set(
  'make give issue express voice raise have share hold reach send deliver offer repeat reiterate take put'.split(' '),
);

/** Whose claim: "his claim", "the claim by X", "a Reuters report", "X made the claim". */
export const sourceOfNoun = (context: CueContext, noun: number): Source => {
  const { tree } = context;
  const [possessor] = childrenBy(tree, noun, 'nmod:poss');
  if (possessor !== undefined) return sourceAt(tree, possessor, noun);
  const holder = childrenOf(tree, noun).find(
    (child) => relationOf(tree, child) === 'nmod' && ['by', 'from', 'among'].includes(prepositionOf(tree, child)),
  );
  if (holder !== undefined) return sourceAt(tree, holder, noun);
  const named = childrenBy(tree, noun, 'compound', 'nmod').find(
    (child) => child < noun && token(tree, child).upos === 'PROPN' && prepositionOf(tree, child) === '',
  );
  if (named !== undefined) return sourceAt(tree, named, noun);
  // "are of the view that …"
  const [subject] = childrenBy(tree, noun, 'nsubj');
  if (subject !== undefined && hasChild(tree, noun, 'cop') && prepositionOf(tree, noun) === 'of')
    return sourceAt(tree, subject, noun);
  const { head } = token(tree, noun);
  if (head >= 0 && isVerb(tree, head) && LIGHT_VERBS.has(lemmaOf(tree, head)) && relationOf(tree, noun) === 'obj')
    return sourceOfVerb(context, head);
  return NO_SOURCE;
};

/** Who is sure, glad or willing. */
export const sourceOfAdjective = (context: CueContext, adjective: number): Source => {
  const { tree } = context;
  const [subject] = childrenBy(tree, adjective, 'nsubj');
  if (subject !== undefined) {
    const source = sourceAt(tree, subject, adjective);
    return ['it', 'there'].includes(lemmaOf(tree, subject)) ? NO_SOURCE : source;
  }
  const { head } = token(tree, adjective);
  const relation = relationOf(tree, adjective);
  if (head >= 0 && relation === 'xcomp' && isVerb(tree, head)) return sourceOfVerb(context, head);
  return NO_SOURCE;
};
