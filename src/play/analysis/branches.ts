import type { Played } from '../engine/play.ts';
import { NO_CHOICE } from '../engine/runs.ts';
import { indexOfName } from './names.ts';

/** A node of the tree of what one actor does, turn by turn: how many runs come by, where they end, and what comes next. */
export interface BranchNode {
  /** What the actor did to come here; null at the root. */
  readonly action: string | null;
  readonly turn: number;
  readonly runs: number;
  /** Share of the parent's runs. */
  readonly share: number;
  /** Share of this node's runs in each outcome. */
  readonly outcomes: readonly number[];
  readonly children: readonly BranchNode[];
}

export interface BranchOptions {
  /** Turns deep. */
  readonly depth?: number;
  /** Branches with a smaller share of all runs are left out. */
  readonly least?: number;
}

const DEFAULTS = { depth: 4, least: 0.02 };

/** The tree of one actor's choices. @throws WatchfloorError play.unknown-name */
export const branchTree = (played: Played, actorName: string, options: BranchOptions = {}): BranchNode => {
  const { model } = played.scenario;
  const { depth, least } = { ...DEFAULTS, ...options };
  const actor = indexOfName(model.actors, actorName, 'actor');
  const { columns } = played;
  const choice = (row: number, turn: number): number =>
    columns.choices[(row * model.turns + turn - 1) * model.actors.length + actor] as number;
  const node = (rows: readonly number[], turn: number, action: string | null, parents: number): BranchNode => {
    const groups = new Map<number, number[]>();
    if (turn < depth && turn < model.turns)
      for (const row of rows) {
        const key = choice(row, turn + 1);
        if (key === NO_CHOICE) continue;
        const group = groups.get(key);
        if (group) group.push(row);
        else groups.set(key, [row]);
      }
    const large = [...groups]
      .filter(([, group]) => group.length >= least * columns.count)
      .sort(([, x], [, y]) => y.length - x.length);
    return {
      action,
      turn,
      runs: rows.length,
      share: rows.length / parents,
      outcomes: model.outcomes.map(
        (_, index) => rows.filter((row) => columns.outcome[row] === index).length / rows.length,
      ),
      children: large.map(([key, group]) =>
        node(group, turn + 1, model.actors[actor]?.actions[key]?.name ?? '', rows.length),
      ),
    };
  };
  const all = Array.from({ length: columns.count }, (_, row) => row);
  return node(all, 0, null, all.length);
};
