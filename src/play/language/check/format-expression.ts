import type { Typed } from '../expression/typed.ts';
import type { Model } from '../model.ts';

/** An expression in the language's own words, from its checked form. */
export const formatTyped = (model: Model, node: Typed): string => {
  const of = (part: Typed): string => formatTyped(model, part);
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'boolean':
      return String(node.value);
    case 'variable':
      return model.variables[node.index]?.name ?? '';
    case 'parameter':
      return model.parameters[node.index]?.name ?? '';
    case 'turn':
      return 'turn';
    case 'did':
      return `did(${model.actors[node.actor]?.name}.${model.actors[node.actor]?.actions[node.action]?.name})`;
    case 'crossed':
      return `crossed(${model.lines[node.line]?.id})`;
    case 'ever':
      return `ever(${of(model.latches[node.latch] as Typed)})`;
    case 'outcome':
      return model.outcomes[node.index]?.name ?? '';
    case 'negate':
      return `-${of(node.operand)}`;
    case 'not':
      return `not ${of(node.operand)}`;
    case 'arithmetic':
    case 'logic':
      return `(${of(node.left)} ${node.op} ${of(node.right)})`;
    case 'compare': {
      const ladder =
        node.left.kind === 'variable'
          ? model.variables[node.left.index]?.levels
          : node.right.kind === 'variable'
            ? model.variables[node.right.index]?.levels
            : null;
      const side = (part: Typed): string =>
        part.kind === 'number' && ladder ? (ladder[part.value] ?? of(part)) : of(part);
      return `${side(node.left)} ${node.op} ${side(node.right)}`;
    }
    case 'call':
      return `${node.fn}(${node.args.map(of).join(', ')})`;
  }
};
