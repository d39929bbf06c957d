import { readFileSync } from 'node:fs';

let style: string | undefined;

/** The house style of every page, read once. */
export const styleSheet = (): string => {
  style ??= readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  return style;
};
