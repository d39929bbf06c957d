import {
  type Assessment,
  didYouMean,
  type Evidence,
  type Hypothesis,
  type Question,
  type RatedCell,
  WatchfloorError,
} from '../../model/index.ts';
import { checkHypotheses, checkPriors } from './check-hypotheses.ts';
import { Problems } from './problem.ts';
import { parseRating } from './rating-form.ts';

/** Half of what the items of one source say is taken to be said already, unless the question states otherwise. */
export const DEFAULT_DEPENDENCE = 0.5;

export const THE_REST: Hypothesis = { id: 'H0', text: 'None of these', rest: true };

/** The first free id with the letter: E1, E2 … */
export const nextId = (letter: 'H' | 'E', taken: readonly { readonly id: string }[]): string => {
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number++) if (!ids.has(`${letter}${number}`)) return `${letter}${number}`;
};

/** @throws WatchfloorError `judge.bad-value` with the first mistake */
const checked = (question: Question): Question => {
  const problems = new Problems();
  checkHypotheses(question.hypotheses, problems);
  const error = problems.sorted().find(({ severity }) => severity === 'error');
  if (error) throw new WatchfloorError('judge.bad-value', error.message);
  return question;
};

/**
 * A new question; the rest, "none of these", is added to its hypotheses.
 *
 * @throws WatchfloorError `judge.bad-value` where there are fewer than two hypotheses, or two are alike
 */
export const newQuestion = (id: string, text: string, hypotheses: readonly string[]): Question =>
  checked({
    id,
    text,
    hypotheses: [...hypotheses.map((words, index): Hypothesis => ({ id: `H${index + 1}`, text: words })), THE_REST],
    evidence: [],
    dependence: DEFAULT_DEPENDENCE,
  });

/** Adds a hypothesis, before the rest. @throws WatchfloorError `judge.bad-value` */
export const withHypothesis = (question: Question, added: Omit<Hypothesis, 'id'>): Question => {
  const { hypotheses } = question;
  const at = hypotheses.findIndex(({ rest }) => rest);
  const hypothesis = { id: nextId('H', hypotheses), ...added };
  return checked({ ...question, hypotheses: [...hypotheses.slice(0, at), hypothesis, ...hypotheses.slice(at)] });
};

export const withEvidence = (question: Question, added: Omit<Evidence, 'id'>): Question => ({
  ...question,
  evidence: [...question.evidence, { id: nextId('E', question.evidence), ...added }],
});

/** @throws WatchfloorError `judge.unknown-name` */
export const partOf = <Part extends { readonly id: string }>(
  { id: question }: Question,
  parts: readonly Part[],
  id: string,
  what: 'hypothesis' | 'item of evidence',
): Part => {
  const found = parts.find((part) => part.id.toLowerCase() === id.toLowerCase());
  if (found) return found;
  const names = parts.map((part) => part.id);
  throw new WatchfloorError(
    'judge.unknown-name',
    `${question} has no ${what} ${id}; it has ${names.join(', ') || 'none yet'}.${didYouMean(id, names)}`,
  );
};

/** Changes fields of an item of evidence. @throws WatchfloorError `judge.unknown-name` */
export const withChangedEvidence = (
  question: Question,
  id: string,
  changes: Partial<Omit<Evidence, 'id'>>,
): Question => {
  const item = partOf(question, question.evidence, id, 'item of evidence');
  return { ...question, evidence: question.evidence.map((one) => (one === item ? { ...item, ...changes } : one)) };
};

/** Takes a hypothesis or an item of evidence out. @throws WatchfloorError `judge.unknown-name`, `judge.bad-value` */
export const withoutPart = (question: Question, id: string): Question => {
  const same = (part: { readonly id: string }): boolean => part.id.toLowerCase() === id.toLowerCase();
  if (question.evidence.some(same)) return { ...question, evidence: question.evidence.filter((item) => !same(item)) };
  const hypothesis = partOf(question, question.hypotheses, id, 'hypothesis');
  return checked({ ...question, hypotheses: question.hypotheses.filter((one) => one !== hypothesis) });
};

/** Sets the priors of a question; hypotheses that are not named share what is left. @throws WatchfloorError */
export const withPriors = (question: Question, priors: Readonly<Record<string, number>>): Question => {
  const own = new Map(
    Object.entries(priors).map(([id, prior]) => [partOf(question, question.hypotheses, id, 'hypothesis').id, prior]),
  );
  return checked({
    ...question,
    hypotheses: question.hypotheses.map(({ prior: _, ...hypothesis }) => {
      const prior = own.get(hypothesis.id);
      return prior === undefined ? hypothesis : { ...hypothesis, prior };
    }),
  });
};

/** Sets an analyst's own priors. @throws WatchfloorError `judge.unknown-name`, `judge.bad-value` */
export const withOwnPriors = (
  question: Question,
  { priors: _, ...assessment }: Assessment,
  priors: Readonly<Record<string, number>>,
): Assessment => {
  const own = Object.fromEntries(
    Object.entries(priors).map(([id, prior]) => [partOf(question, question.hypotheses, id, 'hypothesis').id, prior]),
  );
  const problems = new Problems();
  checkPriors(
    question.hypotheses.map(({ id }) => ({ id, ...(own[id] !== undefined && { prior: own[id] }) })),
    problems,
    () => [],
  );
  const [error] = problems.sorted();
  if (error) throw new WatchfloorError('judge.bad-value', error.message);
  return Object.keys(own).length === 0 ? assessment : { ...assessment, priors: own };
};

export const newAssessment = (question: string, analyst: string): Assessment => ({ question, analyst, cells: {} });

/**
 * Rates an item under hypotheses, as written on a command line: `{ H1: 'CC', H2: '.3', H3: '?' }`.
 *
 * @throws WatchfloorError `judge.unknown-name`, `judge.bad-value`
 */
export const withRatings = (
  question: Question,
  assessment: Assessment,
  evidence: string,
  written: Readonly<Record<string, string>>,
  because?: string,
): Assessment => {
  const item = partOf(question, question.evidence, evidence, 'item of evidence').id;
  const row = new Map<string, RatedCell>(Object.entries(assessment.cells[item] ?? {}));
  for (const [name, words] of Object.entries(written)) {
    const { id } = partOf(question, question.hypotheses, name, 'hypothesis');
    const parsed = parseRating(words);
    if (parsed.error !== undefined)
      throw new WatchfloorError('judge.bad-value', `${item} under ${id}: ${parsed.error}`);
    if (parsed.rating === null) row.delete(id);
    else row.set(id, { rating: parsed.rating, ...(because !== undefined && { because }) });
  }
  // In the order of the question, so that the same ratings are the same matrix whatever was typed first.
  const cells = new Map(Object.entries(assessment.cells));
  const ordered = question.hypotheses.flatMap(({ id }) => {
    const cell = row.get(id);
    return cell ? [[id, cell] as const] : [];
  });
  if (ordered.length > 0) cells.set(item, Object.fromEntries(ordered));
  else cells.delete(item);
  return {
    ...assessment,
    cells: Object.fromEntries(
      question.evidence.flatMap(({ id }) => {
        const cell = cells.get(id);
        return cell ? [[id, cell] as const] : [];
      }),
    ),
  };
};
