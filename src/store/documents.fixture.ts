import { type Document, type Reading, sha256, stableId } from '../model/index.ts';
import type { NewDocument } from './index.ts';

export const NOW = '2024-06-18T12:00:00.000Z';

export const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published: null,
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
  ...more,
});

export const readingOf = (document: Document, id: string): Reading => ({
  reading: 1,
  id,
  document,
  sentences: [{ start: 0, end: document.text.length }],
  actors: [],
  events: [],
  attributions: [],
  quantities: [],
  times: [],
  likelihoods: [],
  conditions: [],
});

export const entryOf = (text: string, more: Partial<Document> = {}, engine: string | null = 'test/1'): NewDocument => {
  const document = documentOf(text, more);
  const id = stableId('doc', document.sha256);
  return {
    id,
    document,
    source: `${id}.txt`,
    added: NOW,
    ...(engine === null ? {} : { read: { engine, reading: readingOf(document, id) } }),
  };
};
