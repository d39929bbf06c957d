import { formatPath, type Path, type Problems } from '../problem.ts';
import { didYouMean } from '../suggest.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words of the expression language, and the separator of internal positions, cannot be names. */
const RESERVED = new Set([
  'and',
  'or',
  'not',
  'true',
  'false',
  'did',
  'ever',
  'end',
  'crossed',
  'rank',
  'min',
  'max',
  'clamp',
  'abs',
  'if',
  'turn',
  'otherwise',
]);
const PROVENANCE = ['source', 'judgement', 'about'];

const kindOf = (value: unknown): string =>
  value === null || value === undefined
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'a mapping'
        : `${typeof value === 'string' ? 'the text' : 'the value'} ${String(value).slice(0, 40)}`;

/** A value of the scenario with its path: reads it as what it should be, and notes a problem where it is not. */
export class Field {
  readonly value: unknown;
  readonly path: Path;
  readonly problems: Problems;

  constructor(value: unknown, path: Path, problems: Problems) {
    this.value = value;
    this.path = path;
    this.problems = problems;
  }

  get missing(): boolean {
    return this.value === undefined || this.value === null;
  }

  child(key: string | number): Field {
    const inner =
      typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, key)
        ? (this.value as Record<string | number, unknown>)[key]
        : undefined;
    return new Field(inner, [...this.path, key], this.problems);
  }

  error(rule: Parameters<Problems['error']>[0], message: string, offset?: number): void {
    this.problems.error(rule, message, this.path, offset);
  }

  /** A mapping with known keys. False when it is none; every key that is not known is reported. */
  shape(known: readonly string[], required: readonly string[] = []): boolean {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.error(
        'structure',
        `${this.label} must be a mapping with ${required.length ? required.join(', ') : known.join(', ')}, not ${kindOf(this.value)}.`,
      );
      return false;
    }
    for (const key of Object.keys(this.value)) {
      if (known.includes(key) || PROVENANCE.includes(key)) continue;
      this.problems.error(
        'unknown-key',
        `${this.label} has no key ${key}.${didYouMean(key, known) || ` Known: ${known.join(', ')}.`}`,
        [...this.path, `${key}\u0000key`],
      );
    }
    for (const key of required) if (this.child(key).missing) this.error('structure', `${this.label} lacks ${key}.`);
    return true;
  }

  /** A mapping from names of the user's to values. Names are checked; an absent mapping is empty. */
  entries(what: string): readonly (readonly [string, Field])[] {
    if (this.missing) return [];
    if (typeof this.value !== 'object' || Array.isArray(this.value)) {
      this.error('structure', `${this.label} must be a mapping from names to ${what}, not ${kindOf(this.value)}.`);
      return [];
    }
    return Object.keys(this.value as object).map((name) => {
      if (!NAME.test(name))
        this.problems.error(
          'structure',
          `${JSON.stringify(name)} cannot be a name: use letters, digits and _, a letter first.`,
          [...this.path, `${name}\u0000key`],
        );
      else if (RESERVED.has(name))
        this.problems.error('duplicate-name', `${name} is a word of the expression language and cannot be a name.`, [
          ...this.path,
          `${name}\u0000key`,
        ]);
      return [name, this.child(name)] as const;
    });
  }

  list(): readonly Field[] {
    if (this.missing) return [];
    if (!Array.isArray(this.value)) {
      this.error('structure', `${this.label} must be a list, not ${kindOf(this.value)}.`);
      return [];
    }
    return this.value.map((_, index) => this.child(index));
  }

  text(): string | null {
    if (this.missing) return null;
    if (typeof this.value === 'string') return this.value;
    if (typeof this.value === 'number') return String(this.value);
    this.error('type', `${this.label} must be text, not ${kindOf(this.value)}.`);
    return null;
  }

  number(low = -Number.MAX_VALUE, high = Number.MAX_VALUE): number | null {
    if (this.missing) return null;
    const value = typeof this.value === 'string' && /^[+-]?[\d.]/.test(this.value) ? Number(this.value) : this.value;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.error(
        Number.isNaN(value) ? 'range' : 'type',
        `${this.label} must be a finite number, not ${kindOf(this.value)}.`,
      );
      return null;
    }
    if (value < low || value > high) {
      this.error(
        'range',
        `${this.label} is ${value}; it must lie from ${low} to ${high === Number.MAX_VALUE ? 'any number' : high}.`,
      );
      return null;
    }
    return value;
  }

  whole(low: number, high: number): number | null {
    const value = this.number(low, high);
    if (value === null || Number.isInteger(value)) return value;
    this.error('type', `${this.label} must be a whole number, not ${value}.`);
    return null;
  }

  flag(): boolean {
    if (this.missing) return false;
    if (typeof this.value !== 'boolean')
      this.error('type', `${this.label} must be true or false, not ${kindOf(this.value)}.`);
    return this.value === true;
  }

  /** One of the user's names, as index; unknown ones are reported with a suggestion. */
  reference(names: ReadonlyMap<string, number>, what: string): number | null {
    const name = this.text();
    if (name === null) {
      if (this.missing) this.error('structure', `${this.label} must name ${what}.`);
      return null;
    }
    const index = names.get(name);
    if (index === undefined) this.error('unknown-name', `unknown ${what} ${name}.${didYouMean(name, names.keys())}`);
    return index ?? null;
  }

  get label(): string {
    return this.path.length === 0 ? 'the scenario' : formatPath(this.path);
  }
}
