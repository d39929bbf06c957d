import { obliquesOf } from '../../syntax/roles.ts';
import { childrenOf, isVerb, lemmaOf, relationOf, withConjuncts } from '../../syntax/tree.ts';
import { type ClauseContext, headWord } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import type { Company } from '../frame-match.ts';
import { without } from '../parties.ts';
import { partiesAt, sourcesByPlace, targetsOf } from '../role-filling.ts';
import { nounEventOf, partiesOfNoun } from './noun-frames.ts';
import { actorsOf, companyOf, shareReciprocal } from './verb-frames.ts';

const HAVING = new Set(['have', 'enjoy', 'hold']);
const RECEIVED = new Set(['support', 'backing', 'approval', 'endorsement', 'recognition', 'confidence']);

interface Carried {
  readonly noun: number;
  readonly swapped: boolean;
}

const carriedNouns = (context: ClauseContext, verb: number): readonly Carried[] => {
  const { tree, lexicon } = context;
  const roles = context.roles(verb);
  const found: Carried[] = [];
  for (const light of lexicon.light.get(headWord(context, verb)) ?? []) {
    let nouns: readonly number[] = roles.objects;
    if (light.tail.length > 0) {
      const last = light.tail.at(-1) as string;
      // "took part in combat": the phrase may hang on the noun of the verb's phrase.
      const inside =
        light.tail.length > 1 ? roles.objects.filter((object) => light.tail.includes(lemmaOf(tree, object))) : [];
      const phrases = [...roles.obliques, ...inside.flatMap((object) => obliquesOf(tree, object))];
      const hangs = light.tail.every(
        (word) =>
          childrenOf(tree, verb).some((child) => lemmaOf(tree, child) === word && relationOf(tree, child) !== 'conj') ||
          phrases.some(({ preposition }) => preposition.split(' ').includes(word)),
      );
      if (!hangs) continue;
      const brought = phrases.filter(({ preposition }) => preposition === last || preposition === light.tail.join(' '));
      nouns = brought.length > 0 ? brought.map(({ head }) => head) : roles.objects;
    }
    for (const noun of nouns.flatMap((head) => withConjuncts(tree, head)))
      if (!found.some((carried) => carried.noun === noun)) found.push({ noun, swapped: light.swapped });
  }
  return found;
};

/** "hold talks", "impose sanctions", "came under attack from": the noun is the event, the verb brings its parties. */
export const lightVerbRule = (context: ClauseContext, verb: number): readonly Draft[] => {
  if (!isVerb(context.tree, verb)) return [];
  const roles = context.roles(verb);
  return carriedNouns(context, verb).flatMap(({ noun, swapped }): Draft[] => {
    const event = nounEventOf(context, noun);
    if (!event || event.match.frame.type === null) return [];
    // Who has support gives none.
    if (HAVING.has(lemmaOf(context.tree, verb)) && RECEIVED.has(lemmaOf(context.tree, noun))) return [];
    const { frame } = event.match;
    const type = event.match.frame.type;
    const company: Company = { ...companyOf(context, verb), head: noun, objects: [noun] };
    const inNoun = partiesOfNoun(context, noun, event);
    const bySubject = actorsOf(context, verb, frame.reciprocal && inNoun.targets.length === 0);
    if (swapped) {
      const targets = bySubject;
      const sources = without(
        inNoun.sources.length > 0
          ? inNoun.sources
          : partiesAt(context, ['from', 'by', 'of', 'at', 'with', 'in'], company, [noun], 'agent', targets),
        targets,
      );
      return [draftOf(frame.id, type, noun, verb, sources, targets, frame.reciprocal, 0.75)];
    }
    let sources = inNoun.sources.length > 0 && !frame.reciprocal ? inNoun.sources : bySubject;
    if (sources.length === 0) sources = inNoun.sources;
    if (sources.length === 0 && roles.passive) sources = sourcesByPlace(context, type, company, []);
    let targets = without(inNoun.targets, sources);
    if (targets.length === 0)
      targets = targetsOf(context, { ...frame, object: 'any' }, company, [noun, ...event.match.objects], sources);
    const shared = frame.reciprocal ? shareReciprocal(sources, targets) : { sources, targets };
    return [draftOf(frame.id, type, noun, verb, shared.sources, shared.targets, frame.reciprocal, 0.9)];
  });
};

const draftOf = (
  frame: string,
  type: Draft['type'],
  noun: number,
  verb: number,
  sources: Draft['sources'],
  targets: Draft['targets'],
  reciprocal: boolean,
  score: number,
): Draft => ({
  type,
  trigger: noun,
  predicate: verb,
  sources,
  targets,
  reciprocal,
  rule: `light-verb/${frame}`,
  score,
});
