/** A term of a search: words that stand together, each in quotes for FTS5, so that nothing of it is an operator. */
interface Term {
  readonly match: string;
  readonly excluded: boolean;
}

const PARTS = /(-?)(?:"([^"]*)"?|(\S+))/g;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const termOf = (minus: string, text: string, isPhrase: boolean): Term | null => {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  // "Su-35" is indexed as two words that follow one another: a phrase finds it.
  const prefix = !isPhrase && text.endsWith('*') ? '*' : '';
  return { match: `"${words.join(' ')}"${prefix}`, excluded: minus === '-' };
};

/**
 * A search as people write it, in the language of FTS5: words are joined by "and"; `"in quotes"` stand together;
 * `-word` excludes; `OR` between two terms; `word*` by its beginning.
 *
 * @returns null when nothing is left to look for
 */
export const matchExpression = (query: string): string | null => {
  const groups: string[][] = [];
  const excluded: string[] = [];
  let joinsLast = false;
  for (const [, minus = '', phrase, word] of query.matchAll(PARTS)) {
    if (word === 'OR' && minus === '') {
      joinsLast = groups.length > 0;
      continue;
    }
    const term = termOf(minus, phrase ?? word ?? '', phrase !== undefined);
    if (term === null) continue;
    if (term.excluded) excluded.push(term.match);
    else if (joinsLast) groups.at(-1)?.push(term.match);
    else groups.push([term.match]);
    joinsLast = false;
  }
  if (groups.length === 0) return null;
  const wanted = groups.map((terms) => `(${terms.join(' OR ')})`).join(' AND ');
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.join(' OR ')})`;
};
