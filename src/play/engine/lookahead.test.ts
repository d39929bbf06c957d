import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioForm } from '../language/form.ts';
import type { Model } from '../language/model.ts';
import { prepareScenario } from '../language/scenario.ts';
import { playScenario } from './play.ts';
import { compile } from './program.ts';
import { Simulator } from './simulator.ts';

/** Two actors move in turn; each option adds to x and y, one option a side gambles. All numbers are given by the test. */
const game = (numbers: readonly number[], turns: number, lookahead: 0 | 1 | 2): ScenarioForm => {
  const n = (i: number): number => numbers[i % numbers.length] as number;
  const option = (i: number) => ({ effects: { x: `+${n(i)}`, y: `+${n(i + 1)}` } });
  const actor = (at: number, utility: string) => ({
    decide: { precision: 1 + Math.abs(n(at)), lookahead },
    utility,
    actions: {
      a: option(at),
      b: option(at + 2),
      c: {
        requires: 'x < 2',
        chance: [
          { p: 0.3, effects: { x: `+${n(at + 4)}` } },
          { p: 0.5, effects: { y: `+${n(at + 5)}` } },
        ],
      },
    },
  });
  return {
    watchfloor: 1,
    id: 'g',
    judgement: 'a 2024-01-01',
    horizon: { turns },
    order: ['A', 'B'],
    state: { x: { range: [-3, 3], init: 0 }, y: { range: [-3, 3], init: 0 } },
    actors: { A: actor(0, 'x*y - x'), B: actor(7, 'y - x*x') },
    outcomes: { up: 'end(x > 0)', down: 'otherwise' },
  };
};

type Position = { readonly x: number; readonly y: number; readonly ply: number };

