import { isVerb, lemmaOf, relationOf, token, withConjuncts } from '../../syntax/tree.ts';
import { type ClauseContext, headWord } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { bestFrame, type Company, type FrameMatch, isEventNoun, phraseIs } from '../frame-match.ts';
import { membersIn, type Party, partiesIn } from '../parties.ts';
import { sourcesByPlace, targetsOf } from '../role-filling.ts';

const PATH_SCORE = {
  own: 1,
  coordination: 0.9,
  relative: 0.9,
  participle: 0.8,
  control: 0.8,
  holder: 0.7,
  none: 0.5,
} as const;

export const companyOf = (context: ClauseContext, verb: number): Company => {
  const { subjects, objects, recipients, obliques } = context.roles(verb);
  return { head: verb, subjects, objects, recipients, obliques };
};

export const verbFrameOf = (context: ClauseContext, verb: number): FrameMatch | undefined =>
  isVerb(context.tree, verb)
    ? bestFrame(context, context.lexicon.verbs.get(headWord(context, verb)), companyOf(context, verb))
    : undefined;

/** Reciprocal events of several subjects: "Jordan and Britain agreed". The first is the source, the others are targets. */
export const shareReciprocal = (
  sources: readonly Party[],
  targets: readonly Party[],
): { readonly sources: readonly Party[]; readonly targets: readonly Party[] } =>
  targets.length === 0 && sources.length > 1
    ? { sources: sources.slice(0, 1), targets: sources.slice(1) }
    : { sources, targets };

/** "filed a lawsuit accusing X", "a bill that would sanction Y": where a text does it, whoever made the text does. */
export const makerOf = (context: ClauseContext, verb: number): readonly Party[] => {
  const { tree } = context;
  if (relationOf(tree, verb) !== 'acl') return [];
  const made = token(tree, verb).head;
  const texts = context.lexicon.classes.get('texts');
  if (!texts || !phraseIs(context, made, texts)) return [];
  const maker = token(tree, made).head;
  if (maker < 0 || !isVerb(tree, maker) || !['obj', 'obl'].includes(relationOf(tree, made))) return [];
  return partiesIn(context, context.roles(maker).subjects, 'agent');
};

const REPRESENTATIVES = [
  'attack',
  'projectile',
  'arms',
  'troops',
  'texts',
  'exercise',
  'talks',
  'investigation',
  'hollow',
  'civilians',
  'assailants',
  'officials',
  'diplomats',
  'bodies',
];

/** "Israeli jets", "a Clinton ad", "talks with Iran": a thing that acts for whoever it names. Standards, prices and ideas do not. */
const standsForActor = (context: ClauseContext, head: number): boolean =>
  context.actors.at(context.sentence, head) !== undefined ||
  token(context.tree, head).upos === 'PROPN' ||
  isEventNoun(context, head) ||
  REPRESENTATIVES.some((name) => {
    const words = context.lexicon.classes.get(name);
    return words !== undefined && withConjuncts(context.tree, head).some((member) => phraseIs(context, member, words));
  });

/** Who does what a verb says: its subjects, the members of a joint one where the frame is mutual, or the maker of a text. */
export const actorsOf = (context: ClauseContext, verb: number, reciprocal: boolean): readonly Party[] => {
  const roles = context.roles(verb);
  const [subject] = roles.subjects;
  const sources = partiesIn(context, roles.subjects, 'agent').filter(
    ({ distance }) => distance === 0 || roles.subjects.some((head) => standsForActor(context, head)),
  );
  if (reciprocal && sources.length === 1 && roles.subjects.length === 1 && subject !== undefined) {
    const members = membersIn(context, subject);
    if (members.length > 1) return members;
  }
  return sources.length > 0 ? sources : makerOf(context, verb);
};

/** Subjects that are no actors and no weapons either: storms, prices, ideas. */
const isBlind = (context: ClauseContext, subjects: readonly number[]): boolean =>
  subjects.length > 0 &&
  !subjects.some((subject) =>
    ['attack', 'projectile', 'arms', 'troops', 'civilians'].some((name) => {
      const words = context.lexicon.classes.get(name);
      return words !== undefined && phraseIs(context, subject, words);
    }),
  );

/** "condemn", "lift sanctions", "call for": a verb with the company that its frame asks for. */
export const verbFrameRule = (context: ClauseContext, verb: number): Draft | null | undefined => {
  // "Clinton-supporting groups": a modifier describes, it does not tell.
  const describes =
    ['amod', 'compound'].includes(relationOf(context.tree, verb)) || context.tree.tokens[verb - 1]?.text === '-';
  if (describes && token(context.tree, verb).xpos === 'VBG') return null;
  const match = verbFrameOf(context, verb);
  if (!match) return undefined;
  const { frame } = match;
  if (frame.type === null) return null;
  // "killed himself": nobody does anything to anybody else.
  if (match.objects.some((object) => /sel(f|ves)$/.test(lemmaOf(context.tree, object)))) return null;
  const company = companyOf(context, verb);
  const roles = context.roles(verb);
  const plain = partiesIn(context, roles.subjects, 'agent');
  const targets = targetsOf(context, frame, company, match.objects, plain);
  let sources = actorsOf(context, verb, frame.reciprocal && targets.length === 0);
  if (sources.length === 0 && roles.passive) sources = sourcesByPlace(context, frame.type, company, match.objects);
  if (frame.type === 'ASSAULT' && sources.length === 0 && !roles.passive && isBlind(context, roles.subjects))
    return null;
  const shared = frame.reciprocal ? shareReciprocal(sources, targets) : { sources, targets };
  return {
    type: frame.type,
    trigger: verb,
    predicate: verb,
    ...shared,
    reciprocal: frame.reciprocal,
    rule: `verb-frame/${frame.id}`,
    score: PATH_SCORE[roles.path] * (0.7 + 0.05 * Math.min(match.weight, 6)),
  };
};
