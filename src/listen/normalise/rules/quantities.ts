import { anyKey, speechData } from '../../data/speech-data.ts';
import { cardinalWords } from '../number-words.ts';
import { isAttributive, MAGNITUDE, magnitudeWord, NUMBER, type Rule, type RuleContext, TO } from '../rule.ts';

const RANGE = `(${NUMBER})(?:${TO}(${NUMBER}))?`;
const PERCENT = new RegExp(String.raw`${RANGE}\s?(?:%|percent\b|per cent\b)`, 'y');
const PERCENT_RANGE = new RegExp(String.raw`(${NUMBER})\s?%${TO}(${NUMBER})\s?%`, 'y');
const CALIBRE = new RegExp(String.raw`(${NUMBER})\s?[x×]\s?(${NUMBER})[\s-]?mm(?![a-z\d])R?`, 'y');
const CROSSED = new RegExp(String.raw`(${NUMBER})\s?[x×]\s?(${NUMBER})(?![\d.])`, 'y');
const METRES_OR_MILLIONS = new RegExp(String.raw`(${NUMBER})(\s?)m(?![\p{L}\d²³/])`, 'uy');
const NANO_OR_NAUTICAL = new RegExp(String.raw`(${NUMBER})[\s-]?nm(?![\p{L}\d])`, 'uy');
const SHORT_MAGNITUDE = new RegExp(String.raw`${RANGE}\s?(${MAGNITUDE})(?![\p{L}\d])`, 'uy');

/** Chips are measured below this, ship routes above. */
const LARGEST_CHIP_NM = 100;
const ONE = /^1(?:\.0+)?$/;
const COUNTED = /^\s+(?:[a-z-]+s|people|men|women|children|troops|personnel|police|cattle|barrels of)\b/;

const rangeWords = (low: string, high: string | undefined): string =>
  high ? `${cardinalWords(low)} to ${cardinalWords(high)}` : cardinalWords(low);

/** "152mm" is a calibre and "a 300 km range" describes: both take the singular, as does whatever is tied on by a hyphen. */
const isSingular = (all: string, low: string, high: string | undefined, context: RuleContext): boolean =>
  (ONE.test(low) && !high) ||
  /\d-\p{L}/u.test(all) ||
  context.after.startsWith('-') ||
  /\dmm$/.test(all) ||
  isAttributive(context);

export const quantityRules = (): readonly Rule[] => {
  const { units } = speechData();
  const measured = new RegExp(String.raw`${RANGE}[\s-]?(${anyKey(units)})(?![\p{L}\d])(?:\.(?=\s+\p{Ll}))?`, 'uy');
  return [
    {
      pattern: PERCENT_RANGE,
      say: ([, low, high]) => `${rangeWords(low as string, high)} percent`,
    },
    { pattern: PERCENT, say: ([, low, high]) => `${rangeWords(low as string, high)} percent` },
    {
      pattern: CALIBRE,
      say: ([, a, b]) => `${cardinalWords(a as string)} by ${cardinalWords(b as string)} millimeter`,
    },
    { pattern: CROSSED, say: ([, a, b]) => `${cardinalWords(a as string)} by ${cardinalWords(b as string)}` },
    {
      pattern: NANO_OR_NAUTICAL,
      say: ([all, n], context) => {
        const unit = Number((n as string).replaceAll(',', '')) < LARGEST_CHIP_NM ? 'nanometer' : 'nautical mile';
        return `${cardinalWords(n as string)} ${unit}${isSingular(all, n as string, undefined, context) ? '' : 's'}`;
      },
    },
    {
      pattern: METRES_OR_MILLIONS,
      say: ([all, n, space], context) => {
        if (!space && COUNTED.test(context.after)) return `${cardinalWords(n as string)} million`;
        return `${cardinalWords(n as string)} meter${isSingular(all, n as string, undefined, context) ? '' : 's'}`;
      },
    },
    {
      pattern: measured,
      say: ([all, low, high, unit], context) => {
        const [one, several] = units[unit as string] as readonly [string, string];
        return `${rangeWords(low as string, high)} ${isSingular(all, low as string, high, context) ? one : several}`;
      },
    },
    {
      pattern: SHORT_MAGNITUDE,
      say: ([, low, high, magnitude]) => `${rangeWords(low as string, high)} ${magnitudeWord(magnitude)}`,
    },
  ];
};
