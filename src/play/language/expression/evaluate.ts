import type { Typed } from './typed.ts';

/** One moment, as plain values: what the interpreter needs where nothing is compiled (checking outcomes, tests of the compiler). */
export interface Moment {
  readonly variables: ArrayLike<number>;
  readonly parameters: ArrayLike<number>;
  readonly turn: number;
  readonly did: (actor: number, action: number) => boolean;
  readonly crossed: (line: number) => boolean;
  readonly ever: (latch: number) => boolean;
  readonly outcome: (index: number) => boolean;
}

/** Evaluates a checked expression; truth values are 1 and 0. Division by zero gives ±Infinity or NaN here. */
export const evaluate = (node: Typed, at: Moment): number => {
  const of = (part: Typed): number => evaluate(part, at);
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'boolean':
      return Number(node.value);
    case 'variable':
      return at.variables[node.index] as number;
    case 'parameter':
      return at.parameters[node.index] as number;
    case 'turn':
      return at.turn;
    case 'did':
      return Number(at.did(node.actor, node.action));
    case 'crossed':
      return Number(at.crossed(node.line));
    case 'ever':
      return Number(at.ever(node.latch));
    case 'outcome':
      return Number(at.outcome(node.index));
    case 'negate':
      return -of(node.operand);
    case 'not':
      return 1 - of(node.operand);
    case 'arithmetic': {
      const [a, b] = [of(node.left), of(node.right)];
      return node.op === '+' ? a + b : node.op === '-' ? a - b : node.op === '*' ? a * b : a / b;
    }
    case 'compare': {
      const [a, b] = [of(node.left), of(node.right)];
      switch (node.op) {
        case '<':
          return Number(a < b);
        case '<=':
          return Number(a <= b);
        case '>':
          return Number(a > b);
        case '>=':
          return Number(a >= b);
        case '==':
          return Number(a === b);
        case '!=':
          return Number(a !== b);
      }
      break;
    }
    case 'logic':
      return node.op === 'and' ? of(node.left) && of(node.right) : of(node.left) || of(node.right);
    case 'call': {
      const [x, y, z] = node.args.map(of) as [number, number, number];
      switch (node.fn) {
        case 'min':
          return Math.min(...node.args.map(of));
        case 'max':
          return Math.max(...node.args.map(of));
        case 'clamp':
          return Math.min(Math.max(x, y), z);
        case 'abs':
          return Math.abs(x);
        case 'if':
          return x ? y : z;
      }
    }
  }
};
