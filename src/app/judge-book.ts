import { isDeepStrictEqual } from 'node:util';
import { assessmentEdits, type Edit, type QuestionFile, questionEdits } from '../judge/index.ts';
import { type Assessment, didYouMean, type Question, WatchfloorError } from '../model/index.ts';
import { type CaseRecord, type CaseStore, openCase, type RecordChange, readCase } from '../store/index.ts';

const QUESTION = 'question';
const MATRIX = 'matrix';

/** Who changes something, and when (ISO 8601). */
export interface Hand {
  readonly author: string;
  readonly now: string;
}

/** A question with all matrices on it, each at the revision it stands at. */
export interface QuestionEntry extends QuestionFile {
  readonly revision: number;
}

/** One change in the history of a question. */
export interface Change extends Hand {
  /** Whose matrix was changed; null where the question itself was. */
  readonly analyst: string | null;
  readonly revision: number;
  readonly edits: readonly Edit[];
}

export const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

const matrixId = (question: string, analyst: string): string => `${question}/${analyst}`;

/** What of a matrix is about items and hypotheses that the question still has. */
const standing = ({ hypotheses, evidence }: Question, assessment: Assessment): Assessment => {
  const columns = new Set(hypotheses.map(({ id }) => id));
  const cells = evidence.flatMap(({ id }) => {
    const row = Object.entries(assessment.cells[id] ?? {}).filter(([column]) => columns.has(column));
    return row.length > 0 ? [[id, Object.fromEntries(row)] as const] : [];
  });
  const { priors, ...rest } = assessment;
  const own = priors && Object.entries(priors).filter(([id]) => columns.has(id));
  return {
    ...rest,
    cells: Object.fromEntries(cells),
    ...(own && own.length > 0 && { priors: Object.fromEntries(own) }),
  };
};

/** The questions of a case; every change is a revision with its author, and none undoes another unseen. */
export interface QuestionBook {
  list(): Promise<readonly QuestionEntry[]>;
  /** By id, or as many of its first letters as tell it apart. @throws WatchfloorError `judge.no-question` */
  get(start: string): Promise<QuestionEntry>;
  has(id: string): Promise<boolean>;
  history(id: string): Promise<readonly Change[]>;
  /** The question as it stood at a revision; null where there was none. */
  questionAt(id: string, revision: number): Promise<Question | null>;
  matrixAt(id: string, analyst: string, revision: number): Promise<Assessment | null>;
  /**
   * Ratings of items and hypotheses that are no longer in it are taken out of all matrices.
   *
   * @param basis the revision that the change was made on, 0 for a new one
   * @throws WatchfloorError `case.conflict`
   */
  putQuestion(question: Question, basis: number, hand: Hand): Promise<void>;
  putMatrix(assessment: Assessment, basis: number, hand: Hand): Promise<void>;
  /** Withdraws the question with its matrices; their history stays. */
  withdraw(entry: QuestionEntry, hand: Hand): Promise<void>;
  /** The latest revision of a matrix, 0 where there never was one. */
  matrixRevision(id: string, analyst: string): Promise<number>;
  questionRevision(id: string): Promise<number>;
}

