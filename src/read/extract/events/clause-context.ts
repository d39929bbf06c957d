import type { EventLexicon } from '../../../lexicon/index.ts';
import type { Actor } from '../../../model/index.ts';
import type { ActorLayer } from '../actor-layer.ts';
import { type Roles, rolesOf } from '../syntax/roles.ts';
import { lemmaOf, type Tree, token } from '../syntax/tree.ts';

/** One sentence with all that the event rules look things up in. */
export interface ClauseContext {
  readonly tree: Tree;
  readonly sentence: number;
  readonly actors: ActorLayer;
  readonly actorById: ReadonlyMap<string, Actor>;
  readonly lexicon: EventLexicon;
  readonly roles: (verb: number) => Roles;
}

export const clauseContext = (
  tree: Tree,
  actors: ActorLayer,
  actorById: ReadonlyMap<string, Actor>,
  lexicon: EventLexicon,
): ClauseContext => {
  const known = new Map<number, Roles>();
  return {
    tree,
    sentence: tree.sentence.index,
    actors,
    actorById,
    lexicon,
    roles: (verb) => {
      const found = known.get(verb) ?? rolesOf(tree, verb);
      known.set(verb, found);
      return found;
    },
  };
};

/** The lemma under which the lexicon knows a word: the annotator's, or by its regular form where that one is unknown. */
export const headWord = ({ tree, lexicon }: ClauseContext, index: number): string => {
  const lemma = lemmaOf(tree, index);
  if (lexicon.verbs.has(lemma) || lexicon.operators.has(lemma) || lexicon.light.has(lemma)) return lemma;
  return lexicon.inflections.get(token(tree, index).text.toLowerCase()) ?? lemma;
};
