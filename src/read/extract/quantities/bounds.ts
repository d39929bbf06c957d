import type { Bound } from '../../../model/index.ts';

const AT_LEAST =
  'at least|at minimum|at the least|no fewer than|not fewer than|no less than|not less than|(?:well |far |much |slightly |just |a little )?(?:more than|over|above)|exceeding|upwards? of|in excess of|a minimum of|minimum of|greater than|north of|as few as|as little as|surpassing|topping|starting at';
const AT_MOST =
  'up to|as many as|as much as|as high as|as far as|as long as|no more than|not more than|at most|at the most|a maximum of|maximum of|(?:well |far |just |slightly )?(?:fewer than|less than|under|below)|not exceeding|a ceiling of|no longer than|no greater than|capped at|limited to|a cap of|a limit of';
const ABOUT =
  'about|around|some|roughly|approximately|approx\\.?|circa|c\\.|ca\\.|nearly|almost|close to|an estimated|estimated(?: at)?|in the region of|somewhere around|in the order of|on the order of|nearing|approaching|an average of|~|≈';
const EXACT = 'exactly|precisely|only|just|all|a total of|the|these|those|another|an additional|additional';

const CUES: readonly (readonly [Bound, string])[] = [
  ['at least', AT_LEAST],
  ['at most', AT_MOST],
  ['about', ABOUT],
  ['exact', EXACT],
];

const patterns = CUES.map(([bound, words]) => [bound, new RegExp(`(?:^|[^\\p{L}])(${words})\\s?$`, 'iu')] as const);

const SIGNS: readonly (readonly [RegExp, Bound])[] = [
  [/(>=?|≥)\s?$/, 'at least'],
  [/(<=?|≤)\s?$/, 'at most'],
];

/** "Over the border" and "under 12 articles of law" are no bounds, but before a figure they nearly always are. */
export interface BoundCue {
  readonly bound: Bound;
  /** Characters that the cue takes before the number. */
  readonly length: number;
}

/** The longest words of a bound at the end of the text: "no more than" before "more than". */
const longestCue = (text: string): { readonly bound: Bound; readonly match: RegExpExecArray } | undefined =>
  [...SIGNS.map(([pattern, bound]) => [bound, pattern] as const), ...patterns]
    .flatMap(([bound, pattern]) => {
      const match = pattern.exec(text);
      return match ? [{ bound, match }] : [];
    })
    .sort((a, b) => (b.match[1]?.length ?? 0) - (a.match[1]?.length ?? 0))[0];

/** "Handed over 100 carriers": the word belongs to the verb. */
const PARTICLE_VERB =
  /\b(?:hand|tak|took|turn|carr|pass|sign|pull|sw[ae]p|mull|fight|fought|vote|clash|split|row|dispute)\p{L}*\s?$/iu;

/** The bound that the words before a number set, reading through "up to about" to the outermost cue. */
export const boundBefore = (before: string): BoundCue => {
  let rest = before;
  let result: Bound | undefined;
  for (;;) {
    const cue = longestCue(rest);
    if (!cue || (cue.bound === 'exact' && result !== undefined)) break;
    const start = cue.match.index + cue.match[0].length - cue.match[0].trimStart().length;
    const word = cue.match[1] as string;
    if (/^(?:over|under|up)/i.test(word) && PARTICLE_VERB.test(rest.slice(0, rest.length - cue.match[0].length + 1)))
      break;
    rest = rest.slice(0, rest.lastIndexOf(word, start + cue.match[0].length));
    if (result === undefined || result === 'about' || result === 'exact') result = cue.bound;
    if (cue.bound === 'exact') break;
  }
  const kept = result === undefined || result === 'exact' ? before.length : rest.length;
  return { bound: result ?? 'exact', length: before.length - kept };
};

const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^\s*(?:or more|or greater|or higher|and above|and up|plus\b|at (?:the )?(?:least|minimum))/i, 'at least'],
  [/^\s*(?:or (?:fewer|less|lower)|and below|at (?:the )?(?:most|maximum))\b/i, 'at most'],
  [/^\s*or so\b/i, 'about'],
];

/** The bound that words behind the number or its unit set: "300 or more", "a week or so". */
export const boundAfter = (after: string): BoundCue | undefined => {
  for (const [pattern, bound] of AFTER) {
    const match = pattern.exec(after);
    if (match) return { bound, length: match[0].length };
  }
  return undefined;
};
