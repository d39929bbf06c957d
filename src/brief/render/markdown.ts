import type { BriefContent, EstimateRow, LedgerGroupRow, SourceRow, TimelineRow } from '../compose/content.ts';
import { dayPhrase } from '../compose/date-phrase.ts';
import { sides } from '../compose/disputes-section.ts';
import { STATUS_LABELS } from '../compose/event-phrase.ts';
import { capitalise, count, enumerateVoices, type Prose } from '../compose/prose.ts';
import { judgementMarkdown } from '../judgement/markdown.ts';
import { type Label, literal, marks, quoted, table } from './markdown-words.ts';
import { statementLabel } from './statement-label.ts';

const LONGEST_REMOVED = 200;

const prose = (runs: Prose, label: Label): string => {
  const references = runs.flatMap((run) => (run.kind === 'reference' ? [run.reference] : []));
  const words = runs.map((run) =>
    run.kind === 'quote' ? quoted(run.text) : run.kind === 'text' ? literal(run.text) : '',
  );
  return `${words.join('').trim()}${references.length > 0 ? ` ${marks(references, label)}` : ''}`;
};

const cut = ({ rows, total, file }: { rows: readonly unknown[]; total: number; file: string | null }): string =>
  rows.length < total ? `\n\n${rows.length} of ${total} are shown; all of them are in \`${file}\`.` : '';

const likelihood = ({ words, phrase }: EstimateRow): string =>
  `${quoted(phrase)}: ${words ? `${words.word ?? 'a stated number'}, ${words.number} %, ${words.band}` : 'no standard band'}`;

const event = (row: TimelineRow, label: Label): string[] => [
  literal(row.when),
  `${row.clause ? `**${literal(row.clause)}.** ` : ''}${quoted(row.quote)}`,
  `${literal(enumerateVoices(row.holders, 3))}; ${STATUS_LABELS[row.status]}${row.denying.length > 0 ? `; denied by ${literal(enumerateVoices(row.denying, 3))}` : row.disputed ? '; disputed' : ''}${row.correctedBy.map((by) => `; see the correction in source ${by}`).join('')}`,
  marks(row.references, label),
];

const ledgerGroup = (group: LedgerGroupRow, label: Label): string => {
  const range = [group.range && `From ${group.range}`, group.rival && 'figures that cannot all hold'].filter(Boolean);
  const rows = group.figures.map((figure) => [
    literal(figure.figure),
    literal(figure.holder),
    figure.asOf,
    marks(figure.references, label),
  ]);
  return [
    `### ${literal(group.heading)}`,
    ...(range.length > 0 ? [range.join('; ')] : []),
    table(['Figure', 'Who says so', 'As of', 'Source'], rows),
  ].join('\n\n');
};

const source = (one: SourceRow): string =>
  `${one.number}. **${literal(one.heading)}**. ${capitalise(one.kind)}, ${literal(one.byline ?? 'no author stated')}, ${literal(one.publisher ?? 'no publisher stated')}, ${one.published ? dayPhrase(one.published) : 'undated'}. ${one.rests}${one.correctedBy.map((by) => ` **Corrected by source ${by}.**`).join('')} Kind: ${literal(one.kindReason)}.`;

