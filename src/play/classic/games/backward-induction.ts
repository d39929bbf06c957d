import { WatchfloorError } from '../../../model/index.ts';
import { type DecisionNode, type ExtensiveForm, type GameNode, infosets } from './game.ts';
import { add, compare, multiply, type Rational, ZERO } from './rational.ts';

export interface Induced {
  /** Value of the game to each player. */
  readonly values: readonly Rational[];
  /** What is chosen at every decision, by key of its information set; equally good actions beside it. */
  readonly choices: ReadonlyMap<string, { readonly action: number; readonly equals: readonly number[] }>;
}

/**
 * A subgame-perfect equilibrium of a game of perfect information, from the ends backwards; of equally good actions the
 * first is taken and the others are named.
 *
 * @throws WatchfloorError `play.bad-game` where an information set holds more than one node
 */
export const backwardInduction = (game: ExtensiveForm): Induced => {
  const choices = new Map<string, { action: number; equals: number[] }>();
  const value = (node: GameNode): readonly Rational[] => {
    if (node.kind === 'terminal') return node.payoffs;
    const children = node.children.map(value);
    if (node.kind === 'chance') {
      return game.players.map((_, player) =>
        children.reduce(
          (total, child, index) =>
            add(total, multiply(node.probabilities[index] as Rational, child[player] as Rational)),
          ZERO,
        ),
      );
    }
    return children[choose(node, children)] as readonly Rational[];
  };
  const choose = (node: DecisionNode, children: readonly (readonly Rational[])[]): number => {
    if (choices.has(node.infoset)) {
      throw new WatchfloorError(
        'play.bad-game',
        `Information set "${node.name}" holds several nodes; backward induction needs perfect information.`,
      );
    }
    const own = children.map((child) => child[node.player] as Rational);
    const best = own.reduce((top, candidate, index) => (compare(candidate, own[top] as Rational) > 0 ? index : top), 0);
    choices.set(node.infoset, {
      action: best,
      equals: own.flatMap((candidate, index) =>
        index !== best && compare(candidate, own[best] as Rational) === 0 ? [index] : [],
      ),
    });
    return best;
  };
  return { values: value(game.root), choices };
};

/** The choices in words, in the order of the tree. */
export const choiceNames = (
  game: ExtensiveForm,
  { choices }: Induced,
): readonly { readonly player: string; readonly at: string; readonly action: string }[] =>
  infosets(game).map(({ key, player, name, actions }) => ({
    player: game.players[player] as string,
    at: name,
    action: actions[choices.get(key)?.action ?? 0] as string,
  }));
