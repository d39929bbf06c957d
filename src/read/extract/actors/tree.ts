import type { AnnotatedSentence, Token } from '../../annotate/index.ts';

/** Dependents that do not belong to the phrase of a noun. */
const OUTSIDE = new Set([
  'conj',
  'cc',
  'cc:preconj',
  'mark',
  'cop',
  'aux',
  'aux:pass',
  'nsubj',
  'nsubj:pass',
  'nsubj:outer',
  'csubj',
  'csubj:pass',
  'csubj:outer',
  'parataxis',
  'discourse',
  'punct',
  'vocative',
  'reparandum',
  'orphan',
  'expl',
  'dislocated',
  'dep',
  'appos',
]);
/** Dependents of a predicate noun ("He is now the leader of …") that belong to its clause, not to the phrase. */
const OF_THE_CLAUSE = new Set([
  'advmod',
  'obl',
  'advcl',
  'obl:unmarked',
  'ccomp',
  'xcomp',
  'obj',
  'obl:agent',
  'advcl:relcl',
]);
const PREDICATE_SIGNS = new Set(['cop', 'nsubj', 'nsubj:outer']);
/** Dependents that come after the core of a phrase and are phrases or clauses of their own. */
const LATE = new Set(['acl', 'acl:relcl', 'advcl', 'nmod', 'obl', 'appos', 'ccomp', 'xcomp', 'advcl:relcl']);
/** Left out of a phrase wherever they hang in it. */
const NEVER = new Set(['appos', 'parataxis', 'discourse', 'vocative', 'reparandum']);
const OPENING = /^["“‘'([]$/;
const NONE: readonly number[] = [];

/** The tokens with every head that leads nowhere, or round in a circle, cut off: the rest may trust that a walk up ends. */
const withSoundHeads = (tokens: readonly Token[]): readonly Token[] => {
  const sound: boolean[] = [];
  const cut = new Set<number>();
  for (let start = 0; start < tokens.length; start++) {
    const path: number[] = [];
    const onPath = new Set<number>();
    for (let at = start; at >= 0 && !sound[at]; ) {
      path.push(at);
      onPath.add(at);
      const head = cut.has(at) ? -1 : (tokens[at] as Token).head;
      if (head >= tokens.length || !Number.isInteger(head) || onPath.has(head)) {
        cut.add(at);
        break;
      }
      at = head;
    }
    for (const at of path) sound[at] = true;
  }
  return cut.size === 0 ? tokens : tokens.map((token, index) => (cut.has(index) ? { ...token, head: -1 } : token));
};

/** A sentence as a tree that can be asked for dependents and phrases. Broken heads (cycles, out of range) do no harm. */
export class Tree {
  readonly tokens: readonly Token[];
  readonly #children: readonly (readonly number[])[];

  constructor(readonly sentence: AnnotatedSentence) {
    this.tokens = withSoundHeads(sentence.tokens);
    const children: number[][] = this.tokens.map(() => []);
    this.tokens.forEach((token, index) => {
      if (token.head !== index) children[token.head]?.push(index);
    });
    this.#children = children;
  }

  children(index: number): readonly number[] {
    return this.#children[index] ?? NONE;
  }

  token(index: number): Token | undefined {
    return this.tokens[index];
  }

  head(index: number): Token | undefined {
    return this.tokens[this.tokens[index]?.head ?? -1];
  }

  child(index: number, ...relations: readonly string[]): number | undefined {
    return this.children(index).find((child) => relations.includes((this.tokens[child] as Token).deprel));
  }

  /** The preposition of a phrase, lower case; an empty string where there is none. */
  preposition(index: number): string {
    const child = this.children(index).find(
      (one) => this.tokens[one]?.deprel === 'case' && this.tokens[one]?.xpos !== 'POS',
    );
    return child === undefined ? '' : (this.tokens[child] as Token).text.toLowerCase();
  }

  /** Is the word the predicate of a clause with `be`? */
  isPredicate(index: number): boolean {
    return this.children(index).some((child) => PREDICATE_SIGNS.has((this.tokens[child] as Token).deprel));
  }

  /**
   * The tokens of a noun's phrase, half-open: determiners, modifiers, complements and relative clauses, a genitive 's,
   * but no preposition, conjunct or apposition.
   *
   * @param core leave out what follows as a phrase or clause of its own
   */
  phrase(head: number, core = false): readonly [first: number, last: number] {
    const predicate = this.isPredicate(head);
    let first = head;
    let last = head;
    const seen = new Set([head]);
    const stack: number[] = [];
    for (const child of this.children(head)) {
      const { deprel, xpos } = this.tokens[child] as Token;
      if (deprel === 'case' ? xpos !== 'POS' : OUTSIDE.has(deprel) || (predicate && OF_THE_CLAUSE.has(deprel)))
        continue;
      if (core && LATE.has(deprel)) continue;
      if (predicate && child < head && this.#isBeforeCopula(child, head)) continue;
      if (deprel === 'nmod' && child > head && this.#followsComma(child)) continue;
      stack.push(child);
    }
    while (stack.length > 0) {
      const index = stack.pop() as number;
      if (seen.has(index)) continue;
      seen.add(index);
      if (index < first) first = index;
      if (index > last) last = index;
      for (const child of this.children(index)) if (!NEVER.has((this.tokens[child] as Token).deprel)) stack.push(child);
    }
    while (first < head && this.tokens[first]?.deprel === 'advmod' && this.tokens[first]?.head === head) first++;
    // "even with countries", "deep inside Russia": what stands before the preposition is not of the phrase.
    for (const child of this.children(head)) {
      const { deprel, xpos } = this.tokens[child] as Token;
      if (deprel === 'case' && xpos !== 'POS' && child < head && child >= first) first = child + 1;
    }
    while (
      first < head &&
      !/^(?:least|most)$/i.test(this.tokens[first + 1]?.text ?? '') &&
      (this.#isEdgeMark(first) || /^(?:CCONJ|ADP|INTJ|SCONJ)$/.test(this.tokens[first]?.upos ?? ''))
    )
      first++;
    while (last > head && this.#isClosingMark(last, first)) last--;
    if (!core && this.#isOpenQuote(first, last)) last++;
    return [first, last + 1];
  }

  /** "For them, he was a legend": what stands before the verb is not of the predicate noun. */
  #isBeforeCopula(child: number, head: number): boolean {
    return this.children(head).some((one) => this.tokens[one]?.deprel === 'cop' && one < head && child < one);
  }

  #followsComma(child: number): boolean {
    const start = Math.min(child, ...this.children(child));
    return this.tokens[start - 1]?.text === ',';
  }

  /** Does the phrase open a quotation that the very next mark closes: 'its "comeback"'? */
  #isOpenQuote(first: number, last: number): boolean {
    const closing = this.tokens[last + 1]?.text ?? '';
    if (closing !== '"' && closing !== '”') return false;
    let open = 0;
    for (let at = first; at <= last; at++) {
      const { text } = this.tokens[at] as Token;
      if (text === '"') open = 1 - open;
      else if (text === '“') open = 1;
      else if (text === '”') open = 0;
    }
    return open === 1;
  }

  #isEdgeMark(index: number): boolean {
    const token = this.tokens[index] as Token;
    return token.upos === 'PUNCT' && !OPENING.test(token.text);
  }

  /** A mark at the end of a phrase belongs to it only if it closes what the phrase opens. */
  #isClosingMark(index: number, first: number): boolean {
    const { upos, text } = this.tokens[index] as Token;
    if (upos !== 'PUNCT') return false;
    const opening = text === ')' ? '(' : text === '”' ? '“' : text === '"' ? '"' : undefined;
    if (opening === undefined) return true;
    for (let at = first; at < index; at++) if (this.tokens[at]?.text === opening) return false;
    return true;
  }

  /** Is `index` below `above` in the tree? Cycles end the walk. */
  isUnder(index: number, above: number): boolean {
    let at = this.tokens[index]?.head ?? -1;
    for (let steps = 0; at >= 0 && steps <= this.tokens.length; steps++) {
      if (at === above) return true;
      at = this.tokens[at]?.head ?? -1;
    }
    return false;
  }

  /** The verb or predicate of the clause that a word stands in. */
  clause(index: number): number {
    let at = index;
    for (let steps = 0; steps <= this.tokens.length; steps++) {
      const head = this.tokens[at]?.head ?? -1;
      if (head < 0 || head === at) return at;
      at = head;
      const token = this.tokens[at] as Token;
      if (token.upos === 'VERB' || token.upos === 'AUX' || this.isPredicate(at)) return at;
    }
    return at;
  }
}
