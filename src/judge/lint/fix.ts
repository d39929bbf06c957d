import { overlaps, type Span } from '../../model/index.ts';
import type { LintFinding } from './lint.ts';

export interface Fixed {
  readonly text: string;
  /** The findings whose fixes were made. */
  readonly fixed: readonly LintFinding[];
}

/**
 * Makes the fixes that change no meaning. One that would reach into another, or into words that are quoted, is left out.
 *
 * @param quotations of the prose, in offsets of the source
 */
export const applyFixes = (source: string, findings: readonly LintFinding[], quotations: readonly Span[]): Fixed => {
  const taken: Span[] = [...quotations];
  const fixed = findings.filter(({ fix }) => {
    if (!fix || fix.some(({ span }) => taken.some((other) => overlaps(other, span)))) return false;
    taken.push(...fix.map(({ span }) => span));
    return true;
  });
  const edits = fixed.flatMap(({ fix = [] }) => fix).sort((a, b) => a.span.start - b.span.start);
  let [text, at] = ['', 0];
  for (const { span, text: replacement } of edits) {
    text += source.slice(at, span.start) + replacement;
    at = span.end;
  }
  return { text: text + source.slice(at), fixed };
};
