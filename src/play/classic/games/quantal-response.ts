import { WatchfloorError } from '../../../model/index.ts';
import { type ExtensiveForm, type GameNode, infosets, type NormalForm } from './game.ts';
import { solveLinear } from './linear-solver.ts';
import { toNumber } from './rational.ts';

/** One point of the principal branch: chances a decision maker × action, at a precision λ. */
export interface QuantalPoint {
  readonly lambda: number;
  readonly chances: readonly (readonly number[])[];
}

/** Players of a normal form, or information sets of an extensive one (the agent form), as choosers between actions. */
export interface QuantalGame {
  readonly choosers: readonly { readonly name: string; readonly actions: readonly string[] }[];
  /** Expected payoff of each action to its chooser when all others choose by the chances given. */
  readonly payoffs: (chances: readonly (readonly number[])[]) => readonly (readonly number[])[];
}

const normalPayoffs = ({ strategies, payoffs }: NormalForm) => {
  const numbers = payoffs.map((own) => Float64Array.from(own, toNumber));
  return (chances: readonly (readonly number[])[]): number[][] => {
    const result = strategies.map((own) => new Array<number>(own.length).fill(0));
    const profile = strategies.map(() => 0);
    const total = (numbers[0] as Float64Array).length;
    for (let index = 0; index < total; index++) {
      for (const [player, row] of result.entries()) {
        let weight = 1;
        for (const [other, strategy] of profile.entries())
          if (other !== player) weight *= (chances[other] as readonly number[])[strategy] as number;
        const own = profile[player] as number;
        row[own] = (row[own] as number) + weight * ((numbers[player] as Float64Array)[index] as number);
      }
      for (let player = 0; player < profile.length; player++) {
        profile[player] = (profile[player] as number) + 1;
        if ((profile[player] as number) < (strategies[player] as readonly string[]).length) break;
        profile[player] = 0;
      }
    }
    return result;
  };
};

export const quantalNormal = (game: NormalForm): QuantalGame => ({
  choosers: game.players.map((name, player) => ({ name, actions: game.strategies[player] as readonly string[] })),
  payoffs: normalPayoffs(game),
});

/** The agent form of McKelvey & Palfrey 1998: each information set chooses for itself, given that it is reached. */
export const quantalExtensive = (game: ExtensiveForm): QuantalGame => {
  const sets = infosets(game);
  const index = new Map(sets.map(({ key }, position) => [key, position]));
  return {
    choosers: sets.map(({ name, player, actions }) => ({ name: `${game.players[player]} at ${name}`, actions })),
    payoffs: (chances) => {
      const reach = new Array<number>(sets.length).fill(0);
      const totals = sets.map(({ actions }) => new Array<number>(actions.length).fill(0));
      const visit = (node: GameNode, chance: number): readonly number[] => {
        if (node.kind === 'terminal') return node.payoffs.map(toNumber);
        const weights =
          node.kind === 'chance'
            ? node.probabilities.map(toNumber)
            : (chances[index.get(node.infoset) as number] as readonly number[]);
        const values = node.children.map((child, action) => visit(child, chance * (weights[action] as number)));
        if (node.kind === 'decision') {
          const at = index.get(node.infoset) as number;
          reach[at] = (reach[at] as number) + chance;
          values.forEach((value, action) => {
            const row = totals[at] as number[];
            row[action] = (row[action] as number) + chance * (value[node.player] as number);
          });
        }
        return game.players.map((_, player) =>
          values.reduce((sum, value, action) => sum + (weights[action] as number) * (value[player] as number), 0),
        );
      };
      visit(game.root, 1);
      return totals.map((row, at) => row.map((value) => value / (reach[at] as number)));
    },
  };
};

export interface PathOptions {
  /** Where the path ends; 20 by default. */
  readonly lambda?: number;
  /** First step along the path. */
  readonly step?: number;
}

const NEWTON_ROUNDS = 30;
const NEWTON_TOLERANCE = 1e-11;
const SMALLEST_STEP = 1e-10;
const LARGEST_STEP = 0.5;
const MOST_STEPS = 200_000;
const DIFFERENCE = 1e-7;

