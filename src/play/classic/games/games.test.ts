import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backwardInduction, choiceNames } from './backward-induction.ts';
import { behaviourOf } from './behaviour.ts';
import type { ExtensiveForm, NormalForm } from './game.ts';
import { pureEquilibria } from './pure-equilibria.ts';
import {
  fitPrecision,
  type QuantalGame,
  quantalExtensive,
  quantalNormal,
  quantalPath,
  quantalResponses,
} from './quantal-response.ts';
import { add, formatRational, multiply, ONE, parseRational, rational, sum, toNumber, ZERO } from './rational.ts';
import { readEfg } from './read-efg.ts';
import { readNfg } from './read-nfg.ts';
import { solveNormal } from './report.ts';
import { toNormalForm } from './to-normal-form.ts';
import { constantSumEquilibrium, supportEnumeration } from './two-player-equilibria.ts';
import { ultimatumGame } from './ultimatum.ts';
import { writeEfg } from './write-efg.ts';

const CONSTANT_SUM_NFG = `NFG 1 R "constant sum" { "Row" "Column" } { { "U" "D" } { "L" "R" } }

1 1 0 2 1 1 1 1`;

/** One-card poker with a King or a Queen: Alice sees her card, bets or folds; Bob meets or passes. */
const STRIPPED_DOWN_POKER = `EFG 2 R "Stripped-down poker" { "Alice" "Bob" }
"a comment"
c "" 1 "" { "King" 1/2 "Queen" 1/2 } 0
p "" 1 1 "King" { "Bet" "Fold" } 0
p "" 2 1 "Bob" { "Meet" "Pass" } 0
t "" 1 "Alice wins big" { 2, -2 }
t "" 2 "Alice wins" { 1, -1 }
t "" 3 "Bob wins" { -1, 1 }
p "" 1 2 "Queen" { "Bet" "Fold" } 0
p "" 2 1 "Bob" { "Meet" "Pass" } 0
t "" 4 "Bob wins big" { -2, 2 }
t "" 2 "Alice wins"
t "" 3 "Bob wins"
`;

/** Kuhn's three-card poker, built rather than written out. */
const kuhnPoker = (): ExtensiveForm => {
  const deals = [0, 1, 2].flatMap((a) => [0, 1, 2].filter((b) => b !== a).map((b) => [a, b] as const));
  const pay = (amount: number, a: number, b: number) =>
    ({ kind: 'terminal', payoffs: [rational(a > b ? amount : -amount), rational(a > b ? -amount : amount)] }) as const;
  const take = (player: number) =>
    ({ kind: 'terminal', payoffs: [rational(player === 0 ? 1 : -1), rational(player === 0 ? -1 : 1)] }) as const;
  const decide = (
    player: number,
    card: number,
    at: string,
    actions: readonly string[],
    children: ExtensiveForm['root'][],
  ): ExtensiveForm['root'] => ({
    kind: 'decision',
    player,
    infoset: `${player}:${card}:${at}`,
    name: `${at} with ${card}`,
    actions,
    children,
  });
  return {
    title: 'Kuhn poker',
    players: ['First', 'Second'],
    root: {
      kind: 'chance',
      actions: deals.map((deal) => deal.join('')),
      probabilities: deals.map(() => rational(1, 6)),
      children: deals.map(([a, b]) =>
        decide(
          0,
          a,
          'open',
          ['bet', 'check'],
          [
            decide(1, b, 'bet', ['call', 'fold'], [pay(2, a, b), take(0)]),
            decide(
              1,
              b,
              'check',
              ['bet', 'check'],
              [decide(0, a, 'raised', ['call', 'fold'], [pay(2, a, b), take(1)]), pay(1, a, b)],
            ),
          ],
        ),
      ),
    },
  };
};

describe('games of more than two', () => {
  const three = readNfg('NFG 1 R "three" { "A" "B" "C" } { 2 2 2 } 2 2 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1');

  it('have their pure equilibria told, and that no others were looked for', () => {
    expect(pureEquilibria(three).map(({ values }) => values.map(toNumber))).toEqual([
      [2, 2, 2],
      [1, 1, 1],
    ]);
    expect(solveNormal(three).lines[0]).toBe(
      'Equilibria in pure strategies (mixed ones are found for two players only)',
    );
  });

  it('have a quantal response', () => {
    const [own] = chancesAt(quantalNormal(three), 3);
    expect(own?.[0]).toBeGreaterThan(0.9);
  });
});

const chancesAt = (quantal: QuantalGame, lambda: number): readonly (readonly number[])[] =>
  quantalResponses(quantal, [lambda])[0]?.chances ?? [];

