export { type FoundEvent, findEvents } from './find-events.ts';
export { typeOfPair } from './pair-type.ts';
