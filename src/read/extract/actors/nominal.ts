import { type LexiconEntry, slug } from '../../../lexicon/index.ts';
import type { Sector } from '../../../model/index.ts';
import type { Desk, Draft } from './desk.ts';
import {
  classOf,
  contentNoun,
  holderOf,
  isGovernment,
  isNotTheHolder,
  isPlural,
  nominalSector,
  officeIn,
} from './nominal-phrase.ts';
import { type NounClass, nounLists, singular } from './noun-classes.ts';
import type { Pronouns } from './phrase.ts';
import { relationName } from './relation-name.ts';

const MANY: Pronouns = { he: false, she: false, it: false, they: true };
const ANY: Pronouns = { he: true, she: true, it: true, they: true };
const EITHER: Pronouns = { he: false, she: false, it: true, they: true };
const ORGANISATIONS = new Set(
  (
    'ministry department agency company firm corporation bank airline party newspaper university college school court parliament congress senate ' +
    'assembly legislature church charity foundation embassy commission council committee organization organisation institute institution academy ' +
    'station network broadcaster magazine office bureau alliance league association federation union club tribunal conglomerate consortium'
  ).split(' '),
);
const LED_BY = /(?:^|-)(?:led|backed|allied|supported|sponsored|trained)$/i;
const EITHER_SEX_OR_THING = /^(?:baby|infant|child|enemy|ally|partner)$/;

/** A state with the word that names it. */
type OfState = { readonly country: string };

/** A common noun phrase; two where it is of two states: "Russian and Ukrainian officials". */
export const nominals = (desk: Desk, head: number): Draft[] => {
  const ofContent = desk.states(contentNoun(desk.tree, head));
  const states = ofContent.length > 0 ? ofContent : desk.states(head);
  const owner = states[0];
  if (owner !== undefined && isRelation(desk, head, owner.token)) return [relation(desk, head, owner.country)];
  const several = isPlural(desk.token(head)) || classOf(desk.tree, head)?.kind === 'group';
  if (states.length < 2 || !several) return [nominal(desk, head, states[0])];
  // The whole phrase for the first state, from its own word on for each other.
  return states.map((state, number) => {
    const draft = nominal(desk, head, state);
    return number === 0 ? draft : { ...draft, first: Math.min(state.token, head) };
  });
};

/** @param state that the phrase is of, where it says so */
export const nominal = (desk: Desk, head: number, state?: OfState): Draft => {
  const { tree } = desk;
  const content = contentNoun(tree, head);
  const noun = classOf(tree, content);
  const plural = isPlural(desk.token(head)) || isPlural(desk.token(content));
  const word = singular(desk.token(content).lemma);
  const base = {
    form: 'nominal' as const,
    noun: word,
    ...(state === undefined ? {} : { country: state.country }),
    ...(desk.token(head).deprel === 'compound' ? { span: tree.phrase(head) } : {}),
  };
  const number = plural ? { pronouns: MANY } : {};
  if (noun === undefined || isMass(desk, content, plural))
    return desk.draft(head, {
      ...base,
      ...number,
      kind: nounLists().eventHeads.has(word) ? 'event' : 'thing',
      rule: 'noun',
    });
  if (noun.kind === 'time' || noun.kind === 'place')
    return desk.draft(head, { ...base, ...number, kind: noun.kind, rule: 'noun' });
  const whole = noun.kind === 'state' && !plural ? stateItself(desk, head, state) : undefined;
  if (whole !== undefined) return desk.draft(head, { ...base, ...whole });
  if (noun.kind === 'state')
    return desk.draft(head, { ...base, ...number, kind: plural ? 'people' : 'state', sector: 'GOV', rule: 'noun' });
  const common: Common = { ...base, head, content, word, plural, noun, country: state?.country };
  return noun.kind === 'group' || plural ? group(desk, common) : person(desk, common);
};

/** Demonyms that say of whom a partisan is, not for or against whom: "Russian critics". */
const STANCE = /^(?:opponent|critic|supporter|backer|sympathi[sz]er|challenger|detractor|donor|client)$/;

/** "U.S. adversaries", "Russia's allies": named by how they stand to a state, and of others. */
const isRelation = (desk: Desk, head: number, owner: number): boolean => {
  const content = contentNoun(desk.tree, head);
  const word = singular(desk.token(content).lemma);
  if (!nounLists().relational.has(word)) return false;
  const { deprel, head: governor } = desk.token(owner);
  if (governor !== content && governor !== head) return false;
  if (STANCE.test(word)) return deprel === 'nmod:poss' || desk.tree.preposition(owner) === 'of';
  return deprel !== 'nmod' || desk.tree.preposition(owner) === 'of';
};

