import type { LintRule, Remark } from '../rule.ts';
import { isReported, matchesOf, type PhraseMatch, phrasePattern } from '../sentence.ts';

/** A forecast without an end can never be wrong. */
const AHEAD = phrasePattern(
  'in the (?:very )?(?:near|foreseeable|not too distant|not-too-distant|immediate) future|in the (?:coming|months|next few) (?:days|weeks|months|years)|sooner or later|before (?:too )?long|in due course|at some (?:point|stage)(?= in the future|,|\\.|;)|one day soon',
);
const SOON = phrasePattern('(?:will|may|might|could|shall|going to) (?:very |also )?(?:soon|shortly|eventually)');
const PAST = phrasePattern('recently|not long ago|some time ago|a while ago|the other day');
const RELATIVE = phrasePattern(
  '(?:yesterday|today|tomorrow|last (?:week|month|year|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|next (?:week|month|year)|this (?:week|month|year)|(?:earlier|later) this (?:week|month|year))',
);
/** A date in the sentence says when after all. */
const DATED =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)\s\d{1,2}\b|\b(?:in|since|by|until|of|early|late)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** "more recently" compares, "until recently" and "as recently as" set bounds; "the recently adopted law" can be found. */
const COMPARES = /\b(?:more|most|as|until|not|the|a|an|this|that|his|her|its|their|our|other|of|in|for)\s+$/i;
/** "discuss recently released polls". */
const ATTRIBUTIVE = /^(?:-|\s+)\p{Ll}+(?:ed|en|wn|un|ne|de)\s+\p{Ll}+s\b/u;

const own = ({ sentence, index }: PhraseMatch): boolean => !isReported(sentence, index) && !DATED.test(sentence.own);

const remark = ({ span }: PhraseMatch, why: string, remedy: string): Remark => ({ span, why, remedy });

export const vagueDate: LintRule = {
  id: 'vague-date',
  level: 'note',
  summary: 'a time that cannot be looked up: “recently”, “in the near future”, “last week” in an undated text',
  reason:
    'A judgement without a date by which it can be wrong cannot be scored. An event “recently” cannot be put on a timeline, and means something else each time the text is read.',
  limits:
    'Trends (“in recent years”) are left alone. A sentence with a date in it passes, and so does what others are reported to say. “Last week” and the like are remarked on once, and only where the file gives no date of publication (`published:` in its front matter, or `--published`).',
  fixable: false,
  example: {
    bad: 'The two sides recently signed a protocol. It will soon be ratified.',
    good: 'The two sides signed a protocol on 19 June 2024. It is likely to be ratified by the end of 2024.',
  },
  check: ({ sentences, prose }) => {
    const ahead = [...matchesOf(sentences, AHEAD), ...matchesOf(sentences, SOON)].filter(own);
    const past = matchesOf(sentences, PAST)
      .filter(own)
      .filter(
        ({ sentence: { own: words }, index, span }) =>
          !COMPARES.test(words.slice(Math.max(0, index - 10), index)) &&
          !ATTRIBUTIVE.test(words.slice(index + span.end - span.start)),
      );
    const relative =
      prose.published === null
        ? matchesOf(sentences, RELATIVE).filter(({ sentence }) => !DATED.test(sentence.own))
        : [];
    return [
      ...ahead.map((match) =>
        remark(
          match,
          `“${match.words}” sets no end: the statement can never be found wrong.`,
          'Give a date: “by the end of 2025”.',
        ),
      ),
      ...past.map((match) =>
        remark(match, `“${match.words}” says not when.`, 'Give the day, the month or at least the year.'),
      ),
      ...relative
        .slice(0, 1)
        .map((match) =>
          remark(
            match,
            `“${match.words}” hangs on a date of publication that the file does not give.`,
            'Put `published: YYYY-MM-DD` into its front matter, or write the date out.',
          ),
        ),
    ];
  },
};
