import { type BargainingActor, checkActors } from './actor.ts';
import { weightedMean, weightedMedian } from './centre.ts';
import { condorcetElection, type ElectionOptions, pairwiseVictory } from './election.ts';
import { riskAdjusted, riskFromChances, spatialValue } from './utility.ts';

export interface SpatialOptions extends ElectionOptions {
  /** Rounds of challenges at most; 27 by default. */
  readonly rounds?: number;
  /** The model rests when no position moves further than this. */
  readonly tolerance?: number;
}

/** One challenge of a round: who pressed whom, what it expected, what was settled. */
export interface Challenge {
  readonly challenger: string;
  readonly target: string;
  /** Expected gain of the challenger and of the target from the contest, in the challenger's eyes. */
  readonly challengerGain: number;
  readonly targetGain: number;
  /** Where the target would move. */
  readonly proposal: readonly number[];
  readonly accepted: boolean;
}

export interface SpatialRound {
  readonly positions: readonly (readonly number[])[];
  readonly risk: readonly number[];
  /** Chance of each actor's position to win the election; actors at one position share its chance whole. Null in a model without one. */
  readonly chance: readonly number[] | null;
  /** Weighted median and mean a dimension, weighted by capability × salience. */
  readonly median: readonly number[];
  readonly mean: readonly number[];
  readonly challenges: readonly Challenge[];
}

export interface SpatialResult {
  readonly actors: readonly string[];
  readonly rounds: readonly SpatialRound[];
  readonly rested: boolean;
}

const ROUNDS = 27;
const TOLERANCE = 1e-6;
const SAME_PLACE = 1e-9;

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((x, d) => Math.abs(x - (b[d] as number)) < SAME_PLACE);

/** Places that differ, and which of them each actor stands at. */
const distinct = (
  positions: readonly (readonly number[])[],
): { readonly places: readonly (readonly number[])[]; readonly of: readonly number[] } => {
  const places: (readonly number[])[] = [];
  const of = positions.map((position) => {
    const known = places.findIndex((place) => same(place, position));
    return known >= 0 ? known : places.push(position) - 1;
  });
  return { places, of };
};

/** Risk from a risk-neutral election in which every actor stands for itself, also where two stand at one place. */
export const riskAttitudes = (actors: readonly BargainingActor[], options: ElectionOptions = {}): number[] => {
  const weights = actors.map(({ capability }) => capability);
  const utilities = actors.map((actor) => actors.map((other) => spatialValue(actor, other.position)));
  return riskFromChances(condorcetElection(pairwiseVictory(weights, utilities, options), options.election));
};

/** Chance of each actor's position to win, equal positions merged, votes bent by the attitudes to risk. */
export const positionChances = (
  actors: readonly BargainingActor[],
  risk: readonly number[],
  options: ElectionOptions = {},
): number[] => {
  const weights = actors.map(({ capability }) => capability);
  const { places, of } = distinct(actors.map(({ position }) => position));
  const utilities = actors.map((actor, index) =>
    places.map((place) => riskAdjusted(spatialValue(actor, place), risk[index] as number)),
  );
  const shares = condorcetElection(pairwiseVictory(weights, utilities, options), options.election);
  return of.map((place) => shares[place] as number);
};

const between = (from: readonly number[], to: readonly number[], share: number): number[] =>
  from.map((x, d) => x + ((to[d] as number) - x) * share);

/**
 * What two actors expect of a contest, in the eyes of the one whose attitude to risk is given: with the target's salience
 * it resists and the vote of all decides, else it gives in. Utility counts both parties' places, so the status quo is 1 + u.
 */
const gain = (own: number, resist: number, win: number): number =>
  (1 - resist) * 2 + resist * (win * 2 + (1 - win) * 2 * own) - (1 + own);

const meanSalience = ({ salience }: BargainingActor): number =>
  salience.reduce((sum, s) => sum + s, 0) / salience.length;

