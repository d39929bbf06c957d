import type { Token } from '../../../annotate/index.ts';
import type { Phrase } from '../phrase.ts';
import { type PronounForm, pronounForm } from '../pronoun-phrase.ts';
import type { ReadSentence } from '../text-context.ts';
import type { Tree } from '../tree.ts';
import type { Cluster, Clusters } from './clusters.ts';

/** What each sign is worth when antecedents are ranked. Set by hand after Lappin & Leass 1994. */
const WEIGHT = {
  subject: 2.2,
  object: 0.8,
  possessor: 0.6,
  oblique: 0.1,
  nested: -0.6,
  compound: -2.5,
  predicate: -0.5,
  sentence: -1.6,
  farther: -1.1,
  sameRole: 0.6,
  samePronoun: 1.1,
  name: 0.5,
  mentions: 0.55,
  token: -0.015,
  weakKind: -1.6,
  goodKind: 0.7,
  acrossQuote: -0.6,
  pronounsOnly: -2,
  together: 0.4,
  paragraph: -0.8,
  ahead: 0.3,
  ownSubject: 1.8,
  upperSubject: 0.8,
  ownRelative: 0.5,
  unsure: -1.2,
  sureGender: 0.5,
  dislocated: 2.5,
} as const;

const ANYONE = /^(?:someone|somebody|anyone|anybody|everyone|everybody|person|no-?one|nobody|child|one)$/;

/** How many sentences back a pronoun looks. */
const REACH: Readonly<Record<string, number>> = { he: 8, she: 8, it: 3, they: 4 };
const ENOUGH = -3.2;

const which = ({ pronouns }: PronounForm): 'he' | 'she' | 'it' | 'they' =>
  pronouns.he ? 'he' : pronouns.she ? 'she' : pronouns.it ? 'it' : 'they';

const role = (tree: Tree, phrase: Phrase): number => {
  const { deprel } = tree.token(phrase.head) as Token;
  if (deprel.startsWith('nsubj')) return WEIGHT.subject;
  if (deprel === 'obj' || deprel === 'iobj') return WEIGHT.object;
  if (deprel === 'dislocated') return WEIGHT.dislocated;
  if (deprel === 'nmod:poss') return WEIGHT.possessor;
  if (deprel.startsWith('obl')) return WEIGHT.oblique;
  if (deprel === 'nmod') return WEIGHT.nested;
  if (deprel === 'compound' || deprel === 'amod') return WEIGHT.compound;
  if (deprel === 'conj') return conjunctRole(tree, phrase);
  return 0;
};

const conjunctRole = (tree: Tree, phrase: Phrase): number => {
  const governor = tree.head(phrase.head);
  return governor?.deprel.startsWith('nsubj') ? WEIGHT.subject - 1 : 0;
};

const KINDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  he: { person: WEIGHT.goodKind, thing: WEIGHT.weakKind },
  she: { person: WEIGHT.goodKind, thing: WEIGHT.weakKind },
  it: {
    organisation: WEIGHT.goodKind,
    state: WEIGHT.goodKind,
    group: 0.3,
    time: 2 * WEIGHT.weakKind,
    place: 0.2,
    thing: -0.3,
  },
  they: {
    people: WEIGHT.goodKind,
    group: 0.4,
    organisation: 0,
    person: WEIGHT.weakKind,
    state: WEIGHT.weakKind,
    thing: -0.2,
  },
};

/** Is the phrase a dependent of the same verb as the pronoun, so that only a reflexive could go back to it? */
const isCoArgument = (tree: Tree, pronoun: Phrase, candidate: Phrase, form: PronounForm): boolean => {
  if (form.possessive || form.reflexive) return false;
  const [a, b] = [tree.token(pronoun.head) as Token, tree.token(candidate.head) as Token];
  const clauseOf = (index: number, token: Token): number => {
    let at = token.head;
    let relation = token.deprel;
    let from = index;
    while (relation === 'conj' && at >= 0) {
      from = at;
      relation = (tree.token(from) as Token).deprel;
      at = (tree.token(from) as Token).head;
    }
    return at;
  };
  return a.head >= 0 && clauseOf(pronoun.head, a) === clauseOf(candidate.head, b);
};

/** Inside the candidate's own phrase, but for a relative clause: "its owner" is not the owner. */
const isInside = (tree: Tree, pronoun: Phrase, candidate: Phrase): boolean => {
  if (pronoun.head < candidate.first || pronoun.head >= candidate.last) return false;
  let at = pronoun.head;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const token = tree.token(at);
    if (token === undefined || token.head < 0) break;
    if (token.head === candidate.head) return !/^(?:acl|acl:relcl|advcl)$/.test(token.deprel);
    at = token.head;
  }
  return true;
};

