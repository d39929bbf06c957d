import { type LexiconEntry, type Office, slug } from '../../../lexicon/index.ts';
import type { Sector } from '../../../model/index.ts';
import type { Token } from '../../annotate/index.ts';
import { inCapitals } from './name-finder.ts';
import { type NameMeaning, nameMeaning } from './name-phrase.ts';
import {
  classOf,
  contentNoun,
  holderOf,
  isGovernment,
  isNotTheHolder,
  isPlural,
  nominalSector,
  officeIn,
  statesOf,
} from './nominal-phrase.ts';
import { nounLists, singular } from './noun-classes.ts';
import { type Phrase, type PhraseKind, PRONOUNS_OF, type Pronouns } from './phrase.ts';
import { pronounForm } from './pronoun-phrase.ts';
import type { ReadSentence, TextContext } from './text-context.ts';
import { guessName, nameTokens, titlesOf } from './unknown-names.ts';

type Draft = Omit<Phrase, 'index' | 'sentence'>;

const NOT_HEADS = new Set(['flat', 'fixed', 'goeswith', 'nmod:desc', 'reparandum']);
const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const YEAR = /^(?:1[0-9]|20)\d{2}s?$/;
const IDIOMS = new Set(
  'example instance fact course present general particular addition order case spite behalf once'.split(' '),
);
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const TIME_WORDS = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;

/** All noun phrases, names and pronouns of a sentence, in order. */
export const phrasesOf = (sentence: ReadSentence, context: TextContext): Draft[] => {
  const maker = new PhraseMaker(sentence, context);
  return sentence.tree.tokens.flatMap((_, index) => maker.at(index));
};

class PhraseMaker {
  readonly #meanings = new Map<number, NameMeaning | undefined>();
  readonly #absorbed = new Set<number>();

  constructor(
    readonly sentence: ReadSentence,
    readonly context: TextContext,
  ) {
    for (const name of sentence.names) {
      const meaning = nameMeaning(sentence.tree, name, context);
      this.#meanings.set(name.head, meaning);
      if (meaning === undefined) continue;
      for (let at = name.first; at < name.last; at++) if (at !== name.head) this.#absorbed.add(at);
    }
  }

