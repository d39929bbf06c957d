import type { Typed } from '../language/expression/typed.ts';
import type { Effect, Model } from '../language/model.ts';
import { emit, literal, type Sites, type Surroundings, slotsOf, termsOf } from './emit-expression.ts';
import type { Layout } from './layout.ts';

/** What all parts of the code writer share. */
export interface Writer {
  readonly model: Model;
  readonly layout: Layout;
  readonly sites: Sites;
}

/**
 * The state in the middle of generated code: slots that changed are local constants, written the first time they are asked for, so that nothing is computed
 * that the value wanted does not need; the others are read where they stood before.
 */
export class Moment implements Surroundings {
  readonly layout: Layout;
  readonly sites: Sites;
  readonly statements: string[] = [];
  readonly slot: (index: number) => string;
  private readonly changes = new Map<number, () => string>();
  private readonly names = new Map<number, string>();

  constructor(writer: Writer, prefix: string, before: (index: number) => string) {
    this.layout = writer.layout;
    this.sites = writer.sites;
    this.slot = (index) => {
      const name = this.names.get(index);
      if (name !== undefined) return name;
      const change = this.changes.get(index);
      if (!change) return before(index);
      const value = change();
      const fresh = `${prefix}${index}`;
      this.statements.push(`const ${fresh}=${value};`);
      this.names.set(index, fresh);
      return fresh;
    };
  }

  get changed(): ReadonlySet<number> {
    return new Set(this.changes.keys());
  }

  change(index: number, value: () => string): void {
    this.changes.set(index, value);
  }

  /** A helper constant of this moment. */
  constant(name: string, value: string): string {
    this.statements.push(`const ${name}=${value};`);
    return name;
  }
}

/** The state right after one option of an actor, with one of its chance branches: effects, then red lines. `before` is where the option was chosen. */
export const momentAfter = (
  writer: Writer,
  actor: number,
  action: number,
  branch: number | null,
  prefix: string,
  before: Surroundings,
): Moment => {
  const { model, layout } = writer;
  const chosen = model.actors[actor]?.actions[action] as Model['actors'][number]['actions'][number];
  const effects = [...chosen.effects, ...(branch === null ? [] : (chosen.chance[branch]?.effects ?? []))];
  const after = new Moment(writer, prefix, before.slot);
  for (const variable of new Set(effects.map((effect) => effect.variable))) {
    const own = effects.filter((effect) => effect.variable === variable);
    after.change(layout.variable(variable), () =>
      changedValue(writer, variable, own, before, (name, value) => after.constant(`${prefix}${name}`, value)),
    );
  }
  after.change(layout.last(actor), () => literal(action));
  addLines(writer, actor, action, after, before, prefix);
  return after;
};

/** Settings first, then changes added up, then one clamp. */
const changedValue = (
  writer: Writer,
  variable: number,
  effects: readonly Effect[],
  before: Surroundings,
  constant: (name: string, value: string) => string,
): string => {
  const { low, high, levels } = writer.model.variables[variable] as Model['variables'][number];
  const amount = (node: Typed): string =>
    levels && node.kind !== 'number' ? `Math.round(${emit(node, before)})` : emit(node, before);
  const set = effects.filter(({ mode }) => mode === 'set').at(-1);
  const added = effects.filter(({ mode }) => mode === 'add');
  const start = set ? amount(set.amount) : before.slot(writer.layout.variable(variable));
  const sum = constant(`u${variable}`, [start, ...added.map((effect) => amount(effect.amount))].join('+'));
  const inside = set === undefined && added.every((effect) => effect.amount.kind === 'number');
  const direction = inside
    ? added.reduce((total, { amount: node }) => total + (node.kind === 'number' ? node.value : 0), 0)
    : Number.NaN;
  if (direction >= 0) return `${sum}>${literal(high)}?${literal(high)}:${sum}`;
  if (direction < 0) return `${sum}<${literal(low)}?${literal(low)}:${sum}`;
  return `${sum}<${literal(low)}?${literal(low)}:${sum}>${literal(high)}?${literal(high)}:${sum}`;
};

/** Red lines whose condition looks at anything that changed: they may fire; lines that the option answers are no longer pending. */
const addLines = (
  writer: Writer,
  actor: number,
  action: number,
  after: Moment,
  before: Surroundings,
  prefix: string,
): void => {
  const { model, layout } = writer;
  const changed = after.changed;
  model.lines.forEach((line, index) => {
    const answered = line.owner === actor && line.unlocks.includes(action);
    const touched = [...slotsOf(line.when, layout)].some((slot) => changed.has(slot));
    const pendingBefore = (): string => (answered ? '0' : before.slot(layout.pending(index)));
    if (!touched) {
      if (answered) after.change(layout.pending(index), pendingBefore);
      return;
    }
    let written = false;
    const look = (): void => {
      if (written) return;
      written = true;
      after.constant(`${prefix}c${index}`, emit(line.when, after));
      after.constant(`${prefix}f${index}`, `${prefix}c${index}&&${before.slot(layout.was(index))}===0`);
    };
    const fires = (value: string, otherwise: () => string) => () => {
      look();
      return `${prefix}f${index}?${value}:${otherwise()}`;
    };
    after.change(layout.was(index), () => {
      look();
      return `${prefix}c${index}?1:0`;
    });
    after.change(
      layout.crossed(index),
      fires('1', () => before.slot(layout.crossed(index))),
    );
    after.change(layout.pending(index), fires('1', pendingBefore));
  });
};

/** The terms of an actor's utility: its own, and the audience costs of its unanswered red lines. */
export interface UtilityTerm {
  readonly sign: '+' | '-';
  readonly slots: ReadonlySet<number>;
  readonly write: (at: Surroundings) => string;
}

export const utilityTerms = (writer: Writer, actor: number): readonly UtilityTerm[] => {
  const { model, layout } = writer;
  const own = termsOf((model.actors[actor] as Model['actors'][number]).utility).map(
    ({ sign, term }): UtilityTerm => ({
      sign: sign === 1 ? '+' : '-',
      slots: slotsOf(term, layout),
      write: (at) => emit(term, at),
    }),
  );
  const costs = model.lines.flatMap((line, index): UtilityTerm[] => {
    const cost = line.audienceCost;
    if (line.owner !== actor || !cost) return [];
    const slots = new Set([...slotsOf(cost, layout), layout.pending(index)]);
    return [{ sign: '-', slots, write: (at) => `(${at.slot(layout.pending(index))}===1?${emit(cost, at)}:0)` }];
  });
  return [...own, ...costs];
};

export const sumOf = (terms: readonly { readonly sign: '+' | '-'; readonly text: string }[]): string =>
  terms.map(({ sign, text }, index) => (index === 0 && sign === '+' ? text : `${sign}${text}`)).join('') || '0';

/** An actor's utility in a moment, as one expression. */
export const emitUtility = (writer: Writer, actor: number, at: Surroundings): string =>
  sumOf(utilityTerms(writer, actor).map(({ sign, write }) => ({ sign, text: write(at) })));
