import { slug } from '../../../lexicon/index.ts';
import type { Actor, ActorKind, Sector } from '../../../model/index.ts';
import type { Annotation, Token } from '../../annotate/index.ts';
import type { ActorLayer, Mention } from '../actor-layer.ts';
import { countryFromContext } from './country-from-context.ts';
import type { ResolvedPhrases } from './index.ts';
import { nounLists } from './noun-classes.ts';
import type { Phrase, PhraseKind } from './phrase.ts';
import { relationName } from './relation-name.ts';
import type { ReadSentence } from './text-context.ts';

const ACTOR_KIND: Readonly<Record<PhraseKind, ActorKind | undefined>> = {
  person: 'person',
  people: 'group',
  group: 'group',
  organisation: 'organisation',
  state: 'state',
  place: 'place',
  time: undefined,
  event: undefined,
  thing: undefined,
};

const PREFIX: Readonly<Record<ActorKind, string>> = {
  person: 'per',
  group: 'grp',
  organisation: 'org',
  state: 'sta',
  place: 'plc',
};

const NAME_LIMIT = 80;

/** The phrase that says best who it is: a name before a noun, a lexicon's before any other, a longer one before a shorter. */
const bestPhrase = (chain: readonly Phrase[]): Phrase | undefined => {
  const score = (phrase: Phrase): number =>
    (phrase.entry !== undefined ? 1000 : 0) +
    (phrase.form === 'name' ? 100 : phrase.form === 'nominal' ? 50 : 0) +
    (ACTOR_KIND[phrase.kind] === undefined ? 0 : 200) +
    Math.min(phrase.nameWords?.length ?? 0, 9);
  return chain.reduce<Phrase | undefined>(
    (best, phrase) =>
      phrase.form !== 'pronoun' && (best === undefined || score(phrase) > score(best)) ? phrase : best,
    undefined,
  );
};

const CLAUSES = ['acl:relcl', 'acl', 'advcl', 'ccomp', 'advcl:relcl'];
const NAME_WORDS = 10;

