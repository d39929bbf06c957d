import {
  compareAssessments,
  comparisonWords,
  explain,
  likelihoodClause,
  likelihoodWords,
  percent,
  type Weighing,
  weigh,
} from '../../judge/index.ts';
import type { Citation, Evidence, Question } from '../../model/index.ts';
import type { Reference } from '../compose/prose.ts';
import { count, enumerate, tally } from '../compose/prose.ts';
import type {
  CountingEvidence,
  EvidenceRow,
  HypothesisRow,
  JudgedQuestion,
  JudgementSection,
  Judgements,
  QuestionJudgement,
} from './content.ts';
import { matrixView } from './matrix-view.ts';

/** Items named as those that count most. */
const MOST_COUNTING = 5;
/** Moves of each analyst, where there are several. */
const MOVES_EACH = 4;
const MOST_DIFFERENCES = 6;
/** Less than this moves no whole per cent. */
const NOTHING = 0.005;

/** References for words of a document; none where it is no part of the brief. */
export type Refer = (citation: Citation) => readonly Reference[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const evidenceRow = (item: Evidence, anchor: string, refer: Refer): EvidenceRow => ({
  id: `${anchor}-${item.id}`,
  evidence: item.id,
  text: item.text,
  quote: item.citation?.quote.replace(/\s+/g, ' ').trim() ?? null,
  title: item.title ?? null,
  source: item.source ?? null,
  author: item.author ?? null,
  note: item.note ?? null,
  grade: `${item.sourceGrade ?? 'F'}${item.informationGrade ?? 6}`,
  credibility: item.credibility,
  relevance: item.relevance,
  references: item.citation ? refer(item.citation) : [],
});

/** Posteriors over all analysts alike, as they are and without each item. */
const pool = (weighings: readonly Weighing[], items: readonly Evidence[], ids: readonly string[]) => {
  const of = (each: (weighing: Weighing) => readonly number[]): readonly number[] =>
    ids.map((_, index) => mean(weighings.map((weighing) => each(weighing)[index] as number)));
  return {
    posteriors: of(({ scores }) => scores.hypotheses.map(({ posterior }) => posterior)),
    priors: of(({ priors }) => priors),
    without: items.map(({ id }) => ({
      evidence: id,
      posteriors: of(
        ({ sensitivity, scores }) =>
          sensitivity.dropOne.find(({ evidence }) => evidence === id)?.posteriors ??
          scores.hypotheses.map(({ posterior }) => posterior),
      ),
    })),
  };
};

const rangeOf = (values: readonly number[]): string => {
  const [low, high] = [percent(Math.min(...values)), percent(Math.max(...values))];
  return low === high ? low : `${low.replace(/ %$/, '')}–${high}`;
};

/** Closer than this two hypotheses are equally likely. */
const TIE = 1e-9;

const statementOf = ({ hypotheses }: Question, posteriors: readonly number[]): string => {
  const most = Math.max(...posteriors);
  const first = hypotheses.filter((_, index) => (posteriors[index] as number) > most - TIE);
  const named = first.map(({ id, text }) => `${text} (${id})`);
  if (named.length === 1) return `${named[0]} ${likelihoodClause(most)}.`;
  return `No hypothesis leads: ${enumerate(named)} are equally likely; each ${likelihoodClause(most)}.`;
};

const judgementOf = ({ question, assessments }: JudgedQuestion, anchor: string, refer: Refer): QuestionJudgement => {
  const ids = question.hypotheses.map(({ id }) => id);
  const weighings = assessments.map((assessment) => weigh(question, assessment));
  const { posteriors, priors, without } = pool(weighings, question.evidence, ids);
  const lead = posteriors.indexOf(Math.max(...posteriors));
  const leader = ids[lead] as string;
  const several = assessments.length > 1;
  const explanations = weighings.map((weighing) => ({ weighing, ...explain(weighing, question.dependence) }));
  const compared = several ? comparisonWords(compareAssessments(question, assessments)) : null;

  const hypotheses = question.hypotheses
    .map(
      ({ id, text }, index): HypothesisRow => ({
        id: `${anchor}-${id}`,
        hypothesis: id,
        text,
        posterior: posteriors[index] as number,
        words: likelihoodWords(posteriors[index] as number),
        prior: percent(priors[index] as number),
        range: rangeOf([posteriors[index] as number, ...without.map((one) => one.posteriors[index] as number)]),
        byAnalyst: several
          ? weighings.map(({ analyst, scores }) => ({
              analyst,
              number: percent(scores.hypotheses[index]?.posterior ?? 0),
            }))
          : [],
        references: [],
      }),
    )
    .sort((a, b) => b.posterior - a.posterior);

  const counts = without
    .map(({ evidence, posteriors: left }) => ({ evidence, left: left[lead] as number }))
    .map((one) => ({ ...one, shift: Math.abs(one.left - (posteriors[lead] as number)) }))
    .filter(({ shift }) => shift >= NOTHING)
    .sort((a, b) => b.shift - a.shift)
    .slice(0, MOST_COUNTING)
    .map(
      ({ evidence, left }): CountingEvidence => ({
        ...evidenceRow(question.evidence.find(({ id }) => id === evidence) as Evidence, anchor, refer),
        effect: `without it ${leader} would stand at ${percent(left)} instead of ${percent(posteriors[lead] as number)}`,
      }),
    );

  return {
    id: question.id,
    anchor,
    question: question.text,
    note: question.note ?? null,
    statement: statementOf(question, posteriors),
    whose: several
      ? `the mean of ${count(assessments.length, 'analyst')}, every one alike (${weighings.map(({ analyst, counted }) => `${analyst} on ${tally(counted.length, 'item')}`).join(', ')})`
      : `the matrix of ${assessments[0]?.analyst}`,
    hypotheses,
    counts,
    changes: explanations.flatMap(({ weighing, moves }) =>
      several ? moves.slice(0, MOVES_EACH).map((move) => `For ${weighing.analyst}: ${move}`) : moves,
    ),
    differences: compared
      ? [compared.agreement, ...compared.bridges, ...compared.differences.slice(0, MOST_DIFFERENCES)]
      : [],
    matrices: explanations.map(({ weighing, ...explanation }, index) =>
      matrixView(question, assessments[index] as (typeof assessments)[number], weighing, explanation),
    ),
    evidence: question.evidence.map((item) => evidenceRow(item, anchor, refer)),
  };
};

/** What analysts judge, composed for a page; questions that nobody has rated say nothing yet and are left out. */
export const composeJudgements = (
  { questions, calibration }: Judgements,
  refer: Refer = () => [],
): JudgementSection => ({
  questions: questions
    .filter(({ assessments }) => assessments.length > 0)
    .map((judged, index) => judgementOf(judged, `j${index + 1}`, refer)),
  calibration: calibration?.sentence ?? null,
});
