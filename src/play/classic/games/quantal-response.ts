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

const FIRST_STEP = 0.03;
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

/** A branch as it was followed: points in log-chances, and where it first came to each precision asked for. */
interface Followed {
  readonly path: Path;
  readonly branch: readonly Point[];
  readonly stops: readonly Point[];
}

/** Across λ: the row that keeps a correction at one precision. */
const acrossLambda = (point: Point): Point => point.map((_, index) => (index === point.length - 1 ? 1 : 0));

const lambdaOf = (point: Point): number => point.at(-1) as number;

const between = (a: Point, b: Point, fraction: number): Point =>
  a.map((value, index) => value + fraction * ((b[index] as number) - value));

/** Follows the principal branch from chance at λ = 0 to the last of the precisions, which ascend. */
const follow = (game: QuantalGame, precisions: readonly number[], first: number): Followed => {
  const path = new Path(game);
  let point = path.start();
  let tangent = path.tangent(point, acrossLambda(point));
  const branch = [point];
  const stops: Point[] = [];
  let step = first;
  for (let steps = 0; tangent && steps < MOST_STEPS; steps++) {
    const along: Point = tangent;
    const guess = point.map((value, index) => value + step * (along[index] as number));
    for (
      let end = precisions[stops.length];
      end !== undefined && lambdaOf(guess) >= end;
      end = precisions[stops.length]
    ) {
      const fraction = (end - lambdaOf(point)) / (lambdaOf(guess) - lambdaOf(point));
      const stop = path.correct(between(point, guess, fraction), acrossLambda(point), end);
      if (!stop) break;
      stops.push(stop);
    }
    if (stops.length === precisions.length) return { path, branch: [...branch, stops.at(-1) ?? point], stops };
    const offset = along.reduce((sum, value, index) => sum + value * (guess[index] as number), 0);
    const next = path.correct(guess, along, offset);
    const turned = next && path.tangent(next, along);
    if (!next || !turned || lambdaOf(next) < 0) {
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
    branch.push(point);
    if (bend > 0.999) step = Math.min(LARGEST_STEP, step * 1.4);
  }
  throw new WatchfloorError(
    'play.bad-game',
    `The path of quantal responses could not be followed beyond λ = ${lambdaOf(point).toPrecision(4)}.`,
  );
};

const told = (path: Path, point: Point): QuantalPoint => ({ lambda: lambdaOf(point), chances: path.chances(point) });

/**
 * The principal branch of logit quantal response equilibria, from chance at λ = 0 on (McKelvey & Palfrey 1995), by
 * predictor and corrector along its arc (after Turocy 2005), so that it follows the branch where it turns in λ.
 *
 * @throws WatchfloorError `play.bad-game` where the path cannot be followed
 */
export const quantalPath = (
  game: QuantalGame,
  { lambda: end = 20, step: first = FIRST_STEP }: PathOptions = {},
): readonly QuantalPoint[] => {
  const { path, branch } = follow(game, [end], first);
  return branch.map((point) => told(path, point));
};

/** The equilibria of the principal branch at several precisions, in their order, from one walk along it. @throws WatchfloorError `play.bad-game` */
export const quantalResponses = (game: QuantalGame, lambdas: readonly number[]): readonly QuantalPoint[] => {
  const precisions = [...new Set(lambdas)].sort((a, b) => a - b);
  const { path, stops } = follow(game, precisions, FIRST_STEP);
  return lambdas.map((lambda) => told(path, stops[precisions.indexOf(lambda)] as Point));
};

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
const FIT_TOLERANCE = 1e-7;

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
  const { path, branch } = follow(game, [limit], FIRST_STEP);
  const fit = branch.map((point) => logLikelihood(told(path, point), counts));
  const best = fit.indexOf(Math.max(...fit));
  const result = (point: Point, atLimit: boolean) => {
    const { lambda, chances } = told(path, point);
    return { lambda, logLikelihood: logLikelihood({ lambda, chances }, counts), chances, atLimit };
  };
  if (best === branch.length - 1) return result(branch[best] as Point, true);
  // Both steps of the branch that meet in the best of its points, as one stretch from 0 to 2.
  const stretch = [branch[Math.max(0, best - 1)], branch[best], branch[best + 1]] as readonly [Point, Point, Point];
  const along = (t: number): Point => {
    const guess = t <= 1 ? between(stretch[0], stretch[1], t) : between(stretch[1], stretch[2], t - 1);
    return path.correct(guess, acrossLambda(guess), lambdaOf(guess)) ?? guess;
  };
  const at = (t: number): number => logLikelihood(told(path, along(t)), counts);
  let [low, high] = [0, 2];
  while (high - low > FIT_TOLERANCE) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (at(a) >= at(b)) high = b;
    else low = a;
  }
  return result(along((low + high) / 2), false);
};
