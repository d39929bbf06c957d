import type { OwnLexicon } from './own-lexicon.ts';

export type { OwnLexicon, OwnLikelihood } from './own-lexicon.ts';

/**
 * An analyst's own lexicon file, compiled so that the reader can lay it over the shipped one. The checks (and the
 * libraries they need) are loaded only here.
 *
 * @param path of a YAML file with any of the sections people, organisations, peoples, places, states, offices, equipment,
 *   classes, nominalisations, events, cues, likelihoods
 * @throws WatchfloorError `read.lexicon-unreadable`, or `read.lexicon-invalid` with line, column and path of the mistake
 */
export const readOwnLexicon = async (path: string): Promise<OwnLexicon> => {
  const { readFile } = await import('node:fs/promises');
  const { WatchfloorError } = await import('../../model/index.ts');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'read.lexicon-unreadable',
      `The lexicon ${path} cannot be read; check that the file exists and may be opened.`,
      { file: path },
      { cause },
    );
  }
  const { compileOwnLexicon } = await import('./compile-own.ts');
  return compileOwnLexicon(text, path);
};
