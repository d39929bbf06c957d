export type { ActorAliases } from './actors.ts';
export { structuralBalance } from './balance.ts';
export { coalitionsOf } from './coalitions.ts';
export { graphOfTies, type SignedEdge, type SignedGraph, signedGraph } from './signed-graph.ts';
export { type SituateOptions, situate } from './situate.ts';
export { TYPE_WEIGHTS } from './tie-weights.ts';
export { DEFAULT_HALF_LIFE_DAYS } from './ties.ts';
