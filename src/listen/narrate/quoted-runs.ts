/** A stretch of a sentence in one person's words. */
export interface Run {
  readonly text: string;
  readonly quoted: boolean;
}

const QUOTATION = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|(?<=^|[\s([—–-])"[^"]*(?:"|$)/gu;

/** A sentence by who speaks: what stands in double quotation marks, and what does not. An open quotation runs to the end. */
export const quotedRuns = (sentence: string): Run[] => {
  const runs: Run[] = [];
  let end = 0;
  for (const match of sentence.matchAll(QUOTATION)) {
    runs.push({ text: sentence.slice(end, match.index), quoted: false }, { text: match[0], quoted: true });
    end = match.index + match[0].length;
  }
  runs.push({ text: sentence.slice(end), quoted: false });
  return runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
};
