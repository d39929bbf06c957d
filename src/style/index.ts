import { readFileSync } from 'node:fs';

let style: string | undefined;

/** The style sheet that stands before a page's own: colours, letters, focus. Read once. */
export const houseStyle = (): string => {
  style ??= readFileSync(new URL('./house-style.css', import.meta.url), 'utf8');
  return style;
};
