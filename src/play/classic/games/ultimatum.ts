import type { DecisionNode, ExtensiveForm, GameNode } from './game.ts';
import { multiply, ONE, type Rational, rational, subtract, ZERO } from './rational.ts';

export interface UltimatumOptions {
  /** Units to be divided. */
  readonly cake: number;
  /** How much a unit of disadvantage costs the one who has less (Fehr & Schmidt 1999). */
  readonly envy: Rational;
  /** Chance that any offer is accepted without the responder being asked. */
  readonly automatic?: Rational;
}

const withEnvy = (own: number, other: number, envy: Rational): Rational =>
  subtract(rational(own), multiply(envy, rational(Math.max(0, other - own))));

/** The ultimatum game in whole units as a tree: an offer, then acceptance or nothing for both. */
export const ultimatumGame = ({ cake, envy, automatic = ZERO }: UltimatumOptions): ExtensiveForm => {
  const accepted = (offer: number): GameNode => ({
    kind: 'terminal',
    payoffs: [withEnvy(cake - offer, offer, envy), withEnvy(offer, cake - offer, envy)],
  });
  const refused: GameNode = { kind: 'terminal', payoffs: [ZERO, ZERO] };
  const offers = Array.from({ length: cake + 1 }, (_, offer) => offer);
  const response = (offer: number): GameNode => {
    const asked: DecisionNode = {
      kind: 'decision',
      player: 1,
      infoset: `offer ${offer}`,
      name: `offer ${offer}`,
      actions: ['accept', 'refuse'],
      children: [accepted(offer), refused],
    };
    if (automatic.n === 0n) return asked;
    return {
      kind: 'chance',
      actions: ['automatic', 'asked'],
      probabilities: [automatic, subtract(ONE, automatic)],
      children: [accepted(offer), asked],
    };
  };
  return {
    title: `Ultimatum over ${cake}`,
    players: ['Proposer', 'Responder'],
    root: {
      kind: 'decision',
      player: 0,
      infoset: 'offer',
      name: 'offer',
      actions: offers.map(String),
      children: offers.map(response),
    },
  };
};
