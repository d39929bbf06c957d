import { beforeAll, describe, expect, it } from 'vitest';
import { yaml } from '../engine/play.fixture.ts';
import { type Played, playScenario } from '../engine/play.ts';
import { backcast } from './backcast.ts';
import { branchTree } from './branches.ts';
import { discoverOutcome, discoverTable, parseCondition } from './discovery.ts';
import { explainRun } from './explain.ts';
import { indicatorsFor } from './indicators.ts';
import { reweight } from './reweight.ts';
import { sensitivityOf } from './sensitivity.ts';
import { summarise } from './summary.ts';
import { compare } from './what-if.ts';

/** One secret: A acts on `nerve` alone; a good sensor and a useless one look on. */
const TEXT = `
horizon: { turns: 4 }
parameters:
  nerve: uniform(0, 1)
  idle: uniform(0, 1)
state: { done: { range: [0, 9], init: 0 } }
actors:
  A:
    decide: { rule: best }
    utility: if(turn == 1, (nerve - .6)*done, 0)
    actions: { hold: {}, strike: { requires: turn == 1, effects: { done: +1 } } }
  B:
    decide: { precision: 1 }
    utility: 0*idle
    actions: { left: {}, right: {} }
observables:
  good: { hit: done > 0, detect: .9, false_alarm: .1, lag: 1 }
  noise: { hit: done > 0, detect: .3, false_alarm: .3 }
outcomes: { war: end(done > 0), peace: otherwise }
`.replace(/: (uniform\(0, 1\))/g, ': { dist: $1 }');

let played: Played;
beforeAll(async () => {
  played = await playScenario(yaml(TEXT), { runs: 4000, replications: 4 });
});

describe('a summary', () => {
  it('tells the spread over parameters from Monte-Carlo error: here all of it is the parameters', () => {
    const [war] = summarise(played).outcomes;
    expect(war?.share).toBeCloseTo(0.4, 3);
    expect(war?.betweenShare).toBeCloseTo(1, 2);
    expect(war?.effectiveRuns).toBeCloseTo(1000, -1);
    expect(war?.medianTurn).toBe(1);
    expect(war?.incidence.map((share) => Number(share.toFixed(3)))).toEqual([0.4, 0.4, 0.4, 0.4]);
  });

  it('finds the one parameter that drives it', () => {
    const [war] = summarise(played).drivers;
    expect(war?.drivers[0]).toMatchObject({ parameter: 'nerve', lowThird: 0, highThird: 1 });
    expect(Math.abs(war?.drivers[1]?.difference ?? 1)).toBeLessThan(4 * (war?.drivers[1]?.error ?? 0));
  });
});

describe('indicators', () => {
  it('tell the good sensor from the useless one, with the ratios that its rates make', () => {
    // Read after turn 2 there has been one look at turn 1. All runs are open: peace is only decided at the end, war since turn 1, so read before turn 1 there is nothing.
    const report = indicatorsFor(played, 'peace', 0);
    expect(report.openRuns).toBe(4000);
    expect(report.each.every(({ seen }) => seen === 0)).toBe(true);
  });

  it('weigh evidence by Bayes: one look of the good sensor', () => {
    const { outcomes, effectiveRuns, resimulate } = reweight(played, [
      { observable: 'good', turn: 2, seen: true, weight: 1 },
    ]);
    const prior = summarise(played).outcomes[0]?.share as number;
    const posterior = (prior * 0.9) / (prior * 0.9 + (1 - prior) * 0.1);
    expect(outcomes[0]?.after).toBeCloseTo(posterior, 10);
    expect(resimulate).toBe(false);
    // Kish: (Σw)²/Σw² with weights .9 and .1.
    const [n, m] = [prior * 4000, (1 - prior) * 4000];
    expect(effectiveRuns).toBeCloseTo((n * 0.9 + m * 0.1) ** 2 / (n * 0.81 + m * 0.01), 6);
  });

  it('a source of half weight moves half as far in log odds', () => {
    const logOdds = (p: number): number => Math.log(p / (1 - p));
    const posterior = (weight: number): number =>
      reweight(played, [{ observable: 'good', turn: 2, seen: false, weight }]).outcomes[0]?.after as number;
    const before = summarise(played).outcomes[0]?.share as number;
    expect((logOdds(posterior(0.5)) - logOdds(before)) * 2).toBeCloseTo(logOdds(posterior(1)) - logOdds(before), 9);
    expect(posterior(0)).toBeCloseTo(before, 12);
  });

  it.each([
    [{ observable: 'goood', turn: 2, seen: true, weight: 1 }, 'play.unknown-name'],
    [{ observable: 'good', turn: 9, seen: true, weight: 1 }, 'play.bad-option'],
    [{ observable: 'good', turn: 1, seen: true, weight: 1 }, 'play.bad-option'],
    [{ observable: 'good', turn: 2, seen: true, weight: 2 }, 'play.bad-option'],
  ])('refuse %o', (evidence, code) => {
    expect(() => reweight(played, [evidence])).toThrow(expect.objectContaining({ code }));
  });
});

