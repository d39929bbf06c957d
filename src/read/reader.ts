import {
  compileAttributionLexicon,
  compileEventLexicon,
  defaultAttributionLexicon,
  defaultEventLexicon,
  loadData,
  type OwnLexicon,
  openLexicon,
} from '../lexicon/index.ts';
import type { Document, Reading, Span } from '../model/index.ts';
import { type Annotation, createAnnotator } from './annotate/index.ts';
import { actorsOf, explainActors, resolvePhrases } from './extract/actors/index.ts';
import { findAttributions } from './extract/attribution/index.ts';
import { findConditions } from './extract/conditions/index.ts';
import { findEvents } from './extract/events/index.ts';
import { type Explanation, explain, withoutRule } from './extract/explanation.ts';
import { findLikelihoods } from './extract/likelihoods/index.ts';
import { findQuantities } from './extract/quantities/index.ts';
import { findTimes } from './extract/times/index.ts';

/** Reads documents with one network and one lexicon, loaded at the first. */
export interface Reader {
  /** @param id of the reading */
  read(document: Document, id: string): Promise<Reading>;
  /** The reading, and which rule made each of its data. */
  explain(
    document: Document,
    id: string,
  ): Promise<{ readonly reading: Reading; readonly explanations: readonly Explanation[] }>;
  /** Gives the network's memory back. */
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** Threads of the network; see `AnnotatorOptions`. */
  readonly threads?: number;
  /** The analyst's own, laid over the shipped one. */
  readonly lexicon?: OwnLexicon;
}

const lexiconsOf = (own: OwnLexicon | undefined) =>
  own === undefined
    ? { names: openLexicon(), events: defaultEventLexicon(), attribution: defaultAttributionLexicon(), likelihoods: [] }
    : {
        names: openLexicon(own.names),
        events: compileEventLexicon([own.events, loadData('events')]),
        attribution: compileAttributionLexicon([loadData('attribution'), own.attribution]),
        likelihoods: own.likelihoods,
      };

const idOf = ({ id }: { readonly id: string }): string => id;
const spanOf = ({ span }: { readonly span: Span }): Span => span;

/** What the network's factuality head gave at the trigger, before the rules for status. */
const explainFactuality = ({ sentences }: Annotation, events: Reading['events']): Explanation[] => {
  const at = new Map(sentences.flatMap(({ tokens }) => tokens.map((token) => [token.start, token.happened] as const)));
  return events.flatMap(({ id, trigger }) => {
    const score = at.get(trigger.start);
    return score === undefined
      ? []
      : [{ datum: id, span: trigger, rule: 'network/factuality', score: Math.round(score * 100) / 100 }];
  });
};

export const createReader = async (options: ReaderOptions = {}): Promise<Reader> => {
  const annotator = await createAnnotator(options);
  const lexicons = lexiconsOf(options.lexicon);

  const explained = async (
    document: Document,
    id: string,
  ): Promise<{ readonly reading: Reading; readonly explanations: () => readonly Explanation[] }> => {
    const annotation = await annotator.annotate(document.text);
    const { published, title } = document;
    const phrases = resolvePhrases(annotation, { published, title, lexicon: lexicons.names });
    const actors = actorsOf(annotation, phrases);
    const times = findTimes(annotation, published);
    const quantities = findQuantities(annotation, times);
    const attributions = findAttributions(annotation, actors, lexicons.attribution);
    // What somebody is said to want or know is the narrator's word.
    const voices = attributions.filter(({ act }) => act !== 'attitude');
    const likelihoods = findLikelihoods(annotation, voices, lexicons.likelihoods);
    const events = findEvents(
      annotation,
      { actors, attributions: voices, times, quantities, likelihoods },
      lexicons.events,
    );
    const reading: Reading = {
      reading: 1,
      id,
      document,
      sentences: annotation.sentences.map(({ start, end }) => ({ start, end })),
      actors: actors.actors,
      events: events.map(withoutRule),
      attributions: attributions.map(withoutRule),
      quantities: quantities.map(withoutRule),
      times: times.map(withoutRule),
      likelihoods: likelihoods.map(withoutRule),
      conditions: findConditions(annotation, events, attributions),
    };
    return {
      reading,
      explanations: () => [
        ...explainActors(phrases, actors),
        ...explain('event', events, idOf, ({ trigger }) => trigger),
        ...explainFactuality(annotation, events),
        ...explain('attribution', attributions, idOf, ({ cue, content }) => (cue[0] ?? content[0]) as Span),
        ...explain('quantity', quantities, idOf, spanOf),
        ...explain('time', times, ({ span }) => `time@${span.start}`, spanOf),
        ...explain('likelihood', likelihoods, ({ span }) => `likelihood@${span.start}`, spanOf),
      ],
    };
  };

  return {
    explain: async (document, id) => {
      const { reading, explanations } = await explained(document, id);
      return { reading, explanations: explanations() };
    },
    read: async (document, id) => (await explained(document, id)).reading,
    close: () => annotator.close(),
  };
};
