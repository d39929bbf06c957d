/** Plural nouns without an s. */
const PLURALS = new Set(['people', 'police', 'troops', 'men', 'women', 'media', 'personnel']);
const SINGULAR_ENDING = /(?:ss|us|is|news|series)$/;
const BEHIND_THE_HEAD = / (?:of|at|in|from|on|with|for|who|which|that|close) |,/;

/** Several kinds of one plural noun: "Western, South Korean and Ukrainian officials". */
const KINDS_OF_ONE_NOUN = /^(?:[^,]+, )*[^,]+ and [^,]* \p{Ll}+s$/u;

/** Whether a name or noun phrase takes a plural verb. Names in capitals are singular: "the United States", "Reuters". */
export const isPlural = (words: string): boolean => {
  if (KINDS_OF_ONE_NOUN.test(words)) return true;
  const [head = ''] = words.split(BEHIND_THE_HEAD);
  if (/ and /.test(head)) return true;
  const last = head.trim().split(' ').at(-1) ?? '';
  return PLURALS.has(last) || (/^[a-z].*s$/.test(last) && !SINGULAR_ENDING.test(last));
};

/** The form of a verb that agrees with its subjects. */
export const agreeing = (subjects: readonly string[], one: string, many: string): string =>
  subjects.length > 1 || subjects.some(isPlural) ? many : one;
