import type { ScenarioForm } from '../language/form.ts';

/** The scenario of the speed table: 4 actors × 8 options × 12 variables (one a ladder) × 12 turns, 4 parameters. Its numbers are a fixed pattern. */
const ACTORS = 4;
const OPTIONS = 8;
const NUMBERS = 11;
const LEVELS = ['calm', 'tense', 'crisis', 'war'] as const;

export interface Option {
  readonly changes: readonly { readonly variable: number; readonly by: number }[];
  /** With probability p the ladder rises one level. */
  readonly p: number;
}

export interface StandardModel {
  readonly init: readonly number[];
  /** actors × (11 variables, then the ladder) */
  readonly weights: readonly (readonly number[])[];
  readonly options: readonly (readonly Option[])[];
  readonly turns: number;
}

export const standardModel: StandardModel = {
  turns: 12,
  init: Array.from({ length: NUMBERS }, (_, v) => 0.3 + 0.04 * v),
  weights: Array.from({ length: ACTORS }, (_, a) =>
    Array.from({ length: NUMBERS + 1 }, (__, v) => (v === NUMBERS ? -0.3 : (((a * 7 + v * 5) % 11) - 5) / 5)),
  ),
  options: Array.from({ length: ACTORS }, (_, a) =>
    Array.from({ length: OPTIONS }, (__, k) => ({
      changes:
        k === 0
          ? []
          : [0, 1, 2].map((i) => ({
              variable: (a * 3 + k * 2 + i * 4) % NUMBERS,
              by: (i === 1 ? -1 : 1) * (0.02 + 0.01 * ((a + k + i) % 4)),
            })),
      p: k >= 6 ? 0.1 : 0,
    })),
  ),
};

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);

export const standardScenario = (lookahead: 0 | 1 | 2, parameters = ACTORS): ScenarioForm => ({
  watchfloor: 1,
  id: 'bench-standard',
  judgement: 'bench 2024-06-18',
  horizon: { turns: standardModel.turns, step: 'month' },
  parameters: Object.fromEntries(
    Array.from({ length: parameters }, (_, i) => [`q${i}`, { dist: i < ACTORS ? 'uniform(2, 6)' : 'uniform(0, 1)' }]),
  ),
  state: {
    ...Object.fromEntries(standardModel.init.map((init, v) => [`x${v}`, { range: [0, 1] as [number, number], init }])),
    ladder: { ordinal: [...LEVELS], init: 'calm' },
  },
  actors: Object.fromEntries(
    standardModel.options.map((options, a) => {
      const weights = standardModel.weights[a] as readonly number[];
      const terms = weights.map(
        (weight, v) =>
          `${signed(weight)}*${v === NUMBERS ? 'rank(ladder)/3' : v + ACTORS < parameters && a === 0 ? `x${v}*(1+q${v + ACTORS})` : `x${v}`}`,
      );
      return [
        `A${a}`,
        {
          decide: { rule: 'logit' as const, precision: `q${a}`, lookahead },
          utility: terms.join(' '),
          actions: Object.fromEntries(
            options.map(({ changes, p }, k) => [
              `a${k}`,
              {
                ...(k === 7 ? { requires: 'ladder <= tense' } : {}),
                effects: Object.fromEntries(changes.map(({ variable, by }) => [`x${variable}`, signed(by)])),
                ...(p > 0 ? { chance: [{ p, effects: { ladder: '+1' } }] } : {}),
              },
            ]),
          ),
        },
      ];
    }),
  ),
  outcomes: { war: 'ever(ladder >= war)', crisis: 'ever(ladder >= crisis) and not war', calm: 'otherwise' },
});
