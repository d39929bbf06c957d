import { z } from 'zod';
import { FORECAST_OUTCOMES } from '../../../model/index.ts';

const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) });

export const originForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({
    kind: z.literal('scenario'),
    scenario: z.string(),
    outcome: z.string(),
    hash: z.string(),
    seed: z.string(),
    runs: z.number(),
  }),
  z.strictObject({
    kind: z.literal('words'),
    citation: z.strictObject({ document: z.string(), span, quote: z.string() }),
    phrase: z.string(),
    low: z.number(),
    high: z.number(),
    publication: z.string(),
  }),
]);

export const updateForm = z.strictObject({
  at: z.string(),
  author: z.string(),
  probability: z.number(),
  origin: originForm.optional(),
  note: z.string().optional(),
});

export const resolutionForm = z.strictObject({
  outcome: z.enum(FORECAST_OUTCOMES, `An outcome is ${FORECAST_OUTCOMES.join(', ')}`),
  at: z.string(),
  source: z.string(),
  by: z.string(),
});

export const forecastForm = z.strictObject({
  id: z.string().optional(),
  revision: z.number().int().min(1, 'A revision counts from 1').optional(),
  question: z.string(),
  criteria: z.string(),
  opens: z.string(),
  closes: z.string(),
  topics: z.array(z.string().min(1, 'A topic is empty')).optional(),
  updates: z.array(updateForm).optional(),
  resolution: resolutionForm.optional(),
});

export type ForecastForm = z.infer<typeof forecastForm>;
