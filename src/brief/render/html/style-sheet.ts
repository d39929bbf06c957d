import { readFileSync } from 'node:fs';
import { houseStyle } from '../../../style/index.ts';

let style: string | undefined;

/** The style of a brief's page, read once. */
export const styleSheet = (): string => {
  style ??= houseStyle() + readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  return style;
};