/** Log-chances of all actions in a row, and λ last. */
type Point = readonly number[];

class Path {
  readonly #game: QuantalGame;
  readonly #sizes: readonly number[];

  constructor(game: QuantalGame) {
    this.#game = game;
    this.#sizes = game.choosers.map(({ actions }) => actions.length);
  }

  start(): Point {
    return [...this.#sizes.flatMap((size) => new Array<number>(size).fill(-Math.log(size))), 0];
  }

  /** The log-chances, a row a chooser. */
  #rows(point: Point): number[][] {
    let at = 0;
    return this.#sizes.map((size) => {
      at += size;
      return point.slice(at - size, at);
    });
  }

  chances(point: Point): number[][] {
    return this.#rows(point).map((logs) => logs.map(Math.exp));
  }

  /** 0 on the path: chances of a chooser sum to 1, log-odds are λ times the difference in payoff. */
  residual(point: Point): number[] {
    const chances = this.chances(point);
    const payoffs = this.#game.payoffs(chances);
    const lambda = point.at(-1) as number;
    return this.#rows(point).flatMap((logs, chooser) => {
      const own = payoffs[chooser] as readonly number[];
      const total = (chances[chooser] as number[]).reduce((sum, p) => sum + p, 0);
      return [
        total - 1,
        ...logs
          .slice(1)
          .map((log, index) => log - (logs[0] as number) - lambda * ((own[index + 1] as number) - (own[0] as number))),
      ];
    });
  }

  /** Central differences: equations × (actions and λ). */
  jacobian(point: Point): number[][] {
    const columns = point.map((value, index) => {
      const moved = (by: number): Point => point.map((other, at) => (at === index ? value + by : other));
      const [above, below] = [this.residual(moved(DIFFERENCE)), this.residual(moved(-DIFFERENCE))];
      return above.map((f, row) => (f - (below[row] as number)) / (2 * DIFFERENCE));
    });
    return (columns[0] as number[]).map((_, row) => columns.map((column) => column[row] as number));
  }

  /** Unit tangent of the path, on the side of the direction given. */
  tangent(point: Point, direction: Point): number[] | undefined {
    const matrix = [...this.jacobian(point), [...direction]];
    const right = [...new Array<number>(matrix.length - 1).fill(0), 1];
    const solution = solveLinear(matrix, right);
    if (!solution) return undefined;
    const norm = Math.hypot(...solution);
    return solution.map((value) => value / norm);
  }

  /** Newton back to the path, moving only across the row given; undefined where it does not settle. */
  correct(guess: Point, row: Point, offset: number): Point | undefined {
    let point = [...guess];
    for (let round = 0; round < NEWTON_ROUNDS; round++) {
      const off = row.reduce((sum, value, index) => sum + value * (point[index] as number), 0) - offset;
      const residual = [...this.residual(point), off];
      const size = Math.max(...residual.map(Math.abs));
      if (!Number.isFinite(size) || size > 1e6) return undefined;
      if (size < NEWTON_TOLERANCE) return point;
      const change = solveLinear(
        [...this.jacobian(point), [...row]],
        residual.map((value) => -value),
      );
      if (!change) return undefined;
      point = point.map((value, index) => value + (change[index] as number));
      if (Math.max(...change.map(Math.abs)) < NEWTON_TOLERANCE / 10) return point;
    }
    return undefined;
  }
}

/**
 * The principal branch of logit quantal response equilibria, from chance at λ = 0 on (McKelvey & Palfrey 1995), by
 * predictor and corrector along its arc (after Turocy 2005), so that it follows the branch where it turns in λ.
 *
 * @throws WatchfloorError `play.bad-game` where the path cannot be followed
 */
