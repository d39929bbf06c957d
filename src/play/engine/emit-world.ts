import type { Effect, Model } from '../language/model.ts';
import { emit, literal, type Surroundings } from './emit-expression.ts';
import type { Writer } from './emit-step.ts';

const surroundings = (writer: Writer): Surroundings => ({
  layout: writer.layout,
  sites: writer.sites,
  slot: (index) => `S[${index}]`,
});

const clampInto = (writer: Writer, target: string, variable: number): string => {
  const { low, high } = writer.model.variables[variable] as Model['variables'][number];
  const slot = `${target}[${writer.layout.variable(variable)}]`;
  return `if(${slot}<${literal(low)})${slot}=${literal(low)};else if(${slot}>${literal(high)})${slot}=${literal(high)};`;
};

const amountOf = (writer: Writer, effect: Effect, at: Surroundings): string => {
  const ladder = writer.model.variables[effect.variable]?.levels && effect.amount.kind !== 'number';
  return ladder ? `Math.round(${emit(effect.amount, at)})` : emit(effect.amount, at);
};

/** `(S,P,D)`: one kind of effects, amounts worked out on S, written into D unclamped. Null when there are none. */
const effectsFunction = (writer: Writer, effects: readonly Effect[], mode: Effect['mode']): string | null => {
  const at = surroundings(writer);
  const writes = effects
    .filter((effect) => effect.mode === mode)
    .map(
      (effect) =>
        `D[${writer.layout.variable(effect.variable)}]${mode === 'set' ? '=' : '+='}${amountOf(writer, effect, at)};`,
    );
  return writes.length === 0 ? null : `(S,P,D)=>{${writes.join('')}}`;
};

/** Shocks hit one after another, each on the state that the one before left. */
const shockFunction = (writer: Writer, effects: readonly Effect[]): string => {
  const at = surroundings(writer);
  const before = effects.map((effect, index) => `const a${index}=${amountOf(writer, effect, at)};`).join('');
  const ordered = [...effects.entries()].sort(([, a], [, b]) => Number(a.mode === 'add') - Number(b.mode === 'add'));
  const writes = ordered
    .map(
      ([index, effect]) =>
        `S[${writer.layout.variable(effect.variable)}]${effect.mode === 'set' ? '=' : '+='}a${index};`,
    )
    .join('');
  return `(S,P)=>{${before}${writes}${[...new Set(effects.map(({ variable }) => variable))].map((variable) => clampInto(writer, 'S', variable)).join('')}}`;
};

/** `(S,P)`: the state before turn 1. Red lines that hold already are crossed, without a cost. */
const initFunction = (writer: Writer): string => {
  const { model, layout } = writer;
  const at = surroundings(writer);
  const variables = model.variables.map(
    ({ init }, index) => `S[${layout.variable(index)}]=${emit(init, at)};${clampInto(writer, 'S', index)}`,
  );
  const last = model.actors.map((_, index) => `S[${layout.last(index)}]=-1;`);
  const lines = model.lines.map(
    ({ when }, index) => `S[${layout.was(index)}]=S[${layout.crossed(index)}]=${emit(when, at)}?1:0;`,
  );
  return `(S,P)=>{S.fill(0);${[...variables, ...last, ...lines].join('')}}`;
};

/** `(S,P,F)`: looks at all red lines; F[line] = 1 for those that fire. */
const linesFunction = (writer: Writer): string => {
  const { model, layout } = writer;
  const at = surroundings(writer);
  const looks = model.lines.map(
    ({ when }, index) =>
      `{const c=${emit(when, at)};if(c&&S[${layout.was(index)}]===0){F[${index}]=1;S[${layout.crossed(index)}]=1;S[${layout.pending(index)}]=1;}S[${layout.was(index)}]=c?1:0;}`,
  );
  return `(S,P,F)=>{${looks.join('')}}`;
};

/** `(S,P)` → bits of the outcomes that would hold if the run ended now; `otherwise` leaves no bit. */
const outcomesFunction = (writer: Writer): string => {
  const { model } = writer;
  const at = surroundings(writer);
  const lines = model.outcomeOrder.flatMap((index) => {
    const when = model.outcomes[index]?.when;
    return when ? [`const o${index}=${emit(when, at)};`] : [];
  });
  const bits = model.outcomes.flatMap(({ when }, index) => (when ? [`(o${index}?${2 ** index}:0)`] : []));
  return `(S,P)=>{${lines.join('')}return ${bits.join('+') || '0'};}`;
};

export interface WorldSource {
  readonly init: string;
  readonly clamp: string;
  readonly lines: string;
  readonly latches: string;
  readonly outcomes: string;
  readonly stop: string | null;
  /** actors × actions × branches (−1 first: the option itself). */
  readonly effects: readonly (readonly (readonly { readonly set: string | null; readonly add: string | null }[])[])[];
  readonly shocks: readonly { readonly p: string; readonly apply: string }[];
  readonly observables: readonly { readonly hit: string; readonly detect: string; readonly falseAlarm: string }[];
}

export const emitWorld = (writer: Writer): WorldSource => {
  const { model, layout } = writer;
  const at = surroundings(writer);
  const pair = (effects: readonly Effect[]) => ({
    set: effectsFunction(writer, effects, 'set'),
    add: effectsFunction(writer, effects, 'add'),
  });
  return {
    init: initFunction(writer),
    clamp: `(S)=>{${model.variables.map((_, index) => clampInto(writer, 'S', index)).join('')}}`,
    lines: linesFunction(writer),
    latches: `(S,P)=>{${model.latches.map((condition, index) => `if(${emit(condition, at)})S[${layout.latch(index)}]=1;`).join('')}}`,
    outcomes: outcomesFunction(writer),
    stop: model.stop ? `(S,P)=>${emit(model.stop, at)}` : null,
    effects: model.actors.map(({ actions }) =>
      actions.map(({ effects, chance }) => [pair(effects), ...chance.map((branch) => pair(branch.effects))]),
    ),
    shocks: model.shocks.map(({ p, when, effects }) => ({
      p: `(S,P)=>${when ? `${emit(when, at)}?unit(${emit(p, at)}):0` : `unit(${emit(p, at)})`}`,
      apply: shockFunction(writer, effects),
    })),
    observables: model.observables.map(({ hit, detect, falseAlarm }) => ({
      hit: `(S,P)=>${emit(hit, at)}`,
      detect: `(P)=>unit(${emit(detect, at)})`,
      falseAlarm: `(P)=>unit(${emit(falseAlarm, at)})`,
    })),
  };
};
