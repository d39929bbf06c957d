import { WatchfloorError } from '../../../model/index.ts';
import { type ExtensiveForm, type GameNode, type Infoset, infosets, type NormalForm } from './game.ts';
import { add, multiply, ONE, type Rational, ZERO } from './rational.ts';

const MOST_STRATEGIES = 4_096;

/** A pure strategy: an action at every information set that its own earlier actions do not rule out. */
export type Plan = ReadonlyMap<string, number>;

interface PlanNode {
  readonly infoset: Infoset;
  /** Information sets of the same player that come next after each action. */
  readonly next: readonly (readonly PlanNode[])[];
}

/** A player's own tree of information sets; with perfect recall each has one parent action. */
const ownTree = (root: GameNode, player: number, all: ReadonlyMap<string, Infoset>): readonly PlanNode[] => {
  const children = new Map<string, Set<string>[]>();
  const roots = new Set<string>();
  const visit = (node: GameNode, last: readonly [key: string, action: number] | undefined): void => {
    if (node.kind === 'terminal') return;
    if (node.kind !== 'decision' || node.player !== player) {
      for (const child of node.children) visit(child, last);
      return;
    }
    if (last) children.get(last[0])?.[last[1]]?.add(node.infoset);
    else roots.add(node.infoset);
    if (!children.has(node.infoset))
      children.set(
        node.infoset,
        node.actions.map(() => new Set<string>()),
      );
    node.children.forEach((child, action) => {
      visit(child, [node.infoset, action]);
    });
  };
  visit(root, undefined);
  const grow = (key: string): PlanNode => ({
    infoset: all.get(key) as Infoset,
    next: (children.get(key) as Set<string>[]).map((keys) => [...keys].map(grow)),
  });
  return [...roots].map(grow);
};

const plansOf = (nodes: readonly PlanNode[], limit: () => never): Map<string, number>[] => {
  let plans: Map<string, number>[] = [new Map()];
  for (const { infoset, next } of nodes) {
    const own = infoset.actions.flatMap((_, action) =>
      plansOf(next[action] ?? [], limit).map((rest) => new Map([[infoset.key, action], ...rest])),
    );
    plans = plans.flatMap((plan) => own.map((more) => new Map([...plan, ...more])));
    if (plans.length > MOST_STRATEGIES) limit();
  }
  return plans;
};

/** The reduced normal form, with the plan behind each strategy. */
export const toNormalForm = (
  game: ExtensiveForm,
): { readonly game: NormalForm; readonly plans: readonly (readonly Plan[])[] } => {
  const all = new Map(infosets(game).map((infoset) => [infoset.key, infoset]));
  const plans = game.players.map((name, player) =>
    plansOf(ownTree(game.root, player, all), () => {
      throw new WatchfloorError(
        'play.bad-game',
        `Player ${name} has more than ${MOST_STRATEGIES} strategies; the game is too large to be solved exactly.`,
      );
    }),
  );
  const payoff = (node: GameNode, profile: readonly Plan[], chance: Rational, totals: Rational[]): void => {
    if (node.kind === 'terminal') {
      node.payoffs.forEach((value, player) => {
        totals[player] = add(totals[player] as Rational, multiply(chance, value));
      });
    } else if (node.kind === 'chance') {
      node.children.forEach((child, index) => {
        payoff(child, profile, multiply(chance, node.probabilities[index] as Rational), totals);
      });
    } else payoff(node.children[profile[node.player]?.get(node.infoset) ?? 0] as GameNode, profile, chance, totals);
  };
  const payoffs: Rational[][] = game.players.map(() => []);
  const each = (player: number, chosen: Plan[]): void => {
    if (player < 0) {
      const totals = game.players.map(() => ZERO);
      payoff(game.root, chosen, ONE, totals);
      totals.forEach((total, index) => {
        (payoffs[index] as Rational[]).push(total);
      });
      return;
    }
    for (const plan of plans[player] as Plan[]) {
      chosen[player] = plan;
      each(player - 1, chosen);
    }
  };
  each(game.players.length - 1, []);
  const label = (plan: Plan): string =>
    [...plan].map(([key, action]) => (all.get(key) as Infoset).actions[action]).join('·') || '–';
  return {
    game: { title: game.title, players: game.players, strategies: plans.map((own) => own.map(label)), payoffs },
    plans,
  };
};
