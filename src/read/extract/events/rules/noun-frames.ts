import { obliquesOf } from '../../syntax/roles.ts';
import { childrenBy, childrenOf, isNoun, lemmaOf, prepositionOf, relationOf, token } from '../../syntax/tree.ts';
import type { ClauseContext } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { bestFrame, type Company, type FrameMatch } from '../frame-match.ts';
import { type Party, partiesIn, without } from '../parties.ts';
import { holdersOfNoun, partiesAt, roleFor, sourcesByPlace, targetsOf } from '../role-filling.ts';
import { shareReciprocal } from './verb-frames.ts';

/** A noun's own frame, or that of the verb it is made from; what stands around it, seen as that verb would see it. */
export interface NounEvent {
  readonly match: FrameMatch;
  readonly company: Company;
  readonly deverbal: boolean;
}

const possessorSuffers = (context: ClauseContext, verb: string): boolean =>
  context.lexicon.classes.get('suffered')?.has(verb) ?? false;

export const nounEventOf = (context: ClauseContext, noun: number): NounEvent | undefined => {
  const { tree, lexicon } = context;
  if (!isNoun(tree, noun) && token(tree, noun).xpos !== 'VBG') return undefined;
  const lemma = lemmaOf(tree, noun);
  const text = token(tree, noun).text.toLowerCase();
  const verb = lexicon.nominalisations.get(lemma) ?? lexicon.nominalisations.get(text);
  const obliques = obliquesOf(tree, noun);
  const plain: Company = { head: noun, subjects: [], objects: [], recipients: [], obliques };
  const own = bestFrame(context, lexicon.nouns.get(lemma) ?? lexicon.nouns.get(text), plain);
  if (verb !== undefined) {
    const possessors = childrenBy(tree, noun, 'nmod:poss');
    const suffered = possessorSuffers(context, verb) && !obliques.some(({ preposition }) => preposition === 'of');
    const objects = [
      ...obliques.filter(({ preposition }) => preposition === 'of').map(({ head }) => head),
      ...childrenBy(tree, noun, 'compound'),
      ...(suffered ? possessors : []),
    ];
    const company: Company = { head: noun, subjects: [], objects, recipients: [], obliques };
    const match = bestFrame(
      context,
      lexicon.verbs.get(verb)?.filter((frame) => frame.tail.length === 0 || frame.object === undefined),
      company,
    );
    if (match && (!own || match.weight >= own.weight)) return { match, company, deverbal: true };
  }
  if (own) return { match: own, company: plain, deverbal: false };
  // "a mediation effort between …": the head is hollow, its compound is the event.
  if (!lexicon.classes.get('hollow')?.has(lemma)) return undefined;
  for (const part of childrenBy(tree, noun, 'compound', 'amod')) {
    const inner = bestFrame(context, lexicon.nouns.get(lemmaOf(tree, part)), plain);
    if (inner) return { match: inner, company: plain, deverbal: false };
  }
  return undefined;
};

/** Source and target as the noun's own phrase names them. */
export const partiesOfNoun = (
  context: ClauseContext,
  noun: number,
  { match, company, deverbal }: NounEvent,
): { readonly sources: readonly Party[]; readonly targets: readonly Party[] } => {
  const { frame, objects } = match;
  const { tree } = context;
  if (frame.reciprocal) {
    const shared = partiesAt(context, ['between', 'among'], company, [], 'patient', []);
    if (shared.length > 1) return shareReciprocal(shared, []);
    const holders = holdersOfNoun(context, noun, ['by', 'of']);
    const others = partiesAt(
      context,
      ['with', 'against', ...frame.target.filter((place) => place !== 'of')],
      company,
      objects,
      'patient',
      holders,
    );
    return shareReciprocal(holders, others);
  }
  const suffered = deverbal && objects.some((object) => token(tree, object).deprel === 'nmod:poss');
  const sources = suffered
    ? partiesIn(
        context,
        childrenOf(tree, noun).filter(
          (child) => relationOf(tree, child) === 'nmod' && prepositionOf(tree, child) === 'by',
        ),
        'agent',
      )
    : holdersOfNoun(
        context,
        noun,
        frame.source.length > 0 ? frame.source.filter((place) => place !== 'possessor') : ['by', 'from'],
      );
  if (deverbal) {
    if (sources.length === 0 && (frame.type === 'AID' || frame.type === 'COOPERATE')) {
      const senders = sourcesByPlace(context, frame.type, company, objects);
      return { sources: senders, targets: without(targetsOf(context, frame, company, objects, senders), senders) };
    }
    const targets = without(targetsOf(context, frame, company, objects, sources), sources);
    return { sources, targets };
  }
  const targets = partiesAt(context, frame.target, company, [], roleFor(frame.type ?? 'CONSULT'), sources);
  return { sources, targets };
};

/** "Russia's invasion of Ukraine", "talks between A and B": a noun whose own phrase names its parties. */
export const nounFrameRule = (context: ClauseContext, noun: number): Draft | undefined => {
  const event = nounEventOf(context, noun);
  if (!event || event.match.frame.type === null) return undefined;
  const { frame } = event.match;
  const { sources, targets } = partiesOfNoun(context, noun, event);
  if (sources.length === 0 && targets.length === 0) return undefined;
  return {
    type: event.match.frame.type,
    trigger: noun,
    predicate: noun,
    sources,
    targets,
    reciprocal: frame.reciprocal,
    rule: `noun-frame/${frame.id}`,
    score: 0.5 + 0.04 * Math.min(event.match.weight, 5),
  };
};