/** Where the words stop that say what it is: before a clause, a conjunct, a comma, "such as", "including". */
const endOfName = ({ tree }: ReadSentence, phrase: Phrase): number => {
  const [, core] = tree.phrase(phrase.head, true);
  let last = Math.min(phrase.last, phrase.first + 40);
  for (let at = phrase.head + 1; at < last; at++) {
    const { text, deprel, upos } = tree.token(at) as Token;
    const late = upos === 'ADJ' && at > phrase.head && (tree.token(at) as Token).head < at;
    if (
      late ||
      CLAUSES.includes(deprel) ||
      /^(?:,|[-–—(]|such|including|who|which|that|while|and|to|into|with|by|during|after|before|over|against|without)$/.test(
        text,
      )
    )
      last = at;
    else if (/^(?:VERB|AUX|PRON|SCONJ)$/.test(upos)) last = at;
  }
  while (last > phrase.head + 1 && /^(?:ADP|DET|CCONJ|PUNCT|ADV|ADJ|PART)$/.test(tree.token(last - 1)?.upos ?? ''))
    last--;
  return last - phrase.first > NAME_WORDS ? Math.min(last, Math.max(core, phrase.head + 1)) : last;
};

/** The words of a common noun phrase without article and late additions: "opposition groups in Zimbabwe". */
const readableName = (annotation: Annotation, sentence: ReadSentence, phrase: Phrase): string => {
  const { tree } = sentence;
  let first = phrase.first;
  let last = endOfName(sentence, phrase);
  while (first < phrase.head && /^(?:DET|PUNCT)$/.test(tree.token(first)?.upos ?? '')) first++;
  while (last - 1 > phrase.head && (tree.token(last - 1)?.upos === 'PUNCT' || tree.token(last - 1)?.xpos === 'POS'))
    last--;
  const start = tree.token(first)?.start ?? 0;
  const end = tree.token(last - 1)?.end ?? start;
  const name = annotation.text.slice(start, end).replace(/\s+/g, ' ');
  return name.length <= NAME_LIMIT ? name : `${name.slice(0, NAME_LIMIT).replace(/\s\S*$/, '')} …`;
};

const kindOf = (chain: readonly Phrase[], best: Phrase): ActorKind | undefined => {
  // A name of unknown kind that the text calls "it" is no person.
  const it = best.rule.endsWith('capitalised') && chain.some(({ form, pronouns }) => form === 'pronoun' && pronouns.it);
  if (it) return 'organisation';
  const fromEntry = best.entry === undefined || best.kind === 'place' ? undefined : best.entry.kind;
  return (
    fromEntry ?? ACTOR_KIND[best.kind] ?? chain.map(({ kind }) => ACTOR_KIND[kind]).find((kind) => kind !== undefined)
  );
};

/** "Someone", "third parties", "either side", "tomorrow's friend": whoever is meant, the words do not tell one from another. */
const isNobody = (best: Phrase, { tree }: ReadSentence): boolean =>
  best.form === 'nominal' &&
  best.country === undefined &&
  (isOneOfTwo(best, tree) || isOfAnAge(best, tree) || saysNobody(best, tree));

/** "Today's friend", "tomorrow's opponent". */
const isOfAnAge = (best: Phrase, tree: ReadSentence['tree']): boolean =>
  /^(?:today|tomorrow|yesterday)$/i.test(tree.token(tree.child(best.head, 'nmod:poss') ?? -1)?.text ?? '');

/** "Both governments", "neither side", where nothing before tells which. */
const isOneOfTwo = (best: Phrase, tree: ReadSentence['tree']): boolean =>
  /^(?:government|country|state|nation|party|side|leader|ministry|capital)$/.test(best.noun) &&
  tree.children(best.head).some((child) => /^(?:both|either|neither|each|two)$/i.test(tree.token(child)?.text ?? ''));

const EMPTY =
  /^(?:third|opposite|other|key|own|warring|either|both|same|whole|entire|free|modern|some|any|every|each|no|all|a|an|the|its|their|his|her|our|my|your|two|these|those|this|that|such|certain)$/;

const MODIFIERS = /^(?:det|amod|compound|nummod|nmod:poss|det:predet)$/;

const saysNobody = (best: Phrase, tree: ReadSentence['tree']): boolean => {
  if (best.rule === 'quantity') return true;
  const before = tree
    .children(best.head)
    .map((child) => tree.token(child) as Token)
    .filter(({ deprel }) => MODIFIERS.test(deprel))
    .map(({ text }) => text.toLowerCase());
  if (before.includes('no')) return true;
  return nounLists().nobody.has(best.noun) && before.every((word) => EMPTY.test(word));
};

/** Common nouns for places are only worth an actor when the text comes back to them. */
const isWorthAnActor = (chain: readonly Phrase[], best: Phrase, kind: ActorKind, sentence: ReadSentence): boolean => {
  if (best.entry !== undefined || best.key !== undefined) return true;
  if (isNobody(best, sentence)) return false;
  if (kind === 'place' || kind === 'state') return best.form === 'name' || chain.length > 1;
  return !chain.every((phrase) => phrase.form === 'nominal' && (phrase.rule === 'noun' || phrase.compound));
};

const OWN_SECTOR: ReadonlySet<Sector | undefined> = new Set([undefined, 'UNK', 'CVL', 'GOV']);

/** The most telling sector that the chain gives. */
const sectorOf = (chain: readonly Phrase[], best: Phrase): Sector | undefined => {
  if (best.entry?.sector !== undefined)
    return best.kind === 'person' ? (best.sector ?? best.entry.sector) : best.entry.sector;
  if (!OWN_SECTOR.has(best.sector)) return best.sector;
  const sectors = chain.map(({ sector }) => sector);
  return sectors.find((sector) => !OWN_SECTOR.has(sector)) ?? best.sector ?? sectors.find((one) => one !== undefined);
};

/**
 * The chains, those together that count some of one group: "3,000 Russian soldiers" and "Russian troops" are the same
 * forces as actors, though not the same men.
 */
const byIdentity = (annotation: Annotation, resolved: ResolvedPhrases): readonly (readonly Phrase[])[] => {
  const chains: Phrase[][] = [];
  const groups = new Map<string, Phrase[]>();
  for (const whole of resolved.chains) {
    const chain = whole.filter((phrase) => phrase.parts === undefined && !resolved.splits.has(phrase.index));
    const key =
      chain.find((one) => one.key !== undefined)?.key ??
      chain.find((one) => one.group !== undefined)?.group ??
      ownedGroup(annotation, resolved, chain)?.key;
    const known = key === undefined ? undefined : groups.get(key);
    if (known !== undefined) known.push(...chain);
    else {
      chains.push(chain);
      if (key !== undefined) groups.set(key, chain);
    }
  }
  for (const chain of chains) chain.sort((a, b) => a.index - b.index);
  return chains;
};

/** "Its forces", "their ministers", once it is known whose: the same actor as "Russian forces". */
const ownedGroup = (
  annotation: Annotation,
  { sentences, owners, context }: ResolvedPhrases,
  chain: readonly Phrase[],
): { readonly key: string; readonly name: string } | undefined => {
  const owned = chain.find(
    ({ index, kind, form, noun, key }) =>
      form === 'nominal' &&
      key === undefined &&
      /^(?:group|people|organisation)$/.test(kind) &&
      owners.has(index) &&
      !nounLists().relational.has(noun),
  );
  const state = owned === undefined ? undefined : context.lexicon.entry(owners.get(owned.index) as string);
  if (owned === undefined || state?.kind !== 'state') return undefined;
  const own = readableName(annotation, sentences[owned.sentence] as ReadSentence, owned).replace(POSSESSIVE, '');
  const key = owned.sector === 'MIL' ? 'mil' : slug(own);
  return { key: `grp-${state.id.toLowerCase()}-${key}`, name: `${state.adjective ?? state.name} ${own}` };
};

const POSSESSIVE = /^(?:its|their|his|her|our|my|your)\s+(?:own\s+)?/i;

export const actorLayer = (annotation: Annotation, resolved: ResolvedPhrases): ActorLayer => {
  const { sentences, context } = resolved;
  const actors: Actor[] = [];
  const mentions: Mention[] = [];
  const taken = new Map<string, number>();
  const inferred = countryFromContext(resolved);
  const actorOf = new Map<number, string>();
  const { relational } = nounLists();
  for (const chain of byIdentity(annotation, resolved)) {
    const best = bestPhrase(chain);
    if (best === undefined) continue;
    const kind = kindOf(chain, best);
    if (kind === undefined || !isWorthAnActor(chain, best, kind, sentences[best.sentence] as ReadSentence)) continue;
    // "Its allies": whose they are is known only now, and is not where they are from.
    const owner = relational.has(best.noun) && best.form === 'nominal' ? resolved.owners.get(best.index) : undefined;
    const owned =
      best.key === undefined && best.group === undefined ? ownedGroup(annotation, resolved, [best]) : undefined;
    const name =
      owner === undefined
        ? (owned?.name ?? nameOf(annotation, sentences, best, kind))
        : relationName(best.noun, plural(sentences, best), context.lexicon.entry(owner)?.name ?? owner);
    const id = freshId(best.key ?? best.group ?? owned?.key, kind, name, taken);
    const country =
      best.entry?.country ??
      chain.find((phrase) => phrase.country !== undefined)?.country ??
      chain
        .filter(({ noun }) => !relational.has(noun))
        .map(({ index }) => resolved.owners.get(index))
        .find((one) => one !== undefined) ??
      inferred(chain);
    const sector = sectorOf(chain, best);
    const own = chain
      .filter((phrase) => phrase.form !== 'nominal' || !phrase.compound)
      .map((phrase) => mentionOf(phrase, id, sentences));
    if (own.length === 0) continue;
    for (const phrase of chain) actorOf.set(phrase.index, id);
    mentions.push(...own);
    actors.push({
      id,
      name,
      kind,
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
      mentions: own.map(({ start, end }) => ({ start, end })),
    });
  }
  const spans = new Map<string, Mention[]>();
  for (const [index, parts] of resolved.splits) {
    const phrase = resolved.phrases[index] as Phrase;
    for (const id of new Set(parts.map((part) => actorOf.get(part.index)))) {
      if (id === undefined) continue;
      const mention = mentionOf(phrase, id, sentences);
      mentions.push(mention);
      spans.set(id, [...(spans.get(id) ?? []), mention]);
    }
  }
  return layerOf(
    actors.map((actor) => withMentions(actor, spans.get(actor.id))),
    mentions,
    sentences,
  );
};

const withMentions = (actor: Actor, more: readonly Mention[] | undefined): Actor =>
  more === undefined
    ? actor
    : {
        ...actor,
        mentions: [...actor.mentions, ...more.map(({ start, end }) => ({ start, end }))].sort(
          (a, b) => a.start - b.start,
        ),
      };

const nameOf = (annotation: Annotation, sentences: readonly ReadSentence[], best: Phrase, kind: ActorKind): string => {
  if (best.entry !== undefined && (kind !== 'place' || best.key === best.entry.id)) return best.entry.name;
  return best.name ?? readableName(annotation, sentences[best.sentence] as ReadSentence, best);
};

const plural = (sentences: readonly ReadSentence[], { sentence, head }: Phrase): string | undefined => {
  const token = sentences[sentence]?.tree.token(head);
  return token?.xpos.endsWith('S') ? token.text.toLowerCase() : undefined;
};

const freshId = (key: string | undefined, kind: ActorKind, name: string, taken: Map<string, number>): string => {
  const wanted = key ?? `${PREFIX[kind]}-${slug(name) || 'unnamed'}`;
  const count = (taken.get(wanted) ?? 0) + 1;
  taken.set(wanted, count);
  return count === 1 ? wanted : `${wanted}-${count}`;
};

const mentionOf = (phrase: Phrase, actor: string, sentences: readonly ReadSentence[]): Mention => {
  const { tree } = sentences[phrase.sentence] as ReadSentence;
  return {
    actor,
    sentence: phrase.sentence,
    first: phrase.first,
    last: phrase.last,
    head: phrase.head,
    form: phrase.form,
    start: tree.token(phrase.first)?.start ?? 0,
    end: tree.token(phrase.last - 1)?.end ?? 0,
  };
};

/** The look-ups of the layer. A token belongs to the smallest mention whose core (no relative clause, no complement) it is in. */
const layerOf = (
  actors: readonly Actor[],
  unsorted: readonly Mention[],
  sentences: readonly ReadSentence[],
): ActorLayer => {
  const mentions = [...unsorted].sort(
    (a, b) => a.sentence - b.sentence || a.first - b.first || b.last - a.last || a.head - b.head,
  );
  const bySentence: Mention[][] = sentences.map(() => []);
  for (const mention of mentions) bySentence[mention.sentence]?.push(mention);
  const cores = new Map<number, (Mention | undefined)[]>();
  const coreOf = (sentence: number): (Mention | undefined)[] => {
    const known = cores.get(sentence);
    if (known !== undefined) return known;
    const { tree } = sentences[sentence] as ReadSentence;
    const owner: (Mention | undefined)[] = tree.tokens.map(() => undefined);
    const size: number[] = tree.tokens.map(() => Number.POSITIVE_INFINITY);
    for (const mention of bySentence[sentence] ?? []) {
      const [from, to] = tree.phrase(mention.head, true);
      const [first, last] = [Math.max(from, mention.first), Math.min(to, mention.last)];
      for (let at = first; at < last; at++) {
        if (last - first < (size[at] as number)) {
          owner[at] = mention;
          size[at] = last - first;
        }
      }
    }
    cores.set(sentence, owner);
    return owner;
  };
  return {
    actors,
    mentions,
    inSentence: (sentence) => bySentence[sentence] ?? [],
    at: (sentence, token) => (sentences[sentence] === undefined ? undefined : coreOf(sentence)[token]),
  };
};
