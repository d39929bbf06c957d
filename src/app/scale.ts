import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type EstimativeScale,
  gapsOf,
  nearestWord,
  readScale,
  SCALES,
  type ScaleGap,
  wordFor,
} from '../lexicon/index.ts';
import { didYouMean, WatchfloorError } from '../model/index.ts';

export type { EstimativeScale } from '../lexicon/index.ts';

/** The scales that every command knows, with the gaps that they leave. */
export const knownScales = (): readonly { readonly scale: EstimativeScale; readonly gaps: readonly ScaleGap[] }[] =>
  SCALES.map((scale) => ({ scale, gaps: gapsOf(scale) }));

/**
 * A scale by its id, or from a YAML file.
 *
 * @param from file that the name stands in, from whose folder a path counts
 * @throws WatchfloorError `scale.unknown`, `scale.invalid`, `lint.file-missing`
 */
export const openScale = async (name: string, from?: string): Promise<EstimativeScale> => {
  const known = SCALES.find(({ id }) => id === name.toLowerCase().replaceAll(/[ _-]/g, ''));
  if (known) return known;
  if (!/\.ya?ml$/i.test(name)) {
    const ids = SCALES.map(({ id }) => id);
    throw new WatchfloorError(
      'scale.unknown',
      `There is no scale ${name}.${didYouMean(name, ids)} Known are ${ids.join(', ')}, or name a .yaml file.`,
      from === undefined ? {} : { file: from },
    );
  }
  const file = from === undefined ? name : resolve(dirname(from), name);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'lint.file-missing',
      `The scale cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}); check its path.`,
      { file },
      { cause },
    );
  }
  return readScale(text, file);
};

const percent = (share: number): string => `${Number((share * 100).toFixed(6))} %`;

/** What a scale says of a number: its word and band, or that it has none and between which words it falls. */
export interface NumberInWords {
  readonly sentence: string;
  readonly data: { readonly word: string | null; readonly low: number | null; readonly high: number | null };
}

export const numberInWords = (p: number, scale: EstimativeScale): NumberInWords => {
  const worded = wordFor(p, scale);
  if (worded.kind === 'band') {
    const { words, low, high } = worded.band;
    const named = words.map((word) => `“${word}”`).join(' or ');
    return {
      sentence: `${percent(p)} is ${named}, ${percent(low)} to ${percent(high)}`,
      data: { word: worded.word, low, high },
    };
  }
  const { below, above } = worded;
  const neighbours = [
    ...(below ? [`“${below.words[0]}” ends at ${percent(below.high)}`] : []),
    ...(above ? [`“${above.words[0]}” begins at ${percent(above.low)}`] : []),
  ];
  return {
    sentence: `${percent(p)} has no word: ${neighbours.join(', ')}`,
    data: { word: null, low: null, high: null },
  };
};

/**
 * The band of a word on a scale.
 *
 * @throws WatchfloorError `scale.unknown-word`
 */
export const wordInNumbers = (
  word: string,
  scale: EstimativeScale,
): { readonly low: number; readonly high: number } => {
  const wanted = word.toLowerCase().trim().replace(/\s+/g, ' ');
  const words = scale.bands.flatMap((band) => band.words);
  const band = scale.bands.find((one) => one.words.includes(wanted));
  if (band) return { low: band.low, high: band.high };
  throw new WatchfloorError(
    'scale.unknown-word',
    `${scale.name} has no word “${word}”.${didYouMean(wanted, words)} It has ${words.join(', ')}.`,
  );
};

/** The word of ICD 203 that is nearest to a probability, for places where every number must have one. */
export const nearestScaleWord = (p: number): string => nearestWord(p);
