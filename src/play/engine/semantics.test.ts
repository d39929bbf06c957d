import { describe, expect, it } from 'vitest';
import { playOnce, yaml } from './play.fixture.ts';
import { compile } from './program.ts';
import { runKey, seedKey } from './random.ts';
import { Simulator } from './simulator.ts';

const WAIT = 'decide: { precision: 1 }\n    utility: 0';

describe('a turn', () => {
  it('simultaneous: amounts on the state before, settings first, changes added up, one clamp', () => {
    const scenario = yaml(`
horizon: { turns: 2 }
state: { x: { range: [0, 10], init: 4 }, y: { range: [0, 1], init: 0 } }
actors:
  A:
    ${WAIT}
    actions: { halve: { effects: { x: =x/2 } } }
  B:
    ${WAIT}
    actions: { add: { effects: { x: +x } } }
  C:
    ${WAIT}
    actions: { more: { effects: { x: +3, y: +1 } } }
outcomes: { big: end(x > 9), small: otherwise }
`);
    // Turn 1: set 2, + 4, + 3 = 9. Turn 2: set 4.5, + 9, + 3 = 16.5, clamped once.
    expect(playOnce(scenario).map(({ state }) => state.x)).toEqual([9, 10]);
  });

  it('ordered: each on the state that the earlier moves left', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
order: [B, A]
state: { x: { range: [0, 100], init: 4 } }
actors:
  A:
    ${WAIT}
    actions: { double: { effects: { x: =x*2 } } }
  B:
    ${WAIT}
    actions: { add: { effects: { x: +1 } } }
outcomes: { ten: end(x == 10), other: otherwise }
`);
    expect(playOnce(scenario)[0]?.state.x).toBe(10);
  });

  it('red lines fire on the edge, unlock for good, and cost until answered', () => {
    const scenario = yaml(`
horizon: { turns: 6 }
state: { x: { range: [0, 1], init: 0 } }
actors:
  A:
    decide: { rule: best }
    utility: 0
    redlines: [{ id: line, when: x > .5, unlocks: [answer], audience_cost: .4 }]
    actions: { hold: {}, answer: { effects: { x: +0 } } }
  W:
    ${WAIT}
    actions: { rise: { effects: { x: =if(turn == 1 or turn == 2 or turn == 4, 1, 0) } } }
outcomes: { crossed_it: end(crossed(line)), never: otherwise }
`);
    const turns = playOnce(scenario);
    expect(turns.map(({ fired }) => fired.length)).toEqual([1, 0, 0, 1, 0, 0]);
    // Answering is worth .4 while the line is unanswered; otherwise both options are worth the same.
    expect(turns[1]?.did.A).toBe('answer');
    expect(turns[4]?.did.A).toBe('answer');
    const simulator = new Simulator(compile(scenario.model));
    const values: (readonly number[])[] = [];
    simulator.begin(new Float64Array(0), runKey(seedKey('1'), 0));
    for (let turn = 1; turn <= 3; turn++) {
      simulator.openTurn();
      simulator.weigh(0);
      values.push([...simulator.values.slice(0, 2)]);
      simulator.choices.set([simulator.choose(0), simulator.choose(1)]);
      simulator.commitAll();
      simulator.closeTurn();
    }
    expect(values).toEqual([
      [0, -1e308],
      [-0.4, 0],
      [0, 0],
    ]);
  });

  it('a line that holds at the start is crossed without having fired', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
state: { x: { range: [0, 1], init: 1 } }
actors:
  A:
    decide: { rule: best }
    utility: x
    redlines: [{ id: line, when: x > .5, unlocks: [answer], audience_cost: 5 }]
    actions: { hold: {}, answer: { effects: { x: -.1 } } }
outcomes: { yes: end(crossed(line)), no: otherwise }
`);
    expect(playOnce(scenario)).toEqual([{ turn: 1, state: { x: 1 }, did: { A: 'hold' }, fired: [], signals: {} }]);
  });

  it('signals lag, and a shock with once happens once', () => {
    const scenario = yaml(`
horizon: { turns: 5 }
state: { x: { range: [0, 9], init: 0 } }
actors:
  A:
    ${WAIT}
    actions: { go: {} }
shocks: { quake: { p: 1, when: turn >= 2, once: true, effects: { x: +1 } } }
observables: { tremor: { hit: x > 0, detect: 1, false_alarm: 0, lag: 2 } }
outcomes: { yes: end(x > 0), no: otherwise }
`);
    expect(playOnce(scenario).map(({ state, signals }) => [state.x, signals.tremor])).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('did means the latest choice: before choosing that of the turn before', () => {
    const scenario = yaml(`
horizon: { turns: 3 }
state: { x: { range: [0, 9], init: 0 } }
actors:
  A:
    decide: { rule: best }
    utility: x
    actions: { rest: {}, first: { requires: turn == 1, effects: { x: +1 } }, then: { requires: did(A.first), effects: { x: +2 } } }
outcomes: { yes: ever(did(A.then)), no: otherwise }
`);
    expect(playOnce(scenario).map(({ did }) => did.A)).toEqual(['first', 'then', expect.stringMatching(/rest/)]);
  });

  it('stops when told to, and knows since when the outcome has held', () => {
    const scenario = yaml(`
horizon: { turns: 9 }
state: { x: { range: [0, 9], init: 0 } }
actors:
  A:
    ${WAIT}
    actions: { go: { effects: { x: +1 } } }
stop: x >= 4
outcomes: { three: ever(x >= 3), less: otherwise }
`);
    const ending = new Simulator(compile(scenario.model)).play(new Float64Array(0), [1, 2], () => undefined);
    expect(ending).toEqual({ outcome: 0, turn: 4, since: 3 });
  });
});

