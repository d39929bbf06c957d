import type { Distribution } from '../../sampling/distribution.ts';
import { TypeChecker } from '../expression/check-types.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Context, Scope } from '../expression/scope.ts';
import type { Syntax } from '../expression/syntax.ts';
import { ExpressionError } from '../expression/token.ts';
import type { Site, Typed } from '../expression/typed.ts';
import { unknownOf } from '../expression/unknown.ts';
import { parseDistribution } from '../parse-distribution.ts';
import { formatPath } from '../problem.ts';
import type { Field } from './field.ts';

/** Rule of a problem, by what the message says: names that are unknown are told apart from types that do not fit. */
const ruleOf = (message: string): 'unknown-name' | 'type' | 'syntax' | 'cycle' | 'division' => {
  if (/unknown (name|actor|red line|function)|has no (action|level)/.test(message)) return 'unknown-name';
  if (message.includes('circle')) return 'cycle';
  if (message.includes('division by zero')) return 'division';
  return /is needed here|cannot compare|takes a ladder|no order/.test(message) ? 'type' : 'syntax';
};

const report = (field: Field, error: unknown, shift: number): null => {
  if (!(error instanceof ExpressionError)) throw error;
  field.error(
    ruleOf(error.message),
    `${field.label}: ${error.message}${/[.?!]$/.test(error.message) ? '' : '.'}`,
    error.offset + shift,
  );
  return null;
};

export const siteIn =
  (field: Field, text: string, shift = 0) =>
  (offset: number): Site => ({
    path: formatPath(field.path),
    text,
    ...field.problems.place(field.path, offset + shift),
  });

/** Parses what stands in a field, numbers and truth values included. Null after reporting a problem. */
export const syntaxOf = (field: Field, text: unknown = field.value, shift = 0): Syntax | null => {
  if (typeof text === 'number') {
    if (Number.isFinite(text)) return { kind: 'number', value: text, offset: 0 };
    field.error('range', `${field.label} must be a finite number or an expression, not ${text}.`);
    return null;
  }
  if (typeof text === 'boolean') return { kind: 'boolean', value: text, offset: 0 };
  if (typeof text !== 'string') {
    field.error(
      'type',
      `${field.label} must be an expression, not ${text === null || text === undefined ? 'nothing' : Array.isArray(text) ? 'a list' : 'a mapping'}.`,
    );
    return null;
  }
  try {
    return parseExpression(text);
  } catch (error) {
    return report(field, error, shift);
  }
};

/** Parses and types the expression in a field. After reporting its problems: one that may be anything, so that what is around it can still be checked. */
export const expressionOf = (
  field: Field,
  scope: Scope,
  context: Context,
  wanted: 'number' | 'boolean',
  text: unknown = field.value,
  shift = 0,
): Typed => {
  const syntax = syntaxOf(field, text, shift);
  if (!syntax) return unknownOf(wanted);
  const { node, errors } = new TypeChecker(scope, context, siteIn(field, String(text), shift)).check(syntax, wanted);
  for (const error of errors) report(field, error, shift);
  return node;
};

/** Checks each definition by itself, in the widest context, and returns those that have an error. */
export const checkDefinitions = (root: Field, scope: Scope): ReadonlySet<string> => {
  const flawed = new Set<string>();
  for (const [name, entry] of root.child('define').entries('expressions')) {
    const definition = scope.definitions.get(name);
    if (!definition) {
      flawed.add(name);
      continue;
    }
    const { errors } = new TypeChecker(scope, 'situation', definition.site).checkDefinition(name, definition);
    if (errors.length > 0) flawed.add(name);
    for (const error of errors) if (isOwn(name, error)) report(entry, error, 0);
  }
  return flawed;
};

/** An error of a definition that this one uses is told there; of circles, only those that lead back here. */
const isOwn = (name: string, { message }: ExpressionError): boolean =>
  message.includes('is a circle') ? message.startsWith(`${name} → `) : !message.startsWith('in the definition of ');

/** Reads a distribution such as `beta(4, 2)`. Null after reporting a problem. */
export const distributionOf = (field: Field): Distribution | null => {
  const text = field.text();
  if (text === null) {
    if (field.missing) field.error('structure', `${field.label} needs a distribution, such as beta(4, 2).`);
    return null;
  }
  try {
    return parseDistribution(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    field.error(
      'distribution',
      `${field.label}: ${error.message}${/[.?!]$/.test(error.message) ? '' : '.'}`,
      error.offset,
    );
    return null;
  }
};
