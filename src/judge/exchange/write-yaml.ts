import { Document, isScalar, visit } from 'yaml';
import type { Evidence, Hypothesis, RatedCell } from '../../model/index.ts';
import { FORM_VERSION } from './check-form.ts';
import { hasSpan, type MatrixFile, type QuestionFile } from './question-file.ts';

const WIDTH = 120;

/** Without the keys that have no value. */
const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const hypothesis = ({ id, text, prior, rest, terms, note }: Hypothesis) =>
  given({ id, text, prior, rest, terms, note });

const evidence = (item: Evidence) => {
  const { citation, title, claim } = item;
  return given({
    id: item.id,
    text: item.text,
    credibility: item.credibility,
    relevance: item.relevance,
    source: item.source,
    source_grade: item.sourceGrade,
    information_grade: item.informationGrade,
    from: citation && {
      ...given({ document: citation.document, title, claim }),
      ...(hasSpan(citation) && { span: [citation.span.start, citation.span.end] }),
      quote: citation.quote,
    },
    note: item.note,
    author: item.author,
  });
};

const cell = ({ rating, because }: RatedCell) => (because === undefined ? rating : { rating, because });

const matrix = ({ assessment, revision }: MatrixFile) =>
  given({
    analyst: assessment.analyst,
    revision,
    note: assessment.note,
    priors: assessment.priors,
    ratings: Object.fromEntries(
      Object.entries(assessment.cells).map(([item, row]) => [
        item,
        Object.fromEntries(Object.entries(row).map(([id, one]) => [id, cell(one)])),
      ]),
    ),
  });

/** A question with its matrices as YAML: what `readQuestionYaml` reads back to the letter. */
export const writeQuestionYaml = ({ question, revision, matrices }: QuestionFile): string => {
  const document = new Document(
    given({
      watchfloor_question: FORM_VERSION,
      id: question.id,
      revision,
      question: question.text,
      note: question.note,
      dependence: question.dependence,
      hypotheses: question.hypotheses.map(hypothesis),
      evidence: question.evidence.map(evidence),
      matrices: matrices.length > 0 ? matrices.map(matrix) : undefined,
    }),
    // A list that stands twice is written twice: no anchors for people to puzzle over.
    { aliasDuplicateObjects: false },
  );
  const ids = new Set(question.hypotheses.map(({ id }) => id));
  visit(document, {
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
    Map: (_, node) => {
      const isRow = node.items.every(
        ({ key, value }) => isScalar(key) && ids.has(String(key.value)) && isScalar(value),
      );
      if (node.items.length > 0 && (isRow || node.has('rating'))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
};
