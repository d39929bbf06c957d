import type { EventFrame, WordSet } from '../../../lexicon/index.ts';
import type { Oblique } from '../syntax/roles.ts';
import { isTimeWord, WEEKDAYS } from '../syntax/time-words.ts';
import {
  childrenBy,
  childrenOf,
  isVerb,
  lemmaOf,
  markOf,
  prepositionOf,
  relationOf,
  token,
  withConjuncts,
} from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';

/** What a head word has around it, whether it is a verb or a noun made from one. */
export interface Company {
  readonly head: number;
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly recipients: readonly number[];
  readonly obliques: readonly Oblique[];
}

export interface FrameMatch {
  readonly frame: EventFrame;
  /** The object as the frame sees it: for "call for talks" the talks. */
  readonly objects: readonly number[];
  /** How many conditions held; more particular frames win. */
  readonly weight: number;
}

/** Heads that only count or bundle what their of-phrase names. */
const MEASURES = new Set(
  'number dozen hundred thousand million billion score group series round batch wave set package piece ton tonne lot part most some type kind shipment delivery barrage rest half majority member all one two three couple handful pair host kilogram kg crate unit remnant remainder contingent'.split(
    ' ',
  ),
);

const OBLIGING = new Set(['should', 'must', 'shall']);

const WEIGHT = { head: 1, tail: 2, with: 1, complement: 1, subject: 1, modifier: 2 } as const;

/** How surely a phrase is one of the words: 2 when its head is (or what it measures), 1 when a modifier is, 0 when none. */
export const phraseFit = (context: ClauseContext, head: number, words: WordSet): 0 | 1 | 2 => {
  if (words === 'any') return 2;
  const { tree } = context;
  let best: 0 | 1 | 2 = 0;
  for (const member of withConjuncts(tree, head)) {
    const text = token(tree, member).text.toLowerCase();
    const singular = text.endsWith('s') ? text.slice(0, -1) : text;
    if ([lemmaOf(tree, member), text, singular].some((word) => words.has(word))) return 2;
    if (WEEKDAYS.has(lemmaOf(tree, member)) && words.has('$weekday')) return 2;
    const mention = context.actors.at(context.sentence, member);
    const kind = mention ? context.actorById.get(mention.actor)?.kind : undefined;
    if (kind !== undefined && words.has(`$${kind}`)) return 2;
    if (
      words.has('$force') &&
      ['MIL', 'REB', 'COP'].includes(context.actorById.get(mention?.actor ?? '')?.sector ?? '')
    )
      return 2;
    // A union or alliance that states join and leave.
    if (words.has('$bloc') && context.actorById.get(mention?.actor ?? '')?.sector === 'IGO') return 2;
    for (const child of childrenOf(tree, member)) {
      const relation = relationOf(tree, child);
      if (['compound', 'amod', 'nummod'].includes(relation) && words.has(lemmaOf(tree, child))) best = 1;
      const measured =
        relation === 'nmod' &&
        prepositionOf(tree, child) === 'of' &&
        (MEASURES.has(lemmaOf(tree, member)) || token(tree, member).upos === 'NUM');
      if (measured && phraseFit(context, child, words) > 0) return 2;
    }
  }
  return best;
};

export const phraseIs = (context: ClauseContext, head: number, words: WordSet): boolean =>
  phraseFit(context, head, words) > 0;

/** An official by who he is rather than by the noun that names him. */
const isOfficial = (context: ClauseContext, subject: number, words: WordSet): boolean => {
  if (words === 'any' || !words.has('president')) return false;
  const mention = context.actors.at(context.sentence, subject);
  const actor = mention ? context.actorById.get(mention.actor) : undefined;
  return actor?.kind === 'person' && actor.country !== undefined;
};

export const isEventNoun = ({ tree, lexicon }: ClauseContext, index: number): boolean =>
  lexicon.nominalisations.has(lemmaOf(tree, index)) || lexicon.nouns.has(lemmaOf(tree, index));

const complementClauses = (context: ClauseContext, head: number): readonly number[] =>
  childrenBy(context.tree, head, 'xcomp', 'ccomp', 'advcl', 'acl');

