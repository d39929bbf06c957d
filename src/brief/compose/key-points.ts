import { agreeing } from './agreement.ts';
import type {
  BriefContent,
  ConditionRow,
  DisputeRow,
  EstimateRow,
  KeyPoint,
  LedgerFigure,
  LedgerGroupRow,
  TimelineRow,
} from './content.ts';
import type { Context } from './context.ts';
import { sides } from './disputes-section.ts';
import { STATUS_LABELS } from './event-phrase.ts';
import {
  capitalise,
  enumerate,
  enumerateVoices,
  mark,
  type Prose,
  quote,
  type Reference,
  stopAfter,
  text,
} from './prose.ts';

/** How many points of each kind at most: a reader with one minute takes in about ten sentences. */
const MOST = { event: 4, figure: 2, dispute: 2, estimate: 3, condition: 1 } as const;
const MOST_MARKS = 4;
const MOST_VOICES = 3;
const UNDATED = 'no date';

type Parts = Pick<BriefContent, 'estimates' | 'timeline' | 'ledger' | 'conditions' | 'disputes'>;
type Point = Omit<KeyPoint, 'id'>;

const marks = (references: readonly Reference[]): Prose => references.slice(0, MOST_MARKS).map(mark);

const sentenceKey = ({ document, sentence }: Reference): string => `${document}:${sentence}`;

/** The same parties doing the same kind of thing is one point, however often it is told. */
const themeKey = ({ type, sources, targets }: TimelineRow): string =>
  `${type} ${[...sources, ...targets].sort().join(' ')}`;

/** Texts report, people say. */
const saying = (holders: readonly string[]): string => {
  if (holders.length === 0) return '';
  const verb = holders.every((holder) => /^source \d/.test(holder))
    ? agreeing(holders, 'reports', 'report')
    : agreeing(holders, 'says', 'say');
  return `, ${enumerateVoices(holders, MOST_VOICES)} ${verb}`;
};

const denying = (holders: readonly string[]): string =>
  holders.length === 0 ? '' : `; ${enumerateVoices(holders, MOST_VOICES)} ${agreeing(holders, 'denies', 'deny')} it`;

/** What a correction says of it is for the reader to look up: it may take back the day, or the whole. */
const corrected = (numbers: readonly number[]): string =>
  numbers.length === 0
    ? ''
    : `; see the correction in ${enumerateVoices(
        numbers.map((n) => `source ${n}`),
        MOST_VOICES,
      )}`;

const isTold = (row: TimelineRow): boolean =>
  row.statement !== null &&
  row.references.length > 0 &&
  row.targets.length > 0 &&
  row.status !== 'conditional' &&
  row.status !== 'hypothetical';

const eventPoints = (rows: readonly TimelineRow[]): Point[] => {
  const seen = new Set<string>();
  const points: Point[] = [];
  const ranked = rows.filter(isTold).sort((a, b) => b.weight - a.weight || (a.entry < b.entry ? -1 : 1));
  for (const row of ranked) {
    const keys = [sentenceKey(row.references[0] as Reference), themeKey(row)];
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    const texts = row.documents.length > 1 ? `, told by ${row.documents.length} texts` : '';
    points.push({
      kind: 'event',
      statement: [
        text(`${row.statement}${saying(row.holders)}${denying(row.denying)}${corrected(row.correctedBy)}. `),
        ...marks(row.references),
      ],
      support: [quote(row.quote), text(` (${STATUS_LABELS[row.status]}${texts})`)],
      references: row.references.slice(0, MOST_MARKS),
    });
    if (points.length === MOST.event) break;
  }
  return points;
};

const dated = (figure: LedgerFigure): string => (figure.asOf === UNDATED ? '' : `, ${figure.asOf}`);

const figurePoint = ({ heading, range, rival, figures }: LedgerGroupRow): Point => {
  const references = figures.flatMap((figure) => figure.references);
  if (range)
    return {
      kind: 'figure',
      statement: [
        text(`${heading}: the sources give figures from ${range}${rival ? ', which cannot all hold' : ''}. `),
        ...marks(references),
      ],
      support: [
        text(
          `${capitalise(
            enumerate(
              figures.map((figure) => `${figure.figure} (${figure.holder}${dated(figure)})`),
              5,
            ),
          )}.`,
        ),
      ],
      references: references.slice(0, MOST_MARKS),
    };
  const figure = figures[0] as LedgerFigure;
  return {
    kind: 'figure',
    statement: [
      text(
        `${heading}: ${figure.figure}${dated(figure)}, ${figure.holder} ${agreeing([figure.holder], 'says', 'say')}. `,
      ),
      ...marks(references),
    ],
    support: [quote(figure.quote), text(` (${STATUS_LABELS[figure.status]})`)],
    references,
  };
};

