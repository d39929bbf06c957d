/** The seven bands of Intelligence Community Directive 203, lowest first. */
const BANDS = [
  { word: 'almost no chance', low: 0.01, high: 0.05 },
  { word: 'very unlikely', low: 0.05, high: 0.2 },
  { word: 'unlikely', low: 0.2, high: 0.45 },
  { word: 'roughly even chance', low: 0.45, high: 0.55 },
  { word: 'likely', low: 0.55, high: 0.8 },
  { word: 'very likely', low: 0.8, high: 0.95 },
  { word: 'almost certain', low: 0.95, high: 0.99 },
] as const;

const PERCENT = 100;
const percent = (share: number): number => Math.round(share * PERCENT);

export interface BandWords {
  /** The standard's word; null where the stated range is none of its bands. */
  readonly word: string | null;
  /** Middle of the range in per cent. */
  readonly number: number;
  /** "55–80 %". */
  readonly band: string;
}

/** Word, number and band of a stated range; null where the phrase has none. */
export const bandWords = (low: number | null, high: number | null): BandWords | null => {
  if (low === null || high === null) return null;
  const middle = (low + high) / 2;
  const exact = BANDS.find((band) => Math.abs(band.low - low) < 0.005 && Math.abs(band.high - high) < 0.005);
  const around = BANDS.find((band) => band.low <= middle && middle <= band.high);
  return {
    word: exact?.word ?? (high - low <= 0.3 ? around?.word : undefined) ?? null,
    number: percent(middle),
    band: low === high ? `${percent(low)} %` : `${percent(low)}–${percent(high)} %`,
  };
};
