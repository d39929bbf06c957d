import { bandInRow, estimativeWords, rowsOf } from '../estimative-words.ts';
import type { LintRule, Remark } from '../rule.ts';

/** " (85 %)", ", at 60-70 percent", ": 30%". */
const NUMBER_BEHIND =
  /^\s*(?:[(,:–—-]\s*(?:about|around|roughly|approximately|at|some|at about|perhaps)?\s*)(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent)?(?:\s*(?:[-–—]|to)\s*(\d{1,3}(?:\.\d+)?))?\s*(?:%|percent\b|per cent\b)\)?/;

const percent = (share: number): number => Math.round(share * 100);

export const wordNumberMismatch: LintRule = {
  id: 'word-number-mismatch',
  level: 'error',
  summary: 'a likelihood word beside a number that is outside its band',
  reason:
    'Word and number are given together so that nobody has to guess. When they disagree, one of them is wrong, and the reader cannot know which.',
  limits:
    'Looks at numbers in per cent right behind the word: “likely (70 %)”. A number passes when any scale, or the one the project keeps to, has the word for it.',
  fixable: false,
  example: {
    bad: 'It is unlikely (60 %) that the fleet leaves port before June.',
    good: 'It is likely (60 %) that the fleet leaves port before June.',
  },
  check: ({ sentences, scale, scales }) =>
    estimativeWords(sentences, scales).flatMap(({ span, sentence, words, canonical }): readonly Remark[] => {
      const behind = NUMBER_BEHIND.exec(sentence.own.slice(span.end - sentence.span.start));
      if (!behind) return [];
      const low = Number(behind[1]) / 100;
      const high = behind[2] === undefined ? low : Number(behind[2]) / 100;
      if (!(low <= high && high <= 1)) return [];
      const bands = (scale ? [scale] : scales).flatMap(rowsOf).flatMap((row) => bandInRow(canonical, row) ?? []);
      if (bands.length === 0 || bands.some((band) => low >= band.low && high <= band.high)) return [];
      const named = [...new Set(bands.map((band) => `${percent(band.low)}–${percent(band.high)} %`))].join(' or ');
      return [
        {
          span: { start: span.start, end: span.end + behind[0].length },
          why: `“${words}” stands for ${named}, and the number beside it is ${percent(low)}${high > low ? `–${percent(high)}` : ''} %.`,
          remedy: 'Correct the word or the number.',
        },
      ];
    }),
};
