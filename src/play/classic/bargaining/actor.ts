import { WatchfloorError } from '../../../model/index.ts';

/** One party to a bargain over one or more issues. */
export interface BargainingActor {
  readonly name: string;
  /** Potential to influence, > 0, any unit: only ratios count. */
  readonly capability: number;
  /** Where it stands on each issue, 0 … 1 of that range. */
  readonly position: readonly number[];
  /** How much each issue matters to it, 0 … 1. */
  readonly salience: readonly number[];
}

/** @throws WatchfloorError `play.bad-actors` for fewer than two actors, unequal dimensions, or values out of range */
export const checkActors = (actors: readonly BargainingActor[], file?: string): void => {
  const fail = (name: string, what: string): never => {
    throw new WatchfloorError('play.bad-actors', `Actor ${name}: ${what}.`, file === undefined ? {} : { file });
  };
  if (actors.length < 2) {
    throw new WatchfloorError(
      'play.bad-actors',
      `A bargain needs at least two actors, and there ${actors.length === 1 ? 'is one' : 'are none'}.`,
      file === undefined ? {} : { file },
    );
  }
  const dimensions = (actors[0] as BargainingActor).position.length;
  const names = new Set<string>();
  for (const { name, capability, position, salience } of actors) {
    if (names.has(name)) fail(name, 'the name stands twice');
    names.add(name);
    if (!(capability > 0) || !Number.isFinite(capability))
      fail(name, `capability must be a positive number, not ${capability}`);
    if (position.length !== dimensions || salience.length !== dimensions) {
      fail(
        name,
        `has ${position.length} positions and ${salience.length} saliences where the first actor has ${dimensions}`,
      );
    }
    if (position.some((x) => !(x >= 0 && x <= 1)))
      fail(name, 'positions must lie between 0 and 1 (0 and 100 in a table of percentages)');
    if (salience.some((s) => !(s >= 0 && s <= 1)))
      fail(name, 'saliences must lie between 0 and 1 (0 and 100 in a table of percentages)');
    if (!salience.some((s) => s > 0)) fail(name, 'at least one salience must be above 0');
  }
};