describe('what-if', () => {
  it('pairs runs: what nothing touches does not change at all', async () => {
    const other = await playScenario(yaml(TEXT.replace('nerve - .6', 'nerve - .5')), { runs: 4000, replications: 4 });
    const { changed, outcomes } = compare(played, other);
    expect(changed).toBeCloseTo(0.1, 3);
    expect(outcomes[0]?.difference).toBeCloseTo(0.1, 3);
    expect(outcomes[0]?.interval.low).toBeGreaterThan(0.08);
    expect(compare(played, played).changed).toBe(0);
  });

  it('refuses plays that share no noise', async () => {
    const other = await playScenario(yaml(TEXT), { runs: 4000, replications: 4, seed: '2' });
    expect(() => compare(played, other)).toThrow(expect.objectContaining({ code: 'play.misaligned-samples' }));
  });
});

describe('sensitivity', () => {
  it('gives all to the one parameter that matters', async () => {
    const { sobol, tornado } = await sensitivityOf(yaml(TEXT), 'war', { points: 256, replications: 2 });
    expect(sobol?.map(({ name }) => name)).toEqual(['nerve', 'idle']);
    expect(sobol?.[0]?.total.value).toBeCloseTo(1, 1);
    expect(sobol?.[1]?.total.value).toBeCloseTo(0, 5);
    expect(tornado.bars.map(({ parameter, atLow, atHigh }) => [parameter, atLow, atHigh])).toEqual([
      ['nerve', 0, 1],
      ['idle', 0, 0],
    ]);
  });

  it('refuses plain Sobol on correlated inputs, and takes groups or PAWN', async () => {
    const tied = yaml(TEXT.replace('state:', 'correlations: [{ pair: [nerve, idle], spearman: .5 }]\nstate:'));
    await expect(sensitivityOf(tied, 'war', { points: 64, replications: 1 })).rejects.toMatchObject({
      code: 'play.correlated-inputs',
    });
    const { sobol } = await sensitivityOf(tied, 'war', { points: 64, replications: 1, method: 'groups' });
    expect(sobol?.map(({ name }) => name)).toEqual(['nerve + idle']);
    const { pawn } = await sensitivityOf(tied, 'war', { points: 512, replications: 1, method: 'pawn' });
    expect(pawn?.[0]?.name).toBe('nerve');
    expect(pawn?.[0]?.median).toBeGreaterThan(3 * (pawn?.[0]?.noise ?? 1));
  });

  it('is the same with one worker or two', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map((workers) => sensitivityOf(yaml(TEXT), 'war', { points: 64, replications: 2, workers })),
    );
    expect(two).toEqual(one);
  });
});

describe('discovery', () => {
  it('recovers the bound', () => {
    const { suggested } = discoverOutcome(played, 'war');
    expect(suggested.limits.map(({ name }) => name)).toEqual(['nerve']);
    expect(Math.abs((suggested.limits[0]?.low ?? 0) - 0.6)).toBeLessThan(0.05);
    expect(suggested.density).toBeGreaterThan(0.95);
  });

  it('works on any table', () => {
    const x = Float64Array.from({ length: 400 }, (_, i) => i / 400);
    const y = x.map((value) => value * 2);
    const { suggested, interest } = discoverTable({ names: ['x', 'y'], columns: [x, y] }, 'y', '> 1.5', '1');
    expect(interest).toBe('y > 1.5');
    expect(suggested.limits[0]?.low).toBeCloseTo(0.75, 1);
    expect(() => parseCondition('about 3')).toThrow(expect.objectContaining({ code: 'play.bad-option' }));
  });
});

describe('paths', () => {
  it('the tree of a side adds up', () => {
    const tree = branchTree(played, 'A', { depth: 1 });
    expect(tree.children.map(({ action, runs, outcomes }) => [action, runs, outcomes])).toEqual([
      ['hold', 2400, [0, 1]],
      ['strike', 1600, [1, 0]],
    ]);
  });

  it('backcasting finds the choice that makes the outcome', () => {
    const { runs, marks, ways } = backcast(played, 'war');
    expect(runs).toBe(1600);
    expect(marks[0]).toMatchObject({ actor: 'A', action: 'strike', inside: 1, outside: 0 });
    expect(ways[0]?.since).toBe(1);
  });

  it('an explained run is the run that was played', () => {
    const run = played.columns.outcome.indexOf(0);
    const account = explainRun(played.scenario, played.manifest, run);
    expect(account.outcome).toBe('war');
    expect(account.turns[0]?.choices[0]).toMatchObject({ actor: 'A', chosen: 'strike' });
    const { model } = played.scenario;
    account.turns.forEach(({ choices }, turn) => {
      choices.forEach(({ chosen }, actor) => {
        const kept = played.columns.choices[(run * model.turns + turn) * model.actors.length + actor] as number;
        expect(model.actors[actor]?.actions[kept]?.name).toBe(chosen);
      });
    });
  });
});
