import { WatchfloorError } from '../../../model/index.ts';
import { parseRational, type Rational } from './rational.ts';

interface GambitToken {
  readonly kind: 'string' | 'word' | '{' | '}';
  readonly text: string;
  readonly line: number;
}

const TOKEN = /\s+|,|"((?:[^"\\]|\\.)*)"|([{}])|([^\s{}",]+)|(")/gy;

/** Words of a Gambit file one after the other, each with its line for the error. */
export class GambitTokens {
  readonly #tokens: GambitToken[] = [];
  readonly #file: string;
  #at = 0;

  constructor(text: string, file: string) {
    this.#file = file;
    let line = 1;
    for (const match of text.matchAll(TOKEN)) {
      const [all, quoted, brace, word, stray] = match;
      if (stray !== undefined) throw this.error('a quotation mark is never closed', line);
      if (quoted !== undefined) this.#tokens.push({ kind: 'string', text: quoted.replaceAll(/\\(.)/g, '$1'), line });
      else if (brace !== undefined) this.#tokens.push({ kind: brace as '{' | '}', text: brace, line });
      else if (word !== undefined) this.#tokens.push({ kind: 'word', text: word, line });
      line += all.split('\n').length - 1;
    }
  }

  error(what: string, line = this.line): WatchfloorError {
    return new WatchfloorError('play.bad-game', `The game file cannot be read: ${what}.`, { file: this.#file, line });
  }

  get line(): number {
    return (this.#tokens[this.#at] ?? this.#tokens.at(-1))?.line ?? 1;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): GambitToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): GambitToken {
    const token = this.#tokens[this.#at];
    if (!token) throw this.error('it ends too early');
    this.#at++;
    return token;
  }

  expect(kind: GambitToken['kind'], what: string): string {
    const token = this.next();
    if (token.kind !== kind) throw this.error(`${what} expected, found "${token.text}"`, token.line);
    return token.text;
  }

  word(wanted: string): void {
    const token = this.next();
    if (token.text !== wanted) throw this.error(`"${wanted}" expected, found "${token.text}"`, token.line);
  }

  /** A string where one stands here. */
  optionalString(): string | undefined {
    return this.peek()?.kind === 'string' ? this.next().text : undefined;
  }

  number(what: string): Rational {
    const token = this.next();
    const value = token.kind === 'word' ? parseRational(token.text) : undefined;
    if (!value) throw this.error(`${what} must be a number, found "${token.text}"`, token.line);
    return value;
  }

  integer(what: string): number {
    const { n, d } = this.number(what);
    if (d !== 1n) throw this.error(`${what} must be a whole number`);
    return Number(n);
  }

  /** `{ item item … }` */
  list<T>(item: () => T, what: string): T[] {
    this.expect('{', `the list of ${what}`);
    const items: T[] = [];
    while (this.peek()?.kind !== '}') items.push(item());
    this.next();
    return items;
  }
}
