import { escapeHtml } from '../../model/index.ts';

/** Text that is HTML or SVG already. Everything else is escaped before it gets into a page. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | null | undefined | false | readonly Part[];

/** Characters that no HTML or XML document may hold, and those that reorder the text around them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

export const escapeMarkup = (words: string): string => escapeHtml(words.replace(FORBIDDEN, ''));

const join = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(join).join('');
};

/** A template whose slots are escaped, unless they hold markup. Slots for attributes must stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.reduce((whole, piece, index) => whole + join(parts[index - 1]) + piece),
});

/** For our own constants only (style sheet, ready SVG): nothing is escaped. */
export const raw = (markup: string): Markup => ({ markup });
