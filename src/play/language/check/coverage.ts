import { quantile } from '../../sampling/distribution.ts';
import { evaluate, type Moment } from '../expression/evaluate.ts';
import { type Typed, walk } from '../expression/typed.ts';
import { isUnknown } from '../expression/unknown.ts';
import type { Model } from '../model.ts';
import type { Problems } from '../problem.ts';

/**
 * Looks for a way to end in two outcomes at once, or in none. A run is taken as the set of moments it passes through; a moment is a choice of values at and
 * around the thresholds that the outcomes mention. What is found is a true contradiction in what the outcomes say (whether the situation can get there is another question).
 * Complete when the outcomes compare single variables with constants and there are no more than `MAX_MOMENTS` combinations; otherwise a wide search, and the engine checks every run besides.
 */
const MAX_MOMENTS = 20_000;
const MAX_MASKS = 4096;

/** One choice of everything that the outcomes look at. */
interface Choice {
  readonly variables: Float64Array;
  readonly parameters: Float64Array;
  readonly last: ReadonlyMap<number, number>;
  readonly crossed: number;
  readonly turn: number;
}

const atomsOf = (model: Model): readonly Typed[] => [
  ...model.latches,
  ...model.outcomes.flatMap(({ when }) => (when ? [when] : [])),
];

/** Per variable (or parameter) that the outcomes use: the values worth trying. */
const candidates = (
  model: Model,
): {
  readonly variables: Map<number, number[]>;
  readonly parameters: Map<number, number[]>;
  readonly dids: Map<number, number[]>;
  readonly lines: number[];
  readonly turns: number[];
} => {
  const variables = new Map<number, Set<number>>();
  const parameters = new Map<number, Set<number>>();
  const dids = new Map<number, Set<number>>();
  const lines = new Set<number>();
  const constants = new Map<number, Set<number>>();
  let turn = false;
  for (const atom of atomsOf(model))
    walk(atom, (node) => {
      if (node.kind === 'variable') variables.set(node.index, variables.get(node.index) ?? new Set());
      if (node.kind === 'parameter' && model.parameters[node.index])
        parameters.set(
          node.index,
          new Set(
            [0.05, 0.5, 0.95].map((p) =>
              quantile((model.parameters[node.index] as Model['parameters'][number]).distribution, p),
            ),
          ),
        );
      if (node.kind === 'did') dids.set(node.actor, (dids.get(node.actor) ?? new Set()).add(node.action));
      if (node.kind === 'crossed') lines.add(node.line);
      if (node.kind === 'turn') turn = true;
      if (node.kind === 'compare') {
        const [variable, number] = node.left.kind === 'variable' ? [node.left, node.right] : [node.right, node.left];
        if (variable.kind === 'variable' && number.kind === 'number')
          constants.set(variable.index, (constants.get(variable.index) ?? new Set()).add(number.value));
      }
    });
  const values = new Map<number, number[]>();
  for (const index of variables.keys()) {
    const { low, high, levels } = model.variables[index] as Model['variables'][number];
    if (levels)
      values.set(
        index,
        levels.map((_, level) => level),
      );
    else {
      const cuts = [...(constants.get(index) ?? [])].filter((cut) => cut >= low && cut <= high).sort((a, b) => a - b);
      const ends = [low, ...cuts, high];
      const between = ends.slice(1).map((end, i) => (end + (ends[i] as number)) / 2);
      values.set(index, [...new Set([...ends, ...between])]);
    }
  }
  return {
    variables: values,
    parameters: new Map([...parameters].map(([index, set]) => [index, [...set]])),
    dids: new Map([...dids].map(([actor, set]) => [actor, [-1, ...set]])),
    lines: [...lines],
    turns: turn ? [1, Math.ceil(model.turns / 2), model.turns] : [model.turns],
  };
};

/** All combinations, or an even spread of MAX_MOMENTS of them. */
const choicesOf = (model: Model): readonly Choice[] => {
  const { variables, parameters, dids, lines, turns } = candidates(model);
  const axes: {
    readonly size: number;
    readonly set: (choice: { -readonly [K in keyof Choice]: Choice[K] }, at: number) => void;
  }[] = [];
  for (const [index, values] of variables)
    axes.push({
      size: values.length,
      set: (choice, at) => {
        choice.variables[index] = values[at] as number;
      },
    });
  for (const [actor, actions] of dids)
    axes.push({
      size: actions.length,
      set: (choice, at) => {
        (choice.last as Map<number, number>).set(actor, actions[at] as number);
      },
    });
  for (const line of lines)
    axes.push({
      size: 2,
      set: (choice, at) => {
        choice.crossed += at * 2 ** line;
      },
    });
  axes.push({
    size: turns.length,
    set: (choice, at) => {
      choice.turn = turns[at] as number;
    },
  });
  for (const [index, values] of parameters)
    axes.push({
      size: values.length,
      set: (choice, at) => {
        choice.parameters[index] = values[at] as number;
      },
    });
  const total = axes.reduce((product, { size }) => product * size, 1);
  const count = Math.min(total, MAX_MOMENTS);
  return Array.from({ length: count }, (_, i) => {
    let rest =
      total <= MAX_MOMENTS
        ? i
        : Math.floor((i * total) / count) + Math.floor(frac(i * 0.6180339887498949) * (total / count));
    const choice = {
      variables: Float64Array.from(model.variables, ({ low }) => low),
      parameters: Float64Array.from(model.parameters, ({ distribution }) => quantile(distribution, 0.5)),
      last: new Map<number, number>(),
      crossed: 0,
      turn: model.turns,
    };
    for (const { size, set } of axes) {
      set(choice, rest % size);
      rest = Math.floor(rest / size);
    }
    return choice;
  });
};

