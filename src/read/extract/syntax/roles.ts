import { isTimeWord } from './time-words.ts';
import {
  childrenBy,
  childrenOf,
  hasChild,
  isNoun,
  isVerb,
  lemmaOf,
  markOf,
  prepositionOf,
  relationOf,
  type Tree,
  token,
} from './tree.ts';

/** How the subject of a verb was found; the farther, the less sure. */
export type SubjectPath = 'own' | 'coordination' | 'control' | 'relative' | 'participle' | 'holder' | 'none';

export interface Oblique {
  readonly preposition: string;
  readonly head: number;
}

/** Who does what to whom around one verb, by token index of the nominals' heads; voice undone. */
export interface Roles {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly recipients: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly passive: boolean;
  readonly path: SubjectPath;
}

const NO_ROLES: Roles = { subjects: [], objects: [], recipients: [], obliques: [], passive: false, path: 'none' };

/** A chain of control or coordination longer than this is a broken tree or no English. */
const MAX_CHAIN = 8;

const RELATIVE_PRONOUNS = new Set(['who', 'which', 'that', 'whom', 'what']);

/** Verbs whose object does what their infinitive says: "urged Iran to stop". */
const OBJECT_CONTROL = new Set(
  (
    'urge ask beg tell order instruct force compel allow permit let enable persuade convince encourage pressure press push ' +
    'invite request advise help assist prevent prohibit forbid ban bar stop block cause get lead require oblige warn ' +
    'accuse suspect blame convict charge see hear watch find catch leave keep expect want implore exhort prod direct authorize ' +
    'authorise dissuade deter discourage teach train remind challenge recruit condemn criticize praise thank punish sanction ' +
    'sue arrest jail fault denounce make have'
  ).split(' '),
);

/** "promised Iran to stop": the subject does it although somebody is addressed. */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'swear', 'pledge', 'offer', 'threaten']);

/** "called on Iran to stop", but "called Berlin to explain". */
const CALLING = new Set(['call', 'appeal', 'plead']);

export const isPassive = (tree: Tree, verb: number): boolean => {
  const children = childrenOf(tree, verb);
  // A finite past form without "be" or "get" is active, whatever its subject is labelled.
  if (token(tree, verb).xpos === 'VBD' && !children.some((child) => token(tree, child).deprel === 'aux:pass'))
    return false;
  // "have deported": a perfect without "been".
  const auxiliaries = children
    .filter((child) => relationOf(tree, child) === 'aux')
    .map((child) => lemmaOf(tree, child));
  if (auxiliaries.includes('have') && !auxiliaries.includes('be') && !auxiliaries.includes('get')) return false;
  if (children.some((child) => /:pass$/.test(token(tree, child).deprel))) return true;
  if (children.some((child) => token(tree, child).deprel === 'obl:agent')) return true;
  const { xpos } = token(tree, verb);
  // "the study that revealed …": a subject of its own and no auxiliary is a past form tagged as a participle.
  const bare = relationOf(tree, verb) === 'acl' && !hasChild(tree, verb, 'nsubj');
  return xpos === 'VBN' && (bare || bareParticiple(tree, verb));
};

/** "was arrested and jailed": the second participle has no auxiliary of its own and shares the first one's voice. */
const bareParticiple = (tree: Tree, verb: number): boolean => {
  if (relationOf(tree, verb) !== 'conj' || hasChild(tree, verb, 'aux', 'nsubj')) return false;
  const { head } = token(tree, verb);
  return head >= 0 && childrenOf(tree, head).some((child) => /:pass$/.test(token(tree, child).deprel));
};

export const obliquesOf = (tree: Tree, head: number): readonly Oblique[] =>
  childrenBy(tree, head, 'obl', 'nmod')
    .filter((child) => !['nmod:poss', 'obl:tmod', 'obl:npmod', 'obl:unmarked'].includes(token(tree, child).deprel))
    .map((child) => ({ preposition: prepositionOf(tree, child), head: child }))
    .filter(({ preposition }) => preposition !== '');

/** "saying, 'Go and vote for him'": a bare verb form is said to whoever hears it. */
const isImperative = (tree: Tree, verb: number): boolean =>
  token(tree, verb).xpos === 'VB' &&
  ['ccomp', 'parataxis'].includes(relationOf(tree, verb)) &&
  markOf(tree, verb) === '' &&
  !hasChild(tree, verb, 'aux');

