import { describe, expect, it } from 'vitest';
import { parametersOfRun } from '../analysis/explain.ts';
import { prepareScenario } from '../language/scenario.ts';
import { yaml } from './play.fixture.ts';
import { playScenario } from './play.ts';
import { replaySide, SideGame } from './side-game.ts';
import { standardScenario } from './standard.fixture.ts';

const scenario = prepareScenario(standardScenario(1));

describe('playing one side', () => {
  it('a person who chooses as the engine would gets the engine’s run', async () => {
    const played = await playScenario(scenario, { runs: 20 });
    const run = 7;
    const game = new SideGame(scenario, 'A2', '1', run, parametersOfRun(scenario, played.manifest, run));
    const { actors, turns, outcomes } = scenario.model;
    for (let turn = 0; !game.over; turn++)
      game.take(
        actors[2]?.actions[played.columns.choices[(run * turns + turn) * actors.length + 2] as number]?.name ?? '',
      );
    expect(game.record().outcome).toBe(outcomes[played.columns.outcome[run] as number]?.name);
    expect(replaySide(scenario, game.record()).record()).toEqual(game.record());
  });

  it('shows what the side can see, and no more', () => {
    const secret = yaml(`
horizon: { turns: 2 }
order: [B, A]
state: { open: { range: [0, 9], init: 1 }, hidden: { range: [0, 9], init: 5, seen_by: [B] } }
actors:
  A: { decide: { precision: 1 }, utility: open, beliefs: { hidden: uniform(0, 4) }, actions: { wait: {}, late: { requires: open > 8 } } }
  B: { decide: { precision: 1 }, utility: hidden, actions: { work: { effects: { open: +1, hidden: +1 } } } }
observables:
  to_a: { title: smoke, hit: did(B.work), detect: 1, false_alarm: 0, seen_by: [A] }
  to_b: { title: a secret, hit: did(B.work), detect: 1, false_alarm: 0, seen_by: [B] }
outcomes: { high: end(hidden > 6), low: otherwise }
`);
    const game = new SideGame(secret, 'A', '1', 0, new Float64Array(0));
    expect(game.view().seen).toEqual([]);
    expect(game.view().state).toEqual([
      { name: 'open', about: null, value: '2', estimate: false },
      { name: 'hidden', about: null, value: '2', estimate: true },
    ]);
    expect(() => game.take('late')).toThrow(expect.objectContaining({ code: 'play.unknown-name' }));
    game.take('wait');
    expect(game.view().seen).toEqual(['smoke']);
    game.take('wait');
    expect(game.record()).toMatchObject({ actor: 'A', choices: ['wait', 'wait'], outcome: 'high' });
  });

  it('refuses a record of another scenario', () => {
    const game = new SideGame(scenario, 'A0', '1', 0, Float64Array.of(3, 3, 3, 3));
    expect(() => replaySide(prepareScenario(standardScenario(0)), game.record())).toThrow(
      expect.objectContaining({ code: 'play.bad-run-file' }),
    );
  });
});
