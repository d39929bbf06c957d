import { estimativeWords } from '../estimative-words.ts';
import type { LintRule } from '../rule.ts';
import { matchesOf, phrasePattern } from '../sentence.ts';

const CONFIDENCE = phrasePattern(
  '(?:very )?(?:low|moderate|medium|high)(?:(?: |-)to(?: |-)(?:moderate|medium|high))?(?: |-)(?:level of |degree of )?confidence|confidence (?:in this|in that|in it)?\\s*(?:level )?(?:is|remains) (?:low|moderate|medium|high)',
);

export const likelihoodAndConfidence: LintRule = {
  id: 'likelihood-and-confidence',
  level: 'warning',
  summary: 'a likelihood and a level of confidence in one sentence',
  reason:
    'Likelihood says how probable the thing is, confidence how good the grounds for saying so are. In one sentence readers multiply them, and ICD 203 (D.6.e.(2)(a)) asks to keep them apart.',
  limits: 'Both must stand outside quotations. “Confidence” without a level is a word like others.',
  fixable: false,
  example: {
    bad: 'We assess with high confidence that an attack is unlikely before spring.',
    good: 'An attack is unlikely before spring. Our confidence in this judgement is high: three documents of different origin bear it out.',
  },
  check: ({ sentences, scales }) => {
    const likelihoods = estimativeWords(sentences, scales);
    return matchesOf(sentences, CONFIDENCE).flatMap(({ sentence, span, words }) => {
      const likelihood = likelihoods.find((word) => word.sentence === sentence);
      return likelihood
        ? [
            {
              span,
              why: `“${words}” and “${likelihood.words}” stand in one sentence: the one is about your grounds, the other about the thing.`,
              remedy: 'Give the confidence, with its grounds, a sentence of its own.',
            },
          ]
        : [];
    });
  },
};
