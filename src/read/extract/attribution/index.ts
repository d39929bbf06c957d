export { findAttributions } from './find-attributions.ts';
