import type { Hypothesis } from '../../model/index.ts';
import type { Path, Problems } from './problem.ts';

/** Probabilities as people write them (.33, .33, .34) add up to 1 no better than that. */
export const PRIOR_TOLERANCE = 0.005;

/** Words that tell no two hypotheses apart. */
const FILLER = new Set(
  'a an the of to in on at by for from with and or that this is are was were be been it its as has have had will'.split(
    ' ',
  ),
);

/** The words of a hypothesis that carry its meaning, however they are written and ordered. */
const essence = (text: string): ReadonlySet<string> => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !FILLER.has(word));
  return new Set(telling.length > 0 ? telling : words);
};

/** Words by which one hypothesis denies the other: then both cannot be true. */
const NEGATION = /^(?:not|no|never|none|neither|nor|without|only)$/;
/** One common word says little about what the whole means. */
const FEWEST_WORDS = 2;

/** Whether the narrower says all that the wider says, and more, without denying it. */
const mayContain = (wider: ReadonlySet<string>, narrower: ReadonlySet<string>): boolean =>
  wider.size >= FEWEST_WORDS &&
  includes(narrower, wider) &&
  ![...narrower].some((word) => NEGATION.test(word) && !wider.has(word));

const includes = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

const isPast = (sum: number): boolean => sum > 1 + PRIOR_TOLERANCE;

/** Whether priors of some hypotheses leave a distribution over all of them; says what is wrong with them. */
export const checkPriors = (
  hypotheses: readonly Pick<Hypothesis, 'id' | 'prior'>[],
  problems: Problems,
  pathOf: (index: number) => Path,
): void => {
  const stated = hypotheses.flatMap(({ prior }, index) => (prior === undefined ? [] : [{ prior, index }]));
  const last = stated.at(-1);
  if (!last) return;
  const sum = Number(stated.reduce((total, { prior }) => total + prior, 0).toFixed(6));
  const open = hypotheses.length - stated.length;
  if (isPast(sum))
    problems.error(
      `The priors sum to ${sum}: hypotheses that exclude each other share 1 among them. Lower them, or say where two can both be true.`,
      pathOf(last.index),
    );
  else if (open === 0 && sum < 1 - PRIOR_TOLERANCE)
    problems.error(
      `The priors sum to ${sum}, not 1: give the ${Number((1 - sum).toFixed(6))} that is left to a hypothesis, for instance to the rest.`,
      pathOf(last.index),
    );
  else if (open > 0 && sum >= 1)
    problems.error(
      `The priors that are given sum to ${sum} and leave nothing for the ${open === 1 ? 'one' : open} without a prior.`,
      pathOf(last.index),
    );
};

/** Exclusive as far as words show it, exhaustive by a rest, with priors that share out 1. */
export const checkHypotheses = (hypotheses: readonly Hypothesis[], problems: Problems): void => {
  const path = (index: number, key?: string): Path =>
    key === undefined ? ['hypotheses', index] : ['hypotheses', index, key];
  const rests = hypotheses.flatMap(({ rest }, index) => (rest ? [index] : []));
  if (hypotheses.length < 3)
    problems.error('A question needs at least two hypotheses and the rest: with one there is nothing to weigh.', [
      'hypotheses',
    ]);
  if (rests.length === 0)
    problems.error(
      'The hypotheses are not exhaustive: add the rest, such as { id: H0, text: None of these, rest: true }.',
      ['hypotheses'],
    );
  for (const index of rests.slice(1))
    problems.error('There is one rest already; only one hypothesis can be "none of these".', path(index, 'rest'));
  const essences = hypotheses.map(({ text }) => essence(text));
  hypotheses.forEach(({ id }, index) => {
    const own = essences[index] as ReadonlySet<string>;
    for (let other = 0; other < index; other++) {
      const earlier = essences[other] as ReadonlySet<string>;
      const name = hypotheses[other]?.id as string;
      if (own.size === earlier.size && includes(own, earlier))
        problems.error(
          `${id} says the same as ${name}: the hypotheses are not exclusive. Merge them, or say in what they differ.`,
          path(index, 'text'),
        );
      else if (mayContain(own, earlier) || mayContain(earlier, own))
        problems.warn(
          `${id} and ${name} may both be true: all the words of one stand in the other. Say in what they exclude each other.`,
          path(index, 'text'),
        );
    }
  });
  checkPriors(hypotheses, problems, (index) => path(index, 'prior'));
};
