import type { LintRule, Remark } from '../rule.ts';
import { isReported, matchesOf, phrasePattern } from '../sentence.ts';

interface WeaselPhrase {
  readonly pattern: RegExp;
  readonly why: string;
  readonly remedy: string;
}

const GIVE_LIKELIHOOD = 'Say how likely it is, with a word of your scale, or leave it out.';

/** Phrases that sound like an estimate and commit to nothing. */
const PHRASES: readonly WeaselPhrase[] = [
  {
    pattern: phrasePattern(
      'it (?:is|remains|seems|may be|might be) (?:at least |also |still |entirely |quite |perfectly |very |certainly |theoretically )?(?:possible|conceivable|plausible|not impossible|not inconceivable) that',
    ),
    why: 'covers anything from 1 to 99 %.',
    remedy: GIVE_LIKELIHOOD,
  },
  {
    pattern: phrasePattern(
      "(?:can(?:not| not|'t)|could not|couldn't|should not|shouldn't) (?:be )?(?:entirely |completely |fully |wholly )?(?:ruled out|excluded|discounted|dismissed out of hand)|(?:we|I|one|it|analysts) (?:can(?:not| not|'t)|could not|couldn't) (?:entirely |completely |fully )?(?:rule out|exclude)",
    ),
    why: 'is true of almost everything.',
    remedy: GIVE_LIKELIHOOD,
  },
  {
    pattern: phrasePattern(
      '(?:can |could |may |might |must |should )?(?:be |is |are |was |were )(?:best )?(?:assessed|judged|rated|evaluated) (?:as |to be )(?:very |relatively |fairly |rather )?(?:high|low|medium|moderate|significant|considerable)',
    ),
    why: 'gives a level without a scale: nobody can tell which probability, or which harm, it stands for.',
    remedy: 'Say what would have to happen, and how likely that is, in a word or a number of your scale.',
  },
  {
    pattern: phrasePattern(
      '(?:we|I) (?:would )?(?:assess|judge|rate) (?:the )?(?:overall )?(?:risk|threat|threshold|danger|likelihood|probability|chance)s? (?:(?:of|that|to|for) [^,.;:]{1,60}? )?(?:as |to be )(?:very |relatively |fairly |rather )?(?:high|low|medium|moderate|significant|considerable)',
    ),
    why: 'gives a level without a scale: nobody can tell which probability, or which harm, it stands for.',
    remedy: 'Say what would have to happen, and how likely that is, in a word or a number of your scale.',
  },
  {
    pattern: phrasePattern('(?:may|might|could) or (?:may|might|could) not'),
    why: 'says nothing: one of the two is always so.',
    remedy: GIVE_LIKELIHOOD,
  },
  {
    pattern: phrasePattern(
      "(?:it )?remains to be seen|(?:only )?time will tell|anything is possible|it is anyone's guess|it is too (?:early|soon) to (?:say|tell)",
    ),
    why: 'announces a judgement and gives none.',
    remedy: 'Say what you expect and how likely it is, or what you would have to know to say so.',
  },
  {
    pattern: phrasePattern(
      'not (?:at all |entirely |altogether )?(?:unlikely|impossible|improbable|inconceivable|implausible)',
    ),
    why: 'is a double negation: readers’ figures for it lie far apart.',
    remedy: 'Say it without “not”: “likely”, “possible but unlikely”, or a number.',
  },
  {
    pattern: phrasePattern(
      '(?:an? |the )?(?:real|distinct|serious|strong|good|fair|decent|reasonable|significant|considerable|substantial|non-negligible|slight|outside) (?:chance|possibility|prospect|likelihood|probability) (?:of|that)',
    ),
    why: 'is on no scale: readers have been found to hear anything from 20 to 80 % in such words.',
    remedy: GIVE_LIKELIHOOD,
  },
  {
    pattern: phrasePattern('there (?:is|remains) (?:always )?(?:a|the|some) (?:chance|possibility) (?:of|that)'),
    why: 'covers anything from 1 to 99 %.',
    remedy: GIVE_LIKELIHOOD,
  },
];

export const weaselWords: LintRule = {
  id: 'weasel-words',
  level: 'warning',
  summary: 'phrases that sound like an estimate and commit to nothing',
  reason:
    'A judgement that no outcome could contradict is none. Sherman Kent (Words of Estimative Probability, 1964) found readers of one “serious possibility” to mean 20 to 80 %.',
  limits:
    'What others are reported to think (“Putin does not rule out …”) is theirs and left alone, as are “may”, “might” and “could” by themselves. A “realistic possibility” is a word of the PHIA yardstick.',
  fixable: false,
  example: {
    bad: 'It is possible that Minsk will follow. A mobilisation cannot be ruled out, and the threat can be assessed as high.',
    good: 'It is unlikely that Minsk will follow. A mobilisation before May is very unlikely, about 10 %.',
  },
  check: ({ sentences }) =>
    PHRASES.flatMap(({ pattern, why, remedy }) =>
      matchesOf(sentences, pattern).flatMap(({ sentence, index, span, words }): readonly Remark[] =>
        isReported(sentence, index) ? [] : [{ span, why: `“${words}” ${why}`, remedy }],
      ),
    ),
};
