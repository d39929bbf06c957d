import type { LexiconEntry, NameSense } from '../../../lexicon/index.ts';
import type { Token } from '../../annotate/index.ts';
import { standsForGovernment } from './metonymy.ts';
import type { FoundName } from './name-finder.ts';
import { nounLists, singular } from './noun-classes.ts';
import { personByFullName, personByShortName } from './people.ts';
import type { PhraseKind } from './phrase.ts';
import type { TextContext } from './text-context.ts';
import type { Tree } from './tree.ts';
import { titlesOf } from './unknown-names.ts';

/** What a name of the lexicon means at this place. */
export interface NameMeaning {
  readonly entry: LexiconEntry;
  readonly form: 'name' | 'demonym';
  readonly kind: PhraseKind;
  readonly rule: string;
}

const PREMODIFIER = new Set(['amod', 'compound', 'nmod:desc', 'nmod']);

/** "Russian salad", "in Russian": what a demonym before these says is of the people, not of the state. */
const CULTURE = new Set(
  (
    'language dialect word accent grammar alphabet salad food cuisine dish wine vodka tea coffee beer restaurant literature novel poetry poem ' +
    'art music film movie theatre theater ballet opera song painting culture tradition costume dance folklore translation edition dictionary version ' +
    'font letter spelling pronunciation surname name cinema architecture philosophy novelist idol bread cheese sauce pizza roulette wrestling cup league'
  ).split(' '),
);

const personOf = (
  senses: readonly NameSense[],
  context: TextContext,
  titles: readonly string[],
): NameMeaning | undefined => {
  const full = senses.filter(({ entry, role }) => entry.kind === 'person' && role === 'name').map(({ entry }) => entry);
  const byName = personByFullName(full, context);
  if (byName !== undefined) return { entry: byName, form: 'name', kind: 'person', rule: 'person by full name' };
  const short = senses.filter(({ role }) => role === 'short').map(({ entry }) => entry);
  const byShort = short.length === 0 ? undefined : personByShortName(short, context, titles, context.lexicon);
  return byShort && { entry: byShort, form: 'name', kind: 'person', rule: 'person by short name, term and country' };
};

/** Georgia among American places is the American state; else a name of several states and places takes the first. */
const stateOrPlace = (senses: readonly NameSense[], context: TextContext): NameSense | undefined => {
  const candidates = senses.filter(({ entry }) => entry.kind !== 'person');
  if (candidates.length < 2) return candidates[0];
  const state = candidates[0] as NameSense;
  const place = candidates.find(({ entry }) => entry.kind === 'place' && entry.country !== state.entry.id);
  if (state.entry.kind === 'state' && place !== undefined) {
    const home = place.entry.country as string;
    if (context.countries.has(home) && !hasOwnSigns(state.entry, context)) return place;
  }
  if (state.entry.kind === 'place' && !context.countries.has(state.entry.country ?? '')) {
    const near = candidates.find(({ entry }) => entry.kind === 'place' && context.countries.has(entry.country ?? ''));
    if (near !== undefined) return near;
  }
  const brother = candidates.find(
    ({ entry }) => entry.kind === 'state' && entry !== state.entry && hasOwnSigns(entry, context),
  );
  if (state.entry.kind === 'state' && brother !== undefined && !hasOwnSigns(state.entry, context)) return brother;
  return state;
};

/** Does the text name something else of that state, so that the state is likely meant? */
const hasOwnSigns = (state: LexiconEntry, context: TextContext): boolean => {
  const { lexicon } = context;
  for (const id of context.entries) if (lexicon.entry(id)?.country === state.id) return true;
  return false;
};

const demonymMeaning = (tree: Tree, head: number, entry: LexiconEntry): NameMeaning | undefined => {
  const token = tree.token(head) as Token;
  const governor = tree.head(head);
  const before = PREMODIFIER.has(token.deprel) && governor !== undefined && token.head > head;
  const conjoined = token.deprel === 'conj' && token.upos === 'ADJ';
  if (before || conjoined || (token.upos === 'ADJ' && token.deprel === 'nmod:poss')) {
    if (governor !== undefined && CULTURE.has(singular(governor.lemma))) return undefined;
    if (entry.kind !== 'state' && entry.kind !== 'place') return undefined;
    return { entry, form: 'demonym', kind: entry.kind, rule: 'demonym before a noun' };
  }
  if (tree.preposition(head) === 'in' && tree.children(head).length < 2) return undefined;
  const plural = token.xpos.endsWith('S') || !/(?:an|i|ian)$/.test(token.text);
  const single = !plural && (tree.child(head, 'det') !== undefined || token.upos === 'NOUN');
  return {
    entry,
    form: 'demonym',
    kind: single && token.upos !== 'ADJ' ? 'person' : 'people',
    rule: 'people of a state',
  };
};

const KIND_OF: Readonly<Record<LexiconEntry['kind'], PhraseKind>> = {
  state: 'state',
  person: 'person',
  organisation: 'organisation',
  group: 'group',
  place: 'place',
};

const SEAT_LOCATIVE = new Set(['in', 'at', 'inside', 'outside', 'near', 'around']);

/** "Paris" after "Valeska Paris": a surname that is a town elsewhere, but for "in Paris". */
const isSomebodysName = (tree: Tree, { first, last, head }: FoundName, context: TextContext): boolean => {
  if (last - first > 1) return false;
  const word = (tree.token(head)?.text ?? '').toLowerCase();
  return (
    context.evidence.get(word)?.kind === 'person' &&
    !/^(?:in|at|near|to|from|of|around|outside)$/.test(tree.preposition(head))
  );
};

/** What a found name means in its sentence; nothing where it names nothing that matters here. */
export const nameMeaning = (tree: Tree, name: FoundName, context: TextContext): NameMeaning | undefined => {
  const { head, senses } = name;
  const titles = titlesOf(tree, head);
  const titled = titles.length > 0 || tree.child(head, 'flat') !== undefined;
  const person = personOf(senses, context, titles);
  const other = isSomebodysName(tree, name, context) ? undefined : stateOrPlace(senses, context);
  if (
    person !== undefined &&
    (other === undefined || titled || (other.role === 'capital' && context.named.has(person.entry.id)))
  )
    return person;
  if (other === undefined) return undefined;
  const { entry, role } = other;
  if (role === 'demonym') return demonymMeaning(tree, head, entry);
  if (titled && isPersonal(tree, head)) return undefined;
  if (role === 'capital' && entry.standsFor !== undefined) {
    const state = context.lexicon.entry(entry.standsFor);
    if (state !== undefined && standsForGovernment(tree, name.first, name.last, head))
      return { entry: state, form: 'name', kind: 'state', rule: 'capital for its government' };
    return { entry, form: 'name', kind: 'place', rule: 'place' };
  }
  if (role === 'seat') {
    const place = SEAT_LOCATIVE.has(tree.preposition(head)) && (tree.token(head)?.deprel ?? '') !== 'nsubj';
    return { entry, form: 'name', kind: place ? 'place' : 'state', rule: 'seat for its government' };
  }
  return { entry, form: 'name', kind: KIND_OF[entry.kind], rule: `${entry.kind} of the lexicon` };
};

/** "Mr. Jordan", "Dr. Chad": a title that only people bear. */
const isPersonal = (tree: Tree, head: number): boolean => {
  const { maleTitles, femaleTitles } = nounLists();
  return titlesOf(tree, head).some((title) => maleTitles.has(title) || femaleTitles.has(title) || title === 'dr');
};