const questionBook = ({ records }: CaseStore, folder: string): QuestionBook => {
  const entryOf = (record: CaseRecord, matrices: readonly CaseRecord[]): QuestionEntry => {
    const question = record.value as Question;
    return {
      question,
      revision: record.revision,
      matrices: matrices
        .filter(({ value }) => (value as Assessment).question === question.id)
        .map(({ value, revision }) => ({ assessment: standing(question, value as Assessment), revision })),
    };
  };
  const list = async (): Promise<readonly QuestionEntry[]> => {
    const matrices = await records.list(MATRIX);
    return (await records.list(QUESTION)).map((record) => entryOf(record, matrices));
  };
  const put = async (change: RecordChange): Promise<void> => {
    await records.put(change);
  };
  const latest = async (kind: string, id: string): Promise<number> => (await records.get(kind, id))?.revision ?? 0;
  const at = async (kind: string, id: string, revision: number): Promise<unknown> =>
    (await records.history(kind, id)).find((record) => record.revision === revision)?.value ?? null;

  const changes = <Value>(
    history: readonly CaseRecord[],
    analyst: string | null,
    edits: (before: Value | null, after: Value) => readonly Edit[],
  ): Change[] =>
    history.map(({ author, at: now, revision, value }, index) => {
      const before = (history[index - 1]?.value ?? null) as Value | null;
      return {
        author,
        now,
        revision,
        analyst,
        edits: value === null ? [{ part: 'question', text: 'withdrawn' }] : edits(before, value as Value),
      };
    });

  return {
    list,
    get: async (start) => {
      const all = await list();
      const exact = all.find(({ question }) => question.id === start);
      const [found, second] = exact ? [exact] : all.filter(({ question }) => question.id.startsWith(start));
      if (found && !second) return found;
      const ids = all.map(({ question }) => question.id);
      throw new WatchfloorError(
        'judge.no-question',
        found
          ? `More than one question begins with ${start}: ${ids.filter((id) => id.startsWith(start)).join(', ')}.`
          : `The case has no question ${start}; ${ids.length === 0 ? '`watchfloor judge init` makes one' : `it has ${ids.join(', ')}`}.${didYouMean(start, ids)}`,
        { file: folder },
      );
    },
    has: async (id) => ((await records.get(QUESTION, id))?.value ?? null) !== null,
    history: async (id) => {
      const analysts = (await records.all())
        .filter(({ kind, id: of }) => kind === MATRIX && of.startsWith(`${id}/`))
        .map(({ id: of }) => of.slice(id.length + 1));
      const found = changes<Question>(await records.history(QUESTION, id), null, questionEdits);
      for (const analyst of new Set(analysts))
        found.push(
          ...changes<Assessment>(await records.history(MATRIX, matrixId(id, analyst)), analyst, assessmentEdits),
        );
      return found.sort((a, b) => (a.now < b.now ? -1 : a.now > b.now ? 1 : 0));
    },
    questionAt: async (id, revision) => (await at(QUESTION, id, revision)) as Question | null,
    matrixAt: async (id, analyst, revision) => (await at(MATRIX, matrixId(id, analyst), revision)) as Assessment | null,
    questionRevision: (id) => latest(QUESTION, id),
    matrixRevision: (id, analyst) => latest(MATRIX, matrixId(id, analyst)),
    putQuestion: async (question, basis, { author, now }) => {
      await put({ kind: QUESTION, id: question.id, author, at: now, value: question, basis });
      // Ratings of what was taken out go with it: they must not come back under an item that takes the same id later.
      for (const { id, revision, value } of await records.list(MATRIX)) {
        const assessment = value as Assessment;
        if (assessment.question !== question.id) continue;
        const kept = standing(question, assessment);
        if (!isSame(kept, assessment)) await put({ kind: MATRIX, id, author, at: now, value: kept, basis: revision });
      }
    },
    putMatrix: (assessment, basis, { author, now }) =>
      put({
        kind: MATRIX,
        id: matrixId(assessment.question, assessment.analyst),
        author,
        at: now,
        value: assessment,
        basis,
      }),
    withdraw: async ({ question: { id }, revision, matrices }, { author, now }) => {
      for (const { assessment, revision: basis = 0 } of matrices)
        await put({ kind: MATRIX, id: matrixId(id, assessment.analyst), author, at: now, value: null, basis });
      await put({ kind: QUESTION, id, author, at: now, value: null, basis: revision });
    },
  };
};

const using = async <Result>(
  open: (folder: string) => Promise<CaseStore>,
  folder: string,
  use: (book: QuestionBook, store: CaseStore) => Promise<Result>,
): Promise<Result> => {
  const store = await open(folder);
  try {
    return await use(questionBook(store, folder), store);
  } finally {
    await store.close();
  }
};

type Use<Result> = (book: QuestionBook, store: CaseStore) => Promise<Result>;

/** Reads the questions of a case, beside any writer. */
export const readBook = <Result>(folder: string, use: Use<Result>): Promise<Result> => using(readCase, folder, use);

/** Changes the questions of a case: nobody else can until it is done. */
export const writeBook = <Result>(folder: string, use: Use<Result>): Promise<Result> => using(openCase, folder, use);
