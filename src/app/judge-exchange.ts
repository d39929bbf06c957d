import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import {
  anchorQuestion,
  assessmentEdits,
  type CitedDocument,
  type Edit,
  type Problem,
  type QuestionFile,
  questionEdits,
  type ReadQuestion,
  readQuestionCsv,
  readQuestionYaml,
  writeQuestionCsv,
  writeQuestionYaml,
} from '../judge/index.ts';
import { type Evidence, WatchfloorError } from '../model/index.ts';
import type { CaseStore } from '../store/index.ts';
import { type Hand, isSame, type QuestionBook, readBook, writeBook } from './judge-book.ts';

export type { Problem } from '../judge/index.ts';

const MAX_BYTES = 8 * 1024 * 1024;

/** Whether an argument names a file with a question rather than a question of a case. */
export const isQuestionFile = (name: string): boolean => /^\.(?:ya?ml|csv)$/i.test(extname(name));

/** Characters that are lost in reading would be lost for good once the file is imported. */
const decoded = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WatchfloorError(
      'judge.not-a-question-file',
      'The file is not in UTF-8; save it as “CSV UTF-8” or “UTF-8”.',
      { file },
      { cause },
    );
  }
};

/** Reads a question file by its ending. @throws WatchfloorError `judge.file-missing`, `judge.not-a-question-file` */
export const readQuestionFile = (file: string): ReadQuestion => {
  let bytes: Uint8Array;
  try {
    if (statSync(file).size > MAX_BYTES)
      throw new WatchfloorError('judge.not-a-question-file', 'The file is larger than 8 MB; no question is.', { file });
    bytes = readFileSync(file);
  } catch (cause) {
    if (cause instanceof WatchfloorError) throw cause;
    throw new WatchfloorError(
      'judge.file-missing',
      'There is no such file, or it cannot be read; check the path.',
      { file },
      { cause },
    );
  }
  const text = decoded(bytes, file);
  return /csv$/i.test(extname(file)) ? readQuestionCsv(text, file) : readQuestionYaml(text, file);
};

/** All documents of a case, as far as quotes are looked up in them. */
export const documentsOf = async (store: CaseStore): Promise<readonly CitedDocument[]> => {
  const documents: CitedDocument[] = [];
  for (const { id, title, source } of await store.documents()) {
    const entry = await store.document(id);
    if (entry) documents.push({ id, title, source, text: entry.document.text });
  }
  return documents;
};

/** What became of a file: the problems that stopped it, or what was written. */
export interface Imported {
  readonly problems: readonly Problem[];
  readonly question?: string;
  /** What the file changed, the question first; empty where all was as it is already. */
  readonly edits: readonly Edit[];
}

const MOST_NAMED = 5;

const conflict = (
  what: string,
  theirs: readonly Edit[] | null,
  mine: readonly Edit[],
  file: string,
): WatchfloorError => {
  if (theirs === null)
    return new WatchfloorError(
      'judge.conflict',
      `${what} is in the case already and the file does not say on which revision it builds. Export it, put your changes into that file, and import it.`,
      { file },
    );
  const parts = new Set(mine.map(({ part }) => part));
  const both = theirs.filter(({ part }) => parts.has(part)).length;
  const named = theirs.slice(0, MOST_NAMED).map(({ text }) => text);
  const more = theirs.length > MOST_NAMED ? ` and ${theirs.length - MOST_NAMED} more` : '';
  return new WatchfloorError(
    'judge.conflict',
    `${what} was changed in the case since the file was exported (${named.join('; ')}${more}); ${both === 0 ? 'your file touches none of these' : `your file changes ${both} of these too`}. Nothing was written: export it again, put your changes in, and import that.`,
    { file },
  );
};

interface Plan {
  readonly edits: readonly Edit[];
  readonly write: () => Promise<void>;
}

