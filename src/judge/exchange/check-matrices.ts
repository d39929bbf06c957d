import { didYouMean, type Question, type RatedCell } from '../../model/index.ts';
import { checkPriors } from '../question/check-hypotheses.ts';
import type { Path, Problems } from '../question/problem.ts';
import { parseRating, RATING_FORMS } from '../question/rating-form.ts';
import { eachOf, Fields, isPlain } from './fields.ts';
import type { MatrixFile } from './question-file.ts';

const MATRIX = ['analyst', 'revision', 'note', 'priors', 'ratings'];

interface Names {
  readonly hypotheses: readonly string[];
  readonly evidence: readonly string[];
}

/** A name that a matrix uses must be one of the question. */
const isKnown = (name: string, known: readonly string[], what: string, problems: Problems, path: Path): boolean => {
  if (known.includes(name)) return true;
  problems.error(`The question has no ${what} ${name}.${didYouMean(name, known)}`, path);
  return false;
};

const cellOf = (value: unknown, where: string, problems: Problems, path: Path): RatedCell | undefined => {
  if (isPlain(value)) {
    const fields = new Fields(value, path, problems, where);
    fields.only(['rating', 'because']);
    if (!fields.has('rating')) return fields.error('rating', `${where} needs “rating”: ${RATING_FORMS}.`);
    const cell = cellOf(value['rating'], where, problems, [...path, 'rating']);
    const because = fields.text('because');
    return cell && { ...cell, ...(because !== undefined && { because }) };
  }
  const parsed = parseRating(value);
  if (parsed.error === undefined) return parsed.rating === null ? undefined : { rating: parsed.rating };
  problems.error(`${where}: ${parsed.error}`, path);
  return undefined;
};

const cellsOf = (matrix: Fields, { hypotheses, evidence }: Names, problems: Problems) => {
  const cells: Record<string, Record<string, RatedCell>> = {};
  for (const [item, row] of Object.entries(matrix.map('ratings') ?? {})) {
    const path = [...matrix.at('ratings'), item];
    if (!isKnown(item, evidence, 'item of evidence', problems, path)) continue;
    if (!isPlain(row)) {
      problems.error(`The ratings of ${item} must be a map such as { H1: C, H2: II }.`, path);
      continue;
    }
    for (const [hypothesis, value] of Object.entries(row)) {
      const at = [...path, hypothesis];
      if (!isKnown(hypothesis, hypotheses, 'hypothesis', problems, at)) continue;
      const cell = cellOf(value, `${item} under ${hypothesis}`, problems, at);
      if (cell) {
        cells[item] ??= {};
        cells[item][hypothesis] = cell;
      }
    }
  }
  return cells;
};

const priorsOf = (matrix: Fields, question: Question, problems: Problems): Record<string, number> | undefined => {
  const map = matrix.map('priors');
  if (map === undefined) return undefined;
  const path = matrix.at('priors');
  const fields = new Fields(map, path, problems, 'the priors');
  const names = question.hypotheses.map(({ id }) => id);
  const priors: Record<string, number> = {};
  for (const name of Object.keys(map)) {
    if (!isKnown(name, names, 'hypothesis', problems, [...path, name])) continue;
    const prior = fields.number(name, 0, 1);
    if (prior !== undefined) priors[name] = prior;
  }
  const own = names.map((id) => ({ id, ...(priors[id] !== undefined && { prior: priors[id] }) }));
  checkPriors(own, problems, (index) => [...path, own[index]?.id as string]);
  return priors;
};

/** The matrices of a file, each analyst's own. */
export const checkMatrices = (top: Fields, question: Question, problems: Problems): readonly MatrixFile[] => {
  const names: Names = {
    hypotheses: question.hypotheses.map(({ id }) => id),
    evidence: question.evidence.map(({ id }) => id),
  };
  const analysts = new Set<string>();
  const list = top.list('matrices') ?? [];
  return eachOf(list, top.at('matrices'), problems, (index) => `matrix ${index + 1}`).map((matrix): MatrixFile => {
    matrix.only(MATRIX);
    const analyst = matrix.text('analyst', 'required') ?? '';
    if (analysts.has(analyst))
      matrix.error('analyst', `Analyst ${analyst} has a matrix already: every analyst has one.`);
    analysts.add(analyst);
    const note = matrix.text('note');
    const revision = matrix.whole('revision', 1);
    const priors = priorsOf(matrix, question, problems);
    return {
      assessment: {
        question: question.id,
        analyst,
        cells: cellsOf(matrix, names, problems),
        ...(priors && { priors }),
        ...(note !== undefined && { note }),
      },
      ...(revision !== undefined && { revision }),
    };
  });
};
