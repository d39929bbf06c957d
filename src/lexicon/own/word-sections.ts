import { z } from 'zod';
import { EVENT_TYPES } from '../../model/index.ts';
import { CONTENT_KINDS } from '../attribution-lexicon.ts';
import { bandOf, ICD_203 } from '../estimative/scale.ts';

// Sections of words: what tells an event, who says something, how likely it is.

const line = z.string().min(1);
const words = z.union([line, z.array(line).min(1)]);

/** Bands of ICD 203 by their words, and `none`. */
export const BAND_WORDS: readonly string[] = ['none', ...ICD_203.bands.flatMap(({ words }) => words)];

const frame = z
  .strictObject({
    verb: words.optional(),
    noun: words.optional(),
    object: words.optional(),
    subject: words.optional(),
    modifier: words.optional(),
    with: z.record(line, words).optional(),
    complement: line.optional(),
    target: words.optional(),
    source: words.optional(),
    reciprocal: z.boolean().optional(),
    place: z.boolean().optional(),
    patient: z.boolean().optional(),
  })
  .refine(({ verb, noun }) => verb !== undefined || noun !== undefined, {
    message: 'has neither verb nor noun; write which word tells the event',
  });

const cue = z
  .strictObject({ verb: words.optional(), noun: words.optional(), adjective: words.optional(), takes: words })
  .refine(({ verb, noun, adjective }) => verb ?? noun ?? adjective, {
    message: 'has no verb, noun or adjective; write which word makes somebody say something',
  });

const share = z.number().min(0).max(1);

const likelihood = z
  .strictObject({
    words,
    band: line.optional(),
    low: share.optional(),
    high: share.optional(),
    form: z.enum(['adverb', 'adjective', 'noun', 'verb']).optional(),
  })
  .refine(({ band, low, high }) => (band === undefined) !== (low === undefined || high === undefined), {
    message: 'needs either a band ("likely", "none") or low and high, from 0 to 1',
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, {
    message: 'has a low that is above its high',
  });

export const wordSections = {
  classes: z.record(line, words).optional(),
  nominalisations: z.record(line, words).optional(),
  events: z.partialRecord(z.enum([...EVENT_TYPES, 'none']), z.array(frame)).optional(),
  cues: z.array(cue).optional(),
  likelihoods: z.array(likelihood).optional(),
};

export type WordSections = z.infer<z.ZodObject<typeof wordSections>>;

/** Keys that may stand in an entry of these sections, for a guess at what was meant. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  events: Object.keys(frame.shape),
  cues: Object.keys(cue.shape),
  likelihoods: Object.keys(likelihood.shape),
};

export const CUE_KINDS: readonly string[] = CONTENT_KINDS;

export const bandWords = (word: string): { readonly low: number | null; readonly high: number | null } | undefined => {
  if (word.toLowerCase() === 'none') return { low: null, high: null };
  const band = bandOf(word);
  return band && { low: band.low, high: band.high };
};