/** What has to be written for a file, all of it looked at before anything is. @throws WatchfloorError `judge.conflict` */
const plan = async (book: QuestionBook, { question, revision, matrices }: QuestionFile, hand: Hand, file: string) => {
  const plans: Plan[] = [];
  const { id } = question;
  const basis = await book.questionRevision(id);
  const now = await book.questionAt(id, basis);
  if (!isSame(now, question)) {
    if (now !== null && revision !== basis) {
      const then = revision === undefined ? null : await book.questionAt(id, revision);
      throw conflict(`Question ${id}`, then && questionEdits(then, now), questionEdits(then ?? now, question), file);
    }
    plans.push({ edits: questionEdits(now, question), write: () => book.putQuestion(question, basis, hand) });
  }
  for (const { assessment, revision: from } of matrices) {
    const { analyst } = assessment;
    const at = await book.matrixRevision(id, analyst);
    const before = await book.matrixAt(id, analyst, at);
    if (isSame(before, assessment)) continue;
    if (before !== null && from !== at) {
      const then = from === undefined ? null : await book.matrixAt(id, analyst, from);
      throw conflict(
        `The matrix of ${analyst} on ${id}`,
        then && assessmentEdits(then, before),
        assessmentEdits(then ?? before, assessment),
        file,
      );
    }
    plans.push({
      edits: assessmentEdits(before, assessment).map((edit) => ({ ...edit, text: `${analyst}: ${edit.text}` })),
      // Taking items out of the question may have made a revision since: the case is locked, so it is our own.
      write: async () => book.putMatrix(assessment, await book.matrixRevision(id, analyst), hand),
    });
  }
  return plans;
};

/** Items that the case has with the same words already: they need no document, which may be gone by now. */
const settledIn = async (book: QuestionBook, id: string | undefined): Promise<readonly Evidence[]> => {
  if (id === undefined || !(await book.has(id))) return [];
  return (await book.questionAt(id, await book.questionRevision(id)))?.evidence ?? [];
};

/**
 * Brings a question file into a case: whole or not at all. Quotes must stand in the documents of the case. What the case
 * has already is not written again, and what somebody else changed meanwhile is not undone.
 *
 * @throws WatchfloorError `judge.conflict`, `judge.file-missing`, `judge.not-a-question-file`, and the `case.*` codes
 */
export const importQuestion = async (folder: string, file: string, hand: Hand): Promise<Imported> => {
  const read = readQuestionFile(file);
  if (!read.file) return { problems: read.problems, edits: [] };
  return writeBook(folder, async (book, store) => {
    const anchored = anchorQuestion(read, await documentsOf(store), await settledIn(book, read.file?.question.id));
    if (!anchored.file) return { problems: anchored.problems, edits: [] };
    const plans = await plan(book, anchored.file, hand, file);
    for (const { write } of plans) await write();
    return {
      problems: anchored.problems,
      question: anchored.file.question.id,
      edits: plans.flatMap(({ edits }) => edits),
    };
  });
};

/** Every problem of a question file; with the folder of a case its quotes are looked up too. */
export const checkQuestionFile = async (file: string, folder?: string): Promise<readonly Problem[]> => {
  const read = readQuestionFile(file);
  if (folder === undefined) return read.problems;
  return readBook(folder, async (_, store) => anchorQuestion(read, await documentsOf(store)).problems);
};

/** A question of a case as YAML or CSV, with the revisions that an import will be held against. */
export const exportQuestion = (folder: string, start: string, form: 'yaml' | 'csv'): Promise<string> =>
  readBook(folder, async (book) => {
    const entry = await book.get(start);
    return form === 'csv' ? writeQuestionCsv(entry) : writeQuestionYaml(entry);
  });

/** Writes a question to a file whose ending chooses the form. @throws WatchfloorError `output.unwritable` */
export const exportQuestionTo = async (folder: string, start: string, file: string): Promise<void> => {
  const { writeOutput } = await import('./output.ts');
  writeOutput(file, await exportQuestion(folder, start, /csv$/i.test(extname(file)) ? 'csv' : 'yaml'));
};
