export { type FoundAttribution, findAttributions } from './find-attributions.ts';
