import type { Claim, Holder, Reading, SourceRecord } from '../model/index.ts';
import { documentKind } from './document-kind.ts';

/** A document as a source, with what its claims rest on. */
export const sourceRecord = (reading: Reading, claims: readonly Claim[]): SourceRecord => {
  const { title, byline, publisher, published, url, sha256 } = reading.document;
  const { kind, reason } = documentKind(reading);
  const held = (by: Holder['kind']): number => claims.filter(({ holder }) => holder.kind === by).length;
  return {
    document: reading.id,
    title,
    byline,
    publisher,
    published,
    url,
    kind,
    kindReason: reason,
    sha256,
    rests: { named: held('actor'), unnamed: held('unnamed'), author: held('author') },
  };
};
