import { backwardInduction, choiceNames } from './backward-induction.ts';
import { behaviourOf } from './behaviour.ts';
import { type ExtensiveForm, type GameNode, infosets, type NormalForm } from './game.ts';
import { pureEquilibria } from './pure-equilibria.ts';
import { type QuantalGame, quantalResponses } from './quantal-response.ts';
import { formatRational, isZero, type Rational, toNumber } from './rational.ts';
import { toNormalForm } from './to-normal-form.ts';
import {
  constantSumEquilibrium,
  type Equilibrium,
  isConstantSum,
  supportEnumeration,
} from './two-player-equilibria.ts';

/** What is known of a game after it was solved: lines for people, and the same as data. */
export interface SolvedGame {
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Above this many pairs of strategies a constant-sum game is solved by linear programming, not by enumeration. */
const ENUMERATED = 400;
const DIGITS = 5;

const exact = (value: Rational): string => {
  const text = formatRational(value);
  return text.includes('/') ? `${text} (${toNumber(value).toPrecision(4)})` : text;
};

const isPerfect = (root: GameNode): boolean => {
  const seen = new Set<string>();
  const once = (node: GameNode): boolean => {
    if (node.kind === 'terminal') return true;
    if (node.kind === 'decision') {
      if (seen.has(node.infoset)) return false;
      seen.add(node.infoset);
    }
    return node.children.every(once);
  };
  return once(root);
};

const mixture = (names: readonly string[], chances: readonly Rational[]): string =>
  names
    .flatMap((name, index) =>
      isZero(chances[index] as Rational) ? [] : [`${name} ${exact(chances[index] as Rational)}`],
    )
    .join(', ');

const PURE_ONLY = 'Equilibria in pure strategies (mixed ones are found for two players only)';

const equilibriaOf = (form: NormalForm): readonly Equilibrium[] => {
  if (form.players.length !== 2) return pureEquilibria(form);
  const pairs = (form.strategies[0] as readonly string[]).length * (form.strategies[1] as readonly string[]).length;
  return pairs > ENUMERATED && isConstantSum(form) ? [constantSumEquilibrium(form)] : supportEnumeration(form);
};

const valuesLine = (players: readonly string[], values: readonly Rational[]): string =>
  `  value: ${players.map((name, player) => `${name} ${exact(values[player] as Rational)}`).join(', ')}`;

/** What was looked for, where it was not everything. */
const scopeOf = (players: readonly string[], found: number): readonly string[] =>
  players.length === 2 ? [] : [found === 0 ? `${PURE_ONLY}: none` : PURE_ONLY];

/** Every equilibrium found of a game by its strategies. */
export const solveNormal = (form: NormalForm): SolvedGame => {
  const equilibria = equilibriaOf(form);
  const lines = equilibria.flatMap(({ strategies, values }, index) => [
    `Equilibrium ${index + 1}`,
    ...form.players.map(
      (name, player) =>
        `  ${name}: ${mixture(form.strategies[player] as readonly string[], strategies[player] as readonly Rational[])}`,
    ),
    valuesLine(form.players, values),
  ]);
  return {
    lines: [...scopeOf(form.players, equilibria.length), ...lines],
    data: {
      equilibria: equilibria.map(({ strategies, values }) => ({
        strategies: strategies.map((own) => own.map(formatRational)),
        values: values.map(formatRational),
      })),
    },
  };
};

/** A tree: backwards where all is seen, by its plans otherwise, told as behaviour at each information set. */
export const solveExtensive = (game: ExtensiveForm): SolvedGame => {
  if (isPerfect(game.root)) {
    const induced = backwardInduction(game);
    const choices = choiceNames(game, induced);
    return {
      lines: [
        'Backward induction',
        ...choices.map(({ player, at, action }) => `  ${player} at ${at}: ${action}`),
        valuesLine(game.players, induced.values),
      ],
      data: { backwardInduction: { choices, values: induced.values.map(formatRational) } },
    };
  }
  const { game: form, plans } = toNormalForm(game);
  const sets = infosets(game);
  const solved = equilibriaOf(form).map(({ strategies, values }) => ({
    behaviour: behaviourOf(game, plans, strategies),
    values,
  }));
  return {
    lines: [
      ...scopeOf(game.players, solved.length),
      ...solved.flatMap(({ behaviour, values }, index) => [
        `Equilibrium ${index + 1}`,
        ...sets.flatMap(({ key, player, name, actions }) => {
          const chances = behaviour.get(key);
          return chances ? [`  ${game.players[player]} at ${name}: ${mixture(actions, chances)}`] : [];
        }),
        valuesLine(game.players, values),
      ]),
    ],
    data: {
      equilibria: solved.map(({ behaviour, values }) => ({
        behaviour: Object.fromEntries([...behaviour].map(([key, chances]) => [key, chances.map(formatRational)])),
        values: values.map(formatRational),
      })),
    },
  };
};

/** Points of the quantal-response path at the precisions asked for. */
export const quantalTable = (game: QuantalGame, lambdas: readonly number[]): SolvedGame => {
  const points = quantalResponses(game, lambdas);
  return {
    lines: [
      'Logit quantal response',
      ...points.flatMap(({ lambda, chances }) => [
        `  λ = ${Number(lambda.toFixed(6))}`,
        ...game.choosers.map(
          ({ name, actions }, chooser) =>
            `    ${name}: ${actions.map((action, index) => `${action} ${((chances[chooser] as readonly number[])[index] as number).toFixed(DIGITS)}`).join(', ')}`,
        ),
      ]),
    ],
    data: { quantalResponse: points },
  };
};
