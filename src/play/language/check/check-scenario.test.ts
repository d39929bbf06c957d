import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScenarioForm } from '../form.ts';
import { checkScenarioText } from '../load.ts';
import { checkScenario } from './check-scenario.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

const base: ScenarioForm = {
  watchfloor: 1,
  id: 't',
  judgement: 'a 2024-01-01',
  horizon: { turns: 3 },
  state: { x: { range: [0, 1], init: 0 } },
  actors: { A: { decide: { precision: 1 }, utility: 'x', actions: { wait: {}, go: { effects: { x: '+.1' } } } } },
  outcomes: { high: 'end(x > .5)', low: 'otherwise' },
};

const messages = (change: Partial<ScenarioForm>): readonly string[] =>
  checkScenario({ ...base, ...change }).problems.map(({ severity, message }) => `${severity}: ${message}`);

describe('checking a scenario', () => {
  it('accepts the scenario of the design as it stands there', () => {
    const { model, problems } = checkScenarioText(fixture('contract.yaml'), 'contract.yaml');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(model?.actors[0]?.actions.map(({ name }) => name)).toEqual(['transfer_tech', 'nuclear_signal', 'hold']);
    expect(model?.parameters[1]?.distribution).toEqual({ kind: 'triangular', low: 0.2, mode: 0.5, high: 0.9 });
  });

  it('reports everything that is wrong in one pass, each with its place', async () => {
    const { model, problems } = checkScenarioText(fixture('faults.yaml'), 'faults.yaml');
    expect(model).toBeNull();
    const lines = problems.map(
      ({ line, column, severity, rule, message }) => `${line}:${column} ${severity} ${rule}: ${message}`,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/faults.txt');
  });

  it('finds what can never happen and outcomes that overlap beside expressions that it does not understand', () => {
    const redlines = [{ id: 'never', when: 'x > 2', unlocks: ['strike'] }];
    const actions = {
      wait: {},
      go: { effects: { x: '+.1', y: '+q' } },
      strike: { effects: { x: '=1' } },
      leave: { requires: 'x < 0' },
      maybe: { requires: 'y > .5' },
    };
    const found = messages({
      state: { x: { range: [0, 1], init: 0 }, y: { range: [0, 1], init: 0 } },
      actors: { A: { decide: { precision: 1 }, utility: 'xx + zz', redlines, actions } },
      outcomes: { a: 'ever(x > .5)', b: 'end(x > .2)', c: 'end(k > 1)', d: 'c and not a' },
    });
    expect(found.filter((message) => message.startsWith('error'))).toEqual([
      'error: actors.A.actions.go.effects.y: unknown name q.',
      'error: actors.A.utility: unknown name xx. Did you mean x?',
      'error: actors.A.utility: unknown name zz.',
      'error: outcomes.c: unknown name k.',
      'error: A.strike can never be chosen: the red lines that unlock it (never) can never be crossed.',
      'error: A.leave can never be chosen: its requires can never hold.',
      'error: a and b both hold when x ends at 0.5, ever(x > 0.5) holds. Make one of them `and not` the other.',
    ]);
  });

  it('tells an error in a definition once, not wherever it is used', () => {
    const define = { worth: 'x + unknown_thing', twice: '2*worth' };
    const actors = { A: { ...base.actors['A'], utility: 'worth + twice' } } as ScenarioForm['actors'];
    expect(messages({ define, actors })).toEqual(['error: define.worth: unknown name unknown_thing.']);
  });

  it('tells keys that stand twice beside everything else', () => {
    const text = `watchfloor: 1
id: t
judgement: a 2024-01-01
horizon: { turns: 1 }
state: { x: { range: [0, 1], init: 0 }, x: { range: [0, 1], init: 0 } }
actors:
  A: { decide: { precision: 1 }, utility: z, actions: { go: { effects: { x: +.1 } } } }
outcomes: { a: end(x > .5), b: otherwise }
`;
    expect(
      checkScenarioText(text, 'f.yaml').problems.map(({ line, column, message }) => [line, column, message]),
    ).toEqual([
      [5, 41, 'state.x stands twice; one of them needs another name, or must go.'],
      [7, 43, 'actors.A.utility: unknown name z.'],
    ]);
  });

  it('refuses numbers beyond all bounds', () => {
    expect(messages({ parameters: { p: { dist: 'normal(0, 1e400)' } } })).toContain(
      'error: parameters.p.dist: 1e400 is no finite number.',
    );
  });

  it('accepts its own base', () => {
    expect(messages({})).toEqual([]);
  });

  it('finds outcomes that overlap, with a witness', () => {
    expect(messages({ outcomes: { a: 'ever(x > .5)', b: 'end(x > .2)', c: 'otherwise' } })).toEqual([
      'error: a and b both hold when x ends at 0.5, ever(x > 0.5) holds. Make one of them `and not` the other.',
    ]);
  });

  it('finds a gap, with a witness', () => {
    expect(messages({ outcomes: { a: 'end(x > .5)', b: 'end(x < .5)' } })).toEqual([
      'error: no outcome holds when x ends at 0.5. Add an outcome `otherwise`.',
    ]);
  });

  it('does not take what cannot be for an overlap: having been above .7 is having been above .3', () => {
    expect(messages({ outcomes: { a: 'ever(x > .7)', b: 'ever(x > .3) and not a', c: 'not ever(x > .3)' } })).toEqual(
      [],
    );
  });

  it('finds options and red lines that can never come about', () => {
    const redlines = [{ id: 'never', when: 'x > 2', unlocks: ['strike'] }];
    const actions = {
      wait: {},
      go: { effects: { x: '+.1' } },
      strike: { effects: { x: '=1' } },
      leave: { requires: 'x < 0' },
    };
    expect(messages({ actors: { A: { decide: { precision: 1 }, utility: 'x', redlines, actions } } })).toEqual([
      'error: A.strike can never be chosen: the red lines that unlock it (never) can never be crossed.',
      'error: A.leave can never be chosen: its requires can never hold.',
      'warning: the red line never can never be crossed.',
    ]);
  });

  it('finds circles among outcomes and definitions', () => {
    expect(messages({ outcomes: { a: 'not b', b: 'not a', c: 'otherwise' } })).toEqual([
      'error: a → b → a is a circle: an outcome cannot refer to itself.',
    ]);
  });

  it('refuses correlations that no joint distribution can have', () => {
    const parameters = { a: { dist: 'uniform(0, 1)' }, b: { dist: 'uniform(0, 1)' }, c: { dist: 'uniform(0, 1)' } };
    const correlations: ScenarioForm['correlations'] = [
      { pair: ['a', 'b'], spearman: 0.9 },
      { pair: ['b', 'c'], spearman: 0.9 },
      { pair: ['a', 'c'], spearman: -0.9 },
    ];
    expect(messages({ parameters, correlations })[0]).toMatch(
      /^error: these correlations cannot all hold: with those before it, c cannot have b–c 0.9 \(Pearson 0.908\), a–c -0.9/,
    );
  });

  it('warns of numbers without a source, and of nothing else', () => {
    const { judgement: _, ...unsourced } = base;
    expect(checkScenario({ ...unsourced, define: {} }).problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'unsourced state.x',
      'unsourced actors.A.decide',
      'unsourced actors.A.actions.go',
    ]);
  });

  it('needs a belief about what an actor cannot see', () => {
    const state = { x: { range: [0, 1] as [number, number], init: 0, seen_by: [] } };
    expect(messages({ state })).toEqual([
      'error: actors.A cannot see x and needs a belief about it: beliefs: { x: … }.',
    ]);
  });

  it('stops definitions that would grow without bound', () => {
    const define = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`d${i}`, i === 0 ? 'x' : `d${i - 1} + d${i - 1}`]),
    );
    expect(
      messages({ define, outcomes: { a: 'end(d39 > 1)', b: 'otherwise' } }).some((message) =>
        message.includes('more than 20000 parts'),
      ),
    ).toBe(true);
  });
});

