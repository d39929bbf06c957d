import type { Manifest } from '../engine/manifest.ts';
import type { Played } from '../engine/play.ts';
import { type ActionUse, actionUse } from './actions.ts';
import { type Driver, driversOf } from './drivers.ts';
import { type Fan, stateFans } from './fans.ts';
import { type OutcomeSummary, summariseOutcomes, undecided } from './outcomes.ts';

/** What a play says: the JSON of `watchfloor play --json`, and all that the report shows. */
export interface Summary {
  readonly summary: 1;
  readonly manifest: Manifest;
  readonly title: string;
  readonly about: string | null;
  readonly turns: number;
  readonly step: string;
  readonly outcomes: readonly OutcomeSummary[];
  /** Share of runs in which no outcome has come about for good by the end of each turn (Kaplan–Meier). */
  readonly undecided: readonly number[];
  readonly fans: readonly Fan[];
  /** Per outcome, strongest first. */
  readonly drivers: readonly { readonly outcome: string; readonly drivers: readonly Driver[] }[];
  readonly actions: readonly ActionUse[];
  readonly warnings: readonly string[];
}

export const summarise = (played: Played): Summary => {
  const { model, warnings } = played.scenario;
  return {
    summary: 1,
    manifest: played.manifest,
    title: model.title,
    about: model.about,
    turns: model.turns,
    step: model.step,
    outcomes: summariseOutcomes(played),
    undecided: undecided(played),
    fans: stateFans(played),
    drivers: model.outcomes.map(({ name }, index) => ({ outcome: name, drivers: driversOf(played, index) })),
    actions: actionUse(played),
    warnings: warnings.map(({ message }) => message),
  };
};
