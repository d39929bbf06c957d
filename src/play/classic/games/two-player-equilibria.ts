import { WatchfloorError } from '../../../model/index.ts';
import { type NormalForm, profileIndex } from './game.ts';
import { add, compare, divide, isZero, multiply, ONE, type Rational, subtract, sum, ZERO } from './rational.ts';

/** A mixed profile: for each player the chance of each strategy, exactly. */
export interface Equilibrium {
  readonly strategies: readonly (readonly Rational[])[];
  readonly values: readonly Rational[];
}

const MOST_SUPPORT_PAIRS = 2_000_000;

type Matrix = readonly (readonly Rational[])[];

/** Payoff of one player, row strategy × column strategy. */
const matrixOf = (game: NormalForm, player: number): Matrix =>
  (game.strategies[0] as readonly string[]).map((_, row) =>
    (game.strategies[1] as readonly string[]).map(
      (__, column) => (game.payoffs[player] as readonly Rational[])[profileIndex(game, [row, column])] as Rational,
    ),
  );

const transpose = (matrix: Matrix): Matrix =>
  (matrix[0] as readonly Rational[]).map((_, column) => matrix.map((row) => row[column] as Rational));

/** The one solution of a square system, undefined where it has none or many. */
const solve = (system: readonly (readonly Rational[])[]): readonly Rational[] | undefined => {
  const rows = system.map((row) => [...row]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    const pivot = rows.findIndex((row, index) => index >= column && !isZero(row[column] as Rational));
    if (pivot < 0) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot] as Rational[], rows[column] as Rational[]];
    const lead = (rows[column] as Rational[])[column] as Rational;
    rows[column] = (rows[column] as Rational[]).map((value) => divide(value, lead));
    rows.forEach((row, index) => {
      const factor = row[column] as Rational;
      if (index === column || isZero(factor)) return;
      rows[index] = row.map((value, at) =>
        subtract(value, multiply(factor, (rows[column] as Rational[])[at] as Rational)),
      );
    });
  }
  return rows.map((row) => row[n] as Rational);
};

/** Chances on `own` that make the other player indifferent among `theirs`: one equation each, and the sum 1. */
const indifference = (
  theirPayoffs: Matrix,
  theirs: readonly number[],
  own: readonly number[],
): readonly Rational[] | undefined => {
  const equations = theirs.map((row) => [
    ...own.map((column) => (theirPayoffs[row] as readonly Rational[])[column] as Rational),
    subtract(ZERO, ONE),
    ZERO,
  ]);
  equations.push([...own.map(() => ONE), ZERO, ONE]);
  return solve(equations);
};

const combinations = (n: number, size: number): number[][] => {
  const all: number[][] = [];
  const grow = (chosen: number[], from: number): void => {
    if (chosen.length === size) {
      all.push(chosen);
      return;
    }
    for (let next = from; next <= n - (size - chosen.length); next++) grow([...chosen, next], next + 1);
  };
  grow([], 0);
  return all;
};

const spread = (support: readonly number[], chances: readonly Rational[], n: number): readonly Rational[] => {
  const full = new Array<Rational>(n).fill(ZERO);
  support.forEach((strategy, index) => {
    full[strategy] = chances[index] as Rational;
  });
  return full;
};

/** Payoff of each of a player's strategies against a mixture of the other's. */
const against = (payoffs: Matrix, mixture: readonly Rational[]): readonly Rational[] =>
  payoffs.map((row) =>
    row.reduce(
      (total, value, column) =>
        isZero(mixture[column] as Rational) ? total : add(total, multiply(value, mixture[column] as Rational)),
      ZERO,
    ),
  );

const noneBetter = (values: readonly Rational[], value: Rational): boolean =>
  values.every((other) => compare(other, value) <= 0);

/**
 * Equilibria of a two-player game by trying all supports of equal size: every one of a game that is not degenerate,
 * pure ones first.
 *
 * @throws WatchfloorError `play.bad-game` for other than two players or too many supports
 */
export const supportEnumeration = (game: NormalForm): readonly Equilibrium[] => {
  if (game.players.length !== 2)
    throw new WatchfloorError(
      'play.bad-game',
      `Equilibria are found for two players; the game has ${game.players.length}.`,
    );
  const [rowPayoffs, columnPayoffs] = [matrixOf(game, 0), transpose(matrixOf(game, 1))];
  const [rows, columns] = [rowPayoffs.length, columnPayoffs.length];
  const found: Equilibrium[] = [];
  let tried = 0;
  for (let size = 1; size <= Math.min(rows, columns); size++) {
    const columnSupports = combinations(columns, size);
    for (const rowSupport of combinations(rows, size)) {
      for (const columnSupport of columnSupports) {
        if (++tried > MOST_SUPPORT_PAIRS)
          throw new WatchfloorError(
            'play.bad-game',
            `The game has more than ${MOST_SUPPORT_PAIRS} pairs of supports; it is too large to be solved by enumeration.`,
          );
        const columnSolution = indifference(rowPayoffs, rowSupport, columnSupport);
        const rowSolution = indifference(columnPayoffs, columnSupport, rowSupport);
        if (!columnSolution || !rowSolution) continue;
        const [columnChances, rowChances] = [columnSolution.slice(0, -1), rowSolution.slice(0, -1)];
        if ([...columnChances, ...rowChances].some((chance) => compare(chance, ZERO) <= 0)) continue;
        const strategies = [
          spread(rowSupport, rowChances, rows),
          spread(columnSupport, columnChances, columns),
        ] as const;
        const values = [columnSolution.at(-1) as Rational, rowSolution.at(-1) as Rational];
        if (
          noneBetter(against(rowPayoffs, strategies[1]), values[0] as Rational) &&
          noneBetter(against(columnPayoffs, strategies[0]), values[1] as Rational)
        )
          found.push({ strategies, values });
      }
    }
  }
  return found;
};

