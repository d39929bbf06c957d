import { WatchfloorError } from '../../../model/index.ts';
import { type BargainingActor, checkActors } from './actor.ts';
import { weightedMean, weightedMedian } from './centre.ts';
import type { Challenge, SpatialResult, SpatialRound } from './spatial-model.ts';

/** An actor on the one issue, with its present position and the exponent that stands for its attitude to risk. */
interface Party {
  readonly name: string;
  readonly weight: number;
  readonly salience: number;
  readonly position: number;
  /** 1 is neutral, below 1 takes risks, above 1 shuns them. */
  readonly exponent: number;
}

type OfferKind = 'confrontation' | 'compromise' | 'capitulation';

interface Offer {
  readonly kind: OfferKind;
  readonly from: Party;
  readonly to: Party;
  /** What the challenge is worth to the one that makes it, and what a challenge back is worth, both in the eyes of the one that is challenged. */
  readonly gain: number;
  readonly answer: number;
  /** Where the challenged would go. */
  readonly position: number;
}

/** Strongest first: an actor that has one of these takes none of the later. */
const KINDS: readonly OfferKind[] = ['confrontation', 'compromise', 'capitulation'];

/** One moment of the bargain: positions and exponents, and what follows from them. `range` is that of the first positions. */
class Moment {
  readonly parties: readonly Party[];
  private readonly range: number;
  private readonly allVotes: number;

  constructor(parties: readonly Party[], range: number) {
    this.parties = parties;
    this.range = range;
    this.allVotes = parties.reduce(
      (sum, { position: a }) =>
        parties.reduce(
          (inner, { position: b }) => inner + this.votes(a, b).reduce((all, v) => all + Math.abs(v), 0),
          sum,
        ),
      0,
    );
  }

  /** How strongly each party votes for a against b. */
  private votes(a: number, b: number): readonly number[] {
    return this.parties.map(
      ({ weight, position, exponent }) =>
        weight * (this.far(position, b) ** exponent - this.far(position, a) ** exponent),
    );
  }

  private far(a: number, b: number): number {
    return Math.abs(a - b) / this.range;
  }

  /** As published: the votes for a, over the votes of all parties on all pairs of positions. */
  private chance(a: number, b: number): number {
    if (a === b || this.allVotes === 0) return 0;
    return this.votes(a, b).reduce((sum, vote) => sum + Math.max(vote, 0), 0) / this.allVotes;
  }

  /** What a challenge is expected to be worth to the one that makes it, with the attitude to risk of whoever looks on. */
  gain(challenger: Party, target: Party, exponent: number): number {
    const half = this.far(challenger.position, target.position) / 2;
    const worth = (share: number): number => 2 - 4 * share ** exponent;
    const [won, lost, unchanged] = [worth(0.5 - half), worth(0.5 + half), worth(0.5)];
    const chance = this.chance(challenger.position, target.position);
    const contested = chance * won + (1 - chance) * lost;
    return target.salience * contested + (1 - target.salience) * won - unchanged;
  }

  /** Attitudes to risk R: the danger that a party's position brings upon it, between the safest party (−1) and the least safe (1). */
  risk(): readonly number[] {
    const danger = this.parties.map((target) =>
      this.parties.reduce((sum, other) => (other === target ? sum : sum + this.gain(other, target, 1)), 0),
    );
    const [most, least] = [Math.max(...danger), Math.min(...danger)];
    return danger.map((value) => (most === least ? 0 : (2 * value - most - least) / (most - least)));
  }

  /** The offer that a party takes, if it has any. */
  answer(to: Party): Offer | undefined {
    const offers = this.parties.flatMap((from) => (from.position === to.position ? [] : this.offer(from, to)));
    for (const kind of KINDS) {
      const own = offers.filter((offer) => offer.kind === kind);
      if (own.length > 0) return own.reduce((best, offer) => (preference(offer) < preference(best) ? offer : best));
    }
    return undefined;
  }

  private offer(from: Party, to: Party): readonly Offer[] {
    const gain = this.gain(from, to, to.exponent);
    const answer = this.gain(to, from, to.exponent);
    const offered = (kind: OfferKind, position: number): readonly Offer[] => [
      { kind, from, to, gain, answer, position },
    ];
    if (gain <= 0) return [];
    if (answer > 0) return gain > answer ? offered('confrontation', from.position) : [];
    return gain > -answer
      ? offered('compromise', to.position + (from.position - to.position) * Math.abs(answer / gain))
      : offered('capitulation', from.position);
  }
}

/** The lower, the sooner taken. As published, compromises are not ranked by how far one has to move but by where the mean of both positions lies on the scale. */
const preference = ({ kind, from, to, gain, answer }: Offer): number =>
  kind === 'compromise'
    ? (Math.abs(answer) * to.position + gain * from.position) / (Math.abs(answer) + gain)
    : Math.abs(to.position - from.position);

const roundOf = (moment: Moment, risk: readonly number[], challenges: readonly Challenge[]): SpatialRound => {
  const positions = moment.parties.map(({ position }) => position);
  const weights = moment.parties.map(({ weight }) => weight);
  return {
    positions: positions.map((position) => [position]),
    risk,
    chance: null,
    median: [weightedMedian(positions, weights)],
    mean: [weightedMean(positions, weights)],
    challenges,
  };
};

/**
 * The group decision model of Bueno de Mesquita as Scholz, Calbert and Smith (2011, Journal of Theoretical Politics 23) spelled it out and programmed it, with Q = 1 (nobody expects
 * the status quo to change by itself). It gives their published figures, faults included: docs/play-bargaining.md names them.
 *
 * @throws WatchfloorError `play.bad-actors` for more than one issue
 */
export const scholzModel = (given: readonly BargainingActor[], rounds: number): SpatialResult => {
  checkActors(given);
  if ((given[0] as BargainingActor).position.length !== 1)
    throw new WatchfloorError(
      'play.bad-actors',
      'The model of Scholz, Calbert and Smith bargains over one issue; give a table with one.',
    );
  const start = given.map(({ position }) => position[0] as number);
  const range = Math.max(...start) - Math.min(...start) || 1;
  let parties = given.map(
    ({ name, capability, salience }, index): Party => ({
      name,
      weight: capability * (salience[0] as number),
      salience: salience[0] as number,
      position: start[index] as number,
      exponent: 1,
    }),
  );
  const told: SpatialRound[] = [];
  for (let round = 0; ; round++) {
    const neutral = new Moment(parties, range);
    const risk = neutral.risk();
    const moment = new Moment(
      parties.map((party, index) => {
        const r = (risk[index] as number) / 3;
        return { ...party, exponent: (1 - r) / (1 + r) };
      }),
      range,
    );
    const taken = round === rounds ? [] : moment.parties.map((party) => moment.answer(party));
    const moves = taken.filter((offer) => offer !== undefined);
    told.push(
      roundOf(
        neutral,
        risk,
        moves.map(({ from, to, gain, answer, position }) => ({
          challenger: from.name,
          target: to.name,
          challengerGain: gain,
          targetGain: answer,
          proposal: [position],
          accepted: true,
        })),
      ),
    );
    if (moves.length === 0) return { actors: given.map(({ name }) => name), rounds: told, rested: round < rounds };
    parties = parties.map((party, index) => ({
      ...party,
      position: taken[index]?.position ?? party.position,
      exponent: 1,
    }));
  }
};
