import { didYouMean } from '../suggest.ts';
import type { Context, Definition, NamedVariable, Scope } from './scope.ts';
import type { CompareOperator, Syntax } from './syntax.ts';
import { ExpressionError } from './token.ts';
import type { Builtin, Site, Typed } from './typed.ts';
import { isUnknown, UNKNOWN_NUMBER, unknownOf } from './unknown.ts';

export type ValueType =
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'ladder'; readonly levels: readonly string[] }
  /** Of a part that has a problem of its own, which fits anywhere. */
  | { readonly kind: 'unknown' };

interface Result {
  readonly type: ValueType;
  readonly node: Typed;
}

const NUMBER: ValueType = { kind: 'number' };
const BOOLEAN: ValueType = { kind: 'boolean' };
const UNKNOWN: Result = { type: { kind: 'unknown' }, node: UNKNOWN_NUMBER };
const ARITY: Readonly<Record<string, readonly [low: number, high: number]>> = {
  min: [1, 32],
  max: [1, 32],
  clamp: [3, 3],
  abs: [1, 1],
  if: [3, 3],
  rank: [1, 1],
  end: [1, 1],
  ever: [1, 1],
};
const FUNCTIONS = [...Object.keys(ARITY), 'did', 'crossed'];
/** Definitions are written out where they are used; this many parts are enough for any, and stop a bomb of them. */
const MAX_PARTS = 20_000;

/** Not one part that is wrong, but the whole: nothing more is looked for. */
class TooManyParts extends ExpressionError {}

const describe = (type: ValueType): string => {
  switch (type.kind) {
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a truth value';
    case 'ladder':
      return `a ladder (${type.levels.join(' < ')})`;
    case 'unknown':
      return 'unknown';
  }
};

export interface CheckedExpression {
  readonly node: Typed;
  /** Everything that does not fit, by place. */
  readonly errors: readonly ExpressionError[];
}

/** Gives an expression its types and turns names into indices, going on behind what does not fit. */
export class TypeChecker {
  private readonly scope: Scope;
  private readonly context: Context;
  private site: (offset: number) => Site;
  /** Inside `end` or `ever`, where an outcome may look at the state. */
  private inMoment = false;
  private readonly open: string[] = [];
  private parts = 0;
  private errors: ExpressionError[] = [];

  constructor(scope: Scope, context: Context, site: (offset: number) => Site) {
    this.scope = scope;
    this.context = context;
    this.site = site;
  }

  /** The expression where a number or a condition is wanted. One with an error, here or in a definition that it uses, may be anything. */
  check(syntax: Syntax, wanted: 'number' | 'boolean'): CheckedExpression {
    const { value: node, errors } = this.collect(() => this.want(syntax, wanted), unknownOf(wanted));
    return errors.length > 0 || isUnknown(node) ? { node: unknownOf(wanted), errors } : { node, errors };
  }

  /** A definition by itself, of whatever type. */
  checkDefinition(name: string, { syntax }: Definition): CheckedExpression {
    this.open.push(name);
    const { value, errors } = this.collect(() => this.part(syntax), UNKNOWN);
    this.open.pop();
    return { node: value.node, errors };
  }

  private collect<T>(work: () => T, otherwise: T): { readonly value: T; readonly errors: readonly ExpressionError[] } {
    const outer = this.errors;
    this.errors = [];
    try {
      const value = work();
      return { value, errors: this.errors };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return { value: otherwise, errors: [error] };
    } finally {
      this.errors = outer;
    }
  }

  private want(syntax: Syntax, wanted: 'number' | 'boolean'): Typed {
    const { type, node } = this.part(syntax);
    if (type.kind === wanted) return node;
    if (type.kind !== 'unknown')
      this.errors.push(
        new ExpressionError(
          `${wanted === 'number' ? 'a number' : 'a condition'} is needed here, but this is ${describe(type)}${type.kind === 'ladder' ? '; use rank(…)' : ''}`,
          syntax.offset,
        ),
      );
    return unknownOf(wanted);
  }

  /** A part whose error is kept while the others are looked at. */
  private part(syntax: Syntax): Result {
    try {
      return this.infer(syntax);
    } catch (error) {
      if (!(error instanceof ExpressionError) || error instanceof TooManyParts) throw error;
      this.errors.push(error);
      return UNKNOWN;
    }
  }

  private infer(syntax: Syntax): Result {
    if (++this.parts > MAX_PARTS)
      throw new TooManyParts(`written out, this expression has more than ${MAX_PARTS} parts`, syntax.offset);
    switch (syntax.kind) {
      case 'number':
        return { type: NUMBER, node: { kind: 'number', value: syntax.value } };
      case 'boolean':
        return { type: BOOLEAN, node: { kind: 'boolean', value: syntax.value } };
      case 'name':
        return this.name(syntax.name, syntax.offset);
      case 'did':
        return this.did(syntax);
      case 'crossed':
        return this.crossed(syntax);
      case 'call':
        return this.call(syntax);
      case 'unary':
        if (syntax.op === 'not')
          return { type: BOOLEAN, node: { kind: 'not', operand: this.want(syntax.operand, 'boolean') } };
        if (syntax.op === '+') return { type: NUMBER, node: this.want(syntax.operand, 'number') };
        return { type: NUMBER, node: negate(this.want(syntax.operand, 'number')) };
      case 'binary':
        return this.binary(syntax);
    }
  }

