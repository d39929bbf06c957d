import type { BriefContent, DisputeRow, EstimateRow, KeyPoint, LedgerGroupRow, TimelineRow } from './content.ts';
import type { Context } from './context.ts';
import { STATUS_LABELS } from './event-phrase.ts';
import { sides } from './disputes-section.ts';
import { type Prose, type Reference, capitalise, enumerate, mark, quote, text } from './prose.ts';

/** How many points of each kind at most: a reader with one minute takes in about ten sentences. */
const MOST = { event: 4, figure: 2, dispute: 2, estimate: 3, condition: 1 } as const;
const MOST_MARKS = 4;

type Parts = Pick<BriefContent, 'estimates' | 'timeline' | 'ledger' | 'conditions' | 'disputes'>;
type Point = Omit<KeyPoint, 'id'>;

const marks = (references: readonly Reference[]): Prose => references.slice(0, MOST_MARKS).map(mark);

const sentenceKey = ({ document, sentence }: Reference): string => `${document}:${sentence}`;

/** The same parties doing the same kind of thing is one point, however often it is told. */
const themeKey = (row: TimelineRow): string => `${row.type} ${[...row.sources, ...row.targets].sort().join(' ')}`;

const eventPoints = (rows: readonly TimelineRow[]): Point[] => {
  const [sentences, themes] = [new Set<string>(), new Set<string>()];
  const points: Point[] = [];
  for (const row of [...rows].sort((a, b) => b.weight - a.weight || (a.entry < b.entry ? -1 : 1))) {
    const [first] = row.references;
    if (!row.statement || !first || row.targets.length === 0) continue;
    if (row.status === 'conditional' || row.status === 'hypothetical') continue;
    if (sentences.has(sentenceKey(first)) || themes.has(themeKey(row))) continue;
    sentences.add(sentenceKey(first));
    themes.add(themeKey(row));
    points.push({
      kind: 'event',
      statement: [text(`${row.statement}, ${enumerate(row.holders, 3)} ${row.holders.length === 1 ? 'says' : 'say'}${row.disputed ? '; this is disputed' : ''}. `), ...marks(row.references)],
      support: [quote(row.quote), text(` (${STATUS_LABELS[row.status]}${row.documents.length > 1 ? `, ${row.documents.length} texts` : ''})`)],
      references: row.references.slice(0, MOST_MARKS),
    });
    if (points.length === MOST.event) break;
  }
  return points;
};

const figurePoint = (group: LedgerGroupRow): Point => {
  const references = group.figures.flatMap((figure) => figure.references);
  const subject = group.heading.replace(/ \([^)]*\)$/, '');
  const said = (figure: LedgerGroupRow['figures'][number]): string =>
    `${figure.figure} (${figure.holder}${figure.asOf === 'no date' ? '' : `, ${figure.asOf}`})`;
  if (group.figures.length > 1 && group.range)
    return {
      kind: 'figure',
      statement: [text(`${group.rival ? 'Sources give different figures for' : 'Figures for'} ${subject.charAt(0).toLowerCase()}${subject.slice(1)}: ${group.range}. `), ...marks(references)],
      support: [text(`${capitalise(enumerate(group.figures.map(said), 6))}.`)],
      references: references.slice(0, MOST_MARKS),
    };
  const figure = group.figures[0] as LedgerGroupRow['figures'][number];
  const parties = subject.match(/ (?:from|to|by|against|of|towards|concerning) .*$/)?.[0] ?? '';
  return {
    kind: 'figure',
    statement: [
      text(`${capitalise(figure.figure)}${/ (?:from|to|by|against) /.test(parties) ? parties.replace(/^ of .*?(?= from | to | by )/, '') : ''}${figure.asOf === 'no date' ? '' : ` (${figure.asOf})`}, ${figure.holder} says. `),
      ...marks(figure.references),
    ],
    support: [quote(figure.quote), text(` (${STATUS_LABELS[figure.status]})`)],
    references: figure.references,
  };
};
