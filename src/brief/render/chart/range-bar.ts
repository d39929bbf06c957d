import { html, type Markup } from '../markup.ts';

const WIDTH = 120;
const HEIGHT = 12;
const DOT = 3.5;

const round = (value: number): number => Math.round(value * 10) / 10;

export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** A plain length from 0, for a strength. */
export const lengthBar = (value: number, most: number, sign: 'coop' | 'conf'): Markup =>
  html`<svg class="range ${sign}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="track" d="M0 ${HEIGHT / 2}H${WIDTH}"/><rect class="bar" x="0" y="3" width="${round(Math.max(1, (value / most) * WIDTH))}" height="${HEIGHT - 6}"/></svg>`;

/**
 * A range on a common axis from 0 to `most`: a point as a dot, a closed range as a bar, an open side as a fading line.
 * The words beside it say the same, so it is hidden from readers that do not see it.
 */
export const rangeBar = ({ low, high }: Range, most: number, halfway = false): Markup => {
  const x = (value: number): number => DOT + (Math.min(value, most) / most) * (WIDTH - 2 * DOT);
  const middle = HEIGHT / 2;
  const track = html`<path class="track" d="M0 ${middle}H${WIDTH}"/>${halfway && html`<path class="track" d="M${WIDTH / 2} 1V${HEIGHT - 1}"/>`}`;
  const known = high ?? low;
  const drawn =
    known === null
      ? null
      : low !== null && high !== null && low !== high
        ? html`<rect class="bar" x="${round(x(low))}" y="2" width="${round(Math.max(2, x(high) - x(low)))}" height="${HEIGHT - 4}"/>`
        : html`${low === null && html`<path class="open" d="M${DOT} ${middle}H${round(x(known))}"/>`}${
            high === null && html`<path class="open" d="M${round(x(known))} ${middle}H${WIDTH}"/>`
          }<circle class="dot" cx="${round(x(known))}" cy="${middle}" r="${DOT}"/>`;
  return html`<svg class="range" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${track}${drawn}</svg>`;
};
