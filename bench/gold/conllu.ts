import { readFileSync } from 'node:fs';
import type { AnnotatedSentence, Token } from '../../src/read/annotate/annotation.ts';

/** A sentence of a CoNLL-U file with its place in the rebuilt text, and every column that a measure may ask for. */
export interface GoldSentence extends AnnotatedSentence {
  readonly id: string;
  /** MISC column of each token, in the order of `tokens`. */
  readonly misc: readonly string[];
  readonly feats: readonly string[];
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly sentences: readonly GoldSentence[];
}

interface Builder {
  id: string;
  text: string;
  metadata: Record<string, string>;
  sentences: GoldSentence[];
  paragraph: number;
}

/**
 * Reads a CoNLL-U file into documents whose text is rebuilt from `# text`, with a space between sentences and an empty
 * line where `# newpar` begins a paragraph. Multiword tokens are kept by their parts; empty nodes are left out.
 */
export const readConllu = (path: string): readonly GoldDocument[] => {
  const documents: Builder[] = [];
  let current: Builder = { id: path, text: '', metadata: {}, sentences: [], paragraph: 0 };
  let comments = new Map<string, string>();
  let rows: string[][] = [];
  let surface = new Map<number, readonly [last: number, form: string]>();
  let newParagraph = false;

  const flush = (): void => {
    if (rows.length === 0) return;
    const sentenceText = comments.get('text') ?? rows.map((row) => row[1]).join(' ');
    if (current.text !== '') current.text += newParagraph ? '\n\n' : ' ';
    if (newParagraph && current.text !== '') current.paragraph++;
    const base = current.text.length;
    let cursor = 0;
    let coveredTo = 0;
    let covered: readonly [number, number] = [0, 0];
    const tokens: Token[] = rows.map((row, index) => {
      const number = index + 1;
      const form = row[1] as string;
      const multi = surface.get(number);
      if (multi) {
        const at = sentenceText.indexOf(multi[1], cursor);
        covered = [at, at + multi[1].length];
        coveredTo = multi[0];
        cursor = covered[0];
      }
      let start = sentenceText.indexOf(form, cursor);
      if (number <= coveredTo && (start < 0 || start + form.length > covered[1])) start = cursor;
      if (start < 0) start = cursor;
      const end = number <= coveredTo ? Math.min(start + form.length, covered[1]) : start + form.length;
      cursor = end;
      return {
        start: base + start,
        end: base + end,
        text: form,
        lemma: row[2] as string,
        upos: row[3] as string,
        xpos: row[4] as string,
        head: Number(row[6]) - 1,
        deprel: row[7] as string,
      };
    });
    current.sentences.push({
      id: comments.get('sent_id') ?? String(current.sentences.length),
      index: current.sentences.length,
      paragraph: current.paragraph,
      start: base,
      end: base + sentenceText.length,
      tokens,
      misc: rows.map((row) => row[9] ?? '_'),
      feats: rows.map((row) => row[5] ?? '_'),
    });
    current.text += sentenceText;
    newParagraph = false;
    rows = [];
    surface = new Map();
    comments = new Map();
  };

  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') flush();
    else if (line.startsWith('# newdoc')) {
      if (current.sentences.length > 0) documents.push(current);
      current = { id: line.split('=')[1]?.trim() ?? path, text: '', metadata: {}, sentences: [], paragraph: 0 };
    } else if (/^# newpar(\s|$)/.test(line)) newParagraph = true;
    else if (line.startsWith('#')) {
      const [, key, value] = /^#\s*(.*?)\s*=\s*(.*)$/.exec(line) ?? [];
      if (key?.startsWith('meta::')) current.metadata[key.slice(6)] = value ?? '';
      else if (key) comments.set(key, value ?? '');
    } else {
      const row = line.split('\t');
      const id = row[0] as string;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range) surface.set(Number(range[1]), [Number(range[2]), row[1] as string]);
      else if (!id.includes('.')) rows.push(row);
    }
  }
  flush();
  if (current.sentences.length > 0) documents.push(current);
  return documents;
};