const frac = (x: number): number => x - Math.floor(x);

const momentOf = (choice: Choice, ever: (latch: number) => boolean, outcome: (index: number) => boolean): Moment => ({
  variables: choice.variables,
  parameters: choice.parameters,
  turn: choice.turn,
  did: (actor, action) => choice.last.get(actor) === action,
  crossed: (line) => Math.floor(choice.crossed / 2 ** line) % 2 === 1,
  ever,
  outcome,
});

const latchMask = (model: Model, choice: Choice): number => {
  const moment = momentOf(
    choice,
    () => false,
    () => false,
  );
  return model.latches.reduce((mask, condition, index) => (evaluate(condition, moment) ? mask + 2 ** index : mask), 0);
};

const orClosure = (masks: Iterable<number>): ReadonlySet<number> => {
  const closed = new Set<number>([0]);
  for (const mask of new Set(masks))
    for (const other of [...closed]) {
      if (closed.size >= MAX_MASKS) return closed;
      closed.add(Number(BigInt(mask) | BigInt(other)));
    }
  return closed;
};

/** Reports the first overlap of each pair of outcomes and the first gap, each with a witness. */
export const checkCoverage = (model: Model, problems: Problems): void => {
  if (model.latches.length > 50 || model.lines.length > 50) return;
  const choices = choicesOf(model);
  const masks = choices.map((choice) => latchMask(model, choice));
  // Parameters hold for a whole run: only moments that share them can be parts of one.
  const groups = new Map<string, number[]>();
  choices.forEach((choice, index) => {
    const key = choice.parameters.join();
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const known = knownOutcomes(model);
  const reported = new Set<string>(known.includes(false) ? ['gap'] : []);
  for (const members of groups.values()) {
    const earlier = orClosure(members.map((index) => masks[index] as number));
    const tried = new Set<string>();
    for (const index of members)
      for (const mask of earlier) {
        const ever = Number(BigInt(mask) | BigInt(masks[index] as number));
        const key = `${ever}:${signature(model, choices[index] as Choice)}`;
        if (tried.has(key)) continue;
        tried.add(key);
        judge(model, known, choices[index] as Choice, ever, problems, reported);
      }
  }
};

/** What of the final moment the outcomes can tell apart: the truth of each comparison. */
const signature = (model: Model, choice: Choice): string => {
  const moment = momentOf(
    choice,
    () => false,
    () => false,
  );
  let bits = '';
  for (const { when } of model.outcomes)
    if (when)
      walk(when, (node) => {
        if (node.kind === 'compare' || node.kind === 'did' || node.kind === 'crossed') bits += evaluate(node, moment);
      });
  return bits;
};

/** Outcomes that mean something by themselves: understood, and resting on none that is not, nor on themselves. */
const knownOutcomes = (model: Model): readonly boolean[] => {
  const known = model.outcomes.map(({ when }) => when === null);
  for (const index of model.outcomeOrder) {
    const when = model.outcomes[index]?.when;
    if (!when) continue;
    let sound = !isUnknown(when);
    walk(when, (node) => {
      if (node.kind === 'outcome' && !(known[node.index] && model.outcomes[node.index]?.when)) sound = false;
    });
    known[index] = sound;
  }
  return known;
};

const judge = (
  model: Model,
  known: readonly boolean[],
  choice: Choice,
  ever: number,
  problems: Problems,
  reported: Set<string>,
): void => {
  const truth = model.outcomes.map(() => false);
  const moment = momentOf(
    choice,
    (latch) => Math.floor(ever / 2 ** latch) % 2 === 1,
    (index) => truth[index] as boolean,
  );
  for (const index of model.outcomeOrder) {
    const { when } = model.outcomes[index] as Model['outcomes'][number];
    truth[index] = when && known[index] ? evaluate(when, moment) === 1 : false;
  }
  const held = model.outcomes.filter((_, index) => truth[index]).map(({ name }) => name);
  const hasRest = model.outcomes.some(({ when }) => when === null);
  if (held.length > 1) {
    const pair = held.slice(0, 2).join(' and ');
    if (reported.has(pair)) return;
    reported.add(pair);
    problems.error(
      'outcome-overlap',
      `${pair} both hold when ${describe(model, choice, ever)}. Make one of them \`and not\` the other.`,
      ['outcomes', held[1] as string],
    );
  } else if (held.length === 0 && !hasRest && !reported.has('gap')) {
    reported.add('gap');
    problems.error(
      'outcome-gap',
      `no outcome holds when ${describe(model, choice, ever)}. Add an outcome \`otherwise\`.`,
      ['outcomes'],
    );
  }
};

/** The witness in words. */
const describe = (model: Model, choice: Choice, ever: number): string => {
  const parts: string[] = [];
  const used = new Set<number>();
  for (const atom of atomsOf(model))
    walk(atom, (node) => {
      if (node.kind === 'variable') used.add(node.index);
    });
  for (const index of used) {
    const { name, levels } = model.variables[index] as Model['variables'][number];
    const value = choice.variables[index] as number;
    parts.push(`${name} ends at ${levels ? levels[value] : Number(value.toFixed(4))}`);
  }
  for (const [actor, action] of choice.last)
    if (action >= 0) parts.push(`${model.actors[actor]?.name} last did ${model.actors[actor]?.actions[action]?.name}`);
  model.lines.forEach(({ id }, line) => {
    if (Math.floor(choice.crossed / 2 ** line) % 2 === 1) parts.push(`${id} is crossed`);
  });
  model.latches.forEach((condition, latch) => {
    if (Math.floor(ever / 2 ** latch) % 2 === 1) parts.push(`ever(${formatTyped(model, condition)}) holds`);
  });
  return parts.join(', ') || 'nothing has happened';
};

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
