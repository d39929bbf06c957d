/** An exact fraction in lowest terms, denominator > 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
};

/** @throws RangeError for a denominator of 0 */
export const rational = (n: bigint | number, d: bigint | number = 1n): Rational => {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by zero');
  const sign = bottom < 0n ? -1n : 1n;
  const common = gcd(top, bottom) || 1n;
  return { n: (sign * top) / common, d: (sign * bottom) / common };
};

export const ZERO = rational(0);
export const ONE = rational(1);

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);

/** Below, at or above 0 as a is less than, equal to or greater than b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isZero = (a: Rational): boolean => a.n === 0n;

export const toNumber = ({ n, d }: Rational): number => {
  const [top, bottom] = [Number(n), Number(d)];
  if (Number.isFinite(top) && Number.isFinite(bottom)) return top / bottom;
  const scale = 10n ** 30n;
  return Number((n * scale) / d) / 1e30;
};

export const formatRational = ({ n, d }: Rational): string => (d === 1n ? `${n}` : `${n}/${d}`);

const FRACTION = /^([+-]?\d+)\/(\d+)$/;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** `3`, `-1/3`, `0.25`, `1.5e-2` exactly; undefined where the text is no number. */
export const parseRational = (text: string): Rational | undefined => {
  const fraction = FRACTION.exec(text);
  if (fraction)
    return BigInt(fraction[2] as string) === 0n
      ? undefined
      : rational(BigInt(fraction[1] as string), BigInt(fraction[2] as string));
  const decimal = DECIMAL.exec(text);
  if (!decimal || (decimal[2] === '' && !decimal[3])) return undefined;
  const [, sign, whole = '', part = '', exponent = '0'] = decimal;
  const power = Number(exponent) - part.length;
  const digits = BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n);
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
};
