import { anyKey, speechData } from '../../data/speech-data.ts';
import { cardinalWords } from '../number-words.ts';
import { isAttributive, MAGNITUDE, magnitudeWord, NUMBER, type Rule, type RuleContext, TO } from '../rule.ts';

interface Amount {
  readonly low: string;
  readonly high: string | undefined;
  readonly magnitude: string | undefined;
  readonly currency: string;
}

const ONE = /^1(?:\.0+)?$/;
const PENCE: Readonly<Record<string, readonly [string, string]>> = {
  cent: ['cent', 'cents'],
  penny: ['penny', 'pence'],
};

const amountWords = ({ low, high, magnitude, currency }: Amount, singular: boolean): string => {
  const [one, several, hundredth] = speechData().currencies[currency] as readonly [string, string, string?];
  const scale = magnitudeWord(magnitude);
  const coins = /^([\d,]+)\.(\d{2})$/.exec(low);
  if (coins && hundredth && !high && !scale) {
    const [, whole = '', part = ''] = coins;
    const [penny, pence] = PENCE[hundredth] as readonly [string, string];
    const small =
      Number(part) === 0 ? '' : `${cardinalWords(String(Number(part)))} ${Number(part) === 1 ? penny : pence}`;
    if (Number(whole.replaceAll(',', '')) === 0 && small) return small;
    return `${cardinalWords(whole)} ${whole === '1' ? one : several}${small ? ` and ${small}` : ''}`;
  }
  const isOne = singular || (ONE.test(low) && !high && !scale);
  return [cardinalWords(low), high ? `to ${cardinalWords(high)}` : '', scale, isOne ? one : several]
    .filter(Boolean)
    .join(' ');
};

/** Between amount and magnitude or noun there may be a hyphen: "$300-million package", "$5-a-barrel". */
const hyphenated = (match: string, { after }: RuleContext): boolean => /-[a-z]+$/.test(match) || after.startsWith('-');

export const moneyRules = (): readonly Rule[] => {
  const currency = anyKey(speechData().currencies);
  const range = `(${NUMBER})(?:${TO}(?:${currency})?(${NUMBER}))?`;
  const signFirst = new RegExp(String.raw`(${currency})\s?${range}(?:[\s-]?(${MAGNITUDE}))?(?![\d])`, 'uy');
  const scaledRange = new RegExp(
    String.raw`(${currency})\s?(${NUMBER})\s?(${MAGNITUDE})${TO}(?:${currency})?\s?(${NUMBER})\s?(${MAGNITUDE})(?!\d)`,
    'uy',
  );
  const signLast = new RegExp(String.raw`${range}(?:\s?(${MAGNITUDE}))?\s?(${currency})(?![A-Za-z\d])`, 'uy');
  return [
    {
      pattern: scaledRange,
      say: ([, sign, low, lowMagnitude, high, highMagnitude]) =>
        lowMagnitude === highMagnitude
          ? amountWords({ currency: sign as string, low: low as string, high, magnitude: highMagnitude }, false)
          : `${cardinalWords(low as string)} ${magnitudeWord(lowMagnitude)} to ${amountWords({ currency: sign as string, low: high as string, high: undefined, magnitude: highMagnitude }, false)}`,
    },
    {
      pattern: signFirst,
      say: ([all, sign, low, high, magnitude], context) =>
        amountWords(
          { currency: sign as string, low: low as string, high, magnitude },
          hyphenated(all, context) || isAttributive(context),
        ),
    },
    {
      pattern: signLast,
      say: ([, low, high, magnitude, sign], context) =>
        amountWords({ currency: sign as string, low: low as string, high, magnitude }, isAttributive(context)),
    },
  ];
};
