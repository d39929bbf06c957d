import type { ChoiceAccount, RunAccount, TurnAccount } from '../analysis/explain.ts';
import { percent } from './estimate.ts';

const CLOSE = 0.02;

const number = (value: number): string => value.toFixed(2);

/** A run in words: what each side saw, believed, expected and did, turn by turn. */
export const runWords = (account: RunAccount, step: string): string => {
  const head = `Run ${account.run} of ${account.scenario}, seed ${account.seed}: ${account.outcome} after ${account.ended} ${account.ended === 1 ? 'turn' : 'turns'} (${step}).`;
  const truth = `What was true: ${account.parameters.map(({ name, value }) => `${name} ${number(value)}`).join(', ') || 'nothing was uncertain'}.`;
  return [head, truth, ...account.turns.map((turn) => turnWords(turn, step))].join('\n');
};

const turnWords = ({ turn, choices, changes, shocks, fired }: TurnAccount, step: string): string => {
  const lines = [`\n${step} ${turn}`];
  const [first] = choices;
  const alike = choices.every(({ saw }) => saw.join() === first?.saw.join());
  if (alike && first && first.saw.length > 0) lines.push(`  All saw: ${first.saw.join('; ')}.`);
  for (const choice of choices) lines.push(...choiceWords(choice, !alike));
  for (const shock of shocks) lines.push(`  Besides: ${shock}.`);
  for (const { line, owner } of fired) lines.push(`  The red line ${line} of ${owner} is crossed.`);
  if (changes.length > 0)
    lines.push(`  Then: ${changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join(', ')}.`);
  return lines.join('\n');
};

const choiceWords = (choice: ChoiceAccount, tellSeen: boolean): readonly string[] => {
  const open = choice.options
    .filter(({ expected }) => expected !== null)
    .sort((a, b) => (b.expected as number) - (a.expected as number));
  const closed = choice.options.filter(({ expected }) => expected === null).map(({ title }) => title);
  const weighed = open.map(
    ({ title, expected, probability }) => `${title} ${number(expected as number)} (${percent(probability)})`,
  );
  const believed = choice.believed.map(
    ({ name, value, truth }) => `${name} ${number(value)} (in truth ${number(truth)})`,
  );
  const chance = choice.hasBranches
    ? `; ${choice.branch === null ? 'nothing more came of it' : `chance drew its branch ${choice.branch + 1}`}`
    : '';
  const parts = [
    ['Saw', tellSeen ? choice.saw.join('; ') : ''],
    ['Believed', believed.join(', ')],
    ['Expected', open.length > 1 ? weighed.join(', ') : ''],
    ['Not open', closed.join(', ')],
  ] as const;
  return [
    `  ${choice.title}: ${choice.chosenTitle}, ${reasonOf(choice, open)}${chance}.`,
    ...parts.flatMap(([what, text]) => (text === '' ? [] : [`    ${what}: ${text}.`])),
  ];
};

/** Why it was chosen; `open` are the options that were to be had, best first. */
const reasonOf = ({ chosen, best }: ChoiceAccount, open: ChoiceAccount['options']): string => {
  if (open.length === 1) return 'it had no other option';
  const taken = open.find(({ action }) => action === chosen);
  const lead = (open[0]?.expected ?? 0) - (taken?.expected ?? 0);
  if (lead === 0) return 'the best it saw';
  return lead < CLOSE
    ? `nearly as good as the best, ${best}`
    : `though ${best} promised ${number(lead)} more: a choice of ${percent(taken?.probability ?? 0)} probability`;
};