describe('logit quantal response', () => {
  const game = quantalNormal(readNfg(CONSTANT_SUM_NFG));
  it.each([
    [1, 0.64298, 0.58832],
    [2, 0.77268, 0.61174],
    [3, 0.85954, 0.60382],
  ])('λ = %d', (lambda, first, second) => {
    const chances = chancesAt(game, lambda);
    expect(Math.abs((chances[0]?.[0] ?? 0) - first)).toBeLessThan(1e-4);
    expect(Math.abs((chances[1]?.[0] ?? 0) - second)).toBeLessThan(1e-4);
  });

  it('tells several precisions from one walk, in the order asked for, as if each had been asked alone', () => {
    const lambdas = [3, 0, 1, 3];
    expect(quantalResponses(game, lambdas).map(({ lambda }) => lambda)).toEqual(lambdas);
    quantalResponses(game, lambdas).forEach(({ chances }, index) => {
      chances.flat().forEach((p, action) => {
        expect(p).toBeCloseTo(chancesAt(game, lambdas[index] as number).flat()[action] as number, 9);
      });
    });
  });

  it('begins at chance', () => {
    expect(quantalPath(game, { lambda: 1 })[0]).toEqual({
      lambda: 0,
      chances: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    });
  });

  it('ends at the equilibrium of a game that has one', () => {
    const pennies = readNfg('NFG 1 R "prisoners" { "A" "B" } { 2 2 } 3 3 5 0 0 5 1 1');
    const chances = chancesAt(quantalNormal(pennies), 40);
    expect(chances[0]?.[1]).toBeCloseTo(1, 6);
    expect(chances[1]?.[1]).toBeCloseTo(1, 6);
  });

  it('agrees on the simultaneous game in either form', () => {
    const form = readNfg(CONSTANT_SUM_NFG);
    const tree = readEfg(`EFG 2 R "" { "Row" "Column" }
p "" 1 1 "Row" { "U" "D" } 0
p "" 2 1 "Column" { "L" "R" } 0
t "" 1 "" { 1, 1 }
t "" 2 "" { 1, 1 }
p "" 2 1 "Column" { "L" "R" } 0
t "" 3 "" { 0, 2 }
t "" 4 "" { 1, 1 }`);
    const [a, b] = [chancesAt(quantalNormal(form), 2).flat(), chancesAt(quantalExtensive(tree), 2).flat()];
    a.forEach((p, index) => {
      expect(b[index]).toBeCloseTo(p, 8);
    });
  });

  it('finds the precision behind play again', () => {
    const chances = chancesAt(game, 1.7);
    const counts = chances.map((row) => row.map((p) => p * 1e6));
    const fitted = fitPrecision(game, counts, 10);
    expect(fitted.lambda).toBeCloseTo(1.7, 3);
    expect(fitted.atLimit).toBe(false);
  });

  it('says where only the limit fits', () => {
    const pennies = quantalNormal(readNfg('NFG 1 R "prisoners" { "A" "B" } { 2 2 } 3 3 5 0 0 5 1 1'));
    expect(
      fitPrecision(
        pennies,
        [
          [0, 10],
          [0, 10],
        ],
        10,
      ),
    ).toMatchObject({ lambda: 10, atLimit: true });
  });
});

describe('exact equilibria', () => {
  it('solves stripped-down poker: bet with the King, bluff a third of the Queens, meet two thirds', () => {
    const game = readEfg(STRIPPED_DOWN_POKER);
    const { game: form, plans } = toNormalForm(game);
    const [only, ...more] = supportEnumeration(form);
    expect(more).toEqual([]);
    const behaviour = behaviourOf(game, plans, only?.strategies ?? []);
    expect([...behaviour].map(([key, chances]) => [key, ...chances.map(formatRational)])).toEqual([
      ['1:1', '1', '0'],
      ['2:1', '2/3', '1/3'],
      ['1:2', '1/3', '2/3'],
    ]);
    expect(only?.values.map(formatRational)).toEqual(['1/3', '-1/3']);
  });

  it('values Kuhn poker at −1/18', () => {
    const { values } = constantSumEquilibrium(toNormalForm(kuhnPoker()).game);
    expect(values.map(formatRational)).toEqual(['-1/18', '1/18']);
  });

  it('finds the three equilibria of chicken', () => {
    const chicken = readNfg(
      'NFG 1 R "chicken" { "A" "B" } { { "Swerve" "Straight" } { "Swerve" "Straight" } } 0 0 1 -1 -1 1 -10 -10',
    );
    expect(
      supportEnumeration(chicken).map(({ strategies }) => strategies.map((own) => own.map(formatRational).join(' '))),
    ).toEqual([
      ['1 0', '0 1'],
      ['0 1', '1 0'],
      ['9/10 1/10', '9/10 1/10'],
    ]);
  });

  const matrix = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows * columns, maxLength: rows * columns }).map(
      (values): NormalForm => ({
        title: '',
        players: ['A', 'B'],
        strategies: [
          Array.from({ length: rows }, (_, i) => String(i)),
          Array.from({ length: columns }, (_, i) => String(i)),
        ],
        payoffs: [values.map((v) => rational(v)), values.map((v) => rational(-v))],
      }),
    ),
  );

  it('agrees with enumeration on the value of a constant-sum game', () => {
    fc.assert(
      fc.property(matrix, (game) => {
        const { strategies, values } = constantSumEquilibrium(game);
        for (const own of strategies) expect(formatRational(sum(own))).toBe('1');
        for (const other of supportEnumeration(game))
          expect(formatRational(other.values[0] ?? ZERO)).toBe(formatRational(values[0] ?? ONE));
      }),
      { numRuns: 200 },
    );
  });
});

