/**
 * What an uncased encoder cannot see of a word, as one row of the network's shape table. Mirrors models/en/training/features.py;
 * the numbers are part of the weights.
 */
const SHAPE = {
  none: 0,
  lower: 1,
  capitalised: 2,
  allCaps: 3,
  singleCapital: 4,
  mixed: 5,
  digits: 6,
  digitsAndLetters: 7,
  mark: 8,
  dottedCaps: 9,
} as const;
const SHAPES = 10;
const REGIME = { mixed: 0, allCaps: 1, title: 2, lower: 3 } as const;
type Shape = (typeof SHAPE)[keyof typeof SHAPE];
type Regime = (typeof REGIME)[keyof typeof REGIME];

/** The row of the marks that frame a sentence. */
export const NO_SHAPE = SHAPE.none;

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const UPPER = /\p{Lu}/u;

const wordShape = (form: string): Shape => {
  let [letters, upper, firstUpper] = [0, 0, false];
  for (const character of form) {
    if (!LETTER.test(character)) continue;
    const isUpper = UPPER.test(character);
    if (letters === 0) firstUpper = isUpper;
    letters++;
    if (isUpper) upper++;
  }
  const hasDigit = DIGIT.test(form);
  if (letters === 0) return hasDigit ? SHAPE.digits : SHAPE.mark;
  if (hasDigit) return SHAPE.digitsAndLetters;
  if (upper === 0) return SHAPE.lower;
  if (upper === letters) {
    if (letters === 1) return SHAPE.singleCapital;
    return form.includes('.') ? SHAPE.dottedCaps : SHAPE.allCaps;
  }
  return firstUpper && upper === 1 ? SHAPE.capitalised : SHAPE.mixed;
};

/** Whether case says anything in this sentence: headlines in capitals or title case hide their names. */
const caseRegime = (forms: readonly string[], shapes: readonly Shape[]): Regime => {
  let [words, upper, lower, longLower, capitalised] = [0, 0, 0, 0, 0];
  shapes.forEach((shape, index) => {
    if (shape === SHAPE.digits || shape === SHAPE.mark) return;
    words++;
    if (shape === SHAPE.allCaps || shape === SHAPE.singleCapital || shape === SHAPE.dottedCaps) upper++;
    if (shape === SHAPE.capitalised || shape === SHAPE.mixed) capitalised++;
    if (shape !== SHAPE.lower) return;
    lower++;
    if (forms[index]!.length > 4) longLower++;
  });
  if (words < 3) return REGIME.mixed;
  if (upper >= 0.8 * words) return REGIME.allCaps;
  if (lower === words) return REGIME.lower;
  return longLower === 0 && capitalised >= 0.5 * words ? REGIME.title : REGIME.mixed;
};

/** One row a word. */
export const shapeRows = (forms: readonly string[], glued: readonly boolean[]): number[] => {
  const shapes = forms.map(wordShape);
  const regime = caseRegime(forms, shapes);
  let seenWord = false;
  return shapes.map((shape, index) => {
    const initial = seenWord ? 0 : 1;
    if (shape !== SHAPE.mark) seenWord = true;
    return shape + SHAPES * (initial + 2 * ((glued[index] ? 1 : 0) + 2 * regime));
  });
};
