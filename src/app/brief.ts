import { join } from 'node:path';
import { type BriefOptions, composeBrief, plain, renderBrief } from '../brief/index.ts';
import type { Reading, WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions } from '../read/index.ts';
import { type SituateOptions, situate } from '../situation/index.ts';
import { readInputs } from './read.ts';
import { writeFiles } from './write-files.ts';

export interface MakeBriefOptions extends IntakeOptions, BriefOptions, Omit<SituateOptions, 'alias'> {
  /** Folder for the files; made when missing. */
  readonly out: string;
  readonly onError?: (error: WatchfloorError) => void;
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
 * Inputs → brief. Inputs that fail are reported through `onError` and left out; null when not one could be read, in
 * which case nothing is written.
 *
 * @throws WatchfloorError `output.unwritable`, and what `situate` throws for its options
 */
export const makeBrief = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: MakeBriefOptions,
): Promise<BriefSummary | null> => {
  const readings: Reading[] = [];
  let failed = 0;
  for await (const { reading, error } of readInputs(inputs, options)) {
    if (reading) readings.push(reading);
    else {
      failed++;
      options.onError?.(error);
    }
  }
  if (readings.length === 0) return null;
  const situation = situate(readings, options);
  const content = composeBrief(situation, readings, options);
  const files = renderBrief(content, situation);
  await writeFiles(options.out, files);
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
    files: Object.keys(files).map((name) => join(options.out, name)),
  };
};
