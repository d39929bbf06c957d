import { type CellRating, didYouMean, RATINGS } from '../../model/index.ts';

export const RATING_FORMS = 'CC, C, N, I, II, NA, or a likelihood between 0 and 1';

/** A rating as it was written: null stands for "not rated yet" (nothing, or `?`). */
export type ParsedRating =
  | { readonly rating: CellRating | null; readonly error?: undefined }
  | { readonly rating?: undefined; readonly error: string };

const UNRATED: readonly unknown[] = [null, undefined, '?'];

/** Reads a rating: a word of Heuer's scale in any capitals (`N/A` too), a likelihood, or `?`. */
export const parseRating = (written: unknown): ParsedRating => {
  const value = typeof written === 'string' ? written.trim() : written;
  if (UNRATED.includes(value)) return { rating: null };
  const word = String(value).toUpperCase().replace('/', '');
  const known = RATINGS.find((rating) => rating === word);
  if (known) return { rating: known };
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) {
    if (number > 0 && number < 1) return { rating: number };
    return {
      error: `${number} is no likelihood: it must lie between 0 and 1, both excluded, for no evidence proves or rules out all by itself.`,
    };
  }
  return { error: `“${String(written)}” is no rating: write ${RATING_FORMS}.${didYouMean(word, RATINGS)}` };
};
