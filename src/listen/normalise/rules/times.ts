import { cardinalWords } from '../number-words.ts';
import type { Rule } from '../rule.ts';
import { spelt } from '../rule.ts';

const HALF = String.raw`(?:\s?([AaPp])\.?\s?[Mm]\b\.?)`;
const CLOCK = new RegExp(String.raw`([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])${HALF}?`, 'y');
const HOUR = new RegExp(`(1[0-2]|[1-9])${HALF}`, 'y');
const MILITARY = /(0\d|1\d|2[0-3])([0-5]\d)(?=\s+hours\b|\s?(?:GMT|UTC|EST|EDT|CET)\b)/y;

const minuteWords = (minutes: number): string =>
  minutes < 10 ? `oh ${cardinalWords(String(minutes))}` : cardinalWords(String(minutes));
const halfWords = (letter: string | undefined): string => (letter ? ` ${spelt(`${letter}m`)}` : '');

export const timeRules: readonly Rule[] = [
  {
    pattern: CLOCK,
    say: ([, hour, minute, second, half]) => {
      const minutes = Number(minute);
      const onTheHour = half ? '' : Number(hour) >= 13 || Number(hour) === 0 ? ' hundred' : ` o'clock`;
      const seconds = second ? ` and ${cardinalWords(String(Number(second)))} seconds` : '';
      return `${cardinalWords(String(Number(hour)))}${minutes ? ` ${minuteWords(minutes)}` : onTheHour}${seconds}${halfWords(half)}`;
    },
  },
  { pattern: HOUR, say: ([, hour, half]) => `${cardinalWords(hour as string)}${halfWords(half)}` },
  {
    pattern: MILITARY,
    say: ([, hour, minute]) => {
      const hours = (hour as string).startsWith('0')
        ? `oh ${cardinalWords((hour as string).slice(1))}`
        : cardinalWords(hour as string);
      return `${hours} ${Number(minute) ? minuteWords(Number(minute)) : 'hundred'}`;
    },
  },
];
