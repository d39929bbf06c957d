/** The words of the expression language. `offset` is the UTF-16 offset into the expression's source. */
export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly offset: number;
}

/** What is wrong with an expression, and where in its source. */
export class ExpressionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const SPACE = /\s+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /<=|>=|==|!=|[-+*/<>(),.]/y;
const FOREIGN: Readonly<Record<string, string>> = {
  '&': 'write `and`',
  '|': 'write `or`',
  '!': 'write `not`',
  '=': 'write `==` to compare',
  '^': 'write x*x',
  '%': 'there is no remainder',
  '"': 'names are written without quotes',
  "'": 'names are written without quotes',
};

/** Splits an expression into tokens; the last is `end`. @throws ExpressionError at a character outside the language */
export const tokenize = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let offset = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    return pattern.exec(source)?.[0];
  };
  while (offset < source.length) {
    const space = match(SPACE);
    if (space !== undefined) {
      offset += space.length;
      continue;
    }
    const number = match(NUMBER);
    const name = number === undefined ? match(NAME) : undefined;
    const operator = number === undefined && name === undefined ? match(OPERATOR) : undefined;
    const text = number ?? name ?? operator;
    if (text === undefined) {
      const character = source[offset] as string;
      const hint = FOREIGN[character];
      throw new ExpressionError(`unexpected ${JSON.stringify(character)}${hint ? `: ${hint}` : ''}`, offset);
    }
    tokens.push({ kind: number !== undefined ? 'number' : name !== undefined ? 'name' : 'operator', text, offset });
    offset += text.length;
  }
  tokens.push({ kind: 'end', text: '', offset: source.length });
  return tokens;
};
