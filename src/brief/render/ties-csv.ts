import type { Situation, Tie } from '../../model/index.ts';
import { csv, listed } from './csv.ts';
import { actorNames } from './holder-label.ts';

const DIGITS = 1e4;

/** Every tie between two actors. */
export const renderTiesCsv = (situation: Situation): string => {
  const name = actorNames(situation);
  return csv<Tie>(
    {
      id: ({ id }) => id,
      a: ({ a }) => name(a),
      b: ({ b }) => name(b),
      sign: ({ sign }) => sign,
      strength: ({ strength }) => Math.round(strength * DIGITS) / DIGITS,
      agreement: ({ agreement }) => Math.round(agreement * DIGITS) / DIGITS,
      first: ({ first }) => first,
      last: ({ last }) => last,
      claims: ({ claims }) => claims.length,
      types: ({ types }) => listed(types.map(({ type, count }) => `${type} ${count}`)),
    },
    situation.ties,
  );
};