/** "had sent to Russia 7,000 containers": an object behind its phrase is a bare noun, whatever label it was given. */
const shiftedObject = (tree: Tree, verb: number): readonly number[] =>
  childrenBy(tree, verb, 'obl').filter(
    (child) =>
      child > verb &&
      token(tree, child).deprel === 'obl' &&
      token(tree, child).upos === 'NOUN' &&
      prepositionOf(tree, child) === '' &&
      !isTimeWord(tree, child) &&
      !childrenOf(tree, child).some((part) => token(tree, part).upos === 'ADP'),
  );

/** "According to the minister, Iran, by March, had …": the subject is taken for another name of whoever says so. */
const subjectAfterHolder = (tree: Tree, verb: number): readonly number[] =>
  childrenBy(tree, verb, 'obl')
    .filter((child) => child < verb && prepositionOf(tree, child) === 'accord to')
    .flatMap((child) => childrenBy(tree, child, 'appos').slice(-1));

/** The noun that a participle or relative clause hangs on, however the clause is coordinated. */
const relativeHead = (tree: Tree, verb: number): number | undefined => {
  const relation = relationOf(tree, verb);
  return relation === 'acl' ? token(tree, verb).head : undefined;
};

const isRelativePronoun = (tree: Tree, index: number): boolean =>
  RELATIVE_PRONOUNS.has(lemmaOf(tree, index)) && /^W|^IN$|^DT$/.test(token(tree, index).xpos);

/** "Russia's decision to withdraw", "the plan of Iran to …": who holds the noun that an infinitive hangs on. */
const holdersOf = (tree: Tree, noun: number, depth: number): readonly number[] => {
  const own = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...obliquesOf(tree, noun)
      .filter(({ preposition }) => preposition === 'by' || preposition === 'of')
      .map(({ head }) => head),
    ...childrenBy(tree, noun, 'amod', 'compound').filter((child) => /^[A-Z]/.test(token(tree, child).text)),
  ];
  if (own.length > 0) return own.slice(0, 1);
  const { head } = token(tree, noun);
  if (head < 0) return [];
  return isVerb(tree, head) ? rolesOf(tree, head, depth + 1).subjects : [];
};

/**
 * The roles around a verb: voice undone, subjects shared by coordination, handed down by control and raising,
 * or taken from the noun that a relative clause or participle describes.
 */