/** The clauses or event nouns under a head that a complement kind asks for. */
export const complementsOf = (
  context: ClauseContext,
  company: Company,
  kind: string,
  objects: readonly number[],
): readonly number[] => {
  const { tree } = context;
  const clauses = complementClauses(context, company.head).filter(
    (clause) => token(tree, clause).deprel !== 'acl:relcl',
  );
  switch (kind) {
    case 'to':
      return clauses.filter((clause) => markOf(tree, clause).split(' ').includes('to'));
    case 'that':
      return clauses
        .filter(
          (clause) =>
            relationOf(tree, clause) === 'ccomp' ||
            (relationOf(tree, clause) === 'acl' && markOf(tree, clause) === 'that'),
        )
        .filter((clause) => markOf(tree, clause) !== 'to');
    // A wish about somebody's conduct: the subjunctive or an obligation, not a report ("insists that it is …").
    case 'should':
      return clauses.filter(
        (clause) =>
          relationOf(tree, clause) === 'ccomp' &&
          markOf(tree, clause) !== 'to' &&
          ((token(tree, clause).xpos === 'VB' && childrenBy(tree, clause, 'aux').length === 0) ||
            childrenBy(tree, clause, 'aux', 'cop').some(
              (child, _, all) =>
                OBLIGING.has(lemmaOf(tree, child)) || (all.length === 1 && token(tree, child).text === 'be'),
            )),
      );
    case 'ing':
      return [
        ...clauses.filter((clause) => token(tree, clause).xpos === 'VBG' && relationOf(tree, clause) !== 'advcl'),
        ...objects.filter((object) => isEventNoun(context, object) && /ing$/i.test(token(tree, object).text)),
      ];
    case 'event':
      return objects.filter((object) => isEventNoun(context, object) || isVerb(tree, object));
    case 'slur': {
      const slurs = context.lexicon.classes.get('slur');
      const said = [
        ...childrenBy(tree, company.head, 'xcomp', 'ccomp'),
        ...company.obliques.filter(({ preposition }) => preposition === 'as').map(({ head }) => head),
      ];
      return said.filter((predicate) => slurs !== undefined && phraseIs(context, predicate, slurs));
    }
    case 'any':
      return clauses;
    default:
      return [
        ...clauses.filter((clause) => markOf(tree, clause) === kind),
        ...company.obliques
          .filter(({ preposition, head }) => preposition === kind && (kind !== 'from' || isEventNoun(context, head)))
          .map((oblique) => oblique.head),
      ];
  }
};

/** The tail's last word may be a preposition that brings the object, or a word that hangs on the head in any way. */
const matchTail = (
  context: ClauseContext,
  company: Company,
  tail: readonly string[],
): readonly number[] | 'bare' | undefined => {
  const { tree } = context;
  let brought: readonly number[] | undefined;
  const last = tail.length - 1;
  for (let at = 0; at < tail.length; at++) {
    const word = tail[at] as string;
    if (at === last) {
      const phrase = company.obliques.filter(
        ({ preposition, head }) =>
          (preposition === word || preposition === tail.join(' ') || preposition.split(' ')[0] === word) &&
          !isTimeWord(tree, head),
      );
      const clauses = complementClauses(context, company.head).filter((clause) => markOf(tree, clause) === word);
      if (phrase.length > 0 || clauses.length > 0) {
        brought = [...phrase.map(({ head }) => head), ...clauses];
        continue;
      }
      if (company.obliques.some(({ preposition, head }) => preposition === tail.join(' ') && !isTimeWord(tree, head)))
        continue;
    }
    const hangs = childrenOf(tree, company.head).some(
      (child) =>
        lemmaOf(tree, child) === word && relationOf(tree, child) !== 'conj' && relationOf(tree, child) !== 'mark',
    );
    const inPhrase =
      tail.length > 1 && company.obliques.some(({ preposition }) => preposition.split(' ').includes(word));
    if (!hangs && !inPhrase) return undefined;
  }
  return brought ?? 'bare';
};

export const matchFrame = (context: ClauseContext, frame: EventFrame, company: Company): FrameMatch | undefined => {
  let weight: number = WEIGHT.head;
  let objects = company.objects;
  if (frame.tail.length > 0) {
    const tail = matchTail(context, company, frame.tail);
    if (tail === undefined) return undefined;
    if (tail !== 'bare') objects = tail;
    weight += WEIGHT.tail * frame.tail.length;
  }
  if (frame.object) {
    const words = frame.object;
    const fit = Math.max(0, ...objects.map((object) => phraseFit(context, object, words)));
    if (fit === 0) return undefined;
    weight += fit;
  }
  for (const condition of frame.with ?? []) {
    const held =
      company.obliques.some(
        ({ preposition, head }) => preposition === condition.preposition && phraseIs(context, head, condition.words),
      ) ||
      childrenOf(context.tree, company.head).some(
        (child) =>
          lemmaOf(context.tree, child) === condition.preposition &&
          ['xcomp', 'ccomp', 'advcl', 'acl', 'amod'].includes(relationOf(context.tree, child)),
      );
    if (!held) return undefined;
    weight += WEIGHT.with;
  }
  if (frame.modifier) {
    const words = frame.modifier;
    const modifiers = childrenBy(context.tree, company.head, 'compound', 'amod', 'nmod:poss', 'nmod');
    const held =
      words === 'any'
        ? modifiers.length > 0
        : modifiers.some(
            (child) =>
              words.has(lemmaOf(context.tree, child)) || words.has(token(context.tree, child).text.toLowerCase()),
          );
    if (!held) return undefined;
    weight += words === 'any' ? 0 : WEIGHT.modifier;
  }
  if (frame.complement) {
    if (complementsOf(context, company, frame.complement, objects).length === 0) return undefined;
    weight += WEIGHT.complement;
  }
  if (frame.subject) {
    const words = frame.subject;
    if (!company.subjects.some((subject) => phraseIs(context, subject, words) || isOfficial(context, subject, words)))
      return undefined;
    weight += WEIGHT.subject;
  }
  return { frame, objects, weight };
};

/** The most particular frame that holds; of equals the earlier. */
export const bestFrame = (
  context: ClauseContext,
  frames: readonly EventFrame[] | undefined,
  company: Company,
): FrameMatch | undefined => {
  let best: FrameMatch | undefined;
  for (const frame of frames ?? []) {
    const match = matchFrame(context, frame, company);
    if (match && (!best || match.weight > best.weight)) best = match;
  }
  return best;
};