/** The challenges of a round: each actor presses the target from which it expects most, where it expects anything. */
const challengesOf = (
  actors: readonly BargainingActor[],
  risk: readonly number[],
  options: ElectionOptions,
): Challenge[] => {
  const weights = actors.map(({ capability }) => capability);
  const utilities = actors.map((actor, index) =>
    actors.map(({ position }) => riskAdjusted(spatialValue(actor, position), risk[index] as number)),
  );
  const victory = pairwiseVictory(weights, utilities, options);
  return actors.flatMap((challenger, i) => {
    let best: Challenge | undefined;
    actors.forEach((target, j) => {
      if (same(challenger.position, target.position)) return;
      const win = (victory[i] as number[])[j] as number;
      const mine = gain((utilities[i] as number[])[j] as number, meanSalience(target), win);
      // The target's stake seen through the challenger's attitude to risk.
      const theirs = gain(
        riskAdjusted(spatialValue(target, challenger.position), risk[i] as number),
        meanSalience(challenger),
        1 - win,
      );
      if (mine <= 0 || (best && best.challengerGain >= mine)) return;
      // Both expect to gain: the weaker expectation settles how far the stronger moves the other. One-sided: all the way
      // when the loser's loss is the greater, in proportion when it is the smaller (Bueno de Mesquita's compromise).
      const share = theirs < 0 ? Math.min(1, Math.abs(theirs / mine)) : mine > theirs ? 1 - theirs / mine : 0;
      best = {
        challenger: challenger.name,
        target: target.name,
        challengerGain: mine,
        targetGain: theirs,
        proposal: between(target.position, challenger.position, share),
        accepted: false,
      };
    });
    return best ? [best] : [];
  });
};

/** Each target takes the proposal that the vote of all makes likeliest among those it has, its own place included. */
const settle = (
  actors: readonly BargainingActor[],
  challenges: readonly Challenge[],
  risk: readonly number[],
  options: ElectionOptions,
): { positions: readonly (readonly number[])[]; challenges: Challenge[] } => {
  const weights = actors.map(({ capability }) => capability);
  const accepted = new Set<Challenge>();
  const positions = actors.map((target) => {
    const offers = challenges.filter((challenge) => challenge.target === target.name);
    if (offers.length === 0) return target.position;
    const places = [target.position, ...offers.map(({ proposal }) => proposal)];
    const utilities = actors.map((actor, index) =>
      places.map((place) => riskAdjusted(spatialValue(actor, place), risk[index] as number)),
    );
    const shares = condorcetElection(pairwiseVictory(weights, utilities, options), options.election);
    const best = shares.indexOf(Math.max(...shares));
    if (best > 0) accepted.add(offers[best - 1] as Challenge);
    return places[best] as readonly number[];
  });
  return {
    positions,
    challenges: challenges.map((challenge) => (accepted.has(challenge) ? { ...challenge, accepted: true } : challenge)),
  };
};

const centres = (actors: readonly BargainingActor[], centre: typeof weightedMean): number[] =>
  (actors[0] as BargainingActor).position.map((_, d) =>
    centre(
      actors.map(({ position }) => position[d] as number),
      actors.map(({ capability, salience }) => capability * (salience[d] as number)),
    ),
  );

/**
 * The spatial model of politics on one or many issues: risk from a probabilistic Condorcet election, then rounds of
 * challenges until nobody moves. Risk and election follow KTAB (Wise, Lester & Efird 2015); how a round settles is described
 * in docs/play-bargaining.md.
 *
 * @throws WatchfloorError `play.bad-actors`
 */
export const spatialModel = (given: readonly BargainingActor[], options: SpatialOptions = {}): SpatialResult => {
  checkActors(given);
  let actors = given;
  const rounds: SpatialRound[] = [];
  let rested = false;
  for (let round = 0; round <= (options.rounds ?? ROUNDS); round++) {
    const risk = riskAttitudes(actors, options);
    const isLast = round === (options.rounds ?? ROUNDS);
    const proposed = isLast ? [] : challengesOf(actors, risk, options);
    const { positions, challenges } = settle(actors, proposed, risk, options);
    rounds.push({
      positions: actors.map(({ position }) => position),
      risk,
      chance: positionChances(actors, risk, options),
      median: centres(actors, weightedMedian),
      mean: centres(actors, weightedMean),
      challenges,
    });
    const moved = Math.max(
      ...actors.flatMap(({ position }, index) =>
        position.map((x, d) => Math.abs(x - ((positions[index] as readonly number[])[d] as number))),
      ),
    );
    if (isLast) break;
    if (moved <= (options.tolerance ?? TOLERANCE)) {
      rested = true;
      break;
    }
    actors = actors.map((actor, index) => ({ ...actor, position: positions[index] as readonly number[] }));
  }
  return { actors: given.map(({ name }) => name), rounds, rested };
};
