export * from './built-module.ts';
export * from './document.ts';
export { ERRORS, type ErrorCode, type ErrorEntry } from './errors/registry.ts';
export { type ErrorPlace, formatPlace, WatchfloorError } from './errors/watchfloor-error.ts';
export * from './identifier.ts';
export * from './plover.ts';
export * from './reading.ts';
export * from './situation.ts';
export * from './span.ts';
