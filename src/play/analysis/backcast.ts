import type { Played } from '../engine/play.ts';
import { NO_CHOICE } from '../engine/runs.ts';
import { indexOfName } from './names.ts';

/** A choice off the likely path. */
export interface Departure {
  readonly turn: number;
  readonly actor: string;
  readonly action: string;
  /** What that actor most often does in that turn, and how often it does what it did here. */
  readonly usual: string;
  readonly share: number;
}

/** A way to an outcome: the choices that are needed in common by a group of runs, and an example run to explain. */
export interface Backcast {
  readonly outcome: string;
  readonly runs: number;
  /** Ways with the fewest departures first. */
  readonly ways: readonly {
    readonly run: number;
    readonly since: number;
    readonly departures: readonly Departure[];
    readonly rarity: number;
  }[];
  /** Choices that the outcome's runs make more often than others before the outcome is there: share in them, and in the rest. */
  readonly marks: readonly {
    readonly actor: string;
    readonly action: string;
    readonly inside: number;
    readonly outside: number;
    readonly lift: number;
  }[];
}

const MAX_WAYS = 5;
const MAX_MARKS = 8;
const USUAL_ENOUGH = 0.25;

/**
 * How an outcome comes about: the likely path is what each actor most often does in each turn, over all runs; a departure is a choice that fewer than a quarter
 * of the runs make then. Runs with the outcome are ordered by departures until it came about, then by how rare these are.
 *
 * @throws WatchfloorError play.unknown-name
 */
export const backcast = (played: Played, outcomeName: string): Backcast => {
  const { model } = played.scenario;
  const { columns, runs } = played;
  const outcome = indexOfName(model.outcomes, outcomeName, 'outcome');
  const actors = model.actors.length;
  const shares = choiceShares(played);
  const candidates = Array.from({ length: columns.count }, (_, row) => row).filter(
    (row) => columns.outcome[row] === outcome,
  );
  const ways = candidates.map((row) => {
    const since = columns.since[row] as number;
    const departures: Departure[] = [];
    let rarity = 0;
    for (let turn = 1; turn <= since; turn++)
      for (let a = 0; a < actors; a++) {
        const choice = columns.choices[(row * model.turns + turn - 1) * actors + a] as number;
        const here = shares[(turn - 1) * actors + a] as Float64Array;
        const share = here[choice] as number;
        if (choice === NO_CHOICE || share >= USUAL_ENOUGH) continue;
        const usual = here.indexOf(Math.max(...here));
        const { name, actions } = model.actors[a] as (typeof model.actors)[number];
        departures.push({
          turn,
          actor: name,
          action: actions[choice]?.name ?? '',
          usual: actions[usual]?.name ?? '',
          share,
        });
        rarity -= Math.log2(share);
      }
    return { run: runs[row] as number, since, departures, rarity };
  });
  ways.sort((x, y) => x.departures.length - y.departures.length || x.rarity - y.rarity || x.run - y.run);
  return {
    outcome: outcomeName,
    runs: candidates.length,
    ways: ways.slice(0, MAX_WAYS),
    marks: marksOf(played, outcome),
  };
};

/** Turns × actors: how often each option is taken, of the runs that get there. */
const choiceShares = ({ scenario, columns }: Played): readonly Float64Array[] => {
  const { model } = scenario;
  const actors = model.actors.length;
  return Array.from({ length: model.turns * actors }, (_, cell) => {
    const counts = new Float64Array(model.actors[cell % actors]?.actions.length ?? 0);
    let total = 0;
    for (let row = 0; row < columns.count; row++) {
      const choice = columns.choices[row * model.turns * actors + cell] as number;
      if (choice === NO_CHOICE) continue;
      counts[choice] = (counts[choice] as number) + 1;
      total++;
    }
    return counts.map((count) => count / Math.max(total, 1));
  });
};

const marksOf = ({ scenario, columns }: Played, outcome: number): Backcast['marks'] => {
  const { model } = scenario;
  const actors = model.actors.length;
  const inside = new Map<number, number>();
  const outside = new Map<number, number>();
  let insideRuns = 0;
  for (let row = 0; row < columns.count; row++) {
    const own = columns.outcome[row] === outcome;
    insideRuns += Number(own);
    const taken = new Set<number>();
    for (let turn = 1; turn <= (columns.since[row] as number); turn++)
      for (let a = 0; a < actors; a++) {
        const choice = columns.choices[(row * model.turns + turn - 1) * actors + a] as number;
        if (choice !== NO_CHOICE) taken.add(a * 256 + choice);
      }
    const table = own ? inside : outside;
    for (const key of taken) table.set(key, (table.get(key) ?? 0) + 1);
  }
  const outsideRuns = columns.count - insideRuns;
  if (insideRuns === 0 || outsideRuns === 0) return [];
  return [...inside]
    .map(([key, count]) => {
      const { name, actions } = model.actors[Math.floor(key / 256)] as (typeof model.actors)[number];
      const [a, b] = [count / insideRuns, (outside.get(key) ?? 0) / outsideRuns];
      return {
        actor: name,
        action: actions[key % 256]?.name ?? '',
        inside: a,
        outside: b,
        lift: (a + 0.5 / insideRuns) / (b + 0.5 / outsideRuns),
      };
    })
    .filter(({ inside: a, lift }) => a > 0.1 && lift > 1.1)
    .sort((x, y) => y.lift - x.lift)
    .slice(0, MAX_MARKS);
};
