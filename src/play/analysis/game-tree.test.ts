import { describe, expect, it } from 'vitest';
import { quantalExtensive, quantalResponses } from '../classic/games/quantal-response.ts';
import { readEfg } from '../classic/games/read-efg.ts';
import { writeEfg } from '../classic/games/write-efg.ts';
import { yaml } from '../engine/play.fixture.ts';
import { playScenario } from '../engine/play.ts';
import { gameTree } from './game-tree.ts';
import { summarise } from './summary.ts';

/** Two sides in turn with chance, a red line and a shock; look-ahead 2 reaches to the end of the three moves that count. */
const LAMBDA = 3;
const text = (order: string) => `
horizon: { turns: 1 }
${order}
state: { x: { range: [-2, 2], init: 0 }, ladder: { ordinal: [low, middle, high], init: low } }
actors:
  A:
    decide: { precision: ${LAMBDA}, lookahead: 1 }
    utility: x - .8*rank(ladder)
    actions: { hold: {}, push: { effects: { x: +.6 }, chance: [{ p: .25, effects: { ladder: +1 } }] } }
  B:
    decide: { precision: ${LAMBDA}, lookahead: 1 }
    utility: -x - .5*rank(ladder)
    redlines: [{ id: line, when: x > .5, unlocks: [strike], audience_cost: .3 }]
    actions: { wait: {}, pull: { effects: { x: -.4 } }, strike: { effects: { x: -1, ladder: +1 } } }
outcomes: { fought: end(ladder >= middle), ahead: end(x > .3) and not fought, other: otherwise }
`;

describe('a scenario small enough, solved exactly', () => {
  it('in turn: the engine plays the logit quantal response of the exported game', async () => {
    const scenario = yaml(text('order: [A, B]'));
    const game = readEfg(writeEfg(gameTree(scenario.model)));
    const quantal = quantalExtensive(game);
    const chances = quantalResponses(quantal, [LAMBDA])[0]?.chances ?? [];
    const start = quantal.choosers.findIndex(({ actions }) => actions.includes('push'));
    const push = chances[start]?.[1] as number;
    const runs = 40_000;
    const played = await playScenario(scenario, { runs });
    const share = played.columns.choices.filter((choice, index) => index % 2 === 0 && choice === 1).length / runs;
    expect(Math.abs(share - push)).toBeLessThan(3.9 * Math.sqrt((push * (1 - push)) / runs));
    expect(summarise(played).outcomes.every(({ count }) => count > 0)).toBe(true);
  });

  it('at once: information sets hide what the other chooses in the same turn', () => {
    const game = gameTree(yaml(text('')).model);
    expect(quantalExtensive(game).choosers.map(({ actions }) => actions)).toEqual([
      ['hold', 'push'],
      ['wait', 'pull'],
    ]);
  });

  it('refuses trees that are too large, and hidden state', () => {
    expect(() => gameTree(yaml(text('order: [A, B]').replace('turns: 1', 'turns: 20')).model)).toThrow(
      expect.objectContaining({ code: 'play.too-large' }),
    );
    const hidden = text('')
      .replace('init: 0 }', 'init: 0, seen_by: [B] }')
      .replace('utility: x -', 'beliefs: { x: uniform(0, 1) }\n    utility: x -');
    expect(() => gameTree(yaml(hidden).model)).toThrow(expect.objectContaining({ code: 'play.bad-option' }));
  });
});