  at(index: number): Draft[] {
    const { tree } = this.sentence;
    const token = tree.token(index) as Token;
    if (this.#absorbed.has(index)) return [];
    const meaning = this.#meanings.get(index);
    if (meaning !== undefined) return [this.#named(index, meaning)];
    const pronoun = pronounForm(token);
    if (pronoun !== undefined) {
      return [
        this.#draft(index, {
          form: 'pronoun',
          kind: pronoun.kind,
          pronouns: pronoun.pronouns,
          span: [index, index + 1],
          rule: 'pronoun',
        }),
      ];
    }
    if (token.upos === 'PRON' && /^NN/.test(token.xpos)) return [this.#nominal(index, [])];
    if (token.upos === 'NUM') return this.#year(index);
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return [];
    if (NOT_HEADS.has(token.deprel)) return [];
    if (token.upos === 'NOUN' && (this.#isIdiom(index) || this.#isPlainCompound(index))) return [];
    if (
      token.deprel === 'compound' &&
      token.upos === 'PROPN' &&
      (tree.head(index)?.upos !== 'NOUN' || MONTH.test(token.text))
    )
      return [];
    if (token.upos === 'PROPN' && !this.#describes(index)) return [this.#unknownName(index)];
    return this.#nominals(index);
  }

  /** Some heads in capitals are no names: "Foreign Ministry", "President of Russia". */
  #describes(index: number): boolean {
    const { tree } = this.sentence;
    const token = tree.token(index) as Token;
    if (classOf(tree, index) === undefined) return false;
    if (tree.child(index, 'flat') !== undefined) return false;
    return (
      nounLists().titles.has(token.text.toLowerCase()) ||
      this.#states(index).length > 0 ||
      tree.child(index, 'det') !== undefined
    );
  }

  /** "for example", "in fact": no thing is meant. */
  #isIdiom(index: number): boolean {
    const { tree } = this.sentence;
    const token = tree.token(index) as Token;
    return (
      (token.deprel === 'obl' || token.deprel === 'nmod') &&
      IDIOMS.has(token.text.toLowerCase()) &&
      tree.children(index).length <= 1
    );
  }

  /** "fluid mechanics": a noun in a compound is a phrase of its own only where it can act. */
  #isPlainCompound(index: number): boolean {
    const { tree } = this.sentence;
    const kind = classOf(tree, index)?.kind;
    return tree.token(index)?.deprel === 'compound' && kind !== 'person' && kind !== 'group';
  }

  #year(index: number): Draft[] {
    const { tree } = this.sentence;
    const token = tree.token(index) as Token;
    const month = tree.children(index).some((child) => MONTH.test(tree.token(child)?.text ?? ''));
    if (!month && (!YEAR.test(token.text) || !/^(?:obl|nmod|compound|appos|conj|nsubj)/.test(token.deprel))) return [];
    return [this.#draft(index, { form: 'nominal', kind: 'time', rule: 'year' })];
  }

  #draft(
    head: number,
    given: Partial<Draft> & { form: Draft['form']; kind: PhraseKind; rule: string; span?: readonly [number, number] },
  ): Draft {
    const { tree } = this.sentence;
    const token = tree.token(head) as Token;
    const { span = this.#span(head), ...rest } = given;
    const determiner = tree.children(head).map((child) => (tree.token(child) as Token).text.toLowerCase());
    return {
      first: span[0],
      last: span[1],
      head,
      pronouns: PRONOUNS_OF[given.kind],
      noun: singular(token.lemma),
      modifiers: this.#modifiers(head),
      compound: token.deprel === 'compound' && token.upos === 'NOUN',
      definite:
        determiner.some((word) => /^(?:the|this|that|these|those|both)$/.test(word)) ||
        tree.child(head, 'nmod:poss') !== undefined,
      ...rest,
    };
  }

  /** "their discussions and collaborations" is one phrase: the second noun has nothing of its own. */
  #span(head: number): readonly [number, number] {
    const { tree } = this.sentence;
    const [first, last] = tree.phrase(head);
    const conjuncts = tree
      .children(head)
      .filter(
        (child) => tree.token(child)?.deprel === 'conj' && /^(?:NOUN|PROPN)$/.test(tree.token(child)?.upos ?? ''),
      );
    const final = conjuncts[conjuncts.length - 1];
    if (final === undefined || tree.child(head, 'det', 'nmod:poss', 'amod') === undefined) return [first, last];
    const bare = conjuncts.every(
      (one) =>
        tree.token(one)?.upos === 'NOUN' &&
        tree.child(one, 'det', 'nmod:poss', 'nummod', 'case', 'amod') === undefined &&
        !this.#meanings.has(one),
    );
    if (!bare || tree.token(head)?.upos !== 'NOUN' || last > final) return [first, last];
    for (const one of conjuncts) this.#absorbed.add(one);
    return [first, Math.max(last, tree.phrase(final)[1])];
  }

