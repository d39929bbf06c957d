import type { Reading, SpeakerRecord } from '../model/index.ts';
import type { ActorIndex } from './actors.ts';
import { citeAll } from './cite.ts';
import { byText, groupBy } from './collation.ts';
import { holderKey, holderOfAttribution, isVoice, wordsOf } from './holders.ts';

/** Who is quoted with what, over all documents: those with most statements first. */
export const speakersOf = (readings: readonly Reading[], actors: ActorIndex): readonly SpeakerRecord[] => {
  const quoted = readings.flatMap((reading) =>
    reading.attributions.filter(isVoice).flatMap((attribution) => {
      const content = citeAll(reading, attribution.content);
      const holder = holderOfAttribution(reading, attribution, actors);
      // Without a speaker, a source or a cue there is nobody to list.
      if (content === null || holder.kind === 'author') return [];
      const statement = {
        document: reading.id,
        kind: attribution.kind,
        ...(attribution.act === 'belief' ? { act: attribution.act } : {}),
        cue: wordsOf(reading, attribution.cue),
        content,
        source: wordsOf(reading, attribution.source),
      };
      return [{ holder, key: holderKey(holder, reading.id), statement }];
    }),
  );
  const order = new Map(readings.map(({ id }, index) => [id, index]));
  const place = (document: string): number => order.get(document) as number;
  return [...groupBy(quoted, ({ key }) => key)]
    .map(([key, group]) => ({
      key,
      record: {
        holder: (group[0] as (typeof quoted)[number]).holder,
        statements: group
          .map(({ statement }) => statement)
          .sort(
            (a, b) =>
              place(a.document) - place(b.document) ||
              a.content.span.start - b.content.span.start ||
              a.content.span.end - b.content.span.end,
          ),
      },
    }))
    .sort((a, b) => b.record.statements.length - a.record.statements.length || byText(a.key, b.key))
    .map(({ record }) => record);
};