export const quantalPath = (
  game: QuantalGame,
  { lambda: end = 20, step: first = 0.03 }: PathOptions = {},
): readonly QuantalPoint[] => {
  const path = new Path(game);
  const pointOf = (point: Point): QuantalPoint => ({ lambda: point.at(-1) as number, chances: path.chances(point) });
  let point = path.start();
  const upward = point.map((_, index) => (index === point.length - 1 ? 1 : 0));
  let tangent = path.tangent(point, upward);
  const branch = [pointOf(point)];
  let step = first;
  for (let steps = 0; tangent && steps < MOST_STEPS; steps++) {
    const along: Point = tangent;
    const guess = point.map((value, index) => value + step * (along[index] as number));
    if ((guess.at(-1) as number) >= end) {
      const fraction = (end - (point.at(-1) as number)) / ((guess.at(-1) as number) - (point.at(-1) as number));
      const last = path.correct(
        point.map((value, index) => value + fraction * ((guess[index] as number) - value)),
        upward,
        end,
      );
      if (last) return [...branch, pointOf(last)];
    }
    const offset = along.reduce((sum, value, index) => sum + value * (guess[index] as number), 0);
    const next = path.correct(guess, along, offset);
    const turned = next && path.tangent(next, along);
    if (!next || !turned || (next.at(-1) as number) < 0) {
      step /= 2;
      if (step < SMALLEST_STEP) break;
      continue;
    }
    const bend = along.reduce((sum, value, index) => sum + value * (turned[index] as number), 0);
    if (bend < 0.98 && step > 1e-4) {
      step /= 2;
      continue;
    }
    [point, tangent] = [next, turned];
    branch.push(pointOf(point));
    if (bend > 0.999) step = Math.min(LARGEST_STEP, step * 1.4);
  }
  throw new WatchfloorError(
    'play.bad-game',
    `The path of quantal responses could not be followed beyond λ = ${(point.at(-1) as number).toPrecision(4)}.`,
  );
};

/** The equilibrium of the principal branch at one λ. */
export const quantalResponse = (game: QuantalGame, lambda: number): QuantalPoint =>
  quantalPath(game, { lambda }).at(-1) as QuantalPoint;

/** How often each action was seen, chooser × action. */
export type Counts = readonly (readonly number[])[];

const logLikelihood = ({ chances }: QuantalPoint, counts: Counts): number =>
  counts.reduce(
    (sum, row, chooser) =>
      sum +
      row.reduce(
        (total, count, action) =>
          count === 0 ? total : total + count * Math.log((chances[chooser] as readonly number[])[action] as number),
        0,
      ),
    0,
  );

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The λ on the principal branch, up to the limit, under which the play that was seen is likeliest. `atLimit` where more
 * precision would still fit better: the play is then as good as that of an equilibrium.
 */
export const fitPrecision = (
  game: QuantalGame,
  counts: Counts,
  limit = 50,
): {
  readonly lambda: number;
  readonly logLikelihood: number;
  readonly chances: QuantalPoint['chances'];
  readonly atLimit: boolean;
} => {
  const branch = quantalPath(game, { lambda: limit });
  const best = branch.reduce(
    (top, point, index) =>
      logLikelihood(point, counts) > logLikelihood(branch[top] as QuantalPoint, counts) ? index : top,
    0,
  );
  if (best === branch.length - 1) {
    const end = branch[best] as QuantalPoint;
    return { lambda: end.lambda, logLikelihood: logLikelihood(end, counts), chances: end.chances, atLimit: true };
  }
  let [low, high] = [(branch[Math.max(0, best - 1)] as QuantalPoint).lambda, (branch[best + 1] as QuantalPoint).lambda];
  const at = (lambda: number): number =>
    logLikelihood(lambda <= 0 ? (branch[0] as QuantalPoint) : quantalResponse(game, lambda), counts);
  while (high - low > 1e-6) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (at(a) >= at(b)) high = b;
    else low = a;
  }
  const lambda = (low + high) / 2;
  const point = lambda <= 1e-6 ? (branch[0] as QuantalPoint) : quantalResponse(game, lambda);
  return { lambda: point.lambda, logLikelihood: logLikelihood(point, counts), chances: point.chances, atLimit: false };
};