const relation = (desk: Desk, head: number, country: string): Draft => {
  const content = contentNoun(desk.tree, head);
  const plural = isPlural(desk.token(head)) || isPlural(desk.token(content));
  const state = desk.context.lexicon.entry(country);
  const common = { form: 'nominal', noun: singular(desk.token(content).lemma), rule: 'noun of a relation' } as const;
  // One ally may be a state, a firm or a man: what it is, only a link can tell.
  if (!plural || state === undefined) return desk.draft(head, { ...common, kind: 'thing', pronouns: ANY });
  const text = desk.token(content).text.toLowerCase();
  return desk.draft(head, {
    ...common,
    kind: 'people',
    pronouns: MANY,
    key: `grp-${slug(text)}-of-${country.toLowerCase()}`,
    name: relationName(common.noun, text, state.name),
  });
};

const ITSELF = /^(?:country|nation|state|republic|kingdom|homeland|superpower)$/;

/** "The U.S. homeland", "the Russian state": the state itself. "A Baltic state", "China's neighbour" are not. */
const stateItself = (desk: Desk, head: number, state: OfState | undefined) => {
  const entry = state === undefined ? undefined : desk.context.lexicon.entry(state.country);
  if (entry?.kind !== 'state' || !ITSELF.test(singular(desk.token(head).lemma))) return undefined;
  if (desk.tree.child(head, 'nummod', 'compound') !== undefined && !namesState(desk, head)) return undefined;
  if (isNotTheHolder(desk.tree, head) || !namesState(desk, head)) return undefined;
  return { kind: 'state', sector: 'GOV', entry, key: entry.id, country: entry.id, rule: 'state by its noun' } as const;
};

const namesState = (desk: Desk, head: number): boolean =>
  desk.tree
    .children(head)
    .some((child) => /^(?:amod|compound|nmod:poss)$/.test(desk.token(child).deprel) && desk.meanings.has(child));

const MASS = /^(?:force|business|authority|power|service|resistance|leadership|intelligence|office)$/;

/** "Enters into force", "its own business", "intelligence on both": a noun of a body that means a thing here. */
const isMass = (desk: Desk, content: number, plural: boolean): boolean => {
  if (plural || !MASS.test(singular(desk.token(content).lemma))) return false;
  const { tree } = desk;
  const determined = tree
    .children(content)
    .some((child) => desk.token(child).deprel === 'det' || desk.token(child).upos === 'PROPN');
  if (determined || desk.stateTokens().has(content - 1)) return false;
  return !tree
    .children(content)
    .some(
      (child) =>
        /^(?:amod|compound|nmod:poss)$/.test(desk.token(child).deprel) &&
        !/^(?:own|sheer|brute)$/i.test(desk.token(child).text) &&
        desk.token(child).upos !== 'PRON',
    );
};

interface Common {
  readonly form: 'nominal';
  readonly head: number;
  readonly content: number;
  readonly word: string;
  readonly plural: boolean;
  readonly noun: NounClass;
  readonly country: string | undefined;
  readonly span?: readonly [number, number];
}

const shared = ({ word, country, span }: Common) => ({
  form: 'nominal' as const,
  noun: word,
  ...(country === undefined ? {} : { country }),
  ...(span === undefined ? {} : { span }),
});

const group = (desk: Desk, common: Common): Draft => {
  const { head, content, word, plural, noun, country } = common;
  const sector = nominalSector(desk.tree, content, noun);
  const state = country === undefined ? undefined : desk.context.lexicon.entry(country);
  if (state?.kind === 'state' && isGovernment(word) && !isNotTheHolder(desk.tree, head) && sector === 'GOV')
    return desk.draft(head, {
      ...shared(common),
      kind: 'state',
      entry: state,
      key: state.id,
      sector,
      rule: 'government of a state',
    });
  const collective = noun.kind === 'group';
  return desk.draft(head, {
    ...shared(common),
    ...(sector === undefined ? {} : { sector }),
    kind: collective ? (ORGANISATIONS.has(word) ? 'organisation' : 'group') : 'people',
    ...(collective && !plural ? {} : { pronouns: collective ? EITHER : MANY }),
    ...groupIdentity(desk, common, state, sector),
    rule: 'noun of a group',
  });
};

