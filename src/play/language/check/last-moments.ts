import { quantile } from '../../sampling/distribution.ts';
import { evaluate, type Moment } from '../expression/evaluate.ts';
import { type Typed, walk } from '../expression/typed.ts';
import type { Model } from '../model.ts';

const MAX_MOMENTS = 20_000;

/** One choice of everything that the outcomes look at. */
export interface Choice {
  readonly variables: Float64Array;
  readonly parameters: Float64Array;
  readonly last: ReadonlyMap<number, number>;
  readonly crossed: number;
  readonly turn: number;
}

export const conditionsOf = (model: Model): readonly Typed[] => [
  ...model.latches,
  ...model.outcomes.flatMap(({ when }) => (when ? [when] : [])),
];

/** Every distinct question that the outcomes ask of a moment: comparisons, what was done, lines that are crossed. */
export const questionsOf = (model: Model): readonly Typed[] => {
  const questions = new Map<string, Typed>();
  for (const condition of conditionsOf(model))
    walk(condition, (node) => {
      if (node.kind === 'compare' || node.kind === 'did' || node.kind === 'crossed')
        questions.set(
          JSON.stringify(node, (name, value) => (name === 'site' ? undefined : value)),
          node,
        );
    });
  return [...questions.values()];
};

/** Whether a question is about this variable, and about nothing else that may change. */
const isAboutAlone = (question: Typed, variable: number): boolean => {
  let alone = true;
  walk(question, (node) => {
    if (node.kind === 'parameter' || node.kind === 'turn') alone = false;
    if (node.kind === 'variable' && node.index !== variable) alone = false;
  });
  return alone;
};

/** One value for each set of answers that a variable can give, where every question about it is about it alone. */
const tellApart = (
  model: Model,
  questions: readonly Typed[],
  variable: number,
  values: readonly number[],
): number[] => {
  const own = questions.filter((question) => {
    let mentioned = false;
    walk(question, (node) => {
      if (node.kind === 'variable' && node.index === variable) mentioned = true;
    });
    return mentioned;
  });
  if (!own.every((question) => isAboutAlone(question, variable))) return [...values];
  const choice = blankChoice(model);
  const moment = momentOf(choice, never, never);
  const known = new Set<string>();
  return values.filter((value) => {
    choice.variables[variable] = value;
    const answers = own.map((question) => evaluate(question, moment)).join();
    if (known.has(answers)) return false;
    known.add(answers);
    return true;
  });
};

export const never = (): boolean => false;

const blankChoice = (model: Model) => ({
  variables: Float64Array.from(model.variables, ({ low }) => low),
  parameters: Float64Array.from(model.parameters, ({ distribution }) => quantile(distribution, 0.5)),
  last: new Map<number, number>(),
  crossed: 0,
  turn: model.turns,
});

/** Per variable (or parameter) that the outcomes use: the values worth trying. */
const candidates = (
  model: Model,
  questions: readonly Typed[],
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
  for (const atom of conditionsOf(model))
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
  for (const [index, all] of values) values.set(index, tellApart(model, questions, index, all));
  return {
    variables: values,
    parameters: new Map([...parameters].map(([index, set]) => [index, [...set]])),
    dids: new Map([...dids].map(([actor, set]) => [actor, [-1, ...set]])),
    lines: [...lines],
    turns: turn ? [1, Math.ceil(model.turns / 2), model.turns] : [model.turns],
  };
};

/** All combinations, or an even spread of MAX_MOMENTS of them. */
export const choicesOf = (model: Model, questions: readonly Typed[]): readonly Choice[] => {
  const { variables, parameters, dids, lines, turns } = candidates(model, questions);
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
    const choice = blankChoice(model);
    for (const { size, set } of axes) {
      set(choice, rest % size);
      rest = Math.floor(rest / size);
    }
    return choice;
  });
};

const frac = (x: number): number => x - Math.floor(x);

export const momentOf = (
  choice: Choice,
  ever: (latch: number) => boolean,
  outcome: (index: number) => boolean,
): Moment => ({
  variables: choice.variables,
  parameters: choice.parameters,
  turn: choice.turn,
  did: (actor, action) => choice.last.get(actor) === action,
  crossed: (line) => Math.floor(choice.crossed / 2 ** line) % 2 === 1,
  ever,
  outcome,
});
