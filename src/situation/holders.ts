import {
  type Attribution,
  contains,
  type Holder,
  type ReadEvent,
  type Reading,
  type Span,
  spanText,
  WatchfloorError,
} from '../model/index.ts';
import type { ActorIndex } from './actors.ts';

const total = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

const holds = (attribution: Attribution, span: Span): boolean =>
  attribution.content.some((content) => contains(content, span));

/** True where the source says it or takes it to be so; what it wants, knows or likes is the narrator's word. */
export const isVoice = ({ act }: Attribution): boolean => act !== 'attitude';

/** Words of several spans, in order, with single spaces. */
export const wordsOf = (reading: Reading, spans: readonly Span[]): string =>
  [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span) => spanText(reading.document.text, span))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What links a source to the words around it is no part of its name: “… and officials who”. */
const LINKS = /^(?:and|or|but|as well as)\s+|,?\s+(?:who|which|that)$/giu;

/** “reportedly”, “allegedly”: a cue that names nobody, yet says that somebody holds it. */
const ADVERB = /ly$/i;

/** The speaker of an attribution: an actor, else the words that name the source, else an adverb that stands for one. */
export const holderOfAttribution = (reading: Reading, attribution: Attribution, actors: ActorIndex): Holder => {
  if (attribution.speaker !== undefined) return { kind: 'actor', actor: actors.resolve(reading, attribution.speaker) };
  const cue = wordsOf(reading, attribution.cue);
  const words = wordsOf(reading, attribution.source).replace(LINKS, '') || (ADVERB.test(cue) ? cue : '');
  return words === '' && cue === '' ? { kind: 'author', document: reading.id } : { kind: 'unnamed', words };
};

const attributionById = (reading: Reading, id: string): Attribution => {
  const attribution = reading.attributions.find((candidate) => candidate.id === id);
  if (attribution === undefined)
    throw new WatchfloorError(
      'case.inconsistent-reading',
      `The reading “${reading.id}” refers to an attribution “${id}” that it does not contain; read the document again.`,
      { record: reading.id },
    );
  return attribution;
};

/** Whose words a span is in: the innermost voice around it; none where the author speaks. */
export const voiceAround = (reading: Reading, span: Span, actors: ActorIndex): Holder | undefined => {
  const [innermost] = reading.attributions
    .filter((attribution) => isVoice(attribution) && holds(attribution, span))
    .sort((a, b) => total(a.content) - total(b.content) || (a.id < b.id ? -1 : 1));
  return innermost && holderOfAttribution(reading, innermost, actors);
};

/** Who says that an event happened, and through whom the author has it (inside out). */
export interface Voice {
  readonly holder: Holder;
  readonly via: readonly Holder[];
}

/**
 * The innermost speaker holds the claim: in “KCNA reported that Kim said …” it is Kim's, had through KCNA. Where the
 * reader names no attribution, the author holds it.
 */
export const voiceOf = (reading: Reading, event: ReadEvent, actors: ActorIndex): Voice => {
  if (event.attribution === undefined) return { holder: { kind: 'author', document: reading.id }, via: [] };
  const given = attributionById(reading, event.attribution);
  const around = reading.attributions.filter(
    (other) =>
      other !== given &&
      isVoice(other) &&
      holds(other, event.trigger) &&
      // Nested, not merely overlapping: one's cue stands within what the other says.
      (given.cue.some((cue) => holds(other, cue)) || other.cue.some((cue) => holds(given, cue))),
  );
  const chain = [given, ...around].sort((a, b) => total(a.content) - total(b.content) || (a.id < b.id ? -1 : 1));
  const [holder, ...via] = chain.map((attribution) => holderOfAttribution(reading, attribution, actors));
  return { holder: holder as Holder, via };
};

/** One string for one holder; the unnamed are the same only within a document, and in the same words. */
export const holderKey = (holder: Holder, document: string): string => {
  switch (holder.kind) {
    case 'actor':
      return `actor ${holder.actor}`;
    case 'unnamed':
      return `unnamed ${document} ${holder.words.toLowerCase()}`;
    case 'author':
      return `author ${holder.document}`;
  }
};

/**
 * One string for one voice: a holder, or the publisher in whose paper an author speaks. A voice that says first one thing
 * and then another corrects itself; two voices disagree.
 */
export const voiceKey = (holder: Holder, document: string, publisher: string | null): string =>
  holder.kind === 'author' && publisher !== null ? `publisher ${publisher}` : holderKey(holder, document);
