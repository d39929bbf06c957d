export { type BriefOptions, composeBrief } from './compose/compose-brief.ts';
export type * from './compose/content.ts';
export { type Prose, plain, type Reference, type Run } from './compose/prose.ts';
export { renderBrief } from './render-brief.ts';