/** "In his speech, Putin said": the subject that the fronted phrase or clause of the pronoun waits for. */
const subjectAhead = (tree: Tree, pronoun: Phrase, ofSentence: readonly Phrase[]): Phrase | undefined => {
  let at = pronoun.head;
  for (let steps = 0; steps < MAX_CLIMB; steps++) {
    const token = tree.token(at);
    if (token === undefined || token.head < 0) return undefined;
    const subject = tree.child(token.head, 'nsubj', 'nsubj:pass');
    if (/^(?:obl|advcl)/.test(token.deprel) && subject !== undefined && subject > pronoun.head && at < subject) {
      return ofSentence.find((one) => one.head === subject && one.parts === undefined && one.form !== 'pronoun');
    }
    at = token.head;
  }
  return undefined;
};

/** "Philonise, his brother": what stands in apposition to a name is not told of its bearer by himself. */
const isInApposition = (tree: Tree, pronoun: Phrase, candidate: Phrase): boolean => {
  let at = pronoun.head;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const token = tree.token(at);
    if (token === undefined || token.head < 0 || /^acl/.test(token.deprel)) return false;
    if (token.head === candidate.head) return token.deprel === 'appos';
    at = token.head;
  }
  return false;
};

/**
 * How the clauses around the pronoun point to the candidate: the subject of its own clause, for a possessive; that of a
 * clause above; the noun whose relative clause it stands in.
 */
const byClauses = (tree: Tree, pronoun: Phrase, form: PronounForm, candidate: Phrase): number => {
  let at = pronoun.head;
  let own = true;
  for (let steps = 0; steps < MAX_CLIMB; steps++) {
    const token = tree.token(at);
    if (token === undefined || token.head < 0) return 0;
    if (/^acl/.test(token.deprel) && token.head === candidate.head) return WEIGHT.ownRelative;
    const isSubject = token.deprel.startsWith('nsubj');
    if (!isSubject && tree.child(token.head, 'nsubj', 'nsubj:pass') === candidate.head) {
      if (own) return form.possessive || form.reflexive ? WEIGHT.ownSubject : 0;
      return WEIGHT.upperSubject;
    }
    const governor = tree.token(token.head) as Token;
    if (governor.upos === 'VERB' || governor.upos === 'AUX')
      own = own && (token.deprel === 'obj' || /^(?:obl|iobj|nmod|xcomp)/.test(token.deprel));
    at = token.head;
  }
  return 0;
};

const MAX_CLIMB = 24;

const subjectOf = (tree: Tree, index: number, bySubject: ReadonlyMap<number, Phrase>): Phrase | undefined => {
  const clause = tree.clause(index);
  const subject = tree.child(clause, 'nsubj', 'nsubj:pass');
  if (subject !== undefined) return bySubject.get(subject);
  // "They agreed to defend themselves": the subject of the verb above.
  const above = tree.token(clause);
  if (above !== undefined && /^(?:xcomp|advcl|conj|acl|ccomp)/.test(above.deprel) && above.head >= 0) {
    const upper = tree.child(above.head, 'nsubj', 'nsubj:pass');
    return upper === undefined ? undefined : bySubject.get(upper);
  }
  return undefined;
};

/** "It is likely that …", "it took an hour": stands for nothing said before. */
export const isEmptyIt = (tree: Tree, index: number): boolean => {
  const token = tree.token(index) as Token;
  if (token.text.toLowerCase() !== 'it' || !token.deprel.startsWith('nsubj')) return token.deprel === 'expl';
  const clause = token.head;
  if (clause < 0) return false;
  const governor = tree.token(clause) as Token;
  const copular = tree.child(clause, 'cop') !== undefined;
  const hasClause =
    tree.child(clause, 'csubj', 'csubj:pass', 'ccomp') !== undefined ||
    tree.children(clause).some((child) => {
      const one = tree.token(child) as Token;
      return (
        (one.deprel === 'xcomp' || one.deprel === 'advcl') &&
        child > clause &&
        tree.child(child, 'mark') !== undefined &&
        governor.upos === 'ADJ' &&
        copular
      );
    });
  if (hasClause && (copular || /^(?:seem|appear|happen|turn|matter)$/.test(governor.lemma))) return true;
  // "It is said that …"; "it says that …" is somebody.
  if (hasClause && token.deprel === 'nsubj:pass') return true;
  return /^(?:rain|snow|seem)$/.test(governor.lemma);
};

export interface RankedAntecedent {
  readonly phrase: Phrase;
  readonly score: number;
}

/**
 * The likeliest antecedent of a third-person pronoun among the phrases before it.
 *
 * @param earlier newest last
 * @param speaker of the quotation that the pronoun stands in: who speaks does not call himself "he"
 * @param ofSentence all phrases of the pronoun's sentence, for a subject that comes after it
 * @param splits phrases that stand for several others together, by index
 */
