import type { Span } from '../../../model/index.ts';
import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';
import type { LikelihoodPhrase } from './phrases.ts';

/** Dependents that open a clause of their own, which a likelihood word of this clause does not reach. */
const OTHER_CLAUSE = /^(?:conj|parataxis|advcl|discourse|cc$|cc:|punct|dep$)/;

const BESIDE_CLAUSE = /^(?:parataxis|discourse|cc$|punct)/;

const childrenOf = (tokens: readonly Token[]): readonly (readonly number[])[] => {
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, index) => {
    children[token.head]?.push(index);
  });
  return children;
};

/** First and last token below a head, itself included, without the clauses set beside it. */
const reach = (tokens: readonly Token[], head: number, beside: RegExp): readonly [number, number] => {
  const children = childrenOf(tokens);
  let [first, last] = [head, head];
  const stack = [head];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    first = Math.min(first, node);
    last = Math.max(last, node);
    for (const child of children[node] ?? []) {
      if (node === head && beside.test((tokens[child] as Token).deprel)) continue;
      stack.push(child);
    }
  }
  return [first, last];
};

const isClauseHead = (token: Token): boolean =>
  token.upos === 'VERB' ||
  token.upos === 'AUX' ||
  token.head === -1 ||
  /^(?:ccomp|xcomp|advcl|acl|conj|parataxis|csubj)/.test(token.deprel);

const NOUN_COMPLEMENTS = [/^(?:acl|nmod|ccomp|xcomp|csubj)/];
/** In order: what is not ruled out is the object, in the passive the subject. */
const VERB_COMPLEMENTS = [/^(?:obj|ccomp|xcomp|nmod|acl)/, /^(?:nsubj:pass|csubj)/, /^nsubj/];

/** Of the tokens of a phrase the last that hangs from outside. */
const headWithin = (tokens: readonly Token[], first: number, last: number): number => {
  let found = first;
  for (let index = first; index <= last; index++) {
    const { head } = tokens[index] as Token;
    if (head < first || head > last) found = index;
  }
  return found;
};

/** The token whose clause or phrase the likelihood words are about. */
const governed = (tokens: readonly Token[], first: number, last: number, form: LikelihoodPhrase['form']): number => {
  const inside = (index: number): boolean => index >= first && index <= last;
  // The phrase's own head: the token in it that hangs from outside.
  const head = headWithin(tokens, first, last);
  const token = tokens[head] as Token;
  if (form === 'noun' || form === 'verb') {
    for (const wanted of form === 'noun' ? NOUN_COMPLEMENTS : VERB_COMPLEMENTS) {
      const complement = tokens.findIndex((t, index) => inside(t.head) && !inside(index) && wanted.test(t.deprel));
      if (complement >= 0) return complement;
    }
  }
  if (/^(?:advmod|aux|amod|obl|nmod)/.test(token.deprel) && token.head >= 0) return token.head;
  return head;
};

const OF_SOMEBODY = /^(?:un)?(?:certain|sure)$|^(?:confident|doubtful)$/i;

const isExpletive = (token: Token): boolean => /^(?:it|there)$/i.test(token.text);

/**
 * What a predicate like "is likely", "remains doubtful", "consider it likely" is said of: the clause it brings, also across an
 * inserted "they say"; else its subject. Undefined where it brings an infinitive ("is likely to …"): then the whole clause.
 */
const predicateScope = (tokens: readonly Token[], adjective: number): number | undefined => {
  const word = tokens[adjective] as Token;
  if (/^(?:amod|advmod|obl|nmod)/.test(word.deprel)) return undefined;
  const governor = word.deprel === 'xcomp' && word.head >= 0 ? word.head : undefined;
  const below = (heads: readonly (number | undefined)[], relations: RegExp): number =>
    tokens.findIndex(({ head, deprel }) => heads.includes(head) && relations.test(deprel));
  const inserted = below([adjective, governor], /^parataxis/);
  const clause = tokens.findIndex(
    ({ head, deprel }, index) =>
      (index > adjective || deprel.startsWith('csubj')) &&
      ([adjective, governor].includes(head) || (inserted >= 0 && head === inserted)) &&
      /^(?:ccomp|csubj|advcl:relcl)/.test(deprel),
  );
  if (clause >= 0) return clause;
  if (below([adjective], /^xcomp/) >= 0) return undefined;
  // "uncertain of the outcome": who is uncertain is not what is.
  const matter = OF_SOMEBODY.test(word.text) ? below([adjective], /^obl/) : -1;
  if (matter >= 0) return matter;
  const subject = below([adjective], /^nsubj/);
  const about = subject >= 0 ? subject : below([governor], /^nsubj/);
  return about >= 0 && !isExpletive(tokens[about] as Token) ? about : undefined;
};

/** The words whose likelihood is stated, from the tree; without the phrase itself where that stands at an edge. */
export const scopeOf = (sentence: AnnotatedSentence, phrase: Span, form: LikelihoodPhrase['form']): Span => {
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.end > phrase.start);
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < phrase.end) last++;
  if (first < 0) return { start: sentence.start, end: sentence.end };
  const said = form === 'adjective' ? predicateScope(tokens, headWithin(tokens, first, last)) : undefined;
  let head = said ?? governed(tokens, first, last, form);
  const target = tokens[head] as Token;
  // A copula clause: "a nuclear strike is possible" is about the strike.
  if (said === undefined && !isClauseHead(target) && target.head >= 0 && head >= first && head <= last)
    head = target.head;
  // A clause of its own ("that he will …, while …") goes with all that belongs to it.
  let [from, to] = reach(tokens, head, said !== undefined && target.deprel === 'ccomp' ? BESIDE_CLAUSE : OTHER_CLAUSE);
  const within = (index: number): boolean => index >= first && index <= last;
  while (
    from < to &&
    (within(from) || (tokens[from] as Token).upos === 'PUNCT' || /^(?:mark|cc)$/.test((tokens[from] as Token).deprel))
  )
    from++;
  while (to > from && (within(to) || (tokens[to] as Token).upos === 'PUNCT')) to--;
  // A copula alone is said of all before it: "Whether it holds is uncertain."
  if (to < first && tokens.slice(from, to + 1).every(({ upos }) => upos === 'AUX')) {
    from = 0;
    to = Math.max(0, to - 1);
  }
  return { start: (tokens[from] as Token).start, end: (tokens[to] as Token).end };
};
