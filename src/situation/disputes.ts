import { type Claim, type Dispute, type EventStatus, stableId } from '../model/index.ts';
import { byText, groupBy, unique } from './collation.ts';
import { type DayRange, intersection } from './days.ts';
import { denies, type Telling } from './telling.ts';
import { typeOf } from './timeline.ts';

const ASSERTING: ReadonlySet<EventStatus> = new Set(['occurred', 'ongoing', 'planned']);

/** “It happened” or “it will”: a threat asserts nothing yet, and a coin's toss is no assertion. */
const asserts = (claim: Claim): boolean =>
  ASSERTING.has(claim.status) && !denies(claim) && (claim.status === 'planned' || claim.happened > 0);

/** The time an undated denial may be about: whatever had been said to be so when it was published. */
const timeOf = ({ placing, when, published }: Telling): DayRange =>
  placing === 'undated' ? { from: -Infinity, to: published ?? Infinity } : when;

const compatible = (a: Telling, b: Telling): boolean => {
  const shared = intersection(timeOf(a), timeOf(b));
  return shared.from <= shared.to;
};

const opposed = (a: Telling, b: Telling): boolean => a.voice !== b.voice && compatible(a, b);

/** Without a second party it is open whether both speak of the same matter. */
const namesBothSides = ({ sources, targets }: Telling): boolean => new Set([...sources, ...targets]).size > 1;

const disputeOf = (tellings: readonly Telling[]): Dispute | undefined => {
  const asserting = tellings.filter(({ claim }) => asserts(claim));
  const denying = tellings.filter(({ claim }) => denies(claim));
  const asserted = asserting.filter((telling) => denying.some((other) => opposed(telling, other)));
  const denied = denying.filter((telling) => asserting.some((other) => opposed(telling, other)));
  const [first] = [...asserted].sort((a, b) => byText(a.claim.id, b.claim.id));
  if (first === undefined) return undefined;
  return {
    id: stableId('dsp', first.key),
    type: typeOf(asserted.map(({ claim }) => claim)),
    sources: first.sources,
    targets: first.targets,
    asserted: unique(asserted.map(({ claim }) => claim.id)),
    denied: unique(denied.map(({ claim }) => claim.id)),
  };
};

/** Where one voice says it happened or will, and another that it did not: one dispute for a family of types and its parties. */
export const disputesOf = (tellings: readonly Telling[]): readonly Dispute[] =>
  [...groupBy(tellings.filter(namesBothSides), ({ key }) => key).values()]
    .flatMap((group) => disputeOf(group) ?? [])
    .sort((a, b) => byText(a.id, b.id));
