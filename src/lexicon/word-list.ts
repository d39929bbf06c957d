/** Words as a data file lists them: with commas between them, or as a list. */
export type Words = string | readonly string[];

/** The words of a list, in order. */
export const wordList = (words: Words): readonly string[] =>
  typeof words === 'string'
    ? words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : words;
