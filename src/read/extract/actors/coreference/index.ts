import type { Lexicon, LexiconEntry } from '../../../../lexicon/index.ts';
import type { Token } from '../../../annotate/index.ts';
import { isGovernment } from '../nominal-phrase.ts';
import type { Phrase } from '../phrase.ts';
import { type PronounForm, pronounForm } from '../pronoun-phrase.ts';
import type { ReadSentence, TextContext } from '../text-context.ts';
import { Clusters, type Link } from './clusters.ts';
import { linkAppositions, linkKeys, linkNames } from './names.ts';
import { byDescription, type History, newHistory, remember, sameNoun } from './nominals.ts';
import { antecedentOf, isEmptyIt } from './pronouns.ts';
import { quotedTokens, speakerOf } from './quotes.ts';
import { splitAntecedents } from './splits.ts';

export type { Link };

export interface Resolution {
  /** Phrases that speak of the same thing, in text order. */
  readonly chains: readonly (readonly Phrase[])[];
  readonly links: readonly Link[];
  /** Phrases that stand for several others together, by index. */
  readonly splits: ReadonlyMap<number, readonly Phrase[]>;
  /** The state of whoever a phrase belongs to ("its ministers"), by index of the phrase. */
  readonly owners: ReadonlyMap<number, string>;
}

const grouped = (count: number, phrases: readonly Phrase[]): Phrase[][] => {
  const groups: Phrase[][] = Array.from({ length: count }, () => []);
  for (const phrase of phrases) groups[phrase.sentence]?.push(phrase);
  return groups;
};

/**
 * Which phrases speak of the same thing. Sure rules first, over the whole text (identity, names, appositions), then
 * from left to right nouns and pronouns, each looking back over what is known by then.
 */
export const resolve = (
  sentences: readonly ReadSentence[],
  phrases: readonly Phrase[],
  context: TextContext,
): Resolution => {
  const clusters = new Clusters(phrases);
  const bySentence = grouped(sentences.length, phrases);
  linkKeys(phrases, clusters);
  linkNames(phrases, clusters);
  linkDates(sentences, phrases, clusters);
  linkAppositions(sentences, bySentence, clusters);
  const quoted = quotedTokens(sentences);
  const history = newHistory();
  const speakers = new Map<string, Phrase>();
  const splits = new Map<number, readonly Phrase[]>();
  const owners = new Map<number, string>();
  for (const phrase of phrases) {
    const { tree } = sentences[phrase.sentence] as ReadSentence;
    if (phrase.form === 'pronoun') {
      const form = pronounForm(tree.token(phrase.head) as Token);
      if (form?.person === 3) thirdPerson(phrase, sentences, clusters, history, quoted, splits, bySentence);
      else if (form !== undefined) firstPerson(phrase, form, sentences, bySentence, clusters, quoted, speakers);
    } else if (
      phrase.parts === undefined &&
      phrase.form === 'nominal' &&
      phrase.key === undefined &&
      phrase.rule !== 'quantity' &&
      phrase.kind !== 'time'
    ) {
      const several = splitAntecedents(phrase, sentences, history.recent, clusters);
      if (several !== undefined) splits.set(phrase.index, several);
      else nominal(phrase, sentences, clusters, history, context, owners);
    }
    remember(history, phrase);
  }
  for (const phrase of phrases) {
    if (phrase.parts === undefined) continue;
    const heads = new Set(phrase.parts);
    const parts = (bySentence[phrase.sentence] ?? []).filter((one) => heads.has(one.head) && one.parts === undefined);
    for (const member of clusters.of(phrase).members) if (member.parts === undefined) splits.set(member.index, parts);
  }
  const chains = clusters.chains().filter(([first, second]) => first?.parts === undefined || second !== undefined);
  return { chains, links: clusters.links, splits, owners };
};

/** The same date in the same words is the same time. */
const linkDates = (sentences: readonly ReadSentence[], phrases: readonly Phrase[], clusters: Clusters): void => {
  const first = new Map<string, Phrase>();
  for (const phrase of phrases) {
    if (phrase.kind !== 'time' || phrase.form === 'pronoun') continue;
    const { tokens } = (sentences[phrase.sentence] as ReadSentence).tree;
    const words = tokens.slice(phrase.first, phrase.last).map(({ text }) => text.toLowerCase());
    const known = first.get(words.join(' '));
    if (known === undefined) first.set(words.join(' '), phrase);
    else if (words.some((word) => /\d{4}|today|yesterday|tomorrow/.test(word)))
      clusters.link(phrase, known, 'same date');
  }
};

