import { readFileSync } from 'node:fs';

/** A sentence of a CoNLL-U file: words, and the surface text as its tokens and `SpaceAfter` give it. */
export interface GoldSentence {
  readonly id: string;
  readonly newDocument: boolean;
  readonly newParagraph: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** −1 is the root. */
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** No space before the word. */
  readonly glued: readonly boolean[];
  /** What stands on the page, word by word: the words of "don't" share one entry, their text being on the first. */
  readonly surface: readonly { readonly text: string; readonly spaceAfter: boolean; readonly words: number }[];
}

export const readConllu = (path: string): GoldSentence[] =>
  readFileSync(path, 'utf8')
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map(sentenceOf);

const sentenceOf = (block: string): GoldSentence => {
  const lines = block.split('\n');
  const comments = lines.filter((line) => line.startsWith('#'));
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const words = rows.filter(([id]) => /^\d+$/.test(id!));
  const surface: { text: string; spaceAfter: boolean; words: number }[] = [];
  let coveredUntil = 0;
  for (const [id, form, , , , , , , , misc] of rows) {
    if (id!.includes('.')) continue;
    const [from, to] = id!.split('-').map(Number);
    if (to === undefined && from! <= coveredUntil) continue;
    surface.push({
      text: form!,
      spaceAfter: !misc!.includes('SpaceAfter=No'),
      words: to === undefined ? 1 : to - from! + 1,
    });
    coveredUntil = to ?? from!;
  }
  const glued: boolean[] = [];
  surface.forEach((token, index) => {
    const before = surface[index - 1];
    glued.push(before !== undefined && !before.spaceAfter, ...Array<boolean>(token.words - 1).fill(true));
  });
  return {
    id: comments.find((line) => line.startsWith('# sent_id = '))?.slice(12) ?? '',
    newDocument: comments.some((line) => line.startsWith('# newdoc')),
    newParagraph: comments.some((line) => line.startsWith('# newpar')),
    forms: words.map((row) => row[1]!),
    lemmas: words.map((row) => row[2]!),
    upos: words.map((row) => row[3]!),
    xpos: words.map((row) => row[4]!),
    heads: words.map((row) => Number(row[6]) - 1),
    labels: words.map((row) => row[7]!),
    glued,
    surface,
  };
};

export interface GoldText {
  readonly text: string;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The raw texts behind a treebank: the surface tokens in order with a space where `SpaceAfter` leaves one, an empty line
 * before each `# newpar`, and a text for each `# newdoc`. Words of one surface token are one span of `tokens`.
 */
export const rawTexts = (sentences: readonly GoldSentence[]): GoldText[] => {
  const texts: {
    text: string;
    sentences: { start: number; end: number }[];
    tokens: { start: number; end: number }[];
  }[] = [];
  for (const sentence of sentences) {
    if (sentence.newDocument || texts.length === 0) texts.push({ text: '', sentences: [], tokens: [] });
    const current = texts.at(-1)!;
    if (sentence.newParagraph && current.text !== '') current.text = `${current.text.trimEnd()}\n\n`;
    const start = current.text.length;
    for (const { text, spaceAfter } of sentence.surface) {
      current.tokens.push({ start: current.text.length, end: current.text.length + text.length });
      current.text += spaceAfter ? `${text} ` : text;
    }
    current.sentences.push({ start, end: current.text.trimEnd().length });
  }
  return texts;
};
