/** The syntax tree of an expression, before names and types are known. `offset` points into the source. */
export type Syntax =
  | { readonly kind: 'number'; readonly value: number; readonly offset: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | {
      readonly kind: 'did';
      readonly actor: string;
      readonly action: string;
      readonly offset: number;
      readonly actionOffset: number;
    }
  | { readonly kind: 'crossed'; readonly line: string; readonly offset: number; readonly lineOffset: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Syntax[]; readonly offset: number }
  | { readonly kind: 'unary'; readonly op: UnaryOperator; readonly operand: Syntax; readonly offset: number }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOperator;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly offset: number;
    };

export type UnaryOperator = '-' | '+' | 'not';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type CompareOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type LogicOperator = 'and' | 'or';
export type BinaryOperator = ArithmeticOperator | CompareOperator | LogicOperator;
