import { WatchfloorError } from '../../model/index.ts';
import { didYouMean } from '../language/suggest.ts';

/** The index of what an option names. @throws WatchfloorError play.unknown-name with the nearest name */
export const indexOfName = (
  items: readonly { readonly name: string }[],
  name: string,
  what: string,
  whole = 'scenario',
): number => {
  const index = items.findIndex((item) => item.name === name);
  if (index >= 0) return index;
  const names = items.map((item) => item.name);
  throw new WatchfloorError(
    'play.unknown-name',
    `The ${whole} has no ${what} ${name}.${didYouMean(name, names) || ` It has: ${names.join(', ')}.`}`,
  );
};
