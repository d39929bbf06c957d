import { didYouMean } from '../../model/index.ts';
import type { Path, Problems } from '../question/problem.ts';

type Plain = Readonly<Record<string, unknown>>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string =>
  typeof value === 'string' ? `“${value}”` : Array.isArray(value) ? 'a list' : isPlain(value) ? 'a map' : String(value);

const listed = (names: readonly (string | number)[]): string => names.join(', ');

/** Reads the fields of one map, noting all that is wrong with them. Absent and wrong fields alike give undefined. */
export class Fields {
  readonly #plain: Plain;
  readonly #path: Path;
  readonly #problems: Problems;
  readonly #what: string;

  /** @param what the map is, for messages: "E3", "The question" */
  constructor(plain: Plain, path: Path, problems: Problems, what: string) {
    this.#plain = plain;
    this.#path = path;
    this.#problems = problems;
    this.#what = what;
  }

  at(key: string): Path {
    return [...this.#path, key];
  }

  has(key: string): boolean {
    return this.#plain[key] !== undefined && this.#plain[key] !== null;
  }

  raw(key: string): unknown {
    return this.#plain[key];
  }

  error(key: string, message: string): undefined {
    this.#problems.error(message.charAt(0).toUpperCase() + message.slice(1), this.at(key));
    return undefined;
  }

  /** Refuses keys that mean nothing, so that no slip of the pen is lost in silence. */
  only(known: readonly string[]): void {
    for (const key of Object.keys(this.#plain))
      if (!known.includes(key))
        this.error(key, `${this.#what} has no “${key}”.${didYouMean(key, known) || ` It may have ${listed(known)}.`}`);
  }

  text(key: string, need?: 'required'): string | undefined {
    if (!this.has(key)) return need && this.error(key, `${this.#what} needs “${key}”.`);
    const value = this.#plain[key];
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string')
      return this.error(key, `“${key}” of ${this.#what} must be text, not ${shown(value)}.`);
    if (value.trim() === '') return need && this.error(key, `“${key}” of ${this.#what} is empty.`);
    return value;
  }

  choice<Choice extends string | number>(
    key: string,
    choices: readonly Choice[],
    need?: 'required',
  ): Choice | undefined {
    if (!this.has(key)) return need && this.error(key, `${this.#what} needs “${key}”: one of ${listed(choices)}.`);
    const value = this.#plain[key];
    const found = choices.find((choice) => String(choice) === String(value).toUpperCase());
    if (found !== undefined) return found;
    // Letters and digits are all as near to each other.
    const near = choices.some((choice) => String(choice).length > 1)
      ? didYouMean(String(value), choices.map(String))
      : '';
    return this.error(
      key,
      `“${key}” of ${this.#what} cannot be ${shown(value)}: it is one of ${listed(choices)}.${near}`,
    );
  }

  /** A number from `low` to `high`, both allowed. */
  number(key: string, low: number, high: number): number | undefined {
    if (!this.has(key)) return undefined;
    const value = this.#plain[key];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || Number.isNaN(number))
      return this.error(key, `“${key}” of ${this.#what} must be a number, not ${shown(value)}.`);
    if (number < low || number > high)
      return this.error(key, `“${key}” of ${this.#what} is ${number}: it must lie between ${low} and ${high}.`);
    return number;
  }

  whole(key: string, low: number): number | undefined {
    const value = this.number(key, low, Number.MAX_SAFE_INTEGER);
    if (value === undefined || Number.isInteger(value)) return value;
    return this.error(key, `“${key}” of ${this.#what} must be a whole number, not ${value}.`);
  }

  /** A list; undefined where there is none. */
  list(key: string, need?: 'required'): readonly unknown[] | undefined {
    if (!this.has(key)) return need && this.error(key, `${this.#what} needs a list “${key}”.`);
    const value = this.#plain[key];
    if (Array.isArray(value)) return value;
    return this.error(key, `“${key}” of ${this.#what} must be a list, not ${shown(value)}.`);
  }

  /** A map with names as keys; undefined where there is none. */
  map(key: string): Plain | undefined {
    if (!this.has(key)) return undefined;
    const value = this.#plain[key];
    if (isPlain(value)) return value;
    return this.error(key, `“${key}” of ${this.#what} must be a map, not ${shown(value)}.`);
  }
}

/** The maps of a list as fields; what is no map is a problem. */
export const eachOf = (
  list: readonly unknown[],
  path: Path,
  problems: Problems,
  name: (index: number, plain: Plain) => string,
): readonly Fields[] =>
  list.flatMap((item, index) => {
    if (isPlain(item)) return [new Fields(item, [...path, index], problems, name(index, item))];
    problems.error(`This must be a map with keys, not ${shown(item)}.`, [...path, index]);
    return [];
  });
