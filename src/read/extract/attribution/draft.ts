import type { CueAct } from '../../../lexicon/index.ts';
import type { Span } from '../../../model/index.ts';

/** An attribution as one rule sees it, before quotations are completed and rivals weighed. */
export interface AttributionDraft {
  readonly sentence: number;
  /** Token indices of the source's head; undefined where no source is named. */
  readonly sourceHead?: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly cueHead: number;
  /** The cue is a bare verb ("to ask", "would say"): it is not told that it was said. */
  readonly bare?: boolean;
  readonly content: readonly Span[];
  readonly act: CueAct;
  readonly rule: string;
  readonly score: number;
}