export const rolesOf = (tree: Tree, verb: number, depth = 0): Roles => {
  if (depth > MAX_CHAIN || !tree.tokens[verb]) return NO_ROLES;
  const passive = isPassive(tree, verb);
  const obliques = obliquesOf(tree, verb);
  const objects = [...childrenBy(tree, verb, 'obj')].filter((child) => !isRelativePronoun(tree, child));
  const recipients = childrenBy(tree, verb, 'iobj');
  const subjects = childrenBy(tree, verb, 'nsubj');
  const inner = subjects.filter((child) => token(tree, child).deprel !== 'nsubj:outer');
  const surface = inner.length > 0 ? inner : subjects;
  // A bare infinitive has no subject of its own: one behind it belongs to the clause above.
  const infinitival = markOf(tree, verb).endsWith('to') && !hasChild(tree, verb, 'aux', 'cop');
  const named = surface.filter((child) => !isRelativePronoun(tree, child) && !(infinitival && child > verb));
  // Of two subjects around an active verb the later one is its object.
  const own = !passive && named.length > 1 ? named.filter((child) => child < verb) : named;
  if (!passive && named.length > own.length && own.length > 0) objects.push(...named.filter((child) => child > verb));
  const relation = relationOf(tree, verb);
  const { head } = token(tree, verb);
  const antecedent = relativeHead(tree, verb);

  const parted = own.length === 0 && relation === 'root' ? subjectAfterHolder(tree, verb) : [];
  let path: SubjectPath = own.length > 0 ? 'own' : 'none';
  let found: readonly number[] = own;
  if (parted.length > 0) {
    found = parted;
    path = 'own';
  } else if (own.length === 0 && antecedent !== undefined) {
    const relativeSubject = surface.length > 0;
    const infinitive = markOf(tree, verb) === 'to';
    if (relativeSubject) {
      found = [antecedent];
      path = 'relative';
    } else if (infinitive) {
      found = holdersOf(tree, antecedent, depth);
      path = 'holder';
    } else if (hasChild(tree, antecedent, 'cop') && hasChild(tree, antecedent, 'nsubj')) {
      // "is the largest donor, providing …": the participle goes with the subject of the nominal predicate.
      found = childrenBy(tree, antecedent, 'nsubj');
      path = 'participle';
    } else {
      // "forces firing", "missiles fired": the participle's subject in the active, its object in the passive.
      found = [antecedent];
      path = 'participle';
    }
  } else if (own.length === 0 && head >= 0 && relation === 'conj') {
    const above = rolesOf(tree, head, depth + 1);
    if (isVerb(tree, head) || above.subjects.length > 0) {
      const sharedPassive = above.passive && !passive && token(tree, verb).xpos !== 'VBN';
      found =
        above.passive && !passive
          ? sharedPassive
            ? above.objects
            : above.subjects
          : above.passive
            ? above.objects
            : above.subjects;
      path = 'coordination';
    }
  } else if (
    own.length === 0 &&
    head >= 0 &&
    ['xcomp', 'advcl', 'ccomp', 'parataxis', 'dep'].includes(relation) &&
    !isImperative(tree, verb)
  ) {
    const above = rolesOf(tree, head, depth + 1);
    const mark = markOf(tree, verb);
    const asked = CALLING.has(lemmaOf(tree, head));
    // "mocked her for inviting him", whatever the verb: what somebody is blamed or thanked for he did himself.
    const reason = mark === 'for' && token(tree, verb).xpos === 'VBG' && relation === 'advcl';
    const objectControl =
      reason ||
      (relation === 'xcomp' &&
        above.recipients.length > 0 &&
        !above.passive &&
        !SUBJECT_CONTROL.has(lemmaOf(tree, head))) ||
      ((asked || OBJECT_CONTROL.has(lemmaOf(tree, head))) &&
        (relation === 'xcomp' || /^(of|from|for|against|into|to)$/.test(mark)));
    const addressees =
      !asked && above.objects.length > 0
        ? above.objects
        : !asked && above.recipients.length > 0
          ? above.recipients
          : above.obliques
              .filter(
                ({ preposition, head: phrase }) =>
                  (['on', 'upon'].includes(preposition) || (asked && preposition === 'to')) &&
                  token(tree, phrase).upos !== 'NUM',
              )
              .map((o) => o.head);
    if (objectControl && addressees.length > 0) found = addressees;
    else if (above.passive && !objectControl && above.subjects.length === 0) found = above.objects;
    else found = above.passive ? above.objects : above.subjects;
    if (found.length > 0) path = 'control';
  }

  let allObjects: readonly number[] = objects.length > 0 || passive ? objects : shiftedObject(tree, verb);
  // "the base that they shelled": a relative clause without an object of its own describes its object.
  if (antecedent !== undefined && own.length > 0 && objects.length === 0 && token(tree, verb).deprel === 'acl:relcl') {
    const gapInOblique = obliques.some((oblique) => isRelativePronoun(tree, oblique.head));
    if (!gapInOblique && !passive) allObjects = [antecedent];
  }
  if (relation === 'conj' && head >= 0 && allObjects.length === 0 && !passive) {
    allObjects = childrenBy(tree, head, 'obj').filter((object) => object > verb);
  } else if (allObjects.length === 0 && !passive) {
    const next = childrenBy(tree, verb, 'conj').find((conjunct) => isVerb(tree, conjunct));
    if (
      next !== undefined &&
      next - verb <= 3 &&
      !hasChild(tree, next, 'nsubj') &&
      obliques.every((oblique) => oblique.head > next)
    )
      allObjects = childrenBy(tree, next, 'obj');
  }

  const sharedObliques =
    relation === 'conj' && head >= 0 && isVerb(tree, head)
      ? obliquesOf(tree, head).filter((oblique) => oblique.head > verb && oblique.preposition !== 'by')
      : [];

  if (!passive) {
    return {
      subjects: found,
      objects: allObjects,
      recipients,
      obliques: [...obliques, ...sharedObliques],
      passive,
      path,
    };
  }
  const agents = childrenOf(tree, verb).filter(
    (child) =>
      token(tree, child).deprel === 'obl:agent' ||
      (relationOf(tree, child) === 'obl' &&
        prepositionOf(tree, child) === 'by' &&
        (isNoun(tree, child) || token(tree, child).upos === 'PRON')),
  );
  return {
    subjects: agents,
    // "Ukraine was given tanks": the surface subject of a passive with an object of its own is the recipient.
    objects: objects.length > 0 ? objects : found,
    recipients: objects.length > 0 ? found : recipients,
    obliques: [...obliques.filter(({ head: oblique }) => !agents.includes(oblique)), ...sharedObliques],
    passive,
    path,
  };
};
