import { z } from 'zod';
import { readYaml } from '../../model/yaml-source.ts';
import type { EstimativeScale } from './scale.ts';

const share = z.number().min(0, 'A bound lies between 0 and 1').max(1, 'A bound lies between 0 and 1');
const bandForm = z.strictObject({
  words: z.array(z.string().trim().min(1, 'A word is empty')).min(1, 'A band has at least one word'),
  from: share,
  to: share,
});
const scaleForm = z.strictObject({
  scale: z.string().regex(/^[a-z][a-z0-9-]*$/, 'The id of a scale is of lower-case letters, figures and hyphens'),
  name: z.string().min(1, 'A scale has a name'),
  source: z.string().min(1).optional(),
  bands: z.array(bandForm).min(1, 'A scale has at least one band'),
});

const keysAt = (path: readonly unknown[]): readonly string[] =>
  Object.keys(path.length === 0 ? scaleForm.shape : bandForm.shape);

/**
 * An analyst's own scale: bands from low to high, each half-open, [from, to), the last one closed. Gaps between bands
 * are allowed and stay without a word; overlaps are not.
 *
 * @param file its name, for errors
 * @throws WatchfloorError `scale.invalid` with line, column and path
 */
export const readScale = (text: string, file: string): EstimativeScale => {
  const { value, fail } = readYaml(text, file, { schema: scaleForm, code: 'scale.invalid', keysAt });
  const seen = new Map<string, number>();
  value.bands.forEach(({ words, from, to }, index) => {
    const path = ['bands', index];
    const name = `“${words[0]}”`;
    if (from >= to) throw fail(`The band ${name} begins at ${from} and ends at ${to}; it has to end above.`, path);
    const before = value.bands[index - 1];
    if (before && from < before.to)
      throw fail(
        `The band ${name} begins at ${from}, below the end of “${before.words[0]}” at ${before.to}: bands rise and do not overlap.`,
        [...path, 'from'],
      );
    words.forEach((word, at) => {
      const key = word.toLowerCase();
      if (seen.has(key)) throw fail(`“${word}” stands in two places; a word has one band.`, [...path, 'words', at]);
      seen.set(key, index);
    });
  });
  return {
    id: value.scale,
    name: value.name,
    source: value.source ?? file,
    bands: value.bands.map(({ words, from, to }) => ({
      words: words.map((word) => word.toLowerCase()),
      low: from,
      high: to,
    })),
  };
};