  #modifiers(head: number): string[] {
    const { tree } = this.sentence;
    const [first, last] = tree.phrase(head, true);
    const words: string[] = [];
    for (let index = first; index < last; index++) {
      const token = tree.token(index) as Token;
      if (index !== head && CONTENT.has(token.upos)) words.push(singular(token.lemma));
    }
    return words;
  }

  /** The country that a token's name stands for. */
  readonly #countryOf = (index: number): string | undefined => {
    const { tree } = this.sentence;
    const name = this.sentence.nameAt.get(index);
    const known = this.#meanings.get(index)?.entry ?? name?.senses.find(({ role }) => role === 'demonym')?.entry;
    if (known === undefined) return undefined;
    if (known.kind === 'person' && tree.token(index)?.deprel !== 'nmod:poss') return undefined;
    return known.country;
  };

  #states(index: number) {
    return statesOf(this.sentence.tree, index, this.#countryOf);
  }

  #named(head: number, meaning: NameMeaning): Draft {
    const { tree } = this.sentence;
    const { entry, form, kind, rule } = meaning;
    const token = tree.token(head) as Token;
    const base = {
      rule,
      ...(entry.country === undefined ? {} : { country: entry.country }),
    };
    if (form === 'demonym') {
      if (kind === 'person' || kind === 'people') return this.#people(head, entry, kind);
      const found = this.sentence.nameAt.get(head);
      return this.#draft(head, {
        ...base,
        form,
        kind,
        entry,
        key: entry.id,
        span: [found?.first ?? head, found?.last ?? head + 1],
      });
    }
    const compound = token.deprel === 'compound' || (token.deprel === 'amod' && token.head > head);
    const found = this.sentence.nameAt.get(head);
    const narrow = compound && found !== undefined ? { span: [found.first, found.last] as const } : {};
    const key =
      entry.kind === 'state' && kind === 'place' && rule.startsWith('seat') ? `plc-seat-${slug(token.text)}` : entry.id;
    const office = this.#office(head, entry.country);
    return this.#draft(head, {
      ...base,
      ...narrow,
      form,
      kind,
      entry,
      key,
      pronouns: this.#genderOf(entry, kind, head),
      ...(entry.sector === undefined ? {} : { sector: entry.sector }),
      ...(kind === 'person' ? { nameWords: entry.name.toLowerCase().split(' ') } : {}),
      ...(office === undefined ? {} : { office: office.id, sector: office.sector }),
    });
  }

  /** "Russians", "the Albanians of southern Serbia": of the state they live in, where the text says so. */
  #people(head: number, entry: LexiconEntry, kind: 'person' | 'people'): Draft {
    const { tree } = this.sentence;
    const token = tree.token(head) as Token;
    const home = this.#states(head)[0]?.country;
    const ethnic = tree.children(head).some((child) => tree.token(child)?.lemma.toLowerCase() === 'ethnic');
    const abroad = ethnic || (home !== undefined && home !== entry.country);
    const country = abroad ? home : entry.country;
    const own = {
      form: 'nominal',
      kind,
      sector: 'CVL',
      rule: 'people of a state',
      ...(country === undefined ? {} : { country }),
    } as const;
    if (kind === 'person' || abroad) return this.#draft(head, own);
    return this.#draft(head, {
      ...own,
      key: entry.kind === 'group' ? entry.id : `grp-${entry.id.toLowerCase()}-people`,
      name: entry.kind === 'group' ? entry.name : token.text,
      ...(entry.kind === 'group' ? { entry } : {}),
    });
  }

  #genderOf(entry: LexiconEntry, kind: PhraseKind, head: number): Pronouns {
    if (kind !== 'person') return PRONOUNS_OF[kind];
    if (entry.pronoun !== undefined)
      return { he: entry.pronoun === 'he', she: entry.pronoun === 'she', it: false, they: true };
    const { she, he, femaleTitles } = nounLists();
    const given = entry.name.split(' ')[0] as string;
    const female =
      (she.has(given) && !he.has(given)) || titlesOf(this.sentence.tree, head).some((title) => femaleTitles.has(title));
    return { he: !female, she: female, it: false, they: true };
  }

  #office(head: number, country: string | undefined): Office | undefined {
    const [first, last] = this.sentence.tree.phrase(head, true);
    return officeIn(this.sentence.words, this.context.lexicon, first, last, country)?.office;
  }

  #unknownName(head: number): Draft {
    const { tree } = this.sentence;
    const token = tree.token(head) as Token;
    if (TIME_WORDS.test(token.text) || classOf(tree, head)?.kind === 'time')
      return this.#draft(head, { form: 'nominal', kind: 'time', rule: 'date' });
    const first = guessName(tree, head, inCapitals(tree.tokens));
    const unsure = first.rule === 'capitalised' || first.rule === 'place' || first.rule === 'speaks';
    const guess = (unsure ? this.context.evidence.get(token.text.toLowerCase()) : undefined) ?? first;
    const { titles } = nounLists();
    const words = nameTokens(tree, head)
      .map((index) => (tree.token(index) as Token).text)
      .filter((word) => !titles.has(word.toLowerCase().replace(/\.$/, '')));
    const states = this.#states(head);
    const country = states[0]?.country;
    const name = words.join(' ') || token.text;
    const kind = guess.kind;
    const office = kind === 'person' ? this.#office(head, country) : undefined;
    const base = PRONOUNS_OF[kind];
    return this.#draft(head, {
      form: 'name',
      kind,
      name: kind === 'organisation' || kind === 'place' || kind === 'event' ? this.#fullName(head) : name,
      nameWords: words.map((word) => word.toLowerCase()),
      pronouns:
        guess.rule === 'capitalised'
          ? { he: true, she: true, it: true, they: true }
          : { ...base, he: base.he && guess.he !== false, she: base.she && guess.she !== false },
      ...(country === undefined ? {} : { country }),
      ...(guess.sector === undefined ? {} : { sector: guess.sector }),
      ...(office === undefined ? {} : { office: office.id, sector: office.sector }),
      rule: `unknown name: ${guess.rule}`,
    });
  }

  /** "Ministry of Public Works": the capitalised run of the phrase. */
  #fullName(head: number): string {
    const { tree } = this.sentence;
    const [first, last] = tree.phrase(head);
    const [start] = tree.phrase(head, true);
    const words = tree.tokens.slice(first, last);
    const from = Math.max(0, start - first);
    const kept: string[] = [];
    for (const word of words.slice(from)) {
      if (word.deprel === 'det' && kept.length === 0) continue;
      if (!/^\p{Lu}/u.test(word.text) && !['of', 'and', 'for', '&', 'the'].includes(word.text)) {
        if (kept.length > 0) break;
        continue;
      }
      kept.push(word.text);
    }
    while (kept.length > 0 && /^(?:of|and|for|the|&)$/.test(kept[kept.length - 1] as string)) kept.pop();
    return kept.join(' ') || (tree.token(head)?.text ?? '');
  }

  #nominals(head: number): Draft[] {
    const states = this.#states(contentNounOr(this.sentence, head));
    const own = states.length > 0 ? states : this.#states(head);
    const token = this.sentence.tree.token(head) as Token;
    const [first, ...others] = own;
    if (
      first === undefined ||
      others.length === 0 ||
      !(isPlural(token) || classOf(this.sentence.tree, head)?.kind === 'group')
    )
      return [this.#nominal(head, own.slice(0, 1))];
    // "Russian and Ukrainian officials" are two groups: the whole phrase for the last, from its own word on for each other.
    return own.map((state, number) => {
      const draft = this.#nominal(head, [state]);
      return number === 0 ? draft : { ...draft, first: Math.min(state.token, head) };
    });
  }

  #nominal(head: number, states: readonly { readonly country: string }[]): Draft {
    const { tree } = this.sentence;
    const { lexicon, day } = this.context;
    const token = tree.token(head) as Token;
    const content = contentNoun(tree, head);
    const noun = classOf(tree, content);
    const contentToken = tree.token(content) as Token;
    const plural = isPlural(token) || isPlural(contentToken);
    const word = singular(contentToken.lemma);
    const country = states[0]?.country;
    const compound = token.deprel === 'compound';
    const base = {
      form: 'nominal' as const,
      noun: word,
      ...(country === undefined ? {} : { country }),
      ...(compound ? { span: tree.phrase(head) } : {}),
    };
    const sector = nominalSector(tree, content, noun);
    const withSector = sector === undefined ? {} : { sector };
    if (noun === undefined) {
      const event = nounLists().eventHeads.has(word);
      return this.#draft(head, {
        ...base,
        kind: event ? 'event' : 'thing',
        ...(plural ? { pronouns: MANY } : {}),
        rule: 'noun',
      });
    }
    if (noun.kind === 'time' || noun.kind === 'place')
      return this.#draft(head, { ...base, kind: noun.kind, ...(plural ? { pronouns: MANY } : {}), rule: 'noun' });
    if (noun.kind === 'state')
      return this.#draft(head, {
        ...base,
        kind: plural ? 'people' : 'state',
        ...(plural ? { pronouns: MANY } : {}),
        sector: 'GOV',
        rule: 'noun',
      });
    if (noun.kind === 'group' || plural) {
      const state = country === undefined ? undefined : lexicon.entry(country);
      if (state?.kind === 'state' && isGovernment(word) && !isNotTheHolder(tree, head) && sector === 'GOV')
        return this.#draft(head, {
          ...base,
          kind: 'state',
          entry: state,
          key: state.id,
          sector: 'GOV',
          rule: 'government of a state',
        });
      return this.#draft(head, {
        ...base,
        ...withSector,
        kind: noun.kind === 'group' ? (isOrganisation(word) ? 'organisation' : 'group') : 'people',
        ...(noun.kind === 'group' && !plural ? {} : { pronouns: noun.kind === 'group' ? EITHER : MANY }),
        ...this.#groupKey(head, content, state, sector, word),
        rule: 'noun of a group',
      });
    }
    const gender = this.#nounGender(head, word);
    const office = officeIn(this.sentence.words, lexicon, ...tree.phrase(head, true), country);
    const ends = office !== undefined && office.first <= head && head < office.last;
    if (ends && country !== undefined && !isNotTheHolder(tree, head)) {
      const holder = holderOf(lexicon, country, office.office, day);
      if (holder !== undefined)
        return this.#draft(head, {
          ...base,
          kind: 'person',
          entry: holder,
          key: holder.id,
          sector: office.office.sector,
          office: office.office.id,
          pronouns: this.#genderOf(holder, 'person', -1),
          rule: 'office at the day of the text',
        });
    }
    return this.#draft(head, {
      ...base,
      ...withSector,
      kind: 'person',
      pronouns: gender,
      ...(ends ? { office: office.office.id, sector: office.office.sector } : {}),
      rule: 'noun of a person',
    });
  }

  /** Groups of one state and kind are one actor through the text: "Russian troops", "the Russian army". */
  #groupKey(
    head: number,
    content: number,
    state: LexiconEntry | undefined,
    sector: Sector | undefined,
    word: string,
  ): { key?: string; name?: string } {
    const { tree } = this.sentence;
    if (state === undefined || isNotTheHolder(tree, head)) return {};
    if (
      tree
        .children(content)
        .some((child) =>
          /^(?:led|backed|allied|supported|sponsored|trained)$|-(?:led|backed|allied|supported|sponsored|trained)$/i.test(
            tree.token(child)?.text ?? '',
          ),
        )
    )
      return {};
    if (tree.child(head, 'nummod') !== undefined || tree.child(content, 'nummod') !== undefined) return {};
    const adjective = state.adjective ?? state.name;
    const token = tree.token(content) as Token;
    const [first] = tree.phrase(content, true);
    const between = tree.tokens
      .slice(first, content)
      .filter(
        ({ upos, deprel, text }) =>
          (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') && deprel !== 'nmod:poss' && !this.#isStateWord(text),
      )
      .map(({ text }) => text);
    const own = [...between, token.text].join(' ');
    if (sector === 'MIL')
      return {
        key: `grp-${state.id.toLowerCase()}-mil`,
        name: `${adjective} ${word === 'military' ? 'military' : token.text}`,
      };
    return { key: `grp-${state.id.toLowerCase()}-${slug(own)}`, name: `${adjective} ${own}` };
  }

  #isStateWord(text: string): boolean {
    return this.context.lexicon.named(text).some(({ entry }) => entry.kind === 'state' || entry.kind === 'place');
  }

  #nounGender(head: number, word: string): Pronouns {
    const { femaleNouns, maleNouns } = nounLists();
    const { tree } = this.sentence;
    const words = [word, ...tree.children(head).map((child) => (tree.token(child) as Token).lemma.toLowerCase())];
    const female = words.some((one) => femaleNouns.has(one)) || words.includes('female') || words.includes('pregnant');
    const male = words.some((one) => maleNouns.has(one)) || words.includes('male');
    return { he: !female, she: !male, it: /^(?:baby|infant|child|enemy|ally|partner)$/.test(word), they: true };
  }
}

const MANY: Pronouns = { he: false, she: false, it: false, they: true };
const EITHER: Pronouns = { he: false, she: false, it: true, they: true };

const contentNounOr = (sentence: ReadSentence, head: number): number => contentNoun(sentence.tree, head);

const ORGANISATIONS = new Set(
  (
    'ministry department agency company firm corporation bank airline party newspaper university college school court parliament congress senate ' +
    'assembly legislature church charity foundation embassy commission council committee organization organisation institute institution academy ' +
    'station network broadcaster magazine office bureau alliance league association federation union club tribunal conglomerate consortium'
  ).split(' '),
);
const isOrganisation = (word: string): boolean => ORGANISATIONS.has(word);
