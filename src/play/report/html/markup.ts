import { escapeHtml } from '../../../model/index.ts';

/** Names of the scenario as words: `nuclear_use` → nuclear use. */
export const words = (name: string): string => escapeHtml(name.replaceAll('_', ' '));

/** The table twin of a chart, folded away. Cells are text, not markup. */
export const tableTwin = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
    row
      .map((cell, index) =>
        tag === 'th'
          ? `<th scope="col">${escapeHtml(cell)}</th>`
          : index === 0
            ? `<th scope="row">${escapeHtml(cell)}</th>`
            : `<td>${escapeHtml(cell)}</td>`,
      )
      .join('');
  return `<details><summary>${escapeHtml(caption)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table></div></details>`;
};

/** A coordinate, short. */
export const at = (value: number): string => String(Number(value.toFixed(2)));
