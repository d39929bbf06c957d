import type { Forecast } from '../../model/index.ts';
import { type Score, scoreForecasts } from './score.ts';
import { type ScoredPart, type ScoringMethod, scoredParts } from './scored-parts.ts';

export const RECORD_GROUPS = ['author', 'source', 'topic'] as const;
export type RecordGroup = (typeof RECORD_GROUPS)[number];

export interface TrackRecordOptions {
  readonly method?: ScoringMethod;
  readonly by?: RecordGroup;
  /** 0 … 1, how often such things happen; by default the share of those scored that happened. */
  readonly baseRate?: number;
}

export interface TrackRecord {
  readonly method: ScoringMethod;
  readonly by: RecordGroup | null;
  /** Questions. */
  readonly questions: number;
  readonly open: number;
  readonly resolved: number;
  readonly void: number;
  /** Resolved questions on which nobody had given a probability before the end. */
  readonly unscored: number;
  readonly overall: Score | null;
  /** By name; a question of several topics counts in each. */
  readonly groups: readonly { readonly name: string; readonly score: Score }[];
}

const NO_TOPIC = 'no topic';

const namesOf = ({ author, source, topics }: ScoredPart, by: RecordGroup): readonly string[] => {
  switch (by) {
    case 'author':
      return [author];
    case 'source':
      return [source];
    case 'topic':
      return topics.length > 0 ? topics : [NO_TOPIC];
  }
};

/** Scores of all questions together and, with `by`, of each author, source or topic. */
export const trackRecord = (
  forecasts: readonly Forecast[],
  { method = 'last', by, baseRate }: TrackRecordOptions = {},
): TrackRecord => {
  const parts = scoredParts(forecasts, method);
  const groups = new Map<string, ScoredPart[]>();
  if (by)
    for (const part of parts)
      for (const name of namesOf(part, by)) {
        const group = groups.get(name);
        if (group) group.push(part);
        else groups.set(name, [part]);
      }
  const settled = forecasts.filter(({ resolution }) => resolution !== undefined);
  const annulled = settled.filter(({ resolution }) => resolution?.outcome === 'void').length;
  const scored = new Set(parts.map(({ forecast }) => forecast)).size;
  return {
    method,
    by: by ?? null,
    questions: forecasts.length,
    open: forecasts.length - settled.length,
    resolved: settled.length - annulled,
    void: annulled,
    unscored: settled.length - annulled - scored,
    overall: scoreForecasts(parts, baseRate),
    groups: [...groups]
      .map(([name, own]) => ({ name, score: scoreForecasts(own, baseRate) as Score }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};