describe('beliefs', () => {
  it('follow Bayes: a signal about a threshold moves the grid', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
parameters: { line: .2 }
state: { x: { range: [0, 1], init: .5 } }
actors:
  A:
    ${WAIT}
    beliefs: { line: uniform(0, 1) }
    actions: { go: {} }
observables: { alarm: { hit: x > line, detect: .9, false_alarm: .2 } }
outcomes: { yes: end(x > line), no: otherwise }
`);
    const simulator = new Simulator(compile(scenario.model));
    simulator.begin(new Float64Array([0.2]), [3, 4]);
    expect(simulator.beliefs.describe(0)[0]?.mean).toBeCloseTo(0.5, 12);
    simulator.openTurn();
    simulator.choices[0] = 0;
    simulator.commitAll();
    simulator.closeTurn();
    // Points (g + ½)/15: 7 lie below ½ (hit), the middle one is ½ itself (no hit), 7 above.
    const seen = simulator.signals[0] === 1;
    const [hit, miss] = seen ? [0.9, 0.2] : [0.1, 0.8];
    const points = Array.from({ length: 15 }, (_, g) => (g + 0.5) / 15);
    const weights = points.map((point) => (0.5 > point ? hit : miss));
    const mean =
      points.reduce((sum, point, g) => sum + point * (weights[g] as number), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    expect(simulator.beliefs.describe(0)[0]?.mean).toBeCloseTo(mean, 12);
  });

  it('about a rival: seeing what it did tells what it wants, through the logit rule', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
parameters: { taste: 1 }
state: { x: { range: [0, 1], init: 0 } }
actors:
  A:
    ${WAIT}
    beliefs: { taste: discrete(0, .5, 2, .5) }
    actions: { go: {} }
  B:
    decide: { precision: 1 }
    utility: taste*x
    actions: { rest: {}, work: { effects: { x: +1 } } }
observables: { works: { hit: did(B.work), detect: 1, false_alarm: 0 } }
outcomes: { yes: end(x > .5), no: otherwise }
`);
    const simulator = new Simulator(compile(scenario.model));
    simulator.begin(new Float64Array([1]), [3, 4]);
    simulator.openTurn();
    simulator.choices.set([0, 1]);
    simulator.commitAll();
    simulator.closeTurn();
    // Mid-quantiles of two equal masses: 7 points at 0 (the 8th, p = ½, belongs to the upper mass), 8 at 2.
    const [low, high] = [7 * 0.5, 8 * (Math.exp(2) / (1 + Math.exp(2)))];
    expect(simulator.beliefs.describe(0)[0]?.mean).toBeCloseTo((2 * high) / (low + high), 12);
  });

  it('about hidden state: a Kalman step with the keyed reading', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
state: { x: { range: [-9, 9], init: 3, seen_by: [B] } }
actors:
  A:
    decide: { precision: 1 }
    utility: x
    beliefs: { x: normal(0, 2) }
    sees: { x: { noise: 1, drift: .5 } }
    actions: { go: {} }
  B:
    ${WAIT}
    actions: { go: {} }
outcomes: { yes: end(x > 1), no: otherwise }
`);
    const simulator = new Simulator(compile(scenario.model));
    const means: number[] = [];
    const n = 4000;
    for (let run = 0; run < n; run++) {
      simulator.begin(new Float64Array(0), runKey(seedKey('k'), run));
      simulator.openTurn();
      means.push(simulator.beliefs.describeState(0)[0]?.mean as number);
    }
    const gain = 4.25 / 5.25;
    expect(simulator.beliefs.describeState(0)[0]?.sd).toBeCloseTo(Math.sqrt(4.25 * (1 - gain)), 12);
    const mean = means.reduce((sum, value) => sum + value, 0) / n;
    expect(Math.abs(mean - 3 * gain)).toBeLessThan((3.3 * gain) / Math.sqrt(n));
  });
});

describe('what a run refuses', () => {
  it('division by zero, with its place', () => {
    const scenario = yaml(`
horizon: { turns: 2 }
state: { x: { range: [0, 1], init: 1 } }
actors:
  A:
    decide: { precision: 1 }
    utility: 1/x
    actions: { go: { effects: { x: -1 } } }
outcomes: { yes: end(x > .5), no: otherwise }
`);
    expect(() => playOnce(scenario)).toThrow(
      expect.objectContaining({
        code: 'play.division-by-zero',
        place: { path: 'actors.A.utility', line: 10, column: 15 },
      }),
    );
  });

  it('utilities that overflow', () => {
    const scenario = yaml(`
horizon: { turns: 1 }
state: { x: { range: [0, 1.0e+300], init: 1.0e+300 } }
actors:
  A:
    decide: { precision: 1 }
    utility: x*x
    actions: { go: {}, stay: {} }
outcomes: { yes: end(x > .5), no: otherwise }
`);
    expect(() => playOnce(scenario)).toThrow(expect.objectContaining({ code: 'play.not-finite' }));
  });
});
