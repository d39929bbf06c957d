import type { Claim, EventType, LedgerKind, Quantity, Reading } from '../model/index.ts';
import { isCurrency, isMateriel, isPerson, type Thing } from './ledger-item.ts';

/** Of several events that name one quantity, the one that says most about what became of it. */
export const LEDGER_TYPES: readonly EventType[] = [
  'AID',
  'YIELD',
  'SANCTION',
  'MOBILIZE',
  'ASSAULT',
  'COERCE',
  'COOPERATE',
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'THREATEN',
  'REJECT',
  'PROTEST',
  'ACCUSE',
  'CONSULT',
];

/** Words of loss, and what the ledger calls those who suffered it. */
const LOSSES: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/\b(?:killed|dead) (?:or|and) (?:wounded|injured)\b/gi, 'casualties'],
  [/\b(?:kill(?:s|ed|ing)?|dead|deaths?|died|slain|fatalit(?:y|ies))\b/gi, 'killed'],
  [/\b(?:wound(?:s|ed|ing)?|injur(?:e|ed|ing|ies|y)|hurt)\b/gi, 'wounded'],
  [/\bcasualt(?:y|ies)\b/gi, 'casualties'],
  [/\b(?:captur(?:e|ed|ing)|taken prisoner|prisoners of war)\b/gi, 'captured'],
];

/** What befell the people counted: the word of loss nearest to the figure within the evidence; null without one. */
const lossOf = (reading: Reading, claim: Claim, quantity: Quantity): string | null => {
  const { span, quote } = claim.evidence;
  const at = quantity.span.start - span.start;
  const end = quantity.span.end - span.start;
  let nearest: { readonly item: string; readonly distance: number } | null = null;
  for (const [pattern, item] of LOSSES)
    for (const match of quote.matchAll(pattern)) {
      const distance = match.index >= end ? match.index - end : Math.max(0, at - (match.index + match[0].length));
      // A full stop between them parts the figure from the loss.
      const between = reading.document.text.slice(
        Math.min(quantity.span.end, span.start + match.index),
        Math.max(quantity.span.start, span.start + match.index),
      );
      if (/[.!?]\s/.test(between)) continue;
      if (nearest === null || distance < nearest.distance) nearest = { item, distance };
    }
  return nearest?.item ?? null;
};

const PROSPECTIVE = new Set(['planned', 'threatened', 'conditional', 'hypothetical']);

/** What kind of ledger entry an event makes of a quantity, and what is counted; null where it makes none. */
export const ledgerKind = (
  reading: Reading,
  claim: Claim,
  quantity: Quantity,
  thing: Thing,
): { readonly kind: LedgerKind; readonly item: string } | null => {
  const { item, unit } = thing;
  switch (claim.type) {
    case 'AID':
    case 'YIELD':
      return { kind: PROSPECTIVE.has(claim.status) ? 'pledge' : 'transfer', item };
    case 'SANCTION':
      return { kind: 'sanction', item };
    case 'MOBILIZE':
      return { kind: 'force', item };
    case 'ASSAULT':
    case 'COERCE': {
      const loss = isPerson(unit) ? lossOf(reading, claim, quantity) : null;
      if (loss !== null)
        return { kind: 'casualty', item: item === 'people' || item === loss ? loss : `${item}, ${loss}` };
      return isMateriel(item) ? { kind: 'force', item } : null;
    }
    case 'COOPERATE':
      if (!isMateriel(item)) return null;
      return { kind: PROSPECTIVE.has(claim.status) ? 'pledge' : 'transfer', item };
    case 'AGREE':
    case 'SUPPORT':
      return isMateriel(item) || isCurrency(unit) ? { kind: 'pledge', item } : null;
    case 'REQUEST':
    case 'THREATEN':
    case 'REJECT':
    case 'PROTEST':
    case 'ACCUSE':
    case 'CONSULT':
      return isMateriel(item) ? { kind: 'other', item } : null;
  }
};
