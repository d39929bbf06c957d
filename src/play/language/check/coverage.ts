import { evaluate, type Moment } from '../expression/evaluate.ts';
import { walk } from '../expression/typed.ts';
import { isUnknown } from '../expression/unknown.ts';
import type { Model } from '../model.ts';
import type { Problems } from '../problem.ts';
import { formatTyped } from './format-expression.ts';
import { type Choice, choicesOf, conditionsOf, momentOf, never, questionsOf } from './last-moments.ts';

/** Sets of things that have come about during a run, and endings judged, before the search is cut short. */
const MAX_MASKS = 4096;
const MAX_ENDINGS = 20_000;

const latchMask = (model: Model, moment: Moment): number =>
  model.latches.reduce((mask, condition, index) => (evaluate(condition, moment) ? mask + 2 ** index : mask), 0);

/** Bits beyond those of one integer still add up exactly in a double. */
const union = (a: number, b: number): number => (a < 2 ** 31 && b < 2 ** 31 ? a | b : Number(BigInt(a) | BigInt(b)));

const unionClosure = (masks: Iterable<number>): ReadonlySet<number> => {
  const closed = new Set<number>([0]);
  for (const mask of new Set(masks))
    for (const other of [...closed]) {
      if (closed.size >= MAX_MASKS) return closed;
      closed.add(union(mask, other));
    }
  return closed;
};

/**
 * Looks for a way to end in two outcomes at once, or in none. A run is taken as the set of moments it passes through; a moment is a choice of values at and
 * around the thresholds that the outcomes mention. What is found is a true contradiction in what the outcomes say (whether the situation can get there is another question).
 * Complete when the outcomes compare single variables with constants and there are no more than 20,000 combinations; otherwise a wide search, and the
 * engine checks every run besides. The first overlap of each pair of outcomes is reported, and the first gap, each with a witness.
 */
export const checkCoverage = (model: Model, problems: Problems): void => {
  if (model.latches.length > 50 || model.lines.length > 50) return;
  const questions = questionsOf(model);
  // Parameters hold for a whole run: only moments that share them can be parts of one. Last moments that answer all questions alike end alike.
  const groups = new Map<string, Map<string, { readonly choice: Choice; readonly mask: number }>>();
  for (const choice of choicesOf(model, questions)) {
    const moment = momentOf(choice, never, never);
    const parameters = choice.parameters.join();
    const group = groups.get(parameters) ?? new Map<string, { readonly choice: Choice; readonly mask: number }>();
    groups.set(parameters, group);
    const answers = `${choice.turn}:${questions.map((question) => evaluate(question, moment)).join('')}`;
    if (!group.has(answers)) group.set(answers, { choice, mask: latchMask(model, moment) });
  }
  const known = knownOutcomes(model);
  const reported = new Set<string>(known.includes(false) ? ['gap'] : []);
  let judged = 0;
  for (const group of groups.values()) {
    const lasts = [...group.values()];
    const earlier = unionClosure(lasts.map(({ mask }) => mask));
    for (const { choice, mask } of lasts)
      for (const ever of new Set([...earlier].map((before) => union(before, mask)))) {
        if (++judged > MAX_ENDINGS) return;
        judge(model, known, choice, ever, problems, reported);
      }
  }
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
  for (const atom of conditionsOf(model))
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
