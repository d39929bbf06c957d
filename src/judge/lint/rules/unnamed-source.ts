import type { LintRule, Remark } from '../rule.ts';
import { matchesOf, phrasePattern } from '../sentence.ts';

const HOLDERS =
  '(?:experts|analysts|observers|critics|commentators|insiders|pundits|skeptics|sceptics|specialists|sources)';
const THINK =
  '(?:say|says|said|believe|believed|argue|argued|think|fear|feared|warn|warned|agree|agreed|suggest|suggested|claim|claimed|contend|expect|expected|doubt|worry|speculate|note|noted|point out)';

const UNNAMED: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: phrasePattern(
      `(?:(?:some|many|most|several|other|few|western|regional|military|foreign|security|defen[cs]e|independent|outside|political|legal|nuclear) ){0,2}${HOLDERS} (?:have |had |generally |widely |also |now |still |often ){0,2}${THINK}`,
    ),
    why: 'names nobody: the reader cannot tell who, how many, or how they know.',
  },
  {
    pattern: phrasePattern(
      `(?:some|many|most people|others) (?:have |also |now |still )?(?:say|believe|argue|claim|contend|fear|suspect|speculate)(?: that)?`,
    ),
    why: 'names nobody: the reader cannot tell who, how many, or how they know.',
  },
  {
    pattern: phrasePattern(
      '(?:is|are|was|were|has been|have been|been) (?:widely |generally |commonly |universally |long |also |now )?(?:believed|thought|rumou?red|said|alleged|understood|assumed|feared) (?:to|that)',
    ),
    why: 'hides who thinks so.',
  },
  {
    pattern: phrasePattern(
      'it is (?:well|widely|generally|commonly) (?:known|accepted|agreed|acknowledged|recogni[sz]ed)|everyone knows|it goes without saying|needless to say|it is no secret that|there is (?:a )?(?:broad|general|growing|wide|widespread) (?:consensus|agreement) that',
    ),
    why: 'asserts agreement in place of a source.',
  },
];

/** "According to experts", and nothing that says which. */
const ACCORDING = phrasePattern(
  'according to (?:(?:some|many|most|several|other|western|regional|military|security|independent|local|unnamed|anonymous|various) ){0,2}(?:experts|analysts|observers|critics|commentators|insiders|specialists|sources)(?! (?:at|from|with|of|in|on|who|whom|familiar|briefed|close|such|including|inside|near|within|cited|quoted|interviewed))',
);
const REPORTEDLY = phrasePattern('reportedly');

/** Somebody is named after all: "it is believed by", "analysts said, among them A". */
const NAMED = /\baccording to\b|\bby (?:the )?\p{Lu}|\bamong them\b|\bincluding \p{Lu}|\bsuch as \p{Lu}|\bcited? /u;
/** A verb of saying with a name before it: the sentence has a source, if not for these words. */
const NAMED_SPEAKER =
  /\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*,?\s(?:has\s|have\s)?(?:said|says|told|reported|reports|wrote|writes|announced)\b/u;

const REMEDY = 'Name who says so and when, give the reference, or make it your own judgement with its reasons.';

export const unnamedSource: LintRule = {
  id: 'unnamed-source',
  level: 'warning',
  summary: 'a judgement that rests on nobody: “experts believe”, “it is thought”, “reportedly”',
  reason:
    'A judgement is worth what its source is worth. ICD 206 asks that sources be described; “analysts say” describes none, and “it is believed” not even that somebody does.',
  limits:
    'A sentence that names somebody (“according to”, “X said”, “by the ministry”) or has a link or a footnote passes, as does everything inside quotations. Unnamed officials (“a senior official said”) are a source of a kind and pass.',
  fixable: false,
  example: {
    bad: 'Experts believe that the depot was emptied in May. The crew is thought to have fled.',
    good: 'The institute’s imagery of 12 May shows an empty depot. According to the harbour master, the crew has fled.',
  },
  check: ({ sentences, prose: { references } }) => [
    ...matchesOf(sentences, REPORTEDLY)
      .filter(({ sentence: { sourced, block } }) => !sourced && block.kind !== 'title')
      .map(({ span, words }) => ({
        span,
        why: `“${words}” says that there is a report and not whose.`,
        remedy: REMEDY,
      })),
    ...matchesOf(sentences, ACCORDING).map(({ span, words }) => ({
      span,
      why: `“${words}” names nobody: the reader cannot tell who, how many, or how they know.`,
      remedy: REMEDY,
    })),
    ...UNNAMED.flatMap(({ pattern, why }) =>
      matchesOf(sentences, pattern).flatMap(({ sentence, span, words }): readonly Remark[] => {
        const referred = references.some(({ start }) => start >= sentence.span.start && start <= sentence.span.end + 1);
        if (referred || NAMED.test(sentence.own) || NAMED_SPEAKER.test(sentence.own)) return [];
        return [
          {
            span,
            why: `“${words}” ${why}`,
            remedy: REMEDY,
          },
        ];
      }),
    ),
  ],
};