describe('hostile files', () => {
  it.each([
    ['not YAML', 'a: [1, 2', 'play.not-yaml'],
    ['a list', '- 1', 'structure'],
    ['nothing', '', 'play.not-yaml'],
    ['10,000 brackets deep', '['.repeat(10_000), 'play.too-deep'],
    ['10,000 dashes deep', '- '.repeat(10_000), 'play.too-deep'],
    ['500 blocks deep', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'play.too-deep'],
    ['larger than 4 MB', `a: ${'x'.repeat(5_000_000)}`, 'play.too-large'],
    [
      'an anchor bomb',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
      ].join('\n'),
      'play.too-large',
    ],
    ['an alias of itself', 'a: &a [*a]', 'play.not-yaml'],
  ])('%s: one clear error', (_, text, code) => {
    const attempt = () => checkScenarioText(text, 'f.yaml');
    if (code === 'structure') expect(attempt().problems.map(({ rule }) => rule)).toEqual(['structure']);
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  });

  it('keeps names of JavaScript objects apart from those of the scenario', () => {
    const { problems } = checkScenarioText(
      'watchfloor: 1\nid: t\nhorizon: { turns: 1 }\nstate: { __proto__: { range: [0, 1], init: 0 } }\nactors: {}\noutcomes: {}\n',
      'f.yaml',
    );
    expect(problems.every(({ message }) => !message.includes('undefined'))).toBe(true);
  });
});

describe('calls in flow mappings', () => {
  const distribution = (parameters: string) =>
    checkScenarioText(
      `watchfloor: 1\nid: t\njudgement: a 2024-01-01\nhorizon: { turns: 1 }\nparameters:\n${parameters}\nstate: { x: { range: [0, 1], init: p } }\nactors: { A: { decide: { precision: 1 }, utility: x, actions: { go: { effects: { x: -.1 } } } } }\noutcomes: { a: end(x > .5), b: otherwise }\n`,
      'f.yaml',
    );

  it.each([
    ['  p: { dist: triangular(.2, .5, .9), about: a (bracket, with commas) }'],
    ['  p: { dist: "triangular(.2, .5, .9)", about: "it\'s (open" }'],
    ['  p:\n    {\n      dist: triangular(.2,\n      .5,\n      .9),\n      about: broken by a formatter,\n    }'],
  ])('%s', (parameters) => {
    const { model } = distribution(parameters);
    expect(model?.parameters[0]?.distribution).toEqual({ kind: 'triangular', low: 0.2, mode: 0.5, high: 0.9 });
  });
});
