import type { NameTable } from './compile.ts';

/** A run of words of a text, ready to be looked up. */
export interface Words {
  /** As written. */
  readonly raw: readonly string[];
  /** As `normaliseWord` makes them. */
  readonly keys: readonly string[];
}

export interface IndexHit {
  readonly length: number;
  readonly values: readonly number[];
}

/** Longest-match look-up of word runs: a hash of whole names, and for each first word the longest name it begins. */
export class NameIndex {
  readonly #values = new Map<string, readonly number[]>();
  readonly #longest = new Map<string, number>();

  constructor(table: NameTable) {
    const keys = table.keys === '' ? [] : table.keys.split('\n');
    keys.forEach((key, number) => {
      this.set(key, table.values[number] as readonly number[]);
    });
  }

  set(key: string, values: readonly number[]): void {
    this.#values.set(key, values);
    const blank = key.indexOf(' ');
    const first = blank < 0 ? key : key.slice(0, blank);
    let length = 1;
    for (let at = blank; at >= 0; at = key.indexOf(' ', at + 1)) length++;
    if ((this.#longest.get(first) ?? 0) < length) this.#longest.set(first, length);
  }

  get(key: string): readonly number[] | undefined {
    return this.#values.get(key);
  }

  get size(): number {
    return this.#values.size;
  }

  /** Every name that begins at this word, longest first. */
  at(keys: readonly string[], from: number): IndexHit[] {
    const first = keys[from];
    if (first === undefined) return [];
    const longest = this.#longest.get(first);
    if (longest === undefined) return [];
    const hits: IndexHit[] = [];
    let key = first;
    for (let length = 1; ; ) {
      const values = this.#values.get(key);
      if (values !== undefined) hits.unshift({ length, values });
      if (length === longest || from + length >= keys.length) return hits;
      key += ` ${keys[from + length]}`;
      length++;
    }
  }
}
