import type { BinaryOperator, Syntax } from './syntax.ts';
import { ExpressionError, type Token, tokenize } from './token.ts';

const MAX_DEPTH = 200;

/** Binding powers, weakest first. Comparisons do not chain. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};
const NOT_BINDING = 3;
const COMPARE_BINDING = 4;
const SIGN_BINDING = 7;

const isBinary = (text: string): text is BinaryOperator => Object.hasOwn(BINDING, text);

/** Pratt parser ("Top down operator precedence", 1973) over the tokens of one expression. */
class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  whole(): Syntax {
    const tree = this.expression(0);
    const rest = this.peek();
    if (rest.kind !== 'end')
      throw new ExpressionError(`unexpected ${JSON.stringify(rest.text)} after the expression`, rest.offset);
    return tree;
  }

  private peek(): Token {
    return this.tokens[this.position] as Token;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.position++;
    return token;
  }

  private expect(text: string): Token {
    const token = this.next();
    if (token.text !== text || token.kind === 'end') {
      const found = token.kind === 'end' ? 'the expression ends' : `${JSON.stringify(token.text)} stands`;
      throw new ExpressionError(`${found} where ${JSON.stringify(text)} is expected`, token.offset);
    }
    return token;
  }

  private expression(minimum: number): Syntax {
    if (++this.depth > MAX_DEPTH)
      throw new ExpressionError(`nested deeper than ${MAX_DEPTH} levels`, this.peek().offset);
    let left = this.prefix();
    for (;;) {
      const token = this.peek();
      if (token.kind === 'end' || token.kind === 'number' || !isBinary(token.text)) break;
      const op = token.text;
      const binding = BINDING[op];
      if (binding <= minimum) {
        if (binding === COMPARE_BINDING && minimum === COMPARE_BINDING)
          throw new ExpressionError('comparisons do not chain: write `a < b and b < c`', token.offset);
        break;
      }
      this.next();
      left = { kind: 'binary', op, left, right: this.expression(binding), offset: token.offset };
    }
    this.depth--;
    return left;
  }

  private prefix(): Syntax {
    const token = this.next();
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), offset: token.offset };
    if (token.text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (token.text === '-' || token.text === '+')
      return { kind: 'unary', op: token.text, operand: this.expression(SIGN_BINDING), offset: token.offset };
    if (token.kind === 'name') return this.named(token);
    throw new ExpressionError(
      token.kind === 'end'
        ? 'the expression ends where a value is expected'
        : `${JSON.stringify(token.text)} stands where a value is expected`,
      token.offset,
    );
  }

  private named(token: Token): Syntax {
    const { text, offset } = token;
    if (text === 'not') return { kind: 'unary', op: 'not', operand: this.expression(NOT_BINDING), offset };
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', offset };
    if (text === 'and' || text === 'or')
      throw new ExpressionError(`\`${text}\` stands where a value is expected`, offset);
    if (this.peek().text !== '(') return { kind: 'name', name: text, offset };
    this.next();
    if (text === 'did') return this.did();
    if (text === 'crossed') return this.crossed(offset);
    const args: Syntax[] = [];
    if (this.peek().text !== ')') {
      args.push(this.expression(0));
      while (this.peek().text === ',') {
        this.next();
        args.push(this.expression(0));
      }
    }
    this.expect(')');
    return { kind: 'call', name: text, args, offset };
  }

  private did(): Syntax {
    const actor = this.name('an actor, as in did(ACTOR.action)');
    this.expect('.');
    const action = this.name('an action, as in did(ACTOR.action)');
    this.expect(')');
    return { kind: 'did', actor: actor.text, action: action.text, offset: actor.offset, actionOffset: action.offset };
  }

  /** Red lines may bear hyphens: their name is everything up to the bracket. */
  private crossed(offset: number): Syntax {
    const first = this.name('the id of a red line, as in crossed(line)');
    let line = first.text;
    while (this.peek().text === '-') {
      this.next();
      line += `-${this.next().text}`;
    }
    this.expect(')');
    return { kind: 'crossed', line, offset, lineOffset: first.offset };
  }

  private name(what: string): Token {
    const token = this.next();
    if (token.kind !== 'name') throw new ExpressionError(`expected ${what}`, token.offset);
    return token;
  }
}

/** Parses one expression. @throws ExpressionError with the offset of the first thing that is wrong */
export const parseExpression = (source: string): Syntax => new Parser(source).whole();