describe('backward induction', () => {
  const induced = (automatic = ZERO) => {
    const game = ultimatumGame({ cake: 10, envy: ONE, automatic });
    return choiceNames(game, backwardInduction(game));
  };
  it('offers an envious responder 4, who takes 4 and more', () => {
    const [offer, ...responses] = induced();
    expect(offer?.action).toBe('4');
    expect(responses.filter(({ action }) => action === 'accept').map(({ at }) => at)).toEqual([
      'offer 4',
      'offer 5',
      'offer 6',
      'offer 7',
      'offer 8',
      'offer 9',
      'offer 10',
    ]);
  });
  it('offers 0 where nine of ten offers are accepted unasked', () => {
    expect(induced(rational(9, 10))[0]?.action).toBe('0');
  });
  it('refuses a game of imperfect information', () => {
    expect(() => backwardInduction(readEfg(STRIPPED_DOWN_POKER))).toThrow(/perfect information/);
  });
});

describe('Gambit files', () => {
  it('reads outcomes as well as payoffs', () => {
    const byOutcome = readNfg('NFG 1 R "" { "A" "B" } { 2 2 } { { "x" 1, 1 } { "y" 0, 2 } } 1 2 1 1');
    expect(byOutcome.payoffs).toEqual(readNfg(CONSTANT_SUM_NFG).payoffs);
  });
  it('writes what it reads', () => {
    const game = readEfg(STRIPPED_DOWN_POKER);
    expect(readEfg(writeEfg(game)).root).toEqual(game.root);
  });
  it.each([
    ['NFG 1 R "x" { "A" "B" } { 2 2 } 1 2 3', /ends too early/],
    ['NFG 1 R "x" { "A" "B" } { 2 } 1 2', /2 players, but strategies of 1/],
    ['NFG 1 R "x', /never closed/],
    ['hello', /"NFG" expected, found "hello"/],
    ['NFG 1 R "x" { "A" "B" } { 1 1 } 1 x', /must be a number, found "x"/],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => readNfg(text)).toThrow(message);
  });
  it.each([
    ['EFG 2 R "x" { "A" } p "" 2 1 "" { "a" } 0 t "" 1 "" { 1 }', /player 2 does not exist/],
    ['EFG 2 R "x" { "A" } c "" 1 "" { "a" 1/2 } 0 t "" 1 "" { 1 }', /do not sum to 1/],
    ['EFG 2 R "x" { "A" } t "" 1 "" { 1 } t "" 1 ""', /goes on with "t"/],
    ['EFG 2 R "x" { "A" } t "" 3 ""', /outcome 3 is nowhere given/],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => readEfg(text)).toThrow(message);
  });
});

describe('fractions', () => {
  it.each([
    ['1/3', '1/3'],
    ['-2/4', '-1/2'],
    ['0.25', '1/4'],
    ['1.5e-2', '3/200'],
    ['2e3', '2000'],
    ['.5', '1/2'],
  ])('%s is %s', (text, expected) => {
    expect(formatRational(parseRational(text) ?? ZERO)).toBe(expected);
  });
  it.each(['1/0', 'x', '', '1e99999', '-'])('%s is none', (text) => {
    expect(parseRational(text)).toBeUndefined();
  });
  const fraction = fc
    .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
    .map(([n, d]) => rational(n, d));
  it('obey the distributive law', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(toNumber(add(a, b))).toBeCloseTo(toNumber(a) + toNumber(b), 9);
      }),
    );
  });
});
