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

const MANY: Pronouns = { he: false, she: false, it: false, they: true };
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
  if (noun === undefined)
    return desk.draft(head, {
      ...base,
      ...number,
      kind: nounLists().eventHeads.has(word) ? 'event' : 'thing',
      rule: 'noun',
    });
  if (noun.kind === 'time' || noun.kind === 'place')
    return desk.draft(head, { ...base, ...number, kind: noun.kind, rule: 'noun' });
  if (noun.kind === 'state')
    return desk.draft(head, { ...base, ...number, kind: plural ? 'people' : 'state', sector: 'GOV', rule: 'noun' });
  const common: Common = { ...base, head, content, word, plural, noun, country: state?.country };
  return noun.kind === 'group' || plural ? group(desk, common) : person(desk, common);
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
): { key?: string; name?: string } => {
  const { tree } = desk;
  if (state === undefined || isNotTheHolder(tree, head)) return {};
  if (tree.children(content).some((child) => LED_BY.test(desk.token(child).text))) return {};
  if (tree.child(head, 'nummod') !== undefined || tree.child(content, 'nummod') !== undefined) return {};
  const adjective = state.adjective ?? state.name;
  const { text } = desk.token(content);
  if (sector === 'MIL')
    return { key: `grp-${state.id.toLowerCase()}-mil`, name: `${adjective} ${word === 'military' ? word : text}` };
  const [first] = tree.phrase(content, true);
  const before = tree.tokens
    .slice(first, content)
    .filter(({ upos, deprel }) => /^(?:NOUN|PROPN|ADJ)$/.test(upos) && deprel !== 'nmod:poss')
    .map((token) => token.text)
    .filter((one) => !desk.isStateWord(one));
  const own = [...before, text].join(' ');
  return { key: `grp-${state.id.toLowerCase()}-${slug(own)}`, name: `${adjective} ${own}` };
};

const person = (desk: Desk, common: Common): Draft => {
  const { head, content, word, noun, country } = common;
  const { lexicon, day } = desk.context;
  const { tree } = desk;
  const found = officeIn(desk.sentence.words, lexicon, ...tree.phrase(head, true), country);
  const office = found !== undefined && found.first <= head && head < found.last ? found.office : undefined;
  const holder =
    office === undefined || country === undefined || isNotTheHolder(tree, head)
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
