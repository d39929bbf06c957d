import { join } from 'node:path';
import { type BriefContent, type BriefOptions, composeBrief, plain, renderBrief } from '../brief/index.ts';
import { type OwnLexicon, openLexicon } from '../lexicon/index.ts';
import type { Situation, WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions, IntakeResult } from '../read/index.ts';
import { type SituateOptions, situate } from '../situation/index.ts';
import { judgementsOfInputs } from './case-judgements.ts';
import { documentsOf } from './documents.ts';
import type { VoiceOptions } from './listen.ts';
import { writeFiles } from './output.ts';
import { readAll } from './read-all.ts';

export interface MakeBriefOptions extends IntakeOptions, BriefOptions, Omit<SituateOptions, 'alias' | 'lexicon'> {
  /** Folder for the files; made when missing. */
  readonly out: string;
  readonly onError?: (error: WatchfloorError) => void;
  /** The analyst's own lexicon. */
  readonly own?: OwnLexicon;
  /** Speaks the brief too: sound, captions and chapters beside the page, and a player in it. */
  readonly listen?: VoiceOptions;
}

/** What was made, short enough to be printed. */
export interface BriefSummary {
  readonly title: string;
  readonly asOf: string | null;
  readonly bottomLine: readonly string[];
  readonly keyPoints: readonly string[];
  readonly counts: {
    readonly documents: number;
    readonly failed: number;
    readonly claims: number;
    readonly events: number;
    readonly figures: number;
    readonly ties: number;
    readonly disputes: number;
  };
  /** Paths of the files, the page first. */
  readonly files: readonly string[];
}

/**
 * Inputs, of which any may be the folder of a case → brief. Inputs that fail are reported through `onError` and left out; null when not one could be read, in
 * which case nothing is written.
 *
 * @throws WatchfloorError `output.unwritable`, and what `situate` throws for its options
 */
export const makeBrief = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: MakeBriefOptions,
): Promise<BriefSummary | null> => {
  const sources: (Input | string)[] = [];
  for await (const input of inputs) sources.push(input);
  const judgements = options.judgements ?? (await judgementsOfInputs(sources));
  return makeBriefOf(documentsOf(sources, options), { ...options, ...(judgements && { judgements }) });
};

/** The same of documents that were taken in already. */
export const makeBriefOf = async (
  documents: AsyncIterable<IntakeResult>,
  options: MakeBriefOptions,
): Promise<BriefSummary | null> => {
  const { readings, failed } = await readAll(documents, options);
  if (readings.length === 0) return null;
  const situation = situate(readings, {
    ...options,
    ...(options.own && { lexicon: openLexicon(options.own.names) }),
  });
  const content = composeBrief(situation, readings, options);
  const paths = options.listen
    ? await (await import('./brief-with-sound.ts')).writeBriefWithSound(content, situation, options.out, options.listen)
    : await writeBrief(content, situation, options.out);
  return {
    title: content.title,
    asOf: content.asOf,
    bottomLine: content.bottomLine,
    keyPoints: content.keyPoints.map(({ statement }) => plain(statement)),
    counts: {
      documents: situation.sources.length,
      failed,
      claims: situation.claims.length,
      events: situation.timeline.length,
      figures: situation.ledger.length,
      ties: situation.ties.length,
      disputes: situation.disputes.length,
    },
    files: paths,
  };
};

const writeBrief = async (content: BriefContent, situation: Situation, out: string): Promise<readonly string[]> => {
  const files = renderBrief(content, situation);
  writeFiles(out, files);
  return Object.keys(files).map((name) => join(out, name));
};
