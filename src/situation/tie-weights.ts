import type { Claim, EventStatus, EventType } from '../model/index.ts';

/**
 * What one happening weighs for a tie: positive draws together, negative drives apart, on a scale of −10 … 10. The idea
 * is Goldstein's (1992), the figures are Watchfloor's own; docs/situation.md gives the reason for each.
 */
export const TYPE_WEIGHTS: Readonly<Record<EventType, number>> = {
  AGREE: 4,
  CONSULT: 2,
  SUPPORT: 3,
  COOPERATE: 6,
  AID: 7,
  YIELD: 3,
  REQUEST: -1,
  ACCUSE: -3,
  REJECT: -3,
  THREATEN: -5,
  PROTEST: -3,
  SANCTION: -6,
  MOBILIZE: -4,
  COERCE: -7,
  ASSAULT: -10,
};

/** What is planned may not come; what is threatened is meant not to have to. The rest makes no tie. */
const STATUS_FACTORS: Readonly<Record<EventStatus, number>> = {
  occurred: 1,
  ongoing: 1,
  planned: 0.5,
  threatened: 0.3,
  denied: 0,
  conditional: 0,
  hypothetical: 0,
};

/** On the scale of `happened`, what annotators call certain averages about 1; from there on a claim counts in full. */
const CERTAIN = 1;

const PROSPECTIVE: ReadonlySet<EventStatus> = new Set(['planned', 'threatened']);

/** 0 … 1: how much of a happening this claim asserts. What is yet to come is judged by its status alone. */
export const assertedShare = ({ status, happened }: Claim): number => {
  const real = PROSPECTIVE.has(status) ? 1 : Math.min(1, Math.max(0, happened / CERTAIN));
  return STATUS_FACTORS[status] * real;
};

const COMPANY: ReadonlySet<EventType> = new Set(['REQUEST', 'MOBILIZE']);

/** Counted only beside another hostile happening: troops move for many reasons, and who asks for help is no foe. */
export const needsCompany = (type: EventType): boolean => COMPANY.has(type);
