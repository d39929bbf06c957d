import type { Assessment, Citation, Question } from '../../model/index.ts';
import type { Locate, Problem } from '../question/problem.ts';

/** An analyst's matrix and the revision that it was exported at. */
export interface MatrixFile {
  readonly assessment: Assessment;
  readonly revision?: number;
}

/**
 * A question with its matrices as a file holds them. The document of a citation may be named by id, title or file name,
 * and its span is empty where the file gives none: `anchorQuestion` looks both up.
 */
export interface QuestionFile {
  readonly question: Question;
  /** The revision of the case that the file was exported at; absent in a file written by hand. */
  readonly revision?: number;
  readonly matrices: readonly MatrixFile[];
}

/** What a file gives; `file` is absent where it has errors. */
export interface ReadQuestion {
  readonly file?: QuestionFile;
  readonly problems: readonly Problem[];
  /** Where in the file a part of the question stands. */
  readonly locate: Locate;
}

export const NO_SPAN: Citation['span'] = { start: 0, end: 0 };

export const hasSpan = ({ span }: Citation): boolean => span.end > span.start;
