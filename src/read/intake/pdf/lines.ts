/** A run of text as pdf.js gives it, with its place on the page in points; y grows upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

export interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

/** Runs whose base lines differ by less than this share of their height stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the height is a blank. */
const BLANK_GAP = 0.15;

/** Runs, in the order in which the page draws them, as lines. */
export const linesOf = (runs: readonly TextRun[]): readonly Line[] => {
  const lines: { text: string; y: number; height: number; right: number }[] = [];
  let open: (typeof lines)[number] | undefined;
  for (const run of runs) {
    const sameLine = open !== undefined && Math.abs(open.y - run.y) <= Math.max(open.height, run.height, 1) * SAME_LINE;
    if (open && sameLine) {
      const gap = run.x - open.right > Math.max(open.height, 1) * BLANK_GAP;
      open.text += gap && !open.text.endsWith(' ') && !run.text.startsWith(' ') ? ` ${run.text}` : run.text;
      open.right = run.x + run.width;
      open.height = Math.max(open.height, run.height);
    } else if (run.text !== '') {
      open = { text: run.text, y: run.y, height: run.height, right: run.x + run.width };
      lines.push(open);
    }
    if (run.endsLine) open = undefined;
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '');
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** A step down the page this much larger than the usual one starts a paragraph. */
const PARAGRAPH_STEP = 1.35;
/** A line that ends a sentence this far before the right edge ends its paragraph. */
const SHORT_LINE = 0.85;
/** A change of type size by this share separates a heading from text. */
const SIZE_CHANGE = 0.12;

const joinLine = (before: string, line: string): string => {
  // A word broken at the line end is joined; a compound that happens to break at its hyphen keeps it.
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  return /[-–—/]$/.test(before) ? before + line : `${before} ${line}`;
};

/** The lines of one page as paragraphs. */
export const paragraphsOf = (lines: readonly Line[]): readonly string[] => {
  const steps = lines
    .slice(1)
    .map((line, index) => lines[index]!.y - line.y)
    .filter((step) => step > 0);
  const usual = median(steps);
  const edge = Math.max(...lines.map(({ right }) => right), 0);
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const step = before ? before.y - line.y : 0;
    const starts =
      before === undefined ||
      step < 0 ||
      step > usual * PARAGRAPH_STEP ||
      Math.abs(before.height - line.height) > Math.max(before.height, line.height) * SIZE_CHANGE ||
      (/[.!?]["”’')]?$/.test(before.text) && before.right < edge * SHORT_LINE);
    if (starts) paragraphs.push(line.text);
    else paragraphs.push(joinLine(paragraphs.pop() as string, line.text));
  }
  return paragraphs;
};
