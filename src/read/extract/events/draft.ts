import type { EventStatus, EventType } from '../../../model/index.ts';
import type { Party } from './parties.ts';

/** An event as one rule sees it, before status, time and place are added and the rules are weighed against each other. */
export interface Draft {
  readonly type: EventType;
  /** The token that names the event: a verb, or the noun a light verb carries. */
  readonly trigger: number;
  /** The token whose clause the event is told in; the light verb where there is one. */
  readonly predicate: number;
  readonly sources: readonly Party[];
  readonly targets: readonly Party[];
  readonly reciprocal: boolean;
  /** Set where the rule itself says it, whatever stands around: a refusal has occurred. */
  readonly status?: EventStatus;
  /** `family/frame`, for `--explain`. */
  readonly rule: string;
  /** 0 … 1: how particular the rule is and how directly its parties were found. */
  readonly score: number;
}
