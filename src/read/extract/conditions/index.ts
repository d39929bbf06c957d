export { findConditions } from './find-conditions.ts';