export const antecedentOf = (
  pronoun: Phrase,
  earlier: readonly Phrase[],
  sentences: readonly ReadSentence[],
  clusters: Clusters,
  inQuote: (phrase: Phrase) => boolean,
  splits: ReadonlyMap<number, readonly Phrase[]>,
  speaker: Phrase | undefined,
  ofSentence: readonly Phrase[] = [],
): RankedAntecedent | undefined => {
  const sentence = sentences[pronoun.sentence] as ReadSentence;
  const { tree } = sentence;
  const form = pronounForm(tree.token(pronoun.head) as Token);
  if (form === undefined) return undefined;
  const kind = which(form);
  const reach = REACH[kind] as number;
  const here: Phrase[] = [];
  for (let at = earlier.length - 1; at >= 0 && (earlier[at] as Phrase).sentence === pronoun.sentence; at--)
    here.push(earlier[at] as Phrase);
  if (form.reflexive) {
    const subject = subjectOf(tree, pronoun.head, new Map(here.map((phrase) => [phrase.head, phrase])));
    if (subject !== undefined && clusters.of(subject).pronouns[kind]) return { phrase: subject, score: 9 };
  }
  // Whatever is the subject or object of the same verb is not what the pronoun stands for, wherever else it is named.
  const barred = new Set(
    here
      .filter((phrase) => isCoArgument(tree, pronoun, phrase, form))
      .flatMap((phrase) => [phrase, ...(splits.get(phrase.index) ?? [])])
      .map((phrase) => clusters.of(phrase)),
  );
  if (speaker !== undefined) barred.add(clusters.of(speaker));
  // "It says that they took part": one sentence does not call one body both.
  if (kind === 'they' || kind === 'it')
    for (const phrase of here) {
      const other = phrase.form === 'pronoun' ? pronounForm(tree.token(phrase.head) as Token) : undefined;
      if (other?.person === 3 && which(other) !== kind) barred.add(clusters.of(phrase));
    }
  let best: RankedAntecedent | undefined;
  const seen = new Set<object>();
  for (let at = earlier.length - 1; at >= 0; at--) {
    const candidate = earlier[at] as Phrase;
    const distance = pronoun.sentence - candidate.sentence;
    if (distance > reach) break;
    const cluster = clusters.of(candidate);
    if (!cluster.pronouns[kind] || candidate.form === 'demonym') continue;
    if (isFirstOrSecond(sentences, candidate)) continue;
    const candidateTree = (sentences[candidate.sentence] as ReadSentence).tree;
    if (barred.has(cluster)) continue;
    if (distance === 0 && (isInside(tree, pronoun, candidate) || isInApposition(tree, pronoun, candidate))) continue;
    let score = role(candidateTree, candidate) + (KINDS[kind]?.[cluster.kind] ?? 0);
    score +=
      distance === 0
        ? WEIGHT.token * (pronoun.head - candidate.head)
        : WEIGHT.sentence + WEIGHT.farther * (distance - 1);
    if ((tree.token(pronoun.head) as Token).deprel === (candidateTree.token(candidate.head) as Token).deprel)
      score += WEIGHT.sameRole;
    if (kind === 'he' || kind === 'she') {
      if (candidate.rule.endsWith('capitalised') && cluster.pronouns.it) score += WEIGHT.unsure;
      if (!cluster.pronouns[kind === 'he' ? 'she' : 'he']) score += WEIGHT.sureGender;
    }
    if (candidate.form === 'name') score += WEIGHT.name;
    if (candidateTree.sentence.paragraph !== tree.sentence.paragraph) score += WEIGHT.paragraph;
    if (kind === 'they' && ANYONE.test(candidate.noun)) score -= 2 * WEIGHT.weakKind;
    if (candidate.parts !== undefined) score += WEIGHT.together;
    if (!seen.has(cluster)) {
      seen.add(cluster);
      score += WEIGHT.mentions * Math.log2(mentionsBefore(cluster, pronoun) + 1);
    }
    if (candidate.form === 'pronoun') score += WEIGHT.samePronoun;
    if (cluster.members.every((member) => member.form === 'pronoun')) score += WEIGHT.pronounsOnly;
    if (distance === 0) score += byClauses(tree, pronoun, form, candidate);
    if (inQuote(pronoun) !== inQuote(candidate)) score += WEIGHT.acrossQuote;
    if (best === undefined || score > best.score) best = { phrase: candidate, score };
  }
  const ahead = form.possessive ? subjectAhead(tree, pronoun, ofSentence) : undefined;
  if (ahead !== undefined && clusters.of(ahead).pronouns[kind] && !barred.has(clusters.of(ahead))) {
    const score =
      WEIGHT.subject +
      (KINDS[kind]?.[clusters.of(ahead).kind] ?? 0) +
      (ahead.form === 'name' ? WEIGHT.name : 0) +
      WEIGHT.ahead;
    if (best === undefined || score > best.score) best = { phrase: ahead, score };
  }
  return best !== undefined && best.score >= ENOUGH ? best : undefined;
};

const SCANNED = 512;

/** How often the text has spoken of it so far; of very many, as many as are looked through. */
const mentionsBefore = ({ members }: Cluster, pronoun: Phrase): number => {
  let count = 0;
  for (let at = 0; at < members.length && at < SCANNED; at++)
    if ((members[at] as Phrase).index < pronoun.index) count++;
  return count;
};

const isFirstOrSecond = (sentences: readonly ReadSentence[], phrase: Phrase): boolean => {
  if (phrase.form !== 'pronoun') return false;
  const form = pronounForm((sentences[phrase.sentence] as ReadSentence).tree.token(phrase.head) as Token);
  return form !== undefined && form.person !== 3;
};
