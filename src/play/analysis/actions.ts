import type { Played } from '../engine/play.ts';

/** How often an option was taken: share of all its actor's choices, and of runs in which it was taken at least once. */
export interface ActionUse {
  readonly actor: string;
  readonly actorTitle: string;
  readonly action: string;
  readonly title: string;
  readonly ofChoices: number;
  readonly ofRuns: number;
}

export const actionUse = ({ scenario, columns }: Played): readonly ActionUse[] => {
  const { model } = scenario;
  const actors = model.actors.length;
  return model.actors.flatMap(({ name, title, actions }, actor) => {
    const taken = new Float64Array(256);
    const inRuns = new Float64Array(256);
    const lastRun = new Int32Array(256).fill(-1);
    let choices = 0;
    for (let row = 0; row < columns.count; row++)
      for (let turn = 0; turn < (columns.ended[row] as number); turn++) {
        const action = columns.choices[(row * model.turns + turn) * actors + actor] as number;
        taken[action] = (taken[action] as number) + 1;
        choices++;
        if (lastRun[action] === row) continue;
        lastRun[action] = row;
        inRuns[action] = (inRuns[action] as number) + 1;
      }
    return actions.map((action, k) => ({
      actor: name,
      actorTitle: title,
      action: action.name,
      title: action.title,
      ofChoices: (taken[k] as number) / choices,
      ofRuns: (inRuns[k] as number) / columns.count,
    }));
  });
};