/** What a speaker counts in one sentence, where no rule could say from whom to whom it went. */
const spokenFigures = ({ figures }: LedgerGroupRow): Point[] => {
  const sentences = new Map<string, LedgerFigure[]>();
  for (const figure of figures) {
    const [first] = figure.references;
    if (!first || !figure.spoken) continue;
    const key = `${sentenceKey(first)} ${figure.holder}`;
    sentences.set(key, [...(sentences.get(key) ?? []), figure]);
  }
  return [...sentences.values()]
    .sort((a, b) => b.length - a.length)
    .map((together): Point => {
      const { holder, references, quote: sentence } = together[0] as LedgerFigure;
      const counted = enumerate(together.map(({ figure }) => figure));
      return {
        kind: 'figure',
        statement: [
          text(`${capitalise(holder)} ${agreeing([holder], 'speaks', 'speak')} of ${counted}. `),
          ...marks(references),
        ],
        support: [quote(sentence)],
        references,
      };
    });
};

/** A figure makes a point when it says how much of what went where, and no event point has said so already. */
const figurePoints = (groups: readonly LedgerGroupRow[], told: readonly Point[]): Point[] => {
  const covered = new Set(told.flatMap(({ references }) => references.map(sentenceKey)));
  const isNew = (references: readonly Reference[]): boolean => !references.some((one) => covered.has(sentenceKey(one)));
  const placed = groups
    .filter(({ kind, comparable }) => comparable && kind !== 'other' && kind !== 'casualty')
    .filter(({ range, figures: [first] }) => range || (first && isNew(first.references)))
    .map(figurePoint);
  const spoken = groups.filter(({ kind }) => kind === 'other').flatMap(spokenFigures);
  return [...placed, ...spoken.filter(({ references }) => isNew(references)).slice(0, 1)].slice(0, MOST.figure);
};

const disputePoint = (dispute: DisputeRow): Point => ({
  kind: 'dispute',
  statement: [text(`${dispute.statement}. `), ...marks(dispute.references)],
  support: [text(`${capitalise(sides(dispute))}.`)],
  references: dispute.references.slice(0, MOST_MARKS),
});

const estimatePoint = ({ holder, words, about, phrase, references }: EstimateRow): Point => ({
  kind: 'estimate',
  statement: [
    text(
      `${capitalise(holder)} ${agreeing([holder], 'considers', 'consider')} this ${words?.word ?? `“${phrase}”`} (${words?.number} %, band ${words?.band}): `,
    ),
    quote(about),
    text(stopAfter(about)),
    ...marks(references),
  ],
  support: null,
  references,
});

/** A dispute that an event point tells already, with who denies it, needs no point of its own. */
const disputePoints = (rows: readonly DisputeRow[], told: readonly Point[]): Point[] => {
  const covered = new Set(told.flatMap(({ references }) => references.map(sentenceKey)));
  return rows
    .filter(({ deniedReferences }) => !deniedReferences.some((reference) => covered.has(sentenceKey(reference))))
    .slice(0, MOST.dispute)
    .map(disputePoint);
};

/** The most decided judgements, one a sentence, in the order in which the texts give them. */
const estimatePoints = (rows: readonly EstimateRow[]): Point[] => {
  const seen = new Set<string>();
  return rows
    .filter(({ words, references: [first] }) => {
      if (!words || !first || seen.has(sentenceKey(first))) return false;
      seen.add(sentenceKey(first));
      return true;
    })
    .slice(0, MOST.estimate)
    .map(estimatePoint);
};

const conditionPoint = ({ condition, consequence, otherwise, source, references }: ConditionRow): Point => ({
  kind: 'condition',
  statement: [
    text(`${capitalise(source)} leaves open: `),
    quote(condition),
    ...(consequence ? [text(otherwise ? ', otherwise ' : ', in which case '), quote(consequence)] : []),
    text(stopAfter(consequence ?? condition)),
    ...marks(references),
  ],
  support: null,
  references,
});

/** What the reader is told first. Texts that argue lead with their judgements, texts that report with what happened. */
export const keyPoints = ({ situation }: Context, parts: Parts): KeyPoint[] => {
  const argued = situation.sources.filter(({ kind }) => kind === 'opinion' || kind === 'analysis').length;
  const told = eventPoints(parts.timeline.rows);
  const judged = estimatePoints(parts.estimates.rows);
  const points = [
    ...(argued * 2 > situation.sources.length ? [...judged, ...told] : told),
    ...figurePoints(parts.ledger.rows, told),
    ...disputePoints(parts.disputes.rows, told),
    ...(argued * 2 > situation.sources.length ? [] : judged),
    ...parts.conditions.rows
      .filter(({ consequence }) => consequence)
      .slice(0, MOST.condition)
      .map(conditionPoint),
  ];
  return points.map((point, index) => ({ ...point, id: `k${index + 1}` }));
};
