import type { Rating } from '../../model/index.ts';
import { type Belief, LEAST, MOST } from './belief.ts';
import { LIKELIHOODS } from './rating.ts';
import { isWhole, normalised } from './scores.ts';

/** The fewest ratings that together would put a rival first. */
export interface Overturn {
  readonly rival: string;
  readonly changes: readonly { readonly evidence: string; readonly hypothesis: string; readonly to: Rating }[];
}

/** At which prior the strongest rival would be level, what it takes from the leader's prior. */
export interface PriorOverturn {
  readonly rival: string;
  /** Its prior now, and the one above which it would lead. */
  readonly from: number;
  readonly to: number;
}

/** What new items would do that stand alone, contradict the leader strongly (II) and fit the strongest rival (CC). */
export interface NewItems {
  readonly rival: string;
  /** Posterior of the leader after one. */
  readonly afterOne: number;
  /** How many put the rival first. */
  readonly needed: number;
}

/** A gap closed by no more than rounding is not closed. */
const ROUNDING = 1e-9;

/** Rivals of the leader by their posterior, the likeliest first. */
const rivalsOf = ({ sums }: Belief, first: number): readonly number[] =>
  sums
    .map((_, index) => index)
    .filter((index) => index !== first)
    .sort((a, b) => (sums[b] as number) - (sums[a] as number));

export const cheapestOverturn = (belief: Belief, leader: string): Overturn | null => {
  const { ids, sums, rows, share } = belief;
  const first = ids.indexOf(leader);
  let best: Overturn | null = null;
  // The likelier rival where two need as many ratings.
  for (const other of rivalsOf(belief, first)) {
    const rival = ids[other] as string;
    const gap = (sums[first] as number) - (sums[other] as number);
    const gains = rows
      .filter(({ logs }) => isWhole(logs))
      .flatMap((row) => [
        {
          evidence: row.id,
          hypothesis: leader,
          to: 'II' as const,
          gain: share(row) * ((row.logs[first] as number) - LEAST),
        },
        {
          evidence: row.id,
          hypothesis: rival,
          to: 'CC' as const,
          gain: share(row) * (MOST - (row.logs[other] as number)),
        },
      ])
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain);
    let closed = 0;
    const changes: Overturn['changes'][number][] = [];
    for (const { gain, ...change } of gains) {
      if (closed > gap + ROUNDING) break;
      closed += gain;
      changes.push(change);
    }
    if (closed > gap + ROUNDING && (!best || changes.length < best.changes.length)) best = { rival, changes };
  }
  return best;
};

export const priorNeeded = (belief: Belief, leader: string): PriorOverturn | null => {
  const { ids, sums, priors } = belief;
  const first = ids.indexOf(leader);
  const [other] = rivalsOf(belief, first);
  if (other === undefined) return null;
  const [own, rival] = [priors[first] as number, priors[other] as number];
  if (rival === 0) return null;
  // Level where the ratio of the priors makes up for the gap; what the others hold is left to them.
  const ratio = (rival / own) * Math.exp((sums[first] as number) - (sums[other] as number));
  return { rival: ids[other] as string, from: rival, to: ((own + rival) * ratio) / (1 + ratio) };
};

export const newItemsNeeded = (belief: Belief, leader: string): NewItems | null => {
  const { ids, sums } = belief;
  const first = ids.indexOf(leader);
  const [other] = rivalsOf(belief, first);
  if (other === undefined || !Number.isFinite(sums[other] as number)) return null;
  const after = sums.map(
    (sum, index) => sum + (index === first ? LEAST : index === other ? MOST : Math.log(LIKELIHOODS.N)),
  );
  const gap = (sums[first] as number) - (sums[other] as number);
  return {
    rival: ids[other] as string,
    afterOne: normalised(after)[first] as number,
    needed: Math.floor(gap / (MOST - LEAST) + ROUNDING) + 1,
  };
};
