import type { BriefContent, TieRow } from '../../compose/content.ts';
import { dayPhrase } from '../../compose/date-phrase.ts';
import { capitalise } from '../../compose/prose.ts';
import { networkChart } from '../chart/network.ts';
import { lengthBar } from '../chart/range-bar.ts';
import { html, type Markup } from '../markup.ts';
import { type ReferenceLabel, referenceMarks } from './inline.ts';
import { cutNote, figure, section } from './section.ts';

const WIDE = 704;
const NARROW = 350;

const period = ({ first, last }: TieRow): string | null => {
  if (!first && !last) return null;
  return first && last && first !== last
    ? `${dayPhrase(first)} to ${dayPhrase(last)}`
    : dayPhrase((first ?? last) as string);
};

const prevailing = ({ sign, cooperative, conflictual }: TieRow): string => {
  const word = sign === 1 ? 'cooperation' : 'conflict';
  return cooperative === conflictual ? `mixed, more ${word} by weight` : `mostly ${word}`;
};

const row = (tie: TieRow, strongest: number, label: ReferenceLabel): Markup =>
  html`<tr id="${tie.id}"><td>${tie.labels[0]} – ${tie.labels[1]}</td><td><span class="${tie.sign === 1 ? 'coop' : 'conf'} sign deed" aria-hidden="true"></span>${prevailing(tie)} <span class="nowrap">(${tie.cooperative} against ${tie.conflictual})</span>${lengthBar(tie.strength, strongest, tie.sign === 1 ? 'coop' : 'conf')}<span class="by">${[
    tie.types,
    period(tie),
  ]
    .filter(Boolean)
    .join('; ')}</span></td><td>${referenceMarks(tie.references, label)}</td></tr>`;

export const network = ({ network: content }: BriefContent, label: ReferenceLabel, foot: string): Markup => {
  const strongest = Math.max(Number.MIN_VALUE, ...content.rows.map(({ strength }) => strength));
  const charts = networkChart(content, [WIDE, NARROW]);
  return section(
    'network',
    'Who stands how to whom',
    content.rows.length === 0
      ? html`<p>${content.finding}.</p>`
      : html`<p>${content.coalitions} ${content.balance}</p>${
          charts
            ? figure(
                charts,
                capitalise(content.finding),
                `Unbroken line, +: mostly cooperation; broken line, −: mostly conflict. Width: weight of what is told, halved every ${content.halfLifeDays} days. Grey arc: a group that cooperation holds together.`,
                foot,
              )
            : html`<p class="finding">${capitalise(content.finding)}.</p>`
        }<table><caption class="plain">Ties, strongest first; claims of cooperation against claims of conflict</caption><thead><tr><th scope="col">Pair</th><th scope="col">What is told of it</th><th scope="col">Source</th></tr></thead><tbody>${content.rows.map(
          (tie) => row(tie, strongest, label),
        )}</tbody></table>${cutNote(content, 'ties')}<p class="note">The graph for Gephi and other tools: <code>ties.gexf</code>.</p>`,
  );
};
