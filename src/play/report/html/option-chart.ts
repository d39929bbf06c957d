import { escapeHtml } from '../../../model/index.ts';
import type { ActionUse } from '../../analysis/actions.ts';
import { percent } from '../estimate.ts';
import { at, tableTwin } from './markup.ts';

const byActor = (actions: readonly ActionUse[]): ReadonlyMap<string, readonly ActionUse[]> => {
  const sides = new Map<string, ActionUse[]>();
  for (const use of actions) sides.set(use.actor, [...(sides.get(use.actor) ?? []), use]);
  return sides;
};

/** The finding of the chart: the side that has a choice and makes one of them most. */
export const steadiest = (actions: readonly ActionUse[]): string => {
  const [first] = [...byActor(actions).values()]
    .filter((options) => options.length > 1)
    .flat()
    .sort((a, b) => b.ofChoices - a.ofChoices);
  return first
    ? `${escapeHtml(first.actorTitle)} most often: ${escapeHtml(first.title)}, ${percent(first.ofChoices)} of its choices`
    : 'What the sides do';
};

/** For each side its options as bars, commonest first. */
export const optionCharts = (actions: readonly ActionUse[]): string => {
  const charts = [...byActor(actions).values()].map((options) => {
    const rows = [...options]
      .sort((a, b) => b.ofChoices - a.ofChoices)
      .map(({ title, ofChoices }) => {
        const label = `${escapeHtml(title)}: ${percent(ofChoices)}`;
        return `<div class="option"><div class="words"><span>${escapeHtml(title)}</span><span>${percent(ofChoices)}</span></div><svg height="6" role="img" aria-label="${label}"><rect class="bar" x="0" y="0" width="${at(ofChoices * 100)}%" height="4"/></svg></div>`;
      });
    return `<figure><h3>${escapeHtml(options[0]?.actorTitle ?? '')}</h3>${rows.join('')}</figure>`;
  });
  return `<div class="grid">${charts.join('')}</div>${tableTwin(
    'Table of all options',
    ['option', 'actor', 'share of its choices', 'runs in which it is taken'],
    actions.map(({ actor, title, ofChoices, ofRuns }) => [title, actor, percent(ofChoices), percent(ofRuns)]),
  )}`;
};
