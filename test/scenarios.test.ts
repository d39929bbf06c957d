import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkScenarioText, playScenario, prepareScenarioText, scenarioForm, summarise } from '../src/play/index.ts';

const folder = new URL('../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('has no error and no warning', () => {
    expect(checkScenarioText(text, name).problems).toEqual([]);
  });

  it('fits the published schema', () => {
    expect(scenarioForm.safeParse(prepareScenarioText(text, name).form).error).toBeUndefined();
  });

  it('has a page of results', () => {
    expect(readFileSync(new URL(`../docs/scenarios/${name.replace('.yaml', '.md')}`, import.meta.url), 'utf8')).toMatch(
      /watchfloor play/,
    );
  });

  it('ends in exactly one outcome each run, and no outcome takes all', async () => {
    const { outcomes } = summarise(await playScenario(prepareScenarioText(text, name), { runs: 200 }));
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(200);
    expect(outcomes.filter(({ count }) => count > 0).length).toBeGreaterThan(2);
  });
});

it('the scenario that docs/play.md shows has no error and no warning', () => {
  const page = readFileSync(new URL('../docs/play.md', import.meta.url), 'utf8');
  const shown = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] as string);
  const whole = shown.find((text) => text.includes('id: border')) as string;
  expect(checkScenarioText(whole, 'docs/play.md').problems).toEqual([]);
});

it('the case of the sample article is modelled in full', () => {
  const { model } = prepareScenarioText(readFileSync(new URL('russia-dprk.yaml', folder), 'utf8'), 'russia-dprk.yaml');
  expect(model.actors.length).toBeGreaterThanOrEqual(6);
  expect(model.actors.flatMap(({ actions }) => actions).length).toBeGreaterThanOrEqual(25);
  expect(model.observables.length).toBeGreaterThanOrEqual(8);
  expect(model.lines.length).toBeGreaterThanOrEqual(3);
  expect(model.variables.filter(({ levels }) => levels !== null).length).toBeGreaterThanOrEqual(2);
});

/** docs/scenarios/deterrence.md solves this game by hand; the engine must agree within Monte-Carlo error. */
it('plays the deterrence game as solved by hand', async () => {
  const text = readFileSync(new URL('deterrence.yaml', folder), 'utf8');
  const precision = 8;
  const logit = (a: number, b: number): number => 1 / (1 + Math.exp(-precision * (a - b)));
  for (const fightD of [0.3, 0.8, 1.1]) {
    const resist = logit(0.5 - fightD, -0.3);
    const challenge = logit(resist * (0.5 - 0.6) + (1 - resist) * 1, 0);
    const expected = { fight: challenge * resist, concession: challenge * (1 - resist), status_quo: 1 - challenge };
    const { outcomes } = summarise(
      await playScenario(prepareScenarioText(text, 'd.yaml', { fight_d: String(fightD) }), { runs: 20_000 }),
    );
    for (const { name, share } of outcomes) {
      const p = expected[name as keyof typeof expected];
      expect(Math.abs(share - p)).toBeLessThan(3.9 * Math.sqrt((p * (1 - p)) / 20_000) + 1e-9);
    }
  }
});