  private name(name: string, offset: number): Result {
    const variable = this.scope.variables.get(name);
    if (variable) return this.variable(name, variable, offset);
    const parameter = this.scope.parameters.get(name);
    if (parameter !== undefined) return { type: NUMBER, node: { kind: 'parameter', index: parameter } };
    if (name === 'turn') {
      this.needMoment('turn', offset);
      return { type: NUMBER, node: { kind: 'turn' } };
    }
    const definition = this.scope.definitions.get(name);
    if (definition) return this.definition(name, definition, offset);
    const outcome = this.scope.outcomes.get(name);
    if (outcome !== undefined && this.context === 'outcome')
      return { type: BOOLEAN, node: { kind: 'outcome', index: outcome } };
    if (outcome !== undefined)
      throw new ExpressionError(`${name} is an outcome, which is known only when the run is over`, offset);
    throw new ExpressionError(`unknown name ${name}.${this.hint(name)}`, offset);
  }

  private hint(name: string): string {
    const { variables, parameters, definitions, outcomes, actors, lines } = this.scope;
    if (actors.has(name)) return ` ${name} is an actor: ask what it did by did(${name}.action)`;
    if (lines.has(name)) return ` ${name} is a red line: write crossed(${name})`;
    if (FUNCTIONS.includes(name)) return ` ${name} is a function: write ${name}(…)`;
    const level = [...variables].find(([, { levels }]) => levels?.includes(name));
    if (level) return ` ${name} is a level of ${level[0]}: compare, as in ${level[0]} >= ${name}`;
    const names = [...variables.keys(), ...parameters.keys(), ...definitions.keys(), 'turn'];
    if (this.context === 'outcome') names.push(...outcomes.keys());
    return didYouMean(name, names);
  }

  private variable(name: string, variable: NamedVariable, offset: number): Result {
    if (this.context === 'parameters')
      throw new ExpressionError(`${name} is part of the state; only parameters may stand here`, offset);
    this.needMoment(name, offset);
    return {
      type: variable.levels ? { kind: 'ladder', levels: variable.levels } : NUMBER,
      node: { kind: 'variable', index: variable.index },
    };
  }

  private needMoment(name: string, offset: number): void {
    if (this.context === 'parameters')
      throw new ExpressionError(`${name} changes during a run; only parameters may stand here`, offset);
    if (this.context === 'outcome' && !this.inMoment)
      throw new ExpressionError(
        `say when: end(… ${name} …) for the end of the run, ever(… ${name} …) for any turn`,
        offset,
      );
  }

  private definition(name: string, definition: Definition, offset: number): Result {
    const from = this.open.indexOf(name);
    if (from >= 0)
      throw new ExpressionError(
        `${[...this.open.slice(from), name].join(' → ')} is a circle: a definition cannot use itself`,
        offset,
      );
    if (this.scope.flawed.has(name)) return UNKNOWN;
    const outer = this.site;
    this.open.push(name);
    this.site = definition.site;
    try {
      const { value, errors } = this.collect(() => this.part(definition.syntax), UNKNOWN);
      const [first] = errors;
      if (!first) return value;
      if (first instanceof TooManyParts) throw new TooManyParts(first.message, offset);
      const circle = first.message.includes('is a circle');
      throw new ExpressionError(circle ? first.message : `in the definition of ${name}: ${first.message}`, offset);
    } finally {
      this.open.pop();
      this.site = outer;
    }
  }

  private did(syntax: Extract<Syntax, { kind: 'did' }>): Result {
    this.needMoment('did', syntax.offset);
    const actor = this.scope.actors.get(syntax.actor);
    if (!actor)
      throw new ExpressionError(
        `unknown actor ${syntax.actor}.${didYouMean(syntax.actor, this.scope.actors.keys())}`,
        syntax.offset,
      );
    const action = actor.actions.get(syntax.action);
    if (action === undefined)
      throw new ExpressionError(
        `${syntax.actor} has no action ${syntax.action}.${didYouMean(syntax.action, actor.actions.keys())}`,
        syntax.actionOffset,
      );
    return { type: BOOLEAN, node: { kind: 'did', actor: actor.index, action } };
  }

  private crossed(syntax: Extract<Syntax, { kind: 'crossed' }>): Result {
    this.needMoment('crossed', syntax.offset);
    const line = this.scope.lines.get(syntax.line);
    if (line === undefined)
      throw new ExpressionError(
        `unknown red line ${syntax.line}.${didYouMean(syntax.line, this.scope.lines.keys())}`,
        syntax.lineOffset,
      );
    return { type: BOOLEAN, node: { kind: 'crossed', line } };
  }

