/** Rows of the vocabulary with a fixed meaning. */
export const PIECE = { padding: 0, unknown: 100, start: 101, end: 102 } as const;

/** A word costs no more pieces than this, however long; mirrors models/en/training/features.py. */
const MAX_PIECES_PER_WORD = 10;
const MAX_CHARACTERS_PER_WORD = 60;
/** Distinct words whose pieces are remembered. */
const REMEMBERED_WORDS = 20_000;

const MARK = /[!-/:-@[-`{-~]|\p{P}/u;
const CJK = /[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF]/u;
const DROPPED = /[\p{Mn}\p{Cc}\p{Cf}\uFFFD]/u;

/** BERT's uncased WordPiece, one word at a time. */
export class WordPieces {
  private readonly rows: ReadonlyMap<string, number>;
  private readonly known = new Map<string, readonly number[]>();

  /** @param vocabulary one piece a line; the line number is its row */
  constructor(vocabulary: string) {
    this.rows = new Map(vocabulary.split('\n').map((piece, row) => [piece.replace(/\r$/, ''), row]));
  }

  /** Row of a whole word; the vocabulary lists the commoner ones first. Infinite for a word that it does not hold. */
  rankOf(form: string): number {
    return this.rows.get(form) ?? Number.POSITIVE_INFINITY;
  }

  /** Between 1 and 10 rows for any word. */
  piecesOf(form: string): readonly number[] {
    const known = this.known.get(form);
    if (known !== undefined) return known;
    const pieces = this.split(form);
    if (this.known.size >= REMEMBERED_WORDS) this.known.clear();
    this.known.set(form, pieces);
    return pieces;
  }

  private split(form: string): readonly number[] {
    const characters = [...form.slice(0, 2 * MAX_CHARACTERS_PER_WORD)].slice(0, MAX_CHARACTERS_PER_WORD);
    const pieces: number[] = [];
    let part = '';
    const flush = (): void => {
      if (part !== '') this.greedy(part, pieces);
      part = '';
    };
    for (const character of characters.join('').toLowerCase().normalize('NFD')) {
      if (DROPPED.test(character)) continue;
      if (/\s/u.test(character)) flush();
      else if (MARK.test(character) || CJK.test(character)) {
        flush();
        this.greedy(character, pieces);
      } else part += character;
    }
    flush();
    return pieces.length === 0 ? [PIECE.unknown] : pieces.slice(0, MAX_PIECES_PER_WORD);
  }

  private greedy(part: string, pieces: number[]): void {
    const before = pieces.length;
    for (let start = 0; start < part.length; ) {
      let end = part.length;
      let row: number | undefined;
      for (; end > start; end--) {
        row = this.rows.get((start > 0 ? '##' : '') + part.slice(start, end));
        if (row !== undefined) break;
      }
      if (row === undefined) {
        pieces.length = before;
        pieces.push(PIECE.unknown);
        return;
      }
      pieces.push(row);
      start = end;
    }
  }
}
