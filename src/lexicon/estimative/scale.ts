/** One word, or several of one meaning, with the share of chance it stands for. Half-open, [low, high), the last band closed. */
export interface EstimativeBand {
  /** First the word that the scale prefers. */
  readonly words: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** A scale of estimative words, bands in rising order; between bands there may be gaps that have no word. */
export interface EstimativeScale {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Each band's words stand in rows, the first words one, the second words another, and a text keeps to one row. */
  readonly hasRows?: true;
  readonly bands: readonly EstimativeBand[];
}

/** ICD 203 (2015), D.6.e.(2)(a): the two rows of words, which must not be mixed in one product. */
export const ICD_203: EstimativeScale = {
  id: 'icd203',
  name: 'ICD 203',
  source: 'Intelligence Community Directive 203, Analytic Standards (2015)',
  hasRows: true,
  bands: [
    { words: ['almost no chance', 'remote'], low: 0.01, high: 0.05 },
    { words: ['very unlikely', 'highly improbable'], low: 0.05, high: 0.2 },
    { words: ['unlikely', 'improbable'], low: 0.2, high: 0.45 },
    { words: ['roughly even chance', 'roughly even odds'], low: 0.45, high: 0.55 },
    { words: ['likely', 'probable'], low: 0.55, high: 0.8 },
    { words: ['very likely', 'highly probable'], low: 0.8, high: 0.95 },
    { words: ['almost certain', 'nearly certain'], low: 0.95, high: 0.99 },
  ],
};

/** The yardstick of the UK's Professional Head of Intelligence Assessment, with the gaps that it leaves on purpose. */
export const PHIA: EstimativeScale = {
  id: 'phia',
  name: 'PHIA probability yardstick',
  source: 'Professional Head of Intelligence Assessment, Probability Yardstick (2018)',
  bands: [
    { words: ['remote chance'], low: 0, high: 0.05 },
    { words: ['highly unlikely'], low: 0.1, high: 0.2 },
    { words: ['unlikely'], low: 0.25, high: 0.35 },
    { words: ['realistic possibility'], low: 0.4, high: 0.5 },
    { words: ['likely', 'probable'], low: 0.55, high: 0.75 },
    { words: ['highly likely'], low: 0.8, high: 0.9 },
    { words: ['almost certain'], low: 0.95, high: 1 },
  ],
};

/** Sherman Kent's five words: each a figure give or take, as he gave it. */
export const KENT: EstimativeScale = {
  id: 'kent',
  name: 'Kent',
  source: 'Sherman Kent, Words of Estimative Probability (1964)',
  bands: [
    { words: ['almost certainly not'], low: 0.02, high: 0.12 },
    { words: ['probably not'], low: 0.2, high: 0.4 },
    { words: ['chances about even'], low: 0.4, high: 0.6 },
    { words: ['probable'], low: 0.63, high: 0.87 },
    { words: ['almost certain'], low: 0.87, high: 0.99 },
  ],
};

export const SCALES: readonly EstimativeScale[] = [ICD_203, PHIA, KENT];

/** What a scale says of a number. */
export type Worded =
  | { readonly kind: 'band'; readonly word: string; readonly band: EstimativeBand }
  /** Between two words, or beyond the outermost. */
  | { readonly kind: 'gap'; readonly below: EstimativeBand | null; readonly above: EstimativeBand | null };

const isIn = (p: number, { low, high }: EstimativeBand, isLast: boolean): boolean =>
  p >= low && (p < high || (isLast && p <= high));

/**
 * The word of a scale for a probability, or the gap it falls into.
 *
 * @throws RangeError outside 0 … 1
 */
export const wordFor = (p: number, scale: EstimativeScale = ICD_203): Worded => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, and ${p} does not`);
  const last = scale.bands.length - 1;
  const index = scale.bands.findIndex((band, at) => isIn(p, band, at === last));
  const band = scale.bands[index];
  if (band) return { kind: 'band', word: band.words[0] as string, band };
  return {
    kind: 'gap',
    below: scale.bands.filter(({ high }) => high <= p).at(-1) ?? null,
    above: scale.bands.find(({ low }) => low > p) ?? null,
  };
};

/** The band of a word, undefined where the scale does not have it. */
export const bandOf = (word: string, scale: EstimativeScale = ICD_203): EstimativeBand | undefined =>
  scale.bands.find(({ words }) => words.includes(word.toLowerCase().trim()));

/**
 * The nearest word for a probability, for places where every number must have one: beyond the outermost band the outermost
 * word, within a gap the nearer one, the lower where both are as near.
 */
export const nearestWord = (p: number, scale: EstimativeScale = ICD_203): string => {
  const worded = wordFor(p, scale);
  if (worded.kind === 'band') return worded.word;
  const { below, above } = worded;
  if (!below) return (above as EstimativeBand).words[0] as string;
  if (!above) return below.words[0] as string;
  return (p - below.high <= above.low - p ? below : above).words[0] as string;
};
