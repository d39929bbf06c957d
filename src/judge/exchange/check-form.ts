import {
  type Citation,
  type Evidence,
  GRADES,
  type Hypothesis,
  INFORMATION_GRADES,
  type Question,
  SOURCE_GRADES,
} from '../../model/index.ts';
import { DEFAULT_DEPENDENCE } from '../question/change.ts';
import { checkHypotheses } from '../question/check-hypotheses.ts';
import { type Locate, type Path, Problems } from '../question/problem.ts';
import { checkMatrices } from './check-matrices.ts';
import { eachOf, Fields, isPlain } from './fields.ts';
import { NO_SPAN, type ReadQuestion } from './question-file.ts';

export const FORM_VERSION = 1;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

const TOP = [
  'watchfloor_question',
  'id',
  'revision',
  'question',
  'dependence',
  'note',
  'hypotheses',
  'evidence',
  'matrices',
];
const HYPOTHESIS = ['id', 'text', 'prior', 'rest', 'terms', 'note'];
const EVIDENCE = [
  'id',
  'text',
  'credibility',
  'relevance',
  'source',
  'source_grade',
  'information_grade',
  'from',
  'note',
  'author',
];
const FROM = ['document', 'title', 'claim', 'span', 'quote'];

/** An id that may be typed on a command line; taken once only. */
const idOf = (fields: Fields, taken: Set<string>, what: string): string | undefined => {
  const id = fields.text('id', 'required');
  if (id === undefined) return undefined;
  if (!ID.test(id))
    return fields.error('id', `“${id}” is no id: use letters, digits, dots, hyphens and underscores, such as ${what}.`);
  if (id in Object.prototype) return fields.error('id', `“${id}” cannot be an id; choose another.`);
  if (taken.has(id)) return fields.error('id', `There is an ${id} already: every id stands once.`);
  taken.add(id);
  return id;
};

const hypothesisOf = (fields: Fields, taken: Set<string>, problems: Problems): Hypothesis => {
  fields.only(HYPOTHESIS);
  const rest = fields.raw('rest');
  if (rest !== undefined && rest !== null && typeof rest !== 'boolean')
    fields.error('rest', '“rest” is true for “none of these”, and absent otherwise.');
  const prior = fields.number('prior', 0, 1);
  if (prior === 0) problems.warn('A prior of 0 rules it out whatever the evidence says.', fields.at('prior'));
  const terms = fields.list('terms')?.map(String);
  const note = fields.text('note');
  return {
    id: idOf(fields, taken, 'H1') ?? '',
    text: fields.text('text', 'required') ?? '',
    ...(prior !== undefined && { prior }),
    ...(rest === true && { rest }),
    ...(terms && { terms }),
    ...(note !== undefined && { note }),
  };
};

const spanOf = (fields: Fields): Citation['span'] => {
  const list = fields.list('span');
  if (list === undefined) return NO_SPAN;
  const [start, end] = list;
  if (
    list.length === 2 &&
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end)
  )
    return { start: Number(start), end: Number(end) };
  fields.error(
    'span',
    '“span” is [first, last + 1], two whole numbers that rise: offsets into the text of the document.',
  );
  return NO_SPAN;
};

/** The words that an item is taken from. */
const fromOf = (item: Fields, id: string, problems: Problems): Pick<Evidence, 'citation' | 'claim' | 'title'> => {
  const map = item.map('from');
  if (map === undefined) return {};
  const fields = new Fields(map, item.at('from'), problems, `“from” of ${id}`);
  fields.only(FROM);
  const document = fields.text('document', 'required');
  const quote = fields.text('quote', 'required');
  const title = fields.text('title');
  const claim = fields.text('claim');
  return {
    ...(document !== undefined && quote !== undefined && { citation: { document, span: spanOf(fields), quote } }),
    ...(title !== undefined && { title }),
    ...(claim !== undefined && { claim }),
  };
};

const evidenceOf = (fields: Fields, taken: Set<string>, problems: Problems): Evidence => {
  fields.only(EVIDENCE);
  const id = idOf(fields, taken, 'E1') ?? '';
  const from = fromOf(fields, id || 'an item', problems);
  const source = fields.text('source');
  const sourceGrade = fields.choice('source_grade', SOURCE_GRADES);
  const informationGrade = fields.choice('information_grade', INFORMATION_GRADES);
  const note = fields.text('note');
  const author = fields.text('author');
  return {
    id,
    text: fields.text('text', 'required') ?? '',
    credibility: fields.choice('credibility', GRADES, 'required') ?? 'M',
    relevance: fields.choice('relevance', GRADES, 'required') ?? 'M',
    ...(source !== undefined && { source }),
    ...(sourceGrade !== undefined && { sourceGrade }),
    ...(informationGrade !== undefined && { informationGrade }),
    ...from,
    ...(note !== undefined && { note }),
    ...(author !== undefined && { author }),
  };
};

/** What an id stands for in messages. */
const called = (kind: string) => (index: number, plain: Readonly<Record<string, unknown>>) =>
  typeof plain['id'] === 'string' ? plain['id'] : `${kind} ${index + 1}`;

/** Plain values, as YAML or CSV gave them, as a question with its matrices; all that is wrong is found in one pass. */
export const checkForm = (
  value: unknown,
  locate: Locate,
  earlier: (problems: Problems) => void = () => undefined,
): ReadQuestion => {
  const problems = new Problems(locate);
  earlier(problems);
  if (!isPlain(value)) {
    problems.error('A question file is a map that begins with “watchfloor_question: 1”.', []);
    return { problems: problems.sorted(), locate };
  }
  const top = new Fields(value, [], problems, 'the question');
  top.only(TOP);
  const version = top.raw('watchfloor_question');
  if (String(version) !== String(FORM_VERSION))
    top.error('watchfloor_question', `The file must say “watchfloor_question: ${FORM_VERSION}”, the form it is in.`);
  const id = idOf(top, new Set(), 'moscow-pyongyang') ?? '';
  const text = top.text('question', 'required') ?? '';
  const note = top.text('note');
  const revision = top.whole('revision', 1);
  const path = (key: string): Path => top.at(key);

  const hypothesisIds = new Set<string>();
  const hypotheses = eachOf(
    top.list('hypotheses', 'required') ?? [],
    path('hypotheses'),
    problems,
    called('hypothesis'),
  ).map((fields) => hypothesisOf(fields, hypothesisIds, problems));
  if (top.has('hypotheses')) checkHypotheses(hypotheses, problems);
  const evidenceIds = new Set<string>();
  const evidence = eachOf(top.list('evidence') ?? [], path('evidence'), problems, called('item')).map((fields) =>
    evidenceOf(fields, evidenceIds, problems),
  );
  const question: Question = {
    id,
    text,
    hypotheses,
    evidence,
    dependence: top.number('dependence', 0, 1) ?? DEFAULT_DEPENDENCE,
    ...(note !== undefined && { note }),
  };
  const matrices = checkMatrices(top, question, problems);
  return {
    ...(!problems.failed && { file: { question, ...(revision !== undefined && { revision }), matrices } }),
    problems: problems.sorted(),
    locate,
  };
};