/** Whether the two payoffs sum to one constant at every profile. */
export const isConstantSum = ({ payoffs }: NormalForm): boolean => {
  if (payoffs.length !== 2) return false;
  const [first, second] = payoffs as readonly [readonly Rational[], readonly Rational[]];
  const total = add(first[0] as Rational, second[0] as Rational);
  return first.every((value, index) => compare(add(value, second[index] as Rational), total) === 0);
};

/**
 * An equilibrium of a two-player constant-sum game by linear programming in exact fractions (simplex by Bland's rule, which
 * cannot cycle).
 *
 * @throws WatchfloorError `play.bad-game` where the game is no two-player constant-sum game
 */
export const constantSumEquilibrium = (game: NormalForm): Equilibrium => {
  if (!isConstantSum(game)) throw new WatchfloorError('play.bad-game', 'The game is no two-player constant-sum game.');
  const payoffs = matrixOf(game, 0);
  const least = payoffs.flat().reduce((low, value) => (compare(value, low) < 0 ? value : low));
  // Payoffs above 0 make the value of the shifted game positive, so that it can be divided by.
  const shifted = payoffs.map((row) => row.map((value) => add(subtract(value, least), ONE)));
  const { primal, dual } = maximise(shifted);
  const [columnTotal, rowTotal] = [sum(primal), sum(dual)];
  const value = subtract(add(divide(ONE, columnTotal), least), ONE);
  const total = add(
    (game.payoffs[0] as readonly Rational[])[0] as Rational,
    (game.payoffs[1] as readonly Rational[])[0] as Rational,
  );
  return {
    strategies: [dual.map((y) => divide(y, rowTotal)), primal.map((x) => divide(x, columnTotal))],
    values: [value, subtract(total, value)],
  };
};

/** max Σx with Ax ≤ 1, x ≥ 0, and the prices y of its rows. */
const maximise = (matrix: Matrix): { readonly primal: readonly Rational[]; readonly dual: readonly Rational[] } => {
  const [rows, columns] = [matrix.length, (matrix[0] as readonly Rational[]).length];
  const width = columns + rows;
  const table = matrix.map((row, index) => [
    ...row,
    ...Array.from({ length: rows }, (_, slack) => (slack === index ? ONE : ZERO)),
    ONE,
  ]);
  let objective = [
    ...new Array<Rational>(columns).fill(subtract(ZERO, ONE)),
    ...new Array<Rational>(rows + 1).fill(ZERO),
  ];
  const basis = Array.from({ length: rows }, (_, index) => columns + index);
  for (;;) {
    const entering = objective.slice(0, width).findIndex((value) => compare(value, ZERO) < 0);
    if (entering < 0) break;
    let leaving = -1;
    let smallest: Rational | undefined;
    table.forEach((row, index) => {
      const coefficient = row[entering] as Rational;
      if (compare(coefficient, ZERO) <= 0) return;
      const ratio = divide(row[width] as Rational, coefficient);
      const order = smallest ? compare(ratio, smallest) : -1;
      if (order < 0 || (order === 0 && (basis[index] as number) < (basis[leaving] as number)))
        [smallest, leaving] = [ratio, index];
    });
    const pivotRow = table[leaving] as Rational[];
    const pivot = pivotRow[entering] as Rational;
    const scaled = pivotRow.map((value) => (isZero(value) ? value : divide(value, pivot)));
    const reduce = (row: Rational[]): Rational[] => {
      const factor = row[entering] as Rational;
      return isZero(factor)
        ? row
        : row.map((value, at) =>
            isZero(scaled[at] as Rational) ? value : subtract(value, multiply(factor, scaled[at] as Rational)),
          );
    };
    table.forEach((row, index) => {
      table[index] = index === leaving ? scaled : reduce(row);
    });
    objective = reduce(objective);
    basis[leaving] = entering;
  }
  const primal = new Array<Rational>(columns).fill(ZERO);
  basis.forEach((variable, index) => {
    if (variable < columns) primal[variable] = (table[index] as Rational[])[width] as Rational;
  });
  return { primal, dual: objective.slice(columns, width) };
};