const nominal = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  clusters: Clusters,
  history: History,
  context: TextContext,
  owners: Map<number, string>,
): void => {
  const country = phrase.country ?? countryOfOwner(phrase, sentences, clusters, history);
  if (phrase.country === undefined && country !== undefined) {
    owners.set(phrase.index, country);
    const state = isGovernment(phrase.noun) ? history.recent.findLast(({ entry }) => entry?.id === country) : undefined;
    if (state !== undefined && clusters.fit(phrase, state)) {
      clusters.link(phrase, state, 'government of a state');
      return;
    }
    const holder = heldBy(phrase, country, history, context);
    if (holder !== undefined) {
      clusters.link(phrase, holder, 'office at the day of the text');
      return;
    }
  }
  if (context.day === null && phrase.country !== undefined) {
    const named = heldBy(phrase, phrase.country, history, context);
    if (named !== undefined && clusters.fit(phrase, named)) {
      clusters.link(phrase, named, 'office held by somebody named');
      return;
    }
  }
  const same = sameNoun(phrase, sentences, history, clusters, country);
  if (same !== undefined) {
    clusters.link(phrase, same, 'same noun');
    return;
  }
  const described = byDescription(phrase, sentences, history, clusters);
  if (described !== undefined) clusters.link(phrase, described, 'description of a name');
};

/** "its leader": the state of what "its" stands for, known by now. */
const countryOfOwner = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  clusters: Clusters,
  history: History,
): string | undefined => {
  const owner = (sentences[phrase.sentence] as ReadSentence).tree.child(phrase.head, 'nmod:poss');
  if (owner === undefined) return undefined;
  const found = history.recent.findLast((one) => one.head === owner && one.sentence === phrase.sentence);
  return found === undefined ? undefined : clusters.of(found).country;
};

/** An earlier mention of whoever holds the office that "its foreign minister" gives. */
const heldBy = (
  phrase: Phrase,
  country: string,
  history: History,
  { lexicon, day }: TextContext,
): Phrase | undefined => {
  if (phrase.kind !== 'person' || phrase.office === undefined) return undefined;
  // In a text without a date whoever it names that has held the office: today's holder may be another.
  if (day === null) return history.recent.findLast((one) => hasHeld(one.entry, country, phrase.office, lexicon));
  const holder =
    (phrase.office === 'leader' ? lexicon.leader(country, day) : undefined) ??
    lexicon.holders(country, phrase.office, day)[0];
  return holder === undefined ? undefined : history.recent.findLast((one) => one.entry?.id === holder.id);
};

const hasHeld = (
  person: LexiconEntry | undefined,
  country: string,
  office: string | undefined,
  lexicon: Lexicon,
): boolean => {
  if (person?.kind !== 'person' || person.country !== country) return false;
  const lead = lexicon.entry(country)?.lead;
  return (person.terms ?? []).some((term) => term.office === office || (office === 'leader' && term.office === lead));
};

const thirdPerson = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  clusters: Clusters,
  history: History,
  quoted: readonly (readonly boolean[])[],
  splits: ReadonlyMap<number, readonly Phrase[]>,
  bySentence: readonly (readonly Phrase[])[],
): void => {
  const { tree } = sentences[phrase.sentence] as ReadSentence;
  if (isEmptyIt(tree, phrase.head)) return;
  const form = pronounForm(tree.token(phrase.head) as Token);
  if (form?.demonstrative) return;
  const found = antecedentOf(
    phrase,
    history.recent,
    sentences,
    clusters,
    (one) => quoted[one.sentence]?.[one.head] ?? false,
    splits,
    quoted[phrase.sentence]?.[phrase.head] ? speakerOf(phrase.sentence, sentences, bySentence, quoted) : undefined,
    bySentence[phrase.sentence],
  );
  if (found !== undefined) clusters.link(phrase, found.phrase, 'pronoun', found.score);
};

/** "I" and "we" in a quotation are its speaker's; elsewhere all of a text's "I" are one, and all its "we". */
const firstPerson = (
  phrase: Phrase,
  form: PronounForm,
  sentences: readonly ReadSentence[],
  bySentence: readonly (readonly Phrase[])[],
  clusters: Clusters,
  quoted: readonly (readonly boolean[])[],
  speakers: Map<string, Phrase>,
): void => {
  let voice = 'author';
  if (quoted[phrase.sentence]?.[phrase.head]) {
    const speaker = speakerOf(phrase.sentence, sentences, bySentence, quoted);
    if (speaker !== undefined && form.person === 1 && !form.plural && clusters.of(speaker).kind === 'person') {
      clusters.link(phrase, speaker, 'speaker of the quotation');
      return;
    }
    voice = speaker === undefined ? 'quotation' : String((clusters.of(speaker).members[0] as Phrase).index);
  }
  const key = `${voice} ${form.person} ${form.plural}`;
  const known = speakers.get(key);
  if (known === undefined) speakers.set(key, phrase);
  else clusters.link(phrase, known, 'same speaker');
};
