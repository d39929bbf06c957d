import type { LintRule, Remark } from '../rule.ts';
import { isReported, matchesOf, phrasePattern } from '../sentence.ts';

const MODAL = '(?:may|might|could)';
const ADVERB = '(?:possibly|potentially|perhaps|conceivably|theoretically|maybe)';

/** "may possibly": the adverb says what the verb has said, and can go. */
const ADVERB_BEHIND = phrasePattern(
  `(${MODAL}(?: also| well| even| still| not)?)( ${ADVERB})(?! (?:as|with|by|in|on|at|because|after|before)\\b)`,
);
/** "possibly may". */
const ADVERB_BEFORE = phrasePattern(`(${ADVERB} )(${MODAL})`);
/** Two hedges of which neither can go without a choice. */
const OTHERS = phrasePattern(
  `(?:seems?|appears?) (?:that )?(?:\\S+ ){0,3}?${MODAL}(?: well)? (?:be|have|become)|(?:seems?|appears?) (?:to be )?(?:possible|likely|probable) (?:that )?(?:\\S+ ){0,4}?${MODAL}|${MODAL} (?:\\S+ )?(?:seem|appear) (?:to|likely|possible)|(?:seems?|appears?) to (?:possibly|perhaps|potentially|likely|probably)|it is (?:possible|likely|probable) that (?:\\S+ ){1,4}?${MODAL}|(?:somewhat|fairly|rather|quite|reasonably|relatively|pretty) (?:likely|unlikely|probable)|perhaps (?:possibly|likely|probably)|possibly (?:likely|probably)|(?:likely|probably) (?:may|might|could)|${MODAL} (?:likely|probably)`,
);

export const doubleHedge: LintRule = {
  id: 'double-hedge',
  level: 'warning',
  summary: 'two hedges on one statement',
  reason:
    'A second hedge does not make the estimate finer, it makes it unreadable: is “may possibly” less than “may”? “Could likely” even says two different things.',
  limits:
    '“May well” and “could even” are idiom. `--fix` drops the adverb of “may possibly”, “could potentially” and the like, which changes no meaning; where a choice is needed it only points.',
  fixable: true,
  example: {
    bad: 'The convoy may possibly reach the port on 3 May, and the escort could likely turn back.',
    good: 'The convoy may reach the port on 3 May, and the escort is likely to turn back.',
  },
  check: ({ sentences }) => {
    const droppable = [
      ...matchesOf(sentences, ADVERB_BEHIND).map((match) => ({ match, isBehind: true })),
      ...matchesOf(sentences, ADVERB_BEFORE).map((match) => ({ match, isBehind: false })),
    ].map(({ match: { sentence, index, span, words }, isBehind }): Remark & { readonly at: boolean } => {
      const raw = sentence.own.slice(index, index + span.end - span.start);
      const adverb = new RegExp(isBehind ? `\\s+${ADVERB}$` : `^${ADVERB}\\s+`, 'i').exec(raw)?.[0] ?? '';
      const kept = isBehind ? raw.slice(0, -adverb.length) : raw.slice(adverb.length);
      const start = isBehind ? span.end - adverb.length : span.start;
      // At the head of a sentence the capital would be lost.
      const isSafe = isBehind || index > 0;
      return {
        at: isReported(sentence, index),
        span,
        why: `“${words}” hedges twice; “${kept.replace(/\s+/g, ' ')}” says as much.`,
        remedy: `Drop “${adverb.trim()}”, or give the likelihood.`,
        ...(isSafe && { fix: [{ span: { start, end: start + adverb.length }, text: '' }] }),
      };
    });
    const others = matchesOf(sentences, OTHERS)
      .filter(({ sentence, index }) => !isReported(sentence, index))
      .map(({ span, words }) => ({
        span,
        why: `“${words}” hedges twice, and the two do not mean the same.`,
        remedy: 'Keep one: the word of your scale.',
      }));
    return [...droppable.filter(({ at }) => !at).map(({ at: _, ...remark }) => remark), ...others];
  },
};
