import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actor, scenario } from './builder.ts';
import { scenarioForm, scenarioJsonSchema } from './form.ts';
import { prepareScenario, prepareScenarioText } from './scenario.ts';

const YAML = `
watchfloor: 1
id: duel
horizon: { turns: 2 }
parameters: { nerve: { dist: beta(2, 2), judgement: a 2024-01-01 } }
state: { peace: { range: [0, 1], init: 1 } }
actors:
  A:
    decide: { precision: 3 }
    utility: peace*nerve
    redlines: [{ id: low, when: peace < .5, unlocks: [strike] }]
    actions: { wait: {}, strike: { effects: { peace: -.5 } }, talk: { effects: { peace: +.1 } }, provoke: { effects: { peace: -.6 } } }
outcomes: { peace_holds: end(peace > .5), war: otherwise }
`;

const built = scenario({
  id: 'duel',
  horizon: { turns: 2 },
  parameters: { nerve: { dist: 'beta(2, 2)', judgement: 'a 2024-01-01' } },
  state: { peace: { range: [0, 1], init: 1 } },
  actors: {
    A: actor({
      decide: { precision: 3 },
      utility: 'peace*nerve',
      redlines: [{ id: 'low', when: 'peace < .5', unlocks: ['strike'] }],
      actions: {
        wait: {},
        strike: { effects: { peace: -0.5 } },
        talk: { effects: { peace: '+.1' } },
        provoke: { effects: { peace: -0.6 } },
      },
    }),
  },
  outcomes: { peace_holds: 'end(peace > .5)', war: 'otherwise' },
});

it('the builder and YAML make the same form', () => {
  expect(prepareScenario(built).hash).toBe(prepareScenarioText(YAML, 'duel.yaml').hash);
});

it('the published schema is the one of this version', () => {
  const file = new URL('../../../schemas/scenario.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(scenarioJsonSchema());
});

it('the schema accepts a scenario and refuses keys that it does not know', () => {
  expect(scenarioForm.safeParse(built).success).toBe(true);
  expect(scenarioForm.safeParse({ ...built, actorz: {} }).success).toBe(false);
});

it('changes parameters and initial values by name', () => {
  const changed = prepareScenario(built, { nerve: '.4', peace: '.2' });
  expect(changed.model.parameters[0]?.distribution).toEqual({ kind: 'fixed', value: 0.4 });
  expect(changed.model.variables[0]?.init).toEqual({ kind: 'number', value: 0.2 });
  expect(() => prepareScenario(built, { nerv: '1' })).toThrow(expect.objectContaining({ code: 'play.unknown-name' }));
});
