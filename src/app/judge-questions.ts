import { WatchfloorError } from '../model/index.ts';
import { type Change, type QuestionEntry, readBook } from './judge-book.ts';
import { isQuestionFile, readQuestionFile } from './judge-exchange.ts';

export type { Change, QuestionEntry } from './judge-book.ts';

export const listQuestions = (folder: string): Promise<readonly QuestionEntry[]> =>
  readBook(folder, (book) => book.list());

/**
 * A question of the case, by id or its first letters, or one in a file (which is then not held against any document).
 *
 * @throws WatchfloorError `judge.no-question`, `judge.invalid-question`
 */
export const openQuestion = async (folder: string, start: string): Promise<QuestionEntry> => {
  if (!isQuestionFile(start)) return readBook(folder, (book) => book.get(start));
  const { file, problems } = readQuestionFile(start);
  if (file) return { revision: 0, ...file };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` ${errors.length - 1} more: \`watchfloor judge check\` lists them.` : '';
  throw new WatchfloorError('judge.invalid-question', `${first?.message ?? ''}${more}`, {
    file: start,
    ...(first?.line !== undefined && { line: first.line }),
    ...(first?.column !== undefined && { column: first.column }),
  });
};

export const questionHistory = (folder: string, start: string): Promise<readonly Change[]> =>
  readBook(folder, async (book) => book.history((await book.get(start)).question.id));
