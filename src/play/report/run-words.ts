import type { ChoiceAccount, RunAccount, TurnAccount } from '../analysis/explain.ts';
import { percent } from './estimate.ts';

const OPTIONS_TOLD = 3;
const CLOSE = 0.02;

const number = (value: number): string => value.toFixed(2);

/** A run in words: what each side saw, believed, expected and did, turn by turn. */
export const runWords = (account: RunAccount, step: string): string => {
  const head = `Run ${account.run} of ${account.scenario}, seed ${account.seed}: ${account.outcome} after ${account.ended} turns (${step}).`;
  const truth = `What was true: ${account.parameters.map(({ name, value }) => `${name} ${number(value)}`).join(', ') || 'nothing was uncertain'}.`;
  return [head, truth, ...account.turns.map((turn) => turnWords(turn, step))].join('\n');
};

const turnWords = ({ turn, seen, choices, changes, shocks, fired }: TurnAccount, step: string): string => {
  const lines = [`\n${step} ${turn}`];
  if (seen.length > 0) lines.push(`  Seen before: ${seen.join('; ')}.`);
  for (const choice of choices) lines.push(`  ${choiceWords(choice)}`);
  for (const shock of shocks) lines.push(`  Besides: ${shock}.`);
  for (const { line, owner } of fired) lines.push(`  The red line ${line} of ${owner} is crossed.`);
  if (changes.length > 0)
    lines.push(`  Then: ${changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join(', ')}.`);
  return lines.join('\n');
};

const choiceWords = (choice: ChoiceAccount): string => {
  const open = choice.options
    .filter(({ expected }) => expected !== null)
    .sort((a, b) => (b.expected as number) - (a.expected as number));
  const told = open
    .slice(0, OPTIONS_TOLD)
    .map(({ title, expected, probability }) => `${title} ${number(expected as number)} (${percent(probability)})`);
  const chosen = open.find(({ action }) => action === choice.chosen);
  const believed = choice.believed.map(
    ({ name, value, truth }) => `${name} ${number(value)}, in truth ${number(truth)}`,
  );
  const chance = choice.hasBranches
    ? `; ${choice.branch === null ? 'nothing more came of it' : `chance drew its branch ${choice.branch + 1}`}`
    : '';
  const only = open.length === 1;
  const lead = (open[0]?.expected ?? 0) - (chosen?.expected ?? 0);
  const why = only
    ? 'it had no other option'
    : lead === 0
      ? 'the best it saw'
      : lead < CLOSE
        ? `nearly as good as the best, ${choice.best}`
        : `though ${choice.best} promised ${number(lead)} more: a choice of ${percent(chosen?.probability ?? 0)} probability`;
  const belief = believed.length > 0 ? ` It took ${believed.join('; ')}.` : '';
  const weighed = only
    ? ''
    : ` Expected: ${told.join(', ')}${open.length > told.length ? `, ${open.length - told.length} more` : ''}.`;
  return `${choice.title}: ${choice.chosenTitle}, ${why}${chance}.${weighed}${belief}`;
};
