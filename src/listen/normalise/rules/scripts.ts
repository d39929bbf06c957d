import type { Rule } from '../rule.ts';

const OTHER_LETTER = String.raw`(?!\p{Script=Latin})\p{L}[\p{M}\u0640]*`;
const RUN = new RegExp(String.raw`(?:${OTHER_LETTER}(?:[\s\p{P}\d]+(?=${OTHER_LETTER}))?)+`, 'uy');
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|[#*\d]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:[\uFE0F\u200D]|\p{Emoji_Modifier}|\p{Extended_Pictographic})*)/uy;

/** What the listener is told; a script that several languages share goes by its own name. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'Korean'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese'],
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic script'],
  [/\p{Script=Arabic}/u, 'Arabic script'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Devanagari}/u, 'Devanagari script'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Georgian}/u, 'Georgian'],
  [/\p{Script=Armenian}/u, 'Armenian'],
];

/** An English voice cannot speak another script: a run of it is left out, and the listener hears that there was one. */
export const scriptRules: readonly Rule[] = [
  { pattern: EMOJI, say: ([emoji]) => ({ say: '', skipped: { kind: 'emoji', text: emoji } }) },
  {
    pattern: RUN,
    say: ([run]) => {
      const name = NAMES.find(([script]) => script.test(run))?.[1] ?? 'another script';
      return { say: ` text in ${name} `, skipped: { kind: 'script', text: run } };
    },
  },
];
