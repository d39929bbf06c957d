import type { ArithmeticOperator, CompareOperator, LogicOperator } from './syntax.ts';

/** Where a checked expression stands, for errors that only a run can find. */
export interface Site {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly text: string;
}

/** A checked expression: every name is an index, every type is known, `end(…)` has been resolved by context. Numbers and truth values alike compile to JavaScript numbers and booleans. */
export type Typed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'turn' }
  | { readonly kind: 'did'; readonly actor: number; readonly action: number }
  | { readonly kind: 'crossed'; readonly line: number }
  | { readonly kind: 'ever'; readonly latch: number }
  | { readonly kind: 'outcome'; readonly index: number }
  | { readonly kind: 'negate' | 'not'; readonly operand: Typed }
  | {
      readonly kind: 'arithmetic';
      readonly op: ArithmeticOperator;
      readonly left: Typed;
      readonly right: Typed;
      readonly site: Site;
    }
  | { readonly kind: 'compare'; readonly op: CompareOperator; readonly left: Typed; readonly right: Typed }
  | { readonly kind: 'logic'; readonly op: LogicOperator; readonly left: Typed; readonly right: Typed }
  | { readonly kind: 'call'; readonly fn: Builtin; readonly args: readonly Typed[] };

/** `if(c, a, b)` has a truth value first; the others take and give numbers. */
export type Builtin = 'min' | 'max' | 'clamp' | 'abs' | 'if';

/** The direct parts of an expression. */
export const partsOf = (node: Typed): readonly Typed[] => {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return [node.operand];
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [node.left, node.right];
    case 'call':
      return node.args;
    case 'number':
    case 'boolean':
    case 'variable':
    case 'parameter':
    case 'turn':
    case 'did':
    case 'crossed':
    case 'ever':
    case 'outcome':
      return [];
  }
};

/** Visits the expression and all its parts, outermost first. */
export const walk = (node: Typed, visit: (node: Typed) => void): void => {
  visit(node);
  for (const part of partsOf(node)) walk(part, visit);
};
