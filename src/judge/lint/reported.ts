import type { Span } from '../../model/index.ts';

/** Verbs by which a text passes on what somebody else says, in the forms that news and analysis use. */
const SAYS =
  'said|says|say|saying|told|tells|telling|argued|argues|argue|warned|warns|warn|warning|claimed|claims|claim|alleged|alleges|announced|announces|stated|states|added|adds|insisted|insists|testified|testifies|predicted|predicts|predict|suggested|suggests|noted|notes|wrote|writes|concluded|concludes|reported|reports|acknowledged|acknowledges|conceded|concedes|maintained|maintains|contended|contends|cautioned|cautions|declared|declares|vowed|vows|pledged|pledges|promised|promises|estimated|estimates|estimate|assessed|assesses|assess|judged|judges|explained|explains|asserted|asserts|denied|denies|hinted|hints|forecast|forecasts|believed|believes|believe|thought|thinks|think|feared|fears|fear|hoped|hopes|hope|expected|expects|expect|worried|worries|worry|recalled|asked|asks|replied|responded|quipped|joked|urged|urges|accused|accuses|called|calls|described|describes';
const ACCORDING =
  'according to|in the words of|in the view of|as reported by|as told by|told reporters|sources at|citing';
/** "I think", "we assess": the author's own words, and no report. */
const OWN = /\b(?:I|we|in my view|in our view|my|our)\b[^,.;]{0,30}$/i;
/** "is believed to", "are expected to": nobody is named who believes. */
const PASSIVE = /\b(?:is|are|was|were|been|be|being|widely|generally|commonly|long|often|to)\s+$/i;
/** "the report", "his claims" are things, "warning signs" too. */
const NOUN = /\b(?:the|a|an|his|her|its|their|this|that|these|those|such|of|new|latest|no|any|under|with|in|for)\s+$/i;

const SAYS_PATTERN = new RegExp(`(?<![\\p{L}])(?:${SAYS})(?![\\p{L}])`, 'giu');
/** Without a place of its own that a test would leave behind. */
const ANY_SAYS = new RegExp(SAYS_PATTERN.source, 'iu');
const ACCORDING_PATTERN = new RegExp(`(?<![\\p{L}])(?:${ACCORDING})(?![\\p{L}])`, 'iu');
/** A cue this near to the end of the sentence closes it: what stands before is what was said. */
const CLOSING_WORDS = /^[^.!?]{0,60}[.!?]?["”’]?\s*$/u;

/**
 * The part of a sentence in which, by its verbs, somebody else's words are passed on: behind "X says", or all of it
 * where "…, X said" or "according to X" frames it. Null where the author speaks. A guess by word order, without syntax.
 */
export const reportedPart = (sentence: string): Span | null => {
  if (ACCORDING_PATTERN.test(sentence)) return { start: 0, end: sentence.length };
  for (const match of sentence.matchAll(SAYS_PATTERN)) {
    const before = sentence.slice(0, match.index);
    if (OWN.test(before) || PASSIVE.test(before) || NOUN.test(before)) continue;
    const end = match.index + match[0].length;
    // "…, X said." and "…, X said, …" frame the whole sentence.
    const behind = sentence.slice(end);
    const closes = /[,”"’]\s*[^,”"]{1,60}$/u.test(before) && (CLOSING_WORDS.test(behind) || /^,/.test(behind));
    return { start: closes ? 0 : end, end: sentence.length };
  }
  return null;
};

const SOURCE =
  /(?<![\p{L}])(?:data|figures?|statistics|reports?|reported|estimates?|estimated|surveys?|polls?|census|study|studies|records?|published|official|officials|spokes(?:man|woman|person)|ministry|sources?|imagery|images|index|database|assessment|count(?:ed)?|tally|audit|budget)(?![\p{L}])/iu;

/** Whether words say or hint where what they tell is known from. */
export const namesSource = (words: string): boolean => {
  return ACCORDING_PATTERN.test(words) || SOURCE.test(words) || ANY_SAYS.test(words);
};
