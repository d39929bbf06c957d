import type { Typed } from './typed.ts';

/** All values between, ends included. Truth values are 0 and 1: [0, 1] may be either. */
export type Interval = readonly [low: number, high: number];

export interface IntervalEnvironment {
  readonly variable: (index: number) => Interval;
  readonly parameter: (index: number) => Interval;
  readonly turn: Interval;
  readonly did: (actor: number, action: number) => Interval;
  readonly crossed: (line: number) => Interval;
  readonly ever: (latch: number) => Interval;
  readonly outcome: (index: number) => Interval;
}

const FALSE: Interval = [0, 0];
const TRUE: Interval = [1, 1];
const EITHER: Interval = [0, 1];

/** 0 · ∞ counts as 0 here: the end of an interval that is not reached. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

const multiply = ([a, b]: Interval, [c, d]: Interval): Interval => {
  const ends = [product(a, c), product(a, d), product(b, c), product(b, d)];
  return [Math.min(...ends), Math.max(...ends)];
};

const divide = (a: Interval, [c, d]: Interval): Interval =>
  c <= 0 && d >= 0 ? [-Infinity, Infinity] : multiply(a, [1 / d, 1 / c]);

const less = ([a, b]: Interval, [c, d]: Interval, orEqual: boolean): Interval => {
  if (orEqual ? b <= c : b < c) return TRUE;
  return (orEqual ? a > d : a >= d) ? FALSE : EITHER;
};

const flip = ([a, b]: Interval): Interval => [1 - b, 1 - a];

/** Bounds on what an expression can be (Moore's interval arithmetic; sound, not tight). */
export const intervalOf = (node: Typed, env: IntervalEnvironment): Interval => {
  const of = (part: Typed): Interval => intervalOf(part, env);
  switch (node.kind) {
    case 'number':
      return [node.value, node.value];
    case 'boolean':
      return node.value ? TRUE : FALSE;
    case 'variable':
      return env.variable(node.index);
    case 'parameter':
      return env.parameter(node.index);
    case 'turn':
      return env.turn;
    case 'did':
      return env.did(node.actor, node.action);
    case 'crossed':
      return env.crossed(node.line);
    case 'ever':
      return env.ever(node.latch);
    case 'outcome':
      return env.outcome(node.index);
    case 'negate': {
      const [a, b] = of(node.operand);
      return [-b, -a];
    }
    case 'not':
      return flip(of(node.operand));
    case 'arithmetic': {
      const [a, b] = [of(node.left), of(node.right)];
      if (node.op === '+') return [a[0] + b[0], a[1] + b[1]];
      if (node.op === '-') return [a[0] - b[1], a[1] - b[0]];
      return node.op === '*' ? multiply(a, b) : divide(a, b);
    }
    case 'compare': {
      const [a, b] = [of(node.left), of(node.right)];
      switch (node.op) {
        case '<':
          return less(a, b, false);
        case '<=':
          return less(a, b, true);
        case '>':
          return less(b, a, false);
        case '>=':
          return less(b, a, true);
        case '==':
        case '!=': {
          const same: Interval = a[0] > b[1] || a[1] < b[0] ? FALSE : a[0] === a[1] && b[0] === b[1] ? TRUE : EITHER;
          return node.op === '==' ? same : flip(same);
        }
      }
      break;
    }
    case 'logic': {
      const [a, b] = [of(node.left), of(node.right)];
      return node.op === 'and'
        ? [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
        : [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
    }
    case 'call':
      return callInterval(node, of);
  }
};

const callInterval = (node: Extract<Typed, { kind: 'call' }>, of: (part: Typed) => Interval): Interval => {
  const args = node.args.map(of);
  const [x, y, z] = args as [Interval, Interval, Interval];
  switch (node.fn) {
    case 'min':
      return [Math.min(...args.map(([low]) => low)), Math.min(...args.map(([, high]) => high))];
    case 'max':
      return [Math.max(...args.map(([low]) => low)), Math.max(...args.map(([, high]) => high))];
    case 'clamp':
      return [Math.min(Math.max(x[0], y[0]), z[0]), Math.min(Math.max(x[1], y[1]), z[1])];
    case 'abs':
      return x[0] >= 0 ? x : x[1] <= 0 ? [-x[1], -x[0]] : [0, Math.max(-x[0], x[1])];
    case 'if':
      if (x[0] === 1) return y;
      return x[1] === 0 ? z : [Math.min(y[0], z[0]), Math.max(y[1], z[1])];
  }
};
