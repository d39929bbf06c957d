import type { LintRule, Remark } from '../rule.ts';
import { isReported, type LintSentence, matchesOf } from '../sentence.ts';

const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})+|(?!(?:1[5-9]|20)\\d{2}\\s)\\d{3,}|\\d+(?:\\.\\d+)?\\s+(?:thousand|million|billion|trillion))';
/** What is counted in disputes: people lost or sent, arms, goods. Figures of other things are seldom doubted. */
const COUNTED =
  '(?:troops?|soldiers?|fighters?|servicemen|personnel|casualties|dead|deaths|wounded|people killed|civilians?|prisoners|hostages|refugees|mercenaries|warheads?|missiles?|rockets?|rounds?|shells?|drones?|tanks?|aircraft|warplanes|sorties|containers?|air ?strikes?)';
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£#])(?:${NUMBER})\\s+(?:(?:[a-z]+(?:-[a-z]+)*|\\p{Lu}\\p{L}+)\\s+){0,2}?${COUNTED}(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Words that bound a figure, before it or behind. */
const BOUND =
  /(?:\b(?:about|around|roughly|approximately|some|nearly|almost|more than|less than|fewer than|at least|at most|up to|as many as|as much as|over|under|between|an estimated|estimated|well over|close to|near|somewhere near|upwards of|no more than|no fewer than|perhaps|circa|or so)\s*(?:\d[\d,.]*\s*(?:to|and|[-–])\s*)?|[-–~≈<>≤≥]\s?)$/i;
const BOUND_BEHIND = /^\s*(?:or so|or more|or fewer|or less|at most|at least)\b/i;

const neighbours = (sentences: readonly LintSentence[], index: number): readonly LintSentence[] => {
  const sentence = sentences[index] as LintSentence;
  return [sentences[index - 1], sentences[index + 1]].filter(
    (other): other is LintSentence => other !== undefined && other.block === sentence.block,
  );
};

export const figureWithoutSource: LintRule = {
  id: 'figure-without-source',
  level: 'note',
  summary: 'a disputed kind of figure with neither a source nor a bound',
  reason:
    'Counts of troops, losses, arms and freight are claims of somebody, and rival claims often differ by half. A bare figure looks like a fact; its source or its bound (“at least”, “as many as”) says what it is.',
  limits:
    'Looks only at counts of people, arms and freight from 100 up, in the author’s own words; money, shares and distances pass. A source in the same sentence or the next to it, a link or a footnote is enough. Headings are left alone.',
  fixable: false,
  example: {
    bad: 'Pyongyang has sent 7,000 containers to the front.',
    good: 'Pyongyang has sent as many as 7,000 containers to the front, the South Korean minister said on 18 March 2024.',
  },
  check: ({ sentences }) => {
    const order = new Map(sentences.map((sentence, index) => [sentence, index] as const));
    return matchesOf(sentences, FIGURE).flatMap(({ sentence, index, span, words }): readonly Remark[] => {
      const { own, block, sourced } = sentence;
      if (sourced || isReported(sentence, index)) return [];
      if (block.kind === 'title' || block.kind === 'heading') return [];
      if (BOUND.test(own.slice(Math.max(0, index - 40), index))) return [];
      if (BOUND_BEHIND.test(own.slice(index + span.end - span.start))) return [];
      if (neighbours(sentences, order.get(sentence) as number).some((other) => other.sourced)) return [];
      return [
        {
          span,
          why: `“${words}” has neither a source nor a bound.`,
          remedy:
            'Say whose figure it is and as of when; add “at least”, “about” or “as many as” if the source has it.',
        },
      ];
    });
  },
};
