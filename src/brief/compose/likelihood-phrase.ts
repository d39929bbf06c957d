import { ICD_203 } from '../../lexicon/index.ts';

const BANDS = ICD_203.bands.map(({ words, low, high }) => ({ word: words[0] as string, low, high }));

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