  private call(syntax: Extract<Syntax, { kind: 'call' }>): Result {
    const { name, args, offset } = syntax;
    const arity = ARITY[name];
    if (!arity || !Object.hasOwn(ARITY, name))
      throw new ExpressionError(`unknown function ${name}.${didYouMean(name, FUNCTIONS)}`, offset);
    if (args.length < arity[0] || args.length > arity[1])
      throw new ExpressionError(
        `${name} takes ${arity[0] === arity[1] ? arity[0] : `${arity[0]} or more`} value${arity[1] === 1 ? '' : 's'}, not ${args.length}`,
        offset,
      );
    if (name === 'rank') return this.rank(args[0] as Syntax);
    if (name === 'end' || name === 'ever') return this.moment(name, args[0] as Syntax, offset);
    const [first, ...rest] = args as [Syntax, ...Syntax[]];
    const head = this.want(first, name === 'if' ? 'boolean' : 'number');
    return {
      type: NUMBER,
      node: { kind: 'call', fn: name as Builtin, args: [head, ...rest.map((arg) => this.want(arg, 'number'))] },
    };
  }

  private rank(arg: Syntax): Result {
    const { type, node } = this.part(arg);
    if (type.kind === 'unknown') return { type: NUMBER, node };
    if (type.kind !== 'ladder')
      throw new ExpressionError(`rank takes a ladder, but this is ${describe(type)}`, arg.offset);
    return { type: NUMBER, node };
  }

  private moment(name: 'end' | 'ever', arg: Syntax, offset: number): Result {
    if (name === 'end' && this.context !== 'outcome')
      throw new ExpressionError('end(…) is known only in outcomes', offset);
    if (this.context === 'parameters')
      throw new ExpressionError('ever(…) changes during a run; only parameters may stand here', offset);
    if (this.inMoment) throw new ExpressionError(`${name}(…) cannot stand inside end(…) or ever(…)`, offset);
    this.inMoment = true;
    try {
      if (name === 'end') return this.part(arg);
      return { type: BOOLEAN, node: { kind: 'ever', latch: this.scope.latch(this.want(arg, 'boolean')) } };
    } finally {
      this.inMoment = false;
    }
  }

  private binary(syntax: Extract<Syntax, { kind: 'binary' }>): Result {
    const { op, left, right, offset } = syntax;
    switch (op) {
      case 'and':
      case 'or':
        return {
          type: BOOLEAN,
          node: { kind: 'logic', op, left: this.want(left, 'boolean'), right: this.want(right, 'boolean') },
        };
      case '+':
      case '-':
      case '*':
      case '/': {
        const node: Typed = {
          kind: 'arithmetic',
          op,
          left: this.want(left, 'number'),
          right: this.want(right, 'number'),
          site: this.site(offset),
        };
        if (op === '/' && node.right.kind === 'number' && node.right.value === 0)
          throw new ExpressionError('division by zero', offset);
        return { type: NUMBER, node: fold(node) };
      }
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '==':
      case '!=':
        return this.compare(op, left, right);
    }
  }

  private compare(op: CompareOperator, left: Syntax, right: Syntax): Result {
    const a = this.level(left, right) ?? this.part(left);
    const b = this.level(right, left) ?? this.part(right);
    if (a.type.kind === 'unknown' || b.type.kind === 'unknown') return { type: BOOLEAN, node: unknownOf('boolean') };
    const fits =
      a.type.kind === b.type.kind &&
      (a.type.kind !== 'ladder' || b.type.kind !== 'ladder' || a.type.levels.join() === b.type.levels.join());
    if (!fits) throw new ExpressionError(`cannot compare ${describe(a.type)} with ${describe(b.type)}`, right.offset);
    if (a.type.kind === 'boolean' && op !== '==' && op !== '!=')
      throw new ExpressionError('truth values have no order: use == or !=', right.offset);
    return { type: BOOLEAN, node: { kind: 'compare', op, left: a.node, right: b.node } };
  }

  /** A bare name beside a ladder is one of its levels. */
  private level(side: Syntax, other: Syntax): Result | undefined {
    if (side.kind !== 'name' || other.kind !== 'name' || this.scope.variables.has(side.name)) return undefined;
    const levels = this.scope.variables.get(other.name)?.levels;
    if (!levels) return undefined;
    const index = levels.indexOf(side.name);
    if (index >= 0) return { type: { kind: 'ladder', levels }, node: { kind: 'number', value: index } };
    if (this.scope.parameters.has(side.name) || this.scope.definitions.has(side.name)) return undefined;
    throw new ExpressionError(`${other.name} has no level ${side.name}.${didYouMean(side.name, levels)}`, side.offset);
  }
}

const negate = (operand: Typed): Typed =>
  operand.kind === 'number' ? { kind: 'number', value: -operand.value } : { kind: 'negate', operand };

/** Constants are worked out at once: `1.5/5`. */
const fold = (node: Extract<Typed, { kind: 'arithmetic' }>): Typed => {
  if (node.left.kind !== 'number' || node.right.kind !== 'number') return node;
  const [a, b] = [node.left.value, node.right.value];
  const value = node.op === '+' ? a + b : node.op === '-' ? a - b : node.op === '*' ? a * b : a / b;
  return Number.isFinite(value) ? { kind: 'number', value } : node;
};
