import type { AttributionCue, AttributionLexicon, ContentKind, CueAct } from '../../../lexicon/index.ts';
import { type Roles, rolesOf } from '../syntax/roles.ts';
import { childrenOf, isVerb, lemmaOf, relationOf, type Tree, token } from '../syntax/tree.ts';

/** One sentence with what the attribution rules look things up in. */
export interface CueContext {
  readonly tree: Tree;
  readonly lexicon: AttributionLexicon;
  readonly roles: (verb: number) => Roles;
}

export const cueContext = (tree: Tree, lexicon: AttributionLexicon): CueContext => {
  const known = new Map<number, Roles>();
  return {
    tree,
    lexicon,
    roles: (verb) => {
      const found = known.get(verb) ?? rolesOf(tree, verb);
      known.set(verb, found);
      return found;
    },
  };
};

/** A cue at a token: which of the lexicon's, and what its last preposition brings. */
export interface CueMatch {
  readonly cue: AttributionCue;
  readonly head: number;
  /** Heads of the phrases that the cue's own preposition brings; the verb's objects where it has none. */
  readonly objects: readonly number[];
  readonly lastWord: number;
}

const tailAt = (
  context: CueContext,
  head: number,
  tail: readonly string[],
): { objects: readonly number[]; last: number } | undefined => {
  const { tree } = context;
  let objects: readonly number[] = [];
  let last = head;
  for (const word of tail) {
    const phrases = context.roles(head).obliques.filter(({ preposition }) => preposition.split(' ')[0] === word);
    const particle = childrenOf(tree, head).find(
      (child) => lemmaOf(tree, child) === word && !['conj', 'mark', 'nsubj'].includes(relationOf(tree, child)),
    );
    const clause = childrenOf(tree, head).find(
      (child) =>
        childrenOf(tree, child).some((mark) => relationOf(tree, mark) === 'mark' && lemmaOf(tree, mark) === word) &&
        token(tree, child).xpos === 'VBG',
    );
    if (phrases.length > 0) {
      objects = phrases.map((phrase) => phrase.head);
      last = Math.max(last, tree.first[phrases[0]?.head ?? head] as number);
    } else if (clause !== undefined) {
      objects = [clause];
      last = Math.max(last, tree.first[clause] as number);
    } else if (particle !== undefined) last = Math.max(last, particle);
    else return undefined;
  }
  return { objects, last };
};

/** The cues that hold at a token, longest phrase first. */
export const cuesAt = (context: CueContext, head: number): readonly CueMatch[] => {
  const { tree, lexicon } = context;
  const lemma = lemmaOf(tree, head);
  const { upos, xpos } = token(tree, head);
  const cues =
    upos === 'ADJ' || xpos === 'JJ'
      ? lexicon.adjectives.get(lemma)
      : isVerb(tree, head)
        ? lexicon.verbs.get(lemma)
        : upos === 'NOUN'
          ? lexicon.nouns.get(lemma)
          : undefined;
  if (!cues) return [];
  return cues.flatMap((cue): CueMatch[] => {
    if (cue.tail.length === 0)
      return [{ cue, head, objects: isVerb(tree, head) ? context.roles(head).objects : [], lastWord: head }];
    const tail = tailAt(context, head, cue.tail);
    return tail
      ? [
          {
            cue,
            head,
            objects: tail.objects.length > 0 ? tail.objects : context.roles(head).objects,
            lastWord: tail.last,
          },
        ]
      : [];
  });
};

export const takes = (match: CueMatch, kind: ContentKind): boolean => match.cue.takes.has(kind);

/** What kind of act the cue is with the first of these kinds of content that it takes. */
export const actOf = ({ cue }: CueMatch, ...kinds: readonly ContentKind[]): CueAct => {
  for (const kind of kinds) {
    const act = cue.takes.get(kind);
    if (act) return act;
  }
  return 'speech';
};

/** True of a common noun that cannot say anything: "the day", "prices". */
export const isMute = ({ tree, lexicon }: CueContext, source: number): boolean =>
  token(tree, source).upos === 'NOUN' &&
  /^\p{Ll}/u.test(token(tree, source).text) &&
  lexicon.mute.has(lemmaOf(tree, source));
