import type { Context } from './context.ts';

/** A correction names the text that it corrects by its title. Pairs of source numbers. */
export const correctionsOf = ({ situation, book }: Context): { readonly by: number; readonly of: number }[] =>
  situation.sources
    .filter(({ kind }) => kind === 'correction')
    .flatMap((correction) => {
      const words = `${correction.title ?? ''}\n${book.reading(correction.document).document.text}`;
      return situation.sources
        .filter(({ document, title }) => document !== correction.document && title && words.includes(title))
        .map(({ document }) => ({ by: book.documentNumber(correction.document), of: book.documentNumber(document) }));
    });
