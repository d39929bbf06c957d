export { markdownProse } from './markdown-prose.ts';
export { textProse } from './text-prose.ts';
