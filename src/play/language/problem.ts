/** Keys and positions from the top of the scenario: `['actors', 'RU', 'utility']`. */
export type Path = readonly (string | number)[];

/** Finds line and column (from 1) of the value at a path, `offset` characters into its text; undefined when the scenario came from no file. */
export type Locate = (path: Path, offset?: number) => { readonly line: number; readonly column: number } | undefined;

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Short and stable, for tools: `unknown-name`, `type`, `unreachable` … */
  readonly rule: ProblemRule;
  readonly message: string;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

export type ProblemRule =
  | 'syntax'
  | 'structure'
  | 'unknown-key'
  | 'unknown-name'
  | 'duplicate-name'
  | 'type'
  | 'range'
  | 'support'
  | 'distribution'
  | 'correlation'
  | 'cycle'
  | 'unreachable'
  | 'outcome-overlap'
  | 'outcome-gap'
  | 'division'
  | 'belief'
  | 'unsourced'
  | 'unused';

export const formatPath = (path: Path): string => path.join('.');

/** Collects everything that is wrong, so that one pass reports it all. */
export class Problems {
  readonly list: Problem[] = [];
  private readonly locate: Locate;

  constructor(locate: Locate) {
    this.locate = locate;
  }

  error(rule: ProblemRule, message: string, path: Path, offset?: number): void {
    this.add('error', rule, message, path, offset);
  }

  warn(rule: ProblemRule, message: string, path: Path, offset?: number): void {
    this.add('warning', rule, message, path, offset);
  }

  get failed(): boolean {
    return this.list.some((problem) => problem.severity === 'error');
  }

  place(path: Path, offset?: number): { readonly line?: number; readonly column?: number } {
    return this.locate(path, offset) ?? {};
  }

  private add(severity: Problem['severity'], rule: ProblemRule, message: string, path: Path, offset?: number): void {
    this.list.push({ severity, rule, message, path: formatPath(path), ...this.place(path, offset) });
  }
}
