import type { Claim, Holder, Reading, Situation, SituationActor, SourceRecord } from '../../model/index.ts';
import type { ReferenceBook } from './references.ts';

/** How the brief calls actors and speakers. */
export interface Naming {
  readonly record: (actor: string) => SituationActor | undefined;
  /** As it stands inside a sentence: "the United States", "Vladimir Putin". */
  readonly actor: (actor: string) => string;
  /** The bare name, for tables and graphs. */
  readonly label: (actor: string) => string;
  /** Whether it goes by a name, and not by a noun ("soldiers") or a count ("two companies"). */
  readonly isNamed: (actor: string) => boolean;
  readonly holder: (holder: Holder) => string;
  /** Like `holder`, in the source's own words where they say more than the actor's name. */
  readonly claimHolder: (claim: Claim) => string;
  readonly source: (document: string) => string;
}

const LONGEST_HOLDER = 70;
/** An actor that is itself a count: "two individuals". */
const COUNTED = /^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|more|at least)\b)/i;
const BEFORE_A_NOUN = /^(?:['’]s\b| (?:region|province|area|district|border|coast|front|city|government|army|leader))/;
const ARTICLE = /^(?:the|an?) /i;
const PRONOUN = /^(?:he|she|it|they|his|her|its|their|him|them|who|we|i)$/i;
/** Names that English never leaves bare, whether or not a text happens to show it. */
const WITH_ARTICLE =
  /^(?:United |European Union|Netherlands|Philippines|Kremlin|Pentagon|White House|State Department|Security Council|International |Organi[sz]ation |World |African Union|Arab League|Maldives|Bahamas|Gambia|Vatican|Holy See|Ministry |Department |Group of )|(?:Islands|Emirates|Republic|Kingdom|Federation|Council|Ministry|Department|Agency|Committee|Commission|Administration|administration|Parliament|Army|Navy|Air Force|Forces|Guard|Party|Panel|Fleet|Government|Union|Congress|Senate)$/;

const before = (reading: Reading, start: number): string => reading.document.text.slice(Math.max(0, start - 4), start);

/** Where the texts write this very name; "the Zaporizhzhia region" says nothing of the bare one. */
const mentionsOfName = (actor: SituationActor, book: ReferenceBook): SituationActor['mentions'] => {
  const name = actor.name.toLowerCase();
  return actor.mentions.filter(
    ({ quote, document, span }) =>
      quote.toLowerCase().replace(ARTICLE, '') === name &&
      !BEFORE_A_NOUN.test(book.reading(document).document.text.slice(span.end, span.end + 12)),
  );
};

/** The article that the texts themselves mostly write before this very name. */
const articleOf = (actor: SituationActor, same: SituationActor['mentions'], book: ReferenceBook): string => {
  if (/^(?:the|an?) /i.test(actor.name)) return '';
  if (actor.kind !== 'person' && WITH_ARTICLE.test(actor.name)) return 'the ';
  if (same.length === 0) return '';
  const share = (article: RegExp): boolean =>
    same.filter(({ document, span, quote }) =>
      article.test(before(book.reading(document), span.start) + (quote.match(ARTICLE)?.[0] ?? '')),
    ).length *
      2 >
    same.length;
  if (share(/\bthe $/i)) return 'the ';
  if (!share(/\ban? $/i)) return '';
  return /^[aeiou]/i.test(actor.name) ? 'an ' : 'a ';
};

const KIND_AS_SPEAKER: Readonly<Record<SourceRecord['kind'], string>> = {
  report: 'the report',
  opinion: 'the author',
  analysis: 'the author',
  statement: 'the statement',
  correction: 'the correction',
  interview: 'the interview',
};

/** The words by which a text introduces the speaker of an event, on one line. */
const sourceWords = (reading: Reading, event: string): string | undefined => {
  const attribution = reading.events.find(({ id }) => id === event)?.attribution;
  const spans = reading.attributions.find(({ id }) => id === attribution)?.source;
  if (!spans?.length) return undefined;
  return spans
    .map(({ start, end }) => reading.document.text.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
};

const saysMore = (words: string, name: string): boolean => {
  const tokens = words.split(' ');
  return (
    words.length <= LONGEST_HOLDER &&
    tokens.length > name.split(' ').length &&
    !tokens.some((token) => PRONOUN.test(token)) &&
    !/["“”]/.test(words)
  );
};

/** Lowers the first letter of words that opened a sentence, unless they are a name. */
const midSentence = (words: string): string =>
  words.replace(
    /^(?:The|A|An|Some|Several|Many|Both|Two|Three|Officials|Analysts|Experts|Researchers|Sources|Diplomats)\b/,
    (word) => word.toLowerCase(),
  );

const unnamed = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' || PRONOUN.test(line) ? 'an unnamed speaker' : midSentence(line);
};

export const naming = (situation: Situation, book: ReferenceBook): Naming => {
  const actors = new Map(situation.actors.map((actor) => [actor.id, actor]));
  const sources = new Map(situation.sources.map((source) => [source.document, source]));
  const single = situation.sources.length === 1;
  const names = new Map<string, string>();

  const label = (id: string): string => actors.get(id)?.name ?? id;
  const actor = (id: string): string => {
    const known = names.get(id);
    if (known) return known;
    const record = actors.get(id);
    const same = record ? mentionsOfName(record, book) : [];
    // A noun that only a sentence's start wrote with a capital: "The official", "Panel of experts".
    const noun = same.map(({ quote }) => quote.replace(ARTICLE, '')).find((words) => /^\p{Ll}/u.test(words));
    const name = record
      ? articleOf(record, same, book) +
        (noun ?? record.name.replace(/^(?:The|An?) /, (article) => article.toLowerCase()))
      : id;
    names.set(id, name);
    return name;
  };
  const source = (document: string): string => {
    const kind = sources.get(document)?.kind ?? 'report';
    if (single) return KIND_AS_SPEAKER[kind];
    const number = book.documentNumber(document);
    return kind === 'opinion' || kind === 'analysis' ? `the author of source ${number}` : `source ${number}`;
  };
  const holder = (of: Holder): string => {
    switch (of.kind) {
      case 'actor':
        return actor(of.actor);
      case 'unnamed':
        return unnamed(of.words);
      case 'author':
        return source(of.document);
    }
  };
  return {
    record: (id) => actors.get(id),
    isNamed: (id) => /^\P{Ll}/u.test(label(id)) && !COUNTED.test(label(id)),
    actor,
    label,
    source,
    holder,
    claimHolder: (claim) => {
      if (claim.holder.kind !== 'actor') return holder(claim.holder);
      const name = actor(claim.holder.actor);
      const record = actors.get(claim.holder.actor);
      const words = sourceWords(book.reading(claim.document), claim.event);
      return words && record?.kind !== 'person' && saysMore(words, name) ? midSentence(words) : name;
    },
  };
};
