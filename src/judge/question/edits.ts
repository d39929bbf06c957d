import type { Assessment, Evidence, Hypothesis, Question, RatedCell } from '../../model/index.ts';

/** One thing that was changed between two states. `part` names it, so that two people's changes can be told apart. */
export interface Edit {
  /** `question`, `H2`, `E5`, `E5 H2`, `prior H2`. */
  readonly part: string;
  readonly text: string;
}

const rating = (cell: RatedCell | undefined): string =>
  cell === undefined ? 'not rated' : `${cell.rating}${cell.because === undefined ? '' : ` (${cell.because})`}`;

const value = (one: unknown): string =>
  one === undefined ? 'nothing' : typeof one === 'object' ? JSON.stringify(one) : `“${String(one)}”`;

const FIELDS: Readonly<Record<string, string>> = {
  text: 'wording',
  sourceGrade: 'source grade',
  informationGrade: 'information grade',
  citation: 'cited words',
};

const fieldEdits = (part: string, before: object, after: object): Edit[] => {
  const [old, now] = [before, after] as Readonly<Record<string, unknown>>[];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(old?.[key]) !== JSON.stringify(now?.[key]))
    .map((key) => ({ part, text: `${part}: ${FIELDS[key] ?? key} ${value(old?.[key])} → ${value(now?.[key])}` }));
};

const listEdits = <Item extends Hypothesis | Evidence>(before: readonly Item[], after: readonly Item[]): Edit[] => {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  return [
    ...before.filter(({ id }) => !now.has(id)).map(({ id, text }) => ({ part: id, text: `${id} removed: “${text}”` })),
    ...after.flatMap((item) => {
      const earlier = old.get(item.id);
      return earlier
        ? fieldEdits(item.id, earlier, item)
        : [{ part: item.id, text: `${item.id} added: “${item.text}”` }];
    }),
  ];
};

/** What changed in a question. `before` is null for a new one. */
export const questionEdits = (before: Question | null, after: Question): readonly Edit[] => {
  if (before === null) return [{ part: 'question', text: `asked: “${after.text}”` }];
  const { hypotheses, evidence, ...frame } = after;
  const { hypotheses: oldHypotheses, evidence: oldEvidence, ...oldFrame } = before;
  const order = (items: readonly { readonly id: string }[]): string => items.map(({ id }) => id).join(' ');
  const found = [
    ...fieldEdits('question', oldFrame, frame),
    ...listEdits(oldHypotheses, hypotheses),
    ...listEdits(oldEvidence, evidence),
  ];
  if (found.length > 0 || order(oldHypotheses) + order(oldEvidence) === order(hypotheses) + order(evidence))
    return found;
  return [{ part: 'question', text: 'the order was changed' }];
};

/** What changed in an analyst's matrix. */
export const assessmentEdits = (before: Assessment | null, after: Assessment): readonly Edit[] => {
  const rows = new Set([...Object.keys(before?.cells ?? {}), ...Object.keys(after.cells)]);
  const cells = [...rows].flatMap((item) => {
    const [old, now] = [before?.cells[item] ?? {}, after.cells[item] ?? {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((id) => JSON.stringify(old[id]) !== JSON.stringify(now[id]))
      .map((id) => ({ part: `${item} ${id}`, text: `${item} under ${id}: ${rating(old[id])} → ${rating(now[id])}` }));
  });
  const [oldPriors, priors] = [before?.priors ?? {}, after.priors ?? {}];
  return [
    ...[...new Set([...Object.keys(oldPriors), ...Object.keys(priors)])]
      .filter((id) => oldPriors[id] !== priors[id])
      .map((id) => ({
        part: `prior ${id}`,
        text: `prior of ${id}: ${oldPriors[id] ?? 'as the question has it'} → ${priors[id] ?? 'as the question has it'}`,
      })),
    ...cells,
    ...(before?.note === after.note
      ? []
      : [{ part: 'note', text: `note: ${value(before?.note)} → ${value(after.note)}` }]),
  ];
};
