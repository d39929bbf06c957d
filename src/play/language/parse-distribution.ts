import type { Distribution } from '../sampling/distribution.ts';
import { ExpressionError, tokenize } from './expression/token.ts';
import { didYouMean } from './suggest.ts';

type Make = (args: readonly number[]) => Distribution | string;

const ordered =
  (kind: 'triangular' | 'pert'): Make =>
  ([low, mode, high]) =>
    low === undefined || mode === undefined || high === undefined || !(low <= mode && mode <= high)
      ? 'lowest, most likely and highest value must stand in this order'
      : { kind, low, mode, high };

/** Number of arguments (null: any from one on), and what they make; a string says what is wrong with them. */
const KINDS: Readonly<Record<string, { readonly arity: number | null; readonly usage: string; readonly make: Make }>> =
  {
    uniform: {
      arity: 2,
      usage: 'uniform(low, high)',
      make: ([low = 0, high = 0]) =>
        low <= high ? { kind: 'uniform', low, high } : 'the low end is above the high end',
    },
    normal: {
      arity: 2,
      usage: 'normal(mean, sd)',
      make: ([mean = 0, sd = 0]) => (sd > 0 ? { kind: 'normal', mean, sd } : 'the standard deviation must be above 0'),
    },
    lognormal: {
      arity: 2,
      usage: 'lognormal(mu, sigma), of the logarithm',
      make: ([mu = 0, sigma = 0]) => (sigma > 0 ? { kind: 'lognormal', mu, sigma } : 'sigma must be above 0'),
    },
    beta: {
      arity: 2,
      usage: 'beta(a, b)',
      make: ([a = 0, b = 0]) => (a > 0 && b > 0 ? { kind: 'beta', a, b } : 'both arguments must be above 0'),
    },
    triangular: { arity: 3, usage: 'triangular(low, mode, high)', make: ordered('triangular') },
    pert: { arity: 3, usage: 'pert(low, mode, high)', make: ordered('pert') },
    discrete: {
      arity: null,
      usage: 'discrete(value, weight, value, weight, …)',
      make: (args) => {
        if (args.length % 2 !== 0) return 'every value needs a weight after it';
        const values = args.filter((_, i) => i % 2 === 0);
        const weights = args.filter((_, i) => i % 2 === 1);
        if (weights.some((weight) => weight < 0) || weights.every((weight) => weight === 0))
          return 'weights must not be negative, nor all 0';
        return { kind: 'discrete', values, weights };
      },
    },
    empirical: {
      arity: null,
      usage: 'empirical(value, value, …)',
      make: (args) => ({ kind: 'empirical', sorted: [...args].sort((a, b) => a - b) }),
    },
  };

/** Reads `beta(4, 2)`. @throws ExpressionError */
export const parseDistribution = (source: string): Distribution => {
  const tokens = tokenize(source);
  let position = 0;
  const next = () => tokens[Math.min(position++, tokens.length - 1)] as (typeof tokens)[number];
  const head = next();
  const kind = Object.hasOwn(KINDS, head.text) ? KINDS[head.text] : undefined;
  if (!kind)
    throw new ExpressionError(
      `unknown distribution ${head.text || '(empty)'}.${didYouMean(head.text, Object.keys(KINDS)) || ` Known: ${Object.keys(KINDS).join(', ')}`}`,
      head.offset,
    );
  const open = next();
  if (open.text !== '(') throw new ExpressionError(`write ${kind.usage}`, open.offset);
  const args: number[] = [];
  for (;;) {
    let token = next();
    const sign = token.text === '-' ? -1 : 1;
    if (token.text === '-' || token.text === '+') token = next();
    if (token.kind !== 'number') throw new ExpressionError(`${kind.usage} takes numbers only`, token.offset);
    const value = sign * Number(token.text);
    if (!Number.isFinite(value)) throw new ExpressionError(`${token.text} is no finite number`, token.offset);
    args.push(value);
    const after = next();
    if (after.text === ')') break;
    if (after.text !== ',') throw new ExpressionError(`write ${kind.usage}`, after.offset);
  }
  const rest = next();
  if (rest.kind !== 'end')
    throw new ExpressionError(`unexpected ${JSON.stringify(rest.text)} after the distribution`, rest.offset);
  if (kind.arity !== null && args.length !== kind.arity)
    throw new ExpressionError(`write ${kind.usage}: it takes ${kind.arity} numbers, not ${args.length}`, head.offset);
  const made = kind.make(args);
  if (typeof made === 'string') throw new ExpressionError(`${head.text}: ${made}`, head.offset);
  return made;
};
