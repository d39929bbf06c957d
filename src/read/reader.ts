import { openLexicon } from '../lexicon/index.ts';
import type { Document, Reading } from '../model/index.ts';
import { createAnnotator } from './annotate/index.ts';
import { findActors } from './extract/actors/index.ts';
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
}

export const createReader = async (options: ReaderOptions = {}): Promise<Reader> => {
  const annotator = await createAnnotator(options);

  const explained: Reader['explain'] = async (document, id) => {
    const annotation = await annotator.annotate(document.text);
    const { published, title } = document;
    const actors = findActors(annotation, { published, title, lexicon: openLexicon() });
    const times = findTimes(annotation, published);
    const quantities = findQuantities(annotation, times);
    const attributions = findAttributions(annotation, actors);
    // What somebody is said to want or know is the narrator's word.
    const voices = attributions.filter(({ act }) => act !== 'attitude');
    const likelihoods = findLikelihoods(annotation, voices);
    const events = findEvents(annotation, { actors, attributions: voices, times, quantities, likelihoods });
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
    const explanations = [
      ...explain('event', events, (event) => event.id),
      ...explain('attribution', attributions, (attribution) => attribution.id),
      ...explain('quantity', quantities, (quantity) => quantity.id),
      ...explain('time', times, ({ span }) => `time@${span.start}`),
      ...explain('likelihood', likelihoods, ({ span }) => `likelihood@${span.start}`),
    ];
    return { reading, explanations };
  };

  return {
    explain: explained,
    read: async (document, id) => (await explained(document, id)).reading,
    close: () => annotator.close(),
  };
};
