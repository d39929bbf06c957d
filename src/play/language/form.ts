import { z } from 'zod';
import { FORM_VERSION } from './form-version.ts';

const expression = z
  .union([z.string(), z.number(), z.boolean()])
  .describe(
    'An expression: numbers, names, + - * /, comparisons, and/or/not, did(A.x), ever(…), crossed(line), rank, min, max, clamp, abs, if(c, a, b)',
  );
const provenance = {
  source: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Ids of the claims that the numbers here rest on'),
  judgement: z.string().optional().describe('Who judged, and when: `analyst-a 2024-06-18`'),
  about: z.string().optional().describe('In a sentence, what this is'),
};
const effects = z.record(z.string(), expression).describe('State variable → `+amount`, `-amount` or `=value`');
const distribution = z
  .string()
  .describe('uniform, normal, lognormal, beta, triangular, pert, discrete or empirical, as in beta(4, 2)');

const parameter = z.union([
  z.number(),
  z.strictObject({
    dist: distribution.optional(),
    value: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    ...provenance,
  }),
]);
const variable = z.strictObject({
  range: z.tuple([z.number(), z.number()]).optional(),
  ordinal: z.array(z.string()).optional(),
  init: expression,
  seen_by: z.array(z.string()).optional(),
  ...provenance,
});
const action = z.strictObject({
  title: z.string().optional(),
  requires: expression.optional(),
  effects: effects.optional(),
  chance: z.array(z.strictObject({ p: expression, effects, ...provenance })).optional(),
  ...provenance,
});
const redline = z.strictObject({
  id: z.string(),
  when: expression,
  unlocks: z.array(z.string()).optional(),
  audience_cost: expression.optional(),
  ...provenance,
});
const actor = z.strictObject({
  title: z.string().optional(),
  decide: z.strictObject({
    rule: z.enum(['logit', 'best']).optional(),
    precision: expression.optional(),
    lookahead: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  }),
  beliefs: z
    .record(z.string(), distribution)
    .optional()
    .describe('Parameter or hidden state variable → what this actor believes of it'),
  sees: z
    .record(z.string(), z.strictObject({ noise: z.number(), drift: z.number().optional() }))
    .optional()
    .describe('Hidden state variables that this actor reads each turn with normal error'),
  utility: expression,
  redlines: z.array(redline).optional(),
  actions: z.record(z.string(), action),
  ...provenance,
});
const shock = z.strictObject({
  p: expression,
  when: expression.optional(),
  effects,
  once: z.boolean().optional(),
  title: z.string().optional(),
  ...provenance,
});
const observable = z.strictObject({
  title: z.string().optional(),
  hit: expression,
  detect: expression,
  false_alarm: expression,
  lag: z.number().int().optional(),
  seen_by: z.array(z.string()).optional(),
  ...provenance,
});

/** The versioned form of a scenario: what the YAML says, what the builder makes, what the JSON Schema describes. */
export const scenarioForm = z.strictObject({
  watchfloor: z.literal(FORM_VERSION),
  id: z.string(),
  title: z.string().optional(),
  horizon: z.strictObject({ turns: z.number().int(), step: z.string().optional(), start: z.string().optional() }),
  order: z.array(z.string()).optional().describe('Actors in the order they move; without it all choose at once'),
  parameters: z.record(z.string(), parameter).optional(),
  correlations: z
    .array(z.strictObject({ pair: z.tuple([z.string(), z.string()]), spearman: z.number(), ...provenance }))
    .optional(),
  define: z.record(z.string(), expression).optional().describe('Named expressions'),
  state: z.record(z.string(), variable),
  actors: z.record(z.string(), actor),
  shocks: z.record(z.string(), shock).optional(),
  observables: z.record(z.string(), observable).optional(),
  stop: expression.optional().describe('The run ends early when this holds at the end of a turn'),
  outcomes: z.record(z.string(), expression).describe('Exclusive and exhaustive; `otherwise` is everything else'),
  ...provenance,
});

export type ScenarioForm = z.input<typeof scenarioForm>;

/** The JSON Schema that `schemas/scenario.schema.json` publishes for editors. */
export const scenarioJsonSchema = (): Record<string, unknown> => ({
  title: 'Watchfloor scenario',
  ...z.toJSONSchema(scenarioForm, { target: 'draft-2020-12', io: 'input' }),
});