/** An independent solver: logit backward induction over the whole tree (agent quantal response of a game of perfect information). Values for the mover at the root. */
const solve = (
  form: ScenarioForm,
  plies: number,
  at: Position,
  mover: 'A' | 'B',
): { readonly values: readonly number[]; readonly A: number; readonly B: number } => {
  const utility = { A: ({ x, y }: Position) => x * y - x, B: ({ x, y }: Position) => y - x * x };
  const clamp = (value: number) => Math.min(Math.max(value, -3), 3);
  const amount = (text: unknown): number => (text === undefined ? 0 : Number(String(text).replace('+-', '-')));
  const other = mover === 'A' ? 'B' : 'A';
  const actor = form.actors[mover] as ScenarioForm['actors'][string];
  const leaf = (position: Position) =>
    position.ply < plies ? solve(form, plies, position, other) : { A: utility.A(position), B: utility.B(position) };
  const options = Object.values(actor.actions).flatMap(({ effects, chance, requires }) => {
    if (requires && !(at.x < 2)) return [];
    const branches = chance
      ? [
          ...chance.map((branch) => ({ p: Number(branch.p), more: branch.effects })),
          { p: 1 - chance.reduce((sum, { p }) => sum + Number(p), 0), more: {} as Record<string, unknown> },
        ]
      : [{ p: 1, more: {} as Record<string, unknown> }];
    let [a, b] = [0, 0];
    for (const { p, more } of branches) {
      const next = {
        x: clamp(at.x + amount(effects?.x) + amount((more as Record<string, unknown>).x)),
        y: clamp(at.y + amount(effects?.y) + amount((more as Record<string, unknown>).y)),
        ply: at.ply + 1,
      };
      const value = leaf(next);
      a += p * value.A;
      b += p * value.B;
    }
    return [{ A: a, B: b }];
  });
  const precision = Number(actor.decide.precision);
  const best = Math.max(...options.map((option) => option[mover]));
  const weights = options.map((option) => Math.exp(precision * (option[mover] - best)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const expected = (who: 'A' | 'B') =>
    options.reduce((sum, option, k) => sum + ((weights[k] as number) / total) * option[who], 0);
  return { values: options.map((option) => option[mover]), A: expected('A'), B: expected('B') };
};

const rootValues = (model: Model): readonly number[] => {
  const simulator = new Simulator(compile(model));
  simulator.begin(new Float64Array(0), [1, 2]);
  simulator.openTurn();
  simulator.weigh(0);
  return [...simulator.values.subarray(0, 3)];
};

const numbers = fc.array(
  fc.double({ min: -1.5, max: 1.5, noNaN: true }).map((value) => Number(value.toFixed(3))),
  { minLength: 14, maxLength: 14 },
);

describe('look-ahead against an independent game-tree solver (two actors in turn)', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [1, 2, 2],
    [2, 1, 2],
    [2, 2, 3],
  ] as const)('depth %d over %d turns is the tree of %d plies', (lookahead, turns, plies) => {
    fc.assert(
      fc.property(numbers, (values) => {
        const form = game(values, turns, lookahead);
        const expected = solve(form, plies, { x: 0, y: 0, ply: 0 }, 'A').values;
        const got = rootValues(prepareScenario(form).model);
        expected.forEach((value, k) => {
          expect(got[k]).toBeCloseTo(value, 9);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the played frequencies are those of the exact solution, within Wilson’s interval at 99.99 %', async () => {
    const form = game([0.4, -0.3, 0.2, 0.9, -0.6, 0.5, 0.1, -0.2, 0.7, 0.3, -0.5, 0.8, -0.1, 0.6], 1, 1);
    const { values } = solve(form, 2, { x: 0, y: 0, ply: 0 }, 'A');
    const precision = Number(form.actors.A?.decide.precision);
    const weights = values.map((value) => Math.exp(precision * value));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const { columns } = await playScenario(prepareScenario(form), { runs: 20_000 });
    values.forEach((_, k) => {
      const p = (weights[k] as number) / total;
      const share = columns.choices.filter((choice, i) => i % 2 === 0 && choice === k).length / 20_000;
      expect(Math.abs(share - p)).toBeLessThan(3.9 * Math.sqrt((p * (1 - p)) / 20_000));
    });
  });
});

describe('look-ahead with several rivals', () => {
  it('adds up what each rival alone would change', () => {
    const actor = (utility: string, lookahead: 0 | 1) => ({
      decide: { precision: 2, lookahead },
      utility,
      actions: { rest: {}, push: { effects: { x: '+.3' } } },
    });
    const form: ScenarioForm = {
      watchfloor: 1,
      id: 'three',
      judgement: 'a 2024-01-01',
      horizon: { turns: 5 },
      state: { x: { range: [0, 3], init: 0 } },
      actors: { A: actor('x', 1), B: actor('-x', 0), C: actor('x', 0) },
      outcomes: { up: 'end(x > 1)', down: 'otherwise' },
    };
    const push = 1 / (1 + Math.exp(-0.6));
    // Resting: x = 0, then B pushes with 1 − push, C with push. Pushing: the same from .3 on.
    const [rest, pushed] = rootValues(prepareScenario(form).model);
    expect(rest).toBeCloseTo(0.3 * (1 - push) + 0.3 * push, 12);
    expect(pushed).toBeCloseTo(0.3 + 0.3, 12);
  });
});

/** Three options worth 0, .1 and .2 at the end; one move. */
const threeWays = (precision: number) =>
  prepareScenario({
    watchfloor: 1,
    id: 'ways',
    judgement: 'a 2024-01-01',
    horizon: { turns: 1 },
    state: { x: { range: [0, 1], init: 0 } },
    actors: {
      A: {
        decide: { precision },
        utility: 'x',
        actions: { none: {}, some: { effects: { x: '+.1' } }, most: { effects: { x: '+.2' } } },
      },
    },
    outcomes: { none: 'end(x < .05)', some: 'end(x > .05 and x < .15)', most: 'otherwise' },
  });

describe('the ends of the scale of precision', () => {
  const RUNS = 30_000;
  const shares = async (precision: number): Promise<readonly number[]> => {
    const { columns } = await playScenario(threeWays(precision), { runs: RUNS });
    return [0, 1, 2].map((outcome) => columns.outcome.filter((one) => one === outcome).length / RUNS);
  };

  it('λ = 0: every option alike', async () => {
    for (const share of await shares(0))
      expect(Math.abs(share - 1 / 3)).toBeLessThan(4 * Math.sqrt(((1 / 3) * (2 / 3)) / RUNS));
  });

  it('λ → ∞: always the best', async () => {
    expect(await shares(1e6)).toEqual([0, 0, 1]);
  });

  it('between: P ∝ exp(λ·V)', async () => {
    const weights = [0, 0.1, 0.2].map((value) => Math.exp(7 * value));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    (await shares(7)).forEach((share, index) => {
      const p = (weights[index] as number) / total;
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / RUNS));
    });
  });
});
