import { bandOf, type OwnLikelihood } from '../../../lexicon/index.ts';
import { type Attribution, contains, type Likelihood, overlaps, type Span } from '../../../model/index.ts';
import type { AnnotatedSentence, Annotation } from '../../annotate/annotation.ts';
import { isIdle } from './idle-words.ts';
import { isDeniedOutside } from './negation.ts';
import { NUMERIC_RULES } from './numeric.ts';
import { type Band, type LikelihoodPhrase, PHRASES } from './phrases.ts';
import { scopeOf } from './scope.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly form: LikelihoodPhrase['form'];
  readonly band: (match: RegExpExecArray) => Band | null;
  readonly name: string;
}

const compiled = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${pattern.replaceAll(' ', '\\s')})(?![\\p{L}\\d])`, 'giu');

const RULES: readonly Rule[] = [
  ...NUMERIC_RULES.map(({ pattern, band }) => ({
    pattern: compiled(pattern),
    form: 'noun' as const,
    band,
    name: 'number',
  })),
  ...PHRASES.map(({ pattern, band, form }) => ({
    pattern: compiled(pattern),
    form,
    band: () => band,
    name: band ? 'ICD203' : 'no-band',
  })),
];

/** Every match of a rule holds one of these: a quick look tells which rules can match at all. */
const STEMS =
  'likel probab certain chance odds possib rule ruling exclud may might could perhaps remote potential conceiv plausib doubt presum assess judged rat inevit risk fifty 50 considered regarded seen prospect danger assured guaranteed sure bound bet question unthink cards definite'.split(
    ' ',
  );
const stemsIn = (words: string): readonly string[] => {
  const lower = words.toLowerCase();
  return STEMS.filter((stem) => lower.includes(stem));
};
const RULES_BY_STEM = RULES.map((rule) => ({ rule, stems: new Set(stemsIn(rule.pattern.source)) }));

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The analyst's own phrases, tried before all others. */
const ownRules = (own: readonly OwnLikelihood[]): readonly Rule[] =>
  own.map(({ phrase, low, high, form }) => {
    const band = low === null || high === null ? null : { low, high };
    return { pattern: compiled(escaped(phrase.trim()).replaceAll(/\s+/g, ' ')), form, band: () => band, name: 'own' };
  });

interface Match extends Span {
  readonly rule: Rule;
  readonly band: Band | null;
  readonly order: number;
}

const matchesIn = (text: string, sentence: AnnotatedSentence, own: readonly Rule[]): Match[] => {
  const words = text.slice(sentence.start, sentence.end);
  const present = stemsIn(words);
  const shipped = RULES_BY_STEM.filter(({ stems }) => stems.size === 0 || present.some((stem) => stems.has(stem))).map(
    ({ rule }) => rule,
  );
  const rules = [...own, ...shipped];
  const all = rules.flatMap((rule, order) =>
    [...words.matchAll(rule.pattern)].map((match) => {
      const start = sentence.start + match.index;
      return { rule, band: rule.band(match as RegExpExecArray), start, end: start + match[0].length, order };
    }),
  );
  return all
    .filter(({ rule, start, end }) => !isIdle(text, sentence, { start, end }, rule.form))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
};

const PLAIN = /^(?:likely|probable)$/i;
const UNLIKELY = bandOf('unlikely') as Band;

export interface FoundLikelihood extends Likelihood {
  readonly rule: string;
}

/** "He does not rule out …", "is unsure whether …": the words of likelihood are the cue itself. */
const estimatorAt = (
  span: Span,
  form: LikelihoodPhrase['form'],
  attributions: readonly Attribution[],
): Attribution | undefined =>
  form === 'verb' || form === 'adjective'
    ? attributions.find(({ cue, speaker }) => speaker !== undefined && cue.some((words) => overlaps(words, span)))
    : undefined;

/** The innermost attribution around the words. */
const voiceAt = (span: Span, attributions: readonly Attribution[]): Attribution | undefined => {
  let best: Attribution | undefined;
  for (const attribution of attributions)
    if (
      attribution.content.some((part) => contains(part, span)) &&
      (!best || length(attribution.content) < length(best.content))
    )
      best = attribution;
  return best;
};

/** What is estimated, without the words of who says so: ", according to Shin". */
const withoutSpeaker = (about: Span, voice: Attribution | undefined): Span => {
  let { start, end } = about;
  const own = voice ? [...voice.source, ...voice.cue] : [];
  for (const part of voice?.content ?? []) {
    if (!overlaps(part, about)) continue;
    if (own.some((words) => words.start >= part.end && words.start < end) && !inLaterPart(voice, part, end))
      end = part.end;
    if (own.some((words) => words.end <= part.start && words.end > start) && !inEarlierPart(voice, part, start))
      start = part.start;
  }
  return start < end ? { start, end } : about;
};

const inLaterPart = (voice: Attribution | undefined, part: Span, offset: number): boolean =>
  (voice?.content ?? []).some(({ start, end }) => start > part.end && start < offset && offset <= end);

const inEarlierPart = (voice: Attribution | undefined, part: Span, offset: number): boolean =>
  (voice?.content ?? []).some(({ start, end }) => end < part.start && start <= offset && offset < end);

const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * Every statement of likelihood, with the band of ICD 203 where its words have one, the words it is about and whose
 * estimate it is: the speaker of the innermost attribution around it, or the author.
 */
export const findLikelihoods = (
  annotation: Annotation,
  attributions: readonly Attribution[],
  own: readonly OwnLikelihood[] = [],
): readonly FoundLikelihood[] => {
  const { text } = annotation;
  const rules = ownRules(own);
  return annotation.sentences.flatMap((sentence) => {
    const found: FoundLikelihood[] = [];
    let free = sentence.start;
    for (const { rule, band, start, end } of matchesIn(text, sentence, rules)) {
      if (start < free) continue;
      free = end;
      const span = { start, end };
      const denied = PLAIN.test(text.slice(start, end)) && isDeniedOutside(sentence, span);
      const { low, high } = (denied ? UNLIKELY : band) ?? { low: null, high: null };
      const voice = estimatorAt(span, rule.form, attributions) ?? voiceAt(span, attributions);
      found.push({
        span,
        phrase: text.slice(start, end),
        scale: 'ICD203',
        low,
        high,
        about: withoutSpeaker(scopeOf(sentence, span, rule.form), voice),
        holder: voice?.speaker ?? 'author',
        rule: rule.name,
      });
    }
    return found;
  });
};