/** Groups of one state and kind are one actor through the text: "Russian troops", "the Russian army". */
const groupIdentity = (
  desk: Desk,
  { head, content, word }: Common,
  state: LexiconEntry | undefined,
  sector: Sector | undefined,
): { key?: string; group?: string; name?: string } => {
  const { tree } = desk;
  if (state === undefined || isOther(desk, head)) return {};
  // "People in Ukraine" may be from anywhere.
  if (GENERAL.test(word) && tree.children(content).some((child) => tree.preposition(child) === 'in')) return {};
  if (tree.children(content).some((child) => LED_BY.test(desk.token(child).text))) return {};
  const adjective = state.adjective ?? state.name;
  const own = ownWords(desk, content, word).join(' ');
  const name = `${adjective} ${own}`;
  const key = `grp-${state.id.toLowerCase()}-${sector === 'MIL' ? 'mil' : slug(own)}`;
  const counted = tree.child(head, 'nummod') !== undefined || tree.child(content, 'nummod') !== undefined;
  return counted || head !== content ? { group: key, name } : { key, name };
};

const GENERAL = /^(?:people|person|man|woman|child|member|individual|family)$/;

/** "Former ministers", "a delegation": none of the standing body; "some troops" are. */
const isOther = (desk: Desk, head: number): boolean =>
  isNotTheHolder(desk.tree, head) &&
  !desk.tree
    .children(head)
    .every((child) => !/^(?:an?|former|ex|late|future|any|no|each|every|another)$/i.test(desk.token(child).text));

/** The words of a group's phrase that say what it is: "foreign ministry", without its state, its number or its praise. */
const ownWords = (desk: Desk, content: number, word: string): string[] => {
  const [first] = desk.tree.phrase(content, true);
  const states = desk.stateTokens();
  const before: string[] = [];
  for (let at = first; at < content; at++) {
    const { upos, deprel, text } = desk.token(at);
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(upos) || deprel === 'nmod:poss' || states.has(at)) continue;
    if (!COUNTING.test(text)) before.push(text);
  }
  const text = desk.token(content).text;
  const own = [...before, text];
  const field = MINISTRY_OF.exec(own.length === 1 && word === 'ministry' ? afterOf(desk, content) : '')?.[1];
  const all = field === undefined ? own : [...field.toLowerCase().split(' '), 'ministry'];
  return all.map((one) => (/^\p{Lu}\p{Ll}/u.test(one) ? one.toLowerCase() : one)).map((one) => SPELLING[one] ?? one);
};

const COUNTING =
  /^(?:many|more|most|few|fewer|several|other|such|same|own|new|top|senior|some|numerous|key|various|additional|certain|western|eastern|least|about)$/i;
const MINISTRY_OF = /^of\s+(.+?)(?:\s+affairs)?$/i;
const SPELLING: Readonly<Record<string, string>> = { defense: 'defence' };

const afterOf = (desk: Desk, content: number): string => {
  const of = desk.tree
    .children(content)
    .find((child) => child > content && desk.token(child).deprel === 'nmod' && desk.tree.preposition(child) === 'of');
  if (of === undefined || desk.stateTokens().has(of)) return '';
  const [first, last] = desk.tree.phrase(of, true);
  const words = desk.tree.tokens.slice(first, last).map(({ text }) => text);
  return words.length > 3 ? '' : `of ${words.join(' ')}`;
};

const person = (desk: Desk, common: Common): Draft => {
  const { head, content, word, noun, country } = common;
  const { lexicon, day } = desk.context;
  const { tree } = desk;
  const found = officeIn(desk.sentence.words, lexicon, ...tree.phrase(head, true), country);
  const office = found !== undefined && found.first <= head && head < found.last ? found.office : undefined;
  const holder =
    office === undefined || country === undefined || day === null || isNotTheHolder(tree, head)
      ? undefined
      : holderOf(lexicon, country, office, day);
  if (holder !== undefined && office !== undefined)
    return desk.draft(head, {
      ...shared(common),
      kind: 'person',
      entry: holder,
      key: holder.id,
      sector: office.sector,
      office: office.id,
      pronouns: desk.genderOf(holder, -1),
      rule: 'office at the day of the text',
    });
  const sector = office?.sector ?? nominalSector(tree, content, noun);
  return desk.draft(head, {
    ...shared(common),
    ...(sector === undefined ? {} : { sector }),
    kind: 'person',
    pronouns: nounGender(desk, head, word),
    ...(office === undefined ? {} : { office: office.id }),
    rule: 'noun of a person',
  });
};

const nounGender = (desk: Desk, head: number, word: string): Pronouns => {
  const { femaleNouns, maleNouns } = nounLists();
  const words = [word, ...desk.tree.children(head).map((child) => desk.token(child).lemma.toLowerCase())];
  const female = words.some((one) => femaleNouns.has(one) || one === 'female' || one === 'pregnant');
  const male = words.some((one) => maleNouns.has(one) || one === 'male');
  return { he: !female, she: !male, it: EITHER_SEX_OR_THING.test(word), they: true };
};
