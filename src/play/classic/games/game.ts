import type { Rational } from './rational.ts';

/** A game by its strategies. Payoffs: one array a player over the profiles, the first player's strategy varying fastest. */
export interface NormalForm {
  readonly title: string;
  readonly players: readonly string[];
  readonly strategies: readonly (readonly string[])[];
  readonly payoffs: readonly (readonly Rational[])[];
}

export interface TerminalNode {
  readonly kind: 'terminal';
  readonly payoffs: readonly Rational[];
}

export interface ChanceNode {
  readonly kind: 'chance';
  readonly actions: readonly string[];
  readonly probabilities: readonly Rational[];
  readonly children: readonly GameNode[];
}

export interface DecisionNode {
  readonly kind: 'decision';
  readonly player: number;
  /** Key of the information set; nodes with one key look the same to the player. */
  readonly infoset: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly children: readonly GameNode[];
}

export type GameNode = TerminalNode | ChanceNode | DecisionNode;

/** A game by its tree, with perfect recall. */
export interface ExtensiveForm {
  readonly title: string;
  readonly players: readonly string[];
  readonly root: GameNode;
}

export interface Infoset {
  readonly key: string;
  readonly player: number;
  readonly name: string;
  readonly actions: readonly string[];
}

/** Information sets in the order in which the tree first reaches them. */
export const infosets = ({ root }: ExtensiveForm): readonly Infoset[] => {
  const found = new Map<string, Infoset>();
  const visit = (node: GameNode): void => {
    if (node.kind === 'terminal') return;
    if (node.kind === 'decision' && !found.has(node.infoset)) {
      found.set(node.infoset, { key: node.infoset, player: node.player, name: node.name, actions: node.actions });
    }
    node.children.forEach(visit);
  };
  visit(root);
  return [...found.values()];
};

/** Index of a profile in the payoff arrays. */
export const profileIndex = ({ strategies }: NormalForm, profile: readonly number[]): number => {
  let [index, stride] = [0, 1];
  profile.forEach((strategy, player) => {
    index += strategy * stride;
    stride *= (strategies[player] as readonly string[]).length;
  });
  return index;
};
