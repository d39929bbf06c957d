import type { Section } from '../../compose/content.ts';
import { html, type Markup } from '../markup.ts';

/** "12 of 57 shown; all in timeline.csv", or where the rows lie when nothing was cut. */
export const cutNote = ({ rows, total, file }: Section<unknown>, what: string): Markup | null =>
  rows.length < total
    ? html`<p class="note">${rows.length} of ${total} ${what} are shown, those of most weight; all of them are in <code>${file}</code>.</p>`
    : file && total > 0
      ? html`<p class="note">The same rows with every detail: <code>${file}</code>.</p>`
      : null;

export const section = (id: string, heading: string, body: Markup): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${body}</section>`;

/** A figure whose title is its finding: a drawing for wide and one for narrow screens, source and date at the foot. */
export const figure = (charts: readonly Markup[], finding: string, unit: string, foot: string): Markup => {
  const [wide, narrow] = charts;
  return html`<figure><figcaption><strong>${finding}</strong><span>${unit}</span></figcaption><div class="wide">${wide}</div><div class="narrow">${narrow}</div><p class="foot">${foot}</p></figure>`;
};
