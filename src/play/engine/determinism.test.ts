import { describe, expect, it } from 'vitest';
import { summarise } from '../analysis/summary.ts';
import type { ScenarioForm } from '../language/form.ts';
import { prepareScenario } from '../language/scenario.ts';
import { type Played, playScenario } from './play.ts';
import { decodeRuns, encodeRuns } from './run-file.ts';
import { standardScenario } from './standard.fixture.ts';

const bits = ({ columns, histogram, points, runs }: Played) => JSON.stringify([columns, histogram, points, runs]);

const scenario = prepareScenario(standardScenario(1));

describe('same input, same output', () => {
  it('with one worker or two', async () => {
    const [one, two] = await Promise.all([
      playScenario(scenario, { runs: 1500, workers: 1 }),
      playScenario(scenario, { runs: 1500, workers: 2, inlineUpToMs: -1 }),
    ]);
    expect(bits(two)).toBe(bits(one));
  });

  it('with another seed: other runs', async () => {
    const [one, two] = await Promise.all([
      playScenario(scenario, { runs: 500 }),
      playScenario(scenario, { runs: 500, seed: '2' }),
    ]);
    expect(bits(two)).not.toBe(bits(one));
  });

  it('after an option, an actor, a shock and a parameter are added that change nothing', async () => {
    const form = standardScenario(1);
    const extended: ScenarioForm = {
      ...form,
      parameters: { aaa: { dist: 'uniform(0, 1)' }, ...form.parameters },
      actors: {
        ...form.actors,
        A1: {
          ...(form.actors.A1 as ScenarioForm['actors'][string]),
          actions: { ...form.actors.A1?.actions, late: { requires: 'turn > 11 and x0 > x0 + .5*aaa' } },
        },
      },
      shocks: { calm: { p: 0.5, effects: { x0: '+0' } } },
    };
    const [one, two] = await Promise.all([
      playScenario(scenario, { runs: 1000 }),
      playScenario(prepareScenario(extended), { runs: 1000 }),
    ]);
    expect(two.columns.choices).toEqual(one.columns.choices);
    expect(two.columns.outcome).toEqual(one.columns.outcome);
  });

  it('in one go or stopped and resumed from a file', async () => {
    const controller = new AbortController();
    const stopped = await playScenario(scenario, {
      runs: 3000,
      signal: controller.signal,
      progress: (done) => {
        if (done >= 1000) controller.abort();
      },
    });
    expect(stopped.manifest).toMatchObject({ runs: 3000, completed: 1000 });
    expect(summarise(stopped).outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    const resumed = await playScenario(scenario, {
      runs: 3000,
      resume: decodeRuns(Buffer.from(encodeRuns(stopped)), 'r.wfruns'),
    });
    expect(bits(resumed)).toBe(bits(await playScenario(scenario, { runs: 3000 })));
  });

  it('does not resume the runs of another seed', async () => {
    const resume = await playScenario(scenario, { runs: 500 });
    await expect(playScenario(scenario, { runs: 500, seed: '2', resume })).rejects.toMatchObject({
      code: 'play.bad-run-file',
    });
  });

  it('refuses run files that are damaged', async () => {
    const file = encodeRuns(await playScenario(scenario, { runs: 500 }));
    expect(() => decodeRuns(file.subarray(0, 4), 'r')).toThrow(expect.objectContaining({ code: 'play.bad-run-file' }));
    expect(() => decodeRuns(file.subarray(0, file.length - 1000), 'r')).toThrow(/cut off/);
    expect(() => decodeRuns(new Uint8Array(100), 'r')).toThrow(/does not begin/);
  });

  it('errors in workers keep their code', async () => {
    const form = standardScenario(0);
    const broken = prepareScenario({
      ...form,
      actors: {
        ...form.actors,
        A0: { ...(form.actors.A0 as ScenarioForm['actors'][string]), utility: '1/max(x0 - .95, 0)' },
      },
    });
    await expect(playScenario(broken, { runs: 1000, workers: 2, inlineUpToMs: -1 })).rejects.toMatchObject({
      code: 'play.division-by-zero',
    });
  });

  it.each([{ runs: -1 }, { runs: 1.5 }, { runs: Number.NaN }, { workers: 0 }, { replications: 0 }])(
    'refuses %o',
    async (options) => {
      await expect(playScenario(scenario, options)).rejects.toMatchObject({ code: 'play.bad-option' });
    },
  );
});
