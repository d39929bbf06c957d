import {
  type Claim,
  contains,
  type Interval,
  type LedgerEntry,
  overlaps,
  type Quantity,
  type Reading,
  type Span,
  stableId,
  WatchfloorError,
} from '../model/index.ts';
import { isDescription } from './actor-names.ts';
import type { ActorIndex } from './actors.ts';
import { cite } from './cite.ts';
import { byText, unique } from './collation.ts';
import { isoDay, lastDay } from './days.ts';
import { holderOfAttribution, isVoice } from './holders.ts';
import { type Demonyms, isMateriel, ledgerItem } from './ledger-item.ts';
import { LEDGER_TYPES, ledgerKind } from './ledger-kind.ts';
import type { Parties } from './parties.ts';
import { isPast } from './telling.ts';

/** What the ledger looks names up in. */
interface LedgerWorld {
  readonly actors: ActorIndex;
  readonly parties: Parties;
  readonly lexicon: Demonyms;
}

const quantityById = (reading: Reading): ((id: string) => Quantity) => {
  const byId = new Map(reading.quantities.map((quantity) => [quantity.id, quantity]));
  return (id) => {
    const quantity = byId.get(id);
    if (quantity === undefined)
      throw new WatchfloorError(
        'case.inconsistent-reading',
        `The reading “${reading.id}” refers to a quantity “${id}” that it does not contain; read the document again.`,
        { record: reading.id },
      );
    return quantity;
  };
};

/** Each quantity with the claim that says most about it. */
const claimByQuantity = (reading: Reading, claims: readonly Claim[]): ReadonlyMap<Quantity, Claim> => {
  const quantity = quantityById(reading);
  const rank = ({ type }: Claim): number => LEDGER_TYPES.indexOf(type);
  const chosen = new Map<Quantity, Claim>();
  for (const claim of [...claims].sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id)))
    for (const id of claim.quantities) if (!chosen.has(quantity(id))) chosen.set(quantity(id), claim);
  return chosen;
};

const figures = ({ low, high, bound, per }: Quantity) => ({ low, high, bound, ...(per === undefined ? {} : { per }) });

/** When a figure holds: the event's own time, which for what has happened ends with the publication at the latest. */
const asOfDay = (reading: Reading, claim: Claim | undefined): Interval => {
  const { published } = reading.document;
  const day = published === null ? null : lastDay(published);
  const publication = day === null ? null : isoDay(day);
  const { from, to } = claim?.when ?? { from: null, to: null };
  const toCome = claim !== undefined && !isPast(claim) && from !== null;
  return { from, to: to ?? (toCome ? null : publication) };
};

type Hands = Pick<LedgerEntry, 'supplier' | 'recipient' | 'suppliers' | 'recipients'>;

/** Who gives and who gets. A request is for the asked one to give. */
const hands = (claim: Claim, parties: Parties): Hands => {
  const [giving, getting] = claim.type === 'REQUEST' ? [claim.targets, claim.sources] : [claim.sources, claim.targets];
  const suppliers = parties.all(giving, 'source');
  const recipients = parties.all(getting, 'target');
  return {
    ...(suppliers.length === 1 ? { supplier: suppliers[0] as string } : {}),
    ...(suppliers.length > 1 ? { suppliers } : {}),
    ...(recipients.length === 1 ? { recipient: recipients[0] as string } : {}),
    ...(recipients.length > 1 ? { recipients } : {}),
  };
};

const entryOfClaim = (
  reading: Reading,
  quantity: Quantity,
  claim: Claim,
  { parties, lexicon }: LedgerWorld,
): LedgerEntry | undefined => {
  const thing = ledgerItem(quantity, lexicon);
  const kind = thing === null ? null : ledgerKind(reading, claim, quantity, thing);
  if (thing === null || kind === null) return undefined;
  return {
    id: stableId('led', reading.id, quantity.id),
    ...kind,
    unit: thing.unit,
    ...figures(quantity),
    ...hands(claim, parties),
    asOf: asOfDay(reading, claim),
    status: claim.status,
    holder: claim.holder,
    document: reading.id,
    citation: cite(reading, quantity.span),
    claim: claim.id,
  };
};

const sentenceAround = (reading: Reading, span: Span): Span | undefined =>
  reading.sentences.find((sentence) => contains(sentence, span));

/**
 * Whose a quantity is that no event names: the parties of the only event whose evidence holds it, else the only party
 * that its sentence mentions, as the one who has it. Undefined where neither can be told.
 */
const relationAround = (
  reading: Reading,
  quantity: Quantity,
  claims: readonly Claim[],
  actors: ActorIndex,
  parties: Parties,
): (Hands & { readonly claim?: Claim }) | undefined => {
  const around = claims.filter(({ evidence }) => contains(evidence.span, quantity.span));
  const [claim] = around;
  if (claim !== undefined && around.length === 1) {
    const between = hands(claim, parties);
    if (Object.keys(between).length > 0) return { claim, ...between };
  }
  const sentence = sentenceAround(reading, quantity.span);
  if (sentence === undefined) return undefined;
  // Who tells of a thing need not have it.
  const telling = reading.attributions.flatMap(({ source }) => source);
  const mentioned = reading.actors
    .filter(({ mentions }) =>
      mentions.some((mention) => contains(sentence, mention) && !telling.some((source) => overlaps(source, mention))),
    )
    .map(({ id }) => parties.of(actors.resolve(reading, id), 'source'));
  const [supplier, ...more] = unique(mentioned.filter((party) => party !== undefined));
  if (supplier === undefined || more.length > 0) return undefined;
  // “Both sides have …” says of nobody in particular.
  const owner = actors.get(supplier);
  return owner !== undefined && isDescription(owner.name) ? undefined : { supplier };
};

const looseEntry = (
  reading: Reading,
  quantity: Quantity,
  claims: readonly Claim[],
  { actors, parties, lexicon }: LedgerWorld,
): LedgerEntry | undefined => {
  const thing = ledgerItem(quantity, lexicon);
  if (thing === null || !isMateriel(thing.item)) return undefined;
  const relation = relationAround(reading, quantity, claims, actors, parties);
  if (relation === undefined) return undefined;
  const { claim, ...between } = relation;
  const attribution = reading.attributions
    .filter((candidate) => isVoice(candidate) && candidate.content.some((span) => contains(span, quantity.span)))
    .sort((a, b) => a.content.length - b.content.length || byText(a.id, b.id))[0];
  return {
    id: stableId('led', reading.id, quantity.id),
    kind: 'other',
    ...thing,
    ...figures(quantity),
    ...between,
    asOf: asOfDay(reading, claim),
    status: claim?.status ?? 'occurred',
    holder:
      attribution === undefined
        ? { kind: 'author', document: reading.id }
        : holderOfAttribution(reading, attribution, actors),
    document: reading.id,
    citation: cite(reading, quantity.span),
    ...(claim === undefined ? {} : { claim: claim.id }),
  };
};

/** The figures of one document that belong in the ledger, in the order of the text. */
export const ledgerOf = (reading: Reading, claims: readonly Claim[], world: LedgerWorld): readonly LedgerEntry[] => {
  const chosen = claimByQuantity(reading, claims);
  return [...reading.quantities]
    .sort((a, b) => a.span.start - b.span.start || byText(a.id, b.id))
    .flatMap((quantity) => {
      const claim = chosen.get(quantity);
      const entry =
        claim === undefined
          ? looseEntry(reading, quantity, claims, world)
          : entryOfClaim(reading, quantity, claim, world);
      return entry ?? [];
    });
};
