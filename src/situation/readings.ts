import { type Reading, WatchfloorError } from '../model/index.ts';
import { byText } from './collation.ts';

const byPublication = (a: Reading, b: Reading): number =>
  byText(a.document.published ?? '9999', b.document.published ?? '9999') ||
  byText(a.id, b.id) ||
  byText(JSON.stringify(a), JSON.stringify(b));

/**
 * The readings in the order that everything downstream follows (publication, then id), each text once: a text that comes
 * twice, under the same id or another, tells nothing more the second time. The earliest publication stands for it.
 *
 * @throws WatchfloorError `case.ambiguous-document` when one id stands for two texts: a citation of it could mean either.
 */
export const distinctReadings = (readings: readonly Reading[]): readonly Reading[] => {
  const byHash = new Map<string, Reading>();
  const hashOf = new Map<string, string>();
  for (const reading of [...readings].sort(byPublication)) {
    const { sha256 } = reading.document;
    const known = hashOf.get(reading.id);
    if (known !== undefined && known !== sha256)
      throw new WatchfloorError(
        'case.ambiguous-document',
        `Two different texts have the id “${reading.id}”; give each document an id of its own.`,
        { record: reading.id },
      );
    hashOf.set(reading.id, sha256);
    if (!byHash.has(sha256)) byHash.set(sha256, reading);
  }
  return [...byHash.values()];
};
