import type { DocumentKind, RemovedText } from '../../../model/index.ts';

/** A writer's own voice, outside quotations: reports do not speak so. */
const OWN_VOICE =
  /\b(?:my (?:assessment|view|judg(?:e)?ment|opinion|argument|guess|sense)|in my (?:view|opinion|judg(?:e)?ment|assessment|experience)|I (?:believe|argue|think|assess|submit|would argue|suspect|contend|doubt|fear|hope)|we (?:must|should|ought to|cannot afford to)|our (?:homeland|country|nation|adversaries|foes|enemies|leaders))\b/gi;
const OPINION_LABEL = /\b(?:opinion|op-ed|commentary|editorial)\b/i;
const CORRECTION = /^(?:correction|clarification)\b\s*[:(—-]/i;
const QUOTATION = /["“][^"“”]*["”]/g;
const SIGNS_NEEDED = 2;

/**
 * What kind of text it is, where only its wording can tell: an opinion that speaks in its writer's own voice (or stands
 * beside furniture of an opinion section), a correction that calls itself one. Null in all other cases.
 */
export const kindFromWording = (text: string, removed: readonly RemovedText[]): DocumentKind | null => {
  if (CORRECTION.test(text)) return 'correction';
  const own = text.replace(QUOTATION, ' ').match(OWN_VOICE)?.length ?? 0;
  const labelled = removed.some((line) => OPINION_LABEL.test(line.text)) ? 1 : 0;
  return own > 0 && own + labelled >= SIGNS_NEEDED ? 'opinion' : null;
};
