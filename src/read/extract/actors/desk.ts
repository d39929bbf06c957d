import type { LexiconEntry, Office } from '../../../lexicon/index.ts';
import type { Token } from '../../annotate/index.ts';
import type { FoundName } from './name-finder.ts';
import { type NameMeaning, nameMeaning } from './name-phrase.ts';
import { officeIn, statesOf } from './nominal-phrase.ts';
import { nounLists, singular } from './noun-classes.ts';
import { type Phrase, type PhraseKind, PRONOUNS_OF, type Pronouns } from './phrase.ts';
import type { ReadSentence, TextContext } from './text-context.ts';
import { titlesOf } from './unknown-names.ts';

/** Whose names several states' bodies share. */
const BODIES: ReadonlySet<LexiconEntry['kind']> = new Set(['organisation']);
const OF_STATES: ReadonlySet<LexiconEntry['sector']> = new Set(['GOV', 'MIL', 'SPY', 'LEG', 'JUD', 'COP']);

/** A phrase before it has its place in the text. */
export type Draft = Omit<Phrase, 'index' | 'sentence'>;

type Given = Partial<Draft> & {
  readonly form: Draft['form'];
  readonly kind: PhraseKind;
  readonly rule: string;
  readonly span?: readonly [first: number, last: number];
};

const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const DEFINITE = /^(?:the|this|that|these|those|both)$/;

/** One sentence under work: what its names mean, and which tokens other phrases have taken. */
export class Desk {
  readonly meanings = new Map<number, NameMeaning | undefined>();
  readonly absorbed = new Set<number>();
  #states: ReadonlySet<number> | undefined;

  constructor(
    readonly sentence: ReadSentence,
    readonly context: TextContext,
  ) {
    for (const name of sentence.names) {
      const meaning = nameMeaning(sentence.tree, name, context);
      this.meanings.set(name.head, meaning);
      if (meaning === undefined) continue;
    }
    for (const name of sentence.names) {
      const given = this.meanings.get(name.head);
      const meaning = this.#atHome(name, given);
      this.meanings.set(name.head, meaning);
      if (meaning === undefined && given === undefined) continue;
      for (let at = name.first; at < name.last; at++) if (at !== name.head) this.absorbed.add(at);
    }
    this.#absorbOffices();
  }

  /** "South Korea's Joint Chiefs of Staff": of bodies with one name the one of the state that the phrase gives. */
  #atHome(name: FoundName, meaning: NameMeaning | undefined): NameMeaning | undefined {
    const home = meaning?.entry.country;
    if (meaning === undefined || home === undefined || !BODIES.has(meaning.entry.kind)) return meaning;
    const given = this.states(name.head).map(({ country }) => country);
    const wanted =
      given.length > 0 ? given : [this.context.homes.get(meaning.entry.id)].filter((one) => one !== undefined);
    if (wanted.length === 0 || wanted.includes(home)) return meaning;
    const other = name.senses.find(({ entry }) => BODIES.has(entry.kind) && wanted.includes(entry.country ?? ''));
    if (other !== undefined) return { ...meaning, entry: other.entry };
    return this.#isOfAnother(name.head) && OF_STATES.has(meaning.entry.sector) ? undefined : meaning;
  }

  /** A possessor or an adjective before it, not where it is: "Reuters in Moscow" is Reuters. */
  #isOfAnother(head: number): boolean {
    return this.tree.children(head).some((child) => {
      const { deprel } = this.token(child);
      return /^(?:nmod:poss|amod|compound)$/.test(deprel) && this.#countryOf(child) !== undefined;
    });
  }

  /** "Secretary of State", "Minister of Defense": the words of an office name nothing by themselves. */
  #absorbOffices(): void {
    const { words } = this.sentence;
    words.keys.forEach((_, at) => {
      const [match] = this.context.lexicon.officesAt(words, at);
      if (match === undefined || match.length < 2) return;
      const [first, last] = [words.tokenOf[at] as number, words.tokenOf[at + match.length - 1] as number];
      for (let index = first; index <= last; index++) {
        const { head, upos, deprel } = this.token(index);
        const inner = head >= first && head <= last && head !== index;
        if (inner && upos === 'PROPN' && deprel !== 'appos' && !this.meanings.has(index)) this.absorbed.add(index);
      }
    });
  }

  get tree() {
    return this.sentence.tree;
  }

  token(index: number): Token {
    return this.tree.token(index) as Token;
  }

  /** A phrase with this head: what every phrase has, and what the rule gives on top. */
  draft(head: number, given: Given): Draft {
    const token = this.token(head);
    const { span = this.tree.phrase(head), ...rest } = given;
    return {
      first: span[0],
      last: span[1],
      head,
      pronouns: PRONOUNS_OF[given.kind],
      noun: singular(token.lemma),
      modifiers: this.#modifiers(head),
      compound: token.deprel === 'compound' && token.upos === 'NOUN',
      definite:
        this.tree.children(head).some((child) => DEFINITE.test(this.token(child).text.toLowerCase())) ||
        this.tree.child(head, 'nmod:poss') !== undefined,
      ...rest,
    };
  }

  #modifiers(head: number): string[] {
    const [first, last] = this.tree.phrase(head, true);
    const words: string[] = [];
    for (let index = first; index < last; index++) {
      const token = this.token(index);
      if (index !== head && CONTENT.has(token.upos)) words.push(singular(token.lemma));
    }
    return words;
  }

  /** The country that a token's name stands for; a person's only in "Macron's office". */
  readonly #countryOf = (index: number): string | undefined => {
    const name = this.sentence.nameAt.get(index);
    const known = this.meanings.get(index)?.entry ?? name?.senses.find(({ role }) => role === 'demonym')?.entry;
    if (known === undefined) return undefined;
    if (known.kind === 'person' && this.token(index).deprel !== 'nmod:poss') return undefined;
    return known.country;
  };

  /** The states that a phrase is of, by its modifiers. */
  states(head: number) {
    return statesOf(this.tree, head, this.#countryOf);
  }

  /** The office that a phrase gives: "President Putin". */
  office(head: number, country: string | undefined): Office | undefined {
    return officeIn(this.sentence.words, this.context.lexicon, ...this.tree.phrase(head, true), country)?.office;
  }

  /** Pronouns for somebody of the lexicon: as the entry says, else by given name and title. */
  genderOf(person: LexiconEntry, head: number): Pronouns {
    if (person.pronoun !== undefined)
      return { he: person.pronoun === 'he', she: person.pronoun === 'she', it: false, they: true };
    const { she, he, femaleTitles } = nounLists();
    const given = person.name.split(' ')[0] as string;
    const female =
      (she.has(given) && !he.has(given)) || titlesOf(this.tree, head).some((title) => femaleTitles.has(title));
    return { he: !female, she: female, it: false, they: true };
  }

  /** The tokens that name a state, a place or its people. */
  stateTokens(): ReadonlySet<number> {
    this.#states ??= new Set(
      this.sentence.names.flatMap(({ first, last, senses }) =>
        senses.some(({ entry }) => entry.kind === 'state' || entry.kind === 'place')
          ? Array.from({ length: last - first }, (_, at) => first + at)
          : [],
      ),
    );
    return this.#states;
  }
}