/** The brief as Markdown (CommonMark with tables); the annex carries the anchors of the sentences. */
export const renderMarkdown = (content: BriefContent): string => {
  const single = content.sources.length === 1;
  const label: Label = ({ document, sentence }) => (single ? `${sentence}` : `${document}:${sentence}`);
  const parts: (string | null | undefined)[] = [
    `# ${literal(content.title)}`,
    `${content.asOf ? `As of ${dayPhrase(content.asOf)}. ` : ''}From ${count(content.sources.length, 'text')}${content.generatedFor ? `, for ${literal(content.generatedFor)}` : ''}.`,
    literal(content.bottomLine.join(' ')),
    '## Key points',
    ...content.keyPoints.map(
      ({ statement, support }) => `- ${prose(statement, label)}${support ? `\n\n  ${prose(support, label)}` : ''}`,
    ),
    content.judgements && judgementMarkdown(content.judgements, label),
    '## What is judged how likely',
    content.estimates.rows.length === 0
      ? `${content.estimates.finding}.`
      : table(
          ['Likelihood', 'Of what', 'Whose estimate', 'Source'],
          content.estimates.rows.map((row) => [
            likelihood(row),
            quoted(row.about),
            literal(row.holder),
            marks(row.references, label),
          ]),
        ) + cut(content.estimates),
    '## Who did what to whom',
    content.timeline.rows.length === 0
      ? `${content.timeline.finding}.`
      : `A line is what a text says. That an event stands here does not mean that it took place.\n\n${table(
          ['When', 'What is said', 'Who says so', 'Source'],
          content.timeline.rows.map((row) => event(row, label)),
        )}${cut(content.timeline)}`,
    '## Who stands how to whom',
    content.network.rows.length === 0
      ? `${content.network.finding}.`
      : `${literal(`${content.network.finding}. ${content.network.coalitions} ${content.network.balance}`)}\n\n${table(
          ['Pair', 'Prevailing', 'Cooperation : conflict', 'Last', 'Source'],
          content.network.rows.map((tie) => [
            literal(`${tie.labels[0]} – ${tie.labels[1]}`),
            tie.sign === 1 ? 'cooperation' : 'conflict',
            `${tie.cooperative} : ${tie.conflictual}`,
            tie.last ? dayPhrase(tie.last) : '',
            marks(tie.references, label),
          ]),
        )}${cut(content.network)}`,
    '## How much, according to whom',
    literal(`${content.ledger.finding}.`),
    ...content.ledger.rows.map((group) => ledgerGroup(group, label)),
    cut(content.ledger).trim() || null,
    '## Who says what',
    literal(`${content.speakers.finding}.`),
    ...content.speakers.rows.map(
      (speaker) =>
        `**${literal(speaker.speaker)}**${speaker.named ? '' : ' (not named)'}\n\n${speaker.statements
          .map(
            (statement) =>
              `- ${quoted(statement.content)} (${literal(statementLabel(statement))}) ${marks(statement.references, label)}`,
          )
          .join('\n')}`,
    ),
    cut(content.speakers).trim() || null,
    '## What would have to be true',
    literal(`${content.conditions.finding}.`),
    content.conditions.rows
      .map(
        (row) =>
          `- ${quoted(row.condition)}${row.consequence ? `, ${row.otherwise ? 'otherwise' : 'in which case'} ${quoted(row.consequence)}` : ''} (${literal(row.source)}) ${marks(row.references, label)}`,
      )
      .join('\n') || null,
    '## What is disputed',
    literal(`${content.disputes.finding}.`),
    content.disputes.rows
      .map(
        (row) => `- **${literal(row.statement)}.** ${literal(capitalise(sides(row)))}. ${marks(row.references, label)}`,
      )
      .join('\n') || null,
    '## Sources',
    literal(content.sourceSummary),
    content.sources.map(source).join('\n'),
    '## What was left out',
    content.sources
      .flatMap(({ removed, number }) =>
        removed.map(
          ({ text, reason }) =>
            `- ${literal(text.slice(0, LONGEST_REMOVED))} (${literal(reason)}${single ? '' : `; source ${number}`})`,
        ),
      )
      .join('\n') || 'Nothing.',
    '## Limits',
    content.limits.map((limit) => `- ${literal(limit)}`).join('\n'),
    `## Annex: the ${single ? 'text' : 'texts'}`,
    ...content.annex.flatMap((document) => [
      `### ${document.number}. ${literal((content.sources[document.number - 1] as SourceRow).heading)}`,
      document.sentences
        .map(
          ({ number, span }) =>
            `<a id="s${document.number}-${number}"></a>${single ? number : `${document.number}:${number}`} ${literal(document.text.slice(span.start, span.end))}`,
        )
        .join('\n\n'),
    ]),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
};
