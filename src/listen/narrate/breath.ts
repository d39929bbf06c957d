/** Longer stretches are spoken in parts: no voice plans so far ahead, and each part costs memory. */
const LONGEST = 320;
/** A part is not cut off so close to either end. */
const SHORTEST = 60;

const lastBreak = (text: string, pattern: RegExp): number => {
  const breaks = [...text.slice(SHORTEST, LONGEST).matchAll(pattern)];
  const last = breaks.at(-1);
  return last ? SHORTEST + last.index + last[0].length : 0;
};

/** Normalised text in parts of one breath each, cut after the last strong mark, comma or, failing both, word that fits. */
export const breaths = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const at = lastBreak(rest, /[.?!;:] /g) || lastBreak(rest, /, /g) || lastBreak(rest, / /g) || LONGEST;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest].filter((part) => /[A-Za-z]/.test(part));
};
