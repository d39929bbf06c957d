import { describe, expect, it } from 'vitest';
import { checkScenario } from '../check/check-scenario.ts';
import { evaluate, type Moment } from './evaluate.ts';
import { parseExpression } from './parse.ts';
import { ExpressionError } from './token.ts';

const moment: Moment = {
  variables: [],
  parameters: [],
  turn: 1,
  did: () => false,
  crossed: () => false,
  ever: () => false,
  outcome: () => false,
};

/** Types `utility` in a scenario with a number x, a ladder and a parameter p. */
const problemsOf = (utility: string) =>
  checkScenario({
    watchfloor: 1,
    id: 't',
    judgement: 'a 2024-01-01',
    horizon: { turns: 2 },
    parameters: { p: 2, q: 3 },
    state: { x: { range: [0, 1], init: 0 }, ladder: { ordinal: ['low', 'middle', 'high'], init: 'low' } },
    actors: {
      A: { decide: { precision: 1 }, utility, actions: { wait: {}, go: { effects: { x: '+.1', ladder: '+1' } } } },
    },
    outcomes: { one: 'end(x > .5) and end(p + q > 0) and end(ladder >= low)', two: 'otherwise' },
  });

const worth = (utility: string, variables: readonly number[] = [0.5, 1]): number => {
  const { model, problems } = problemsOf(utility);
  if (!model) throw new Error(problems[0]?.message);
  return evaluate(model.actors[0]?.utility as never, { ...moment, variables, parameters: [2, 3] });
};

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 * 3 + 10 / 4', -3.5],
    ['1 - 2 - 3', -4],
    ['8 / 4 / 2', 1],
    ['.5e1 + 1.', 6],
    ['min(3, p, q) + max(1, x) + clamp(5, 0, 2) + abs(-3)', 2 + 1 + 2 + 3],
    ['if(x > .4 and not (p == q), 10, 20)', 10],
    ['if(x > .4 and p == q or ladder != middle, 10, 20)', 20],
    ['rank(ladder) * 10', 10],
    ['if(ladder >= middle, 1, 0) + if(high > ladder, 2, 0)', 3],
    ['if(true and not false, turn, 0)', 1],
  ])('%s = %d', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it.each([
    ['1 +', 'the expression ends where a value is expected', 3],
    ['(1', 'the expression ends where ")" is expected', 2],
    ['1 2', 'unexpected "2" after the expression', 2],
    ['a < b < c', 'comparisons do not chain: write `a < b and b < c`', 6],
    ['a && b', 'unexpected "&": write `and`', 2],
    ['did(RU)', '")" stands where "." is expected', 6],
    [`${'('.repeat(300)}1`, 'nested deeper than 200 levels', 200],
  ])('%s is refused', (text, message, offset) => {
    expect(() => parseExpression(text)).toThrow(new ExpressionError(message, offset));
    try {
      parseExpression(text);
    } catch (error) {
      expect((error as ExpressionError).offset).toBe(offset);
    }
  });

  it.each([
    ['x + ladder', 'a number is needed here, but this is a ladder (low < middle < high); use rank(…)'],
    ['x > .5', 'a number is needed here, but this is a truth value'],
    ['if(x > ladder, 1, 2)', 'cannot compare a number with a ladder (low < middle < high)'],
    ['if(ladder > hihg, 1, 2)', 'ladder has no level hihg. Did you mean high?'],
    ['xx', 'unknown name xx. Did you mean x?'],
    ['middle', 'unknown name middle. middle is a level of ladder: compare, as in ladder >= middle'],
    ['mim(1, 2)', 'unknown function mim. Did you mean min?'],
    ['clamp(1, 2)', 'clamp takes 3 values, not 2'],
    ['if(did(A.goo), 1, 2)', 'A has no action goo. Did you mean go?'],
    ['if(end(x > 1), 1, 2)', 'end(…) is known only in outcomes'],
    ['x / 0', 'division by zero'],
    ['constructor + __proto__', 'unknown name constructor.'],
  ])('%s is no number', (text, message) => {
    const [problem] = problemsOf(text).problems;
    expect(problem?.message).toBe(`actors.A.utility: ${message}${/[.?]$/.test(message) ? '' : '.'}`);
  });
});
