/** Bands of ICD 203, upper ends. */
const BANDS: readonly (readonly [number, string])[] = [
  [0.05, 'almost no chance'],
  [0.2, 'very unlikely'],
  [0.45, 'unlikely'],
  [0.55, 'roughly even chance'],
  [0.8, 'likely'],
  [0.95, 'very likely'],
  [1, 'almost certain'],
];

/** The ICD 203 word for a probability; a boundary belongs to the lower band. */
export const likelihoodWord = (p: number): string => (BANDS.find(([end]) => p <= end) ?? BANDS.at(-1))?.[1] ?? '';

/** `70 %`; shares that are neither 0 nor 1 never round to them. */
export const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '< 1 %';
  if (rounded === 100 && share < 1) return '> 99 %';
  return `${rounded} %`;
};

export const percentRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)} %`;
