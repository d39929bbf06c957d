import { openLexicon } from '../lexicon/index.ts';
import type { Document, Reading } from '../model/index.ts';
import { createAnnotator } from './annotate/index.ts';
import { findActors } from './extract/actors/index.ts';
import { findAttributions } from './extract/attribution/index.ts';
import { findConditions, findEvents } from './extract/events/index.ts';
import { findLikelihoods } from './extract/likelihoods/index.ts';
import { findQuantities } from './extract/quantities/index.ts';
import { findTimes } from './extract/times/index.ts';

/** Reads documents with one network and one lexicon, loaded at the first. */
export interface Reader {
  /** @param id of the reading */
  read(document: Document, id: string): Promise<Reading>;
  /** Gives the network's memory back. */
  close(): Promise<void>;
}

export const createReader = async (): Promise<Reader> => {
  const annotator = await createAnnotator();
  return {
    async read(document, id) {
      const annotation = await annotator.annotate(document.text);
      const { published, title } = document;
      const actors = findActors(annotation, { published, title, lexicon: openLexicon() });
      const times = findTimes(annotation, document.published);
      const quantities = findQuantities(annotation, times);
      const attributions = findAttributions(annotation, actors);
      const likelihoods = findLikelihoods(annotation, attributions);
      const events = findEvents(annotation, { actors, attributions, times, quantities, likelihoods });
      return {
        reading: 1,
        id,
        document,
        sentences: annotation.sentences.map(({ start, end }) => ({ start, end })),
        actors: actors.actors,
        events: events.map(({ rule: _, score: __, ...event }) => event),
        attributions: attributions.map(({ rule: _, score: __, ...attribution }) => attribution),
        quantities: quantities.map(({ rule: _, ...quantity }) => quantity),
        times: times.map(({ rule: _, ...time }) => time),
        likelihoods: likelihoods.map(({ rule: _, ...likelihood }) => likelihood),
        conditions: findConditions(annotation, events),
      };
    },
    close: () => annotator.close(),
  };
};
