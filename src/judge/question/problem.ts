/** Keys and positions from the top of a question: `['evidence', 3, 'credibility']`. */
export type Path = readonly (string | number)[];

/** Line and column of the value at a path, from 1; undefined where it came from no file. In CSV a column is a cell. */
export type Locate = (path: Path) => { readonly line: number; readonly column: number } | undefined;

export interface Problem {
  /** A warning stops nothing. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Collects everything that is wrong, so that one pass reports it all. */
export class Problems {
  readonly #list: Problem[] = [];
  readonly #locate: Locate;

  constructor(locate: Locate = () => undefined) {
    this.#locate = locate;
  }

  error(message: string, path: Path): void {
    this.#add('error', message, path);
  }

  warn(message: string, path: Path): void {
    this.#add('warning', message, path);
  }

  get failed(): boolean {
    return this.#list.some(({ severity }) => severity === 'error');
  }

  /** In the order of the file. */
  sorted(): readonly Problem[] {
    const place = ({ line = 0, column = 0 }: Problem): number => line * 1e5 + column;
    return [...this.#list].sort((a, b) => place(a) - place(b));
  }

  #add(severity: Problem['severity'], message: string, path: Path): void {
    this.#list.push({ severity, message, path: path.join('.'), ...this.#locate(path) });
  }
}
