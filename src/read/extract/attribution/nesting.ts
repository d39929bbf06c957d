import type { Span } from '../../../model/index.ts';
import type { AttributionDraft } from './draft.ts';

interface Voiced extends AttributionDraft {
  readonly speaker?: string;
}

/** Rules whose content is a clause: inside what another says these are holders of their own. */
const TELLING = /^(?:clausal|quoted|according-to|parenthetical|headline|noun-cue\/(?:clause|infinitive))/;

/**
 * Leaves aside what stands inside another's content and has no holder of its own there: what somebody says that he or a
 * third one wants, knows or likes ("Seoul says that Pyongyang wants to …") is told by him. Kept is what another speaker says
 * or believes there: "KCNA reported that Kim said …", "rejected his claim that …".
 */
export const withoutEchoes = <T extends Voiced>(
  drafts: readonly T[],
  isQuoted: (content: readonly Span[]) => boolean,
): readonly T[] => {
  const around = findAround(drafts);
  const kept = new Set<number>();
  const outermostFirst = drafts.map((_, index) => index).sort((a, b) => width(drafts[b]) - width(drafts[a]) || a - b);
  for (const index of outermostFirst)
    if (around(index).every((outer) => !kept.has(outer) || hasOwnVoice(drafts[index], drafts[outer], isQuoted)))
      kept.add(index);
  return drafts.filter((_, index) => kept.has(index));
};

const width = (draft: AttributionDraft | undefined): number =>
  (draft?.content ?? []).reduce((sum, { start, end }) => sum + end - start, 0);

const hasOwnVoice = (
  inner: Voiced | undefined,
  outer: Voiced | undefined,
  isQuoted: (content: readonly Span[]) => boolean,
): boolean =>
  inner !== undefined &&
  inner.act !== 'attitude' &&
  !inner.bare &&
  // What a speaker supposes of others in so many words is a way of arguing.
  !(inner.act === 'belief' && outer !== undefined && isQuoted(outer.content)) &&
  TELLING.test(inner.rule) &&
  inner.source.length > 0 &&
  (inner.speaker === undefined ? inner.rule.startsWith('noun-cue') : inner.speaker !== outer?.speaker) &&
  (!inner.rule.startsWith('noun-cue') || isBeside(inner));

const BESIDE = 30;

/** "the group's request to …", and not "wants him to make a promise to …", where he has not made it. */
const isBeside = ({ source, cue }: Voiced): boolean =>
  source.some((span) => cue.some((word) => Math.max(word.start - span.end, span.start - word.end) <= BESIDE));

/** Looks up the drafts whose content holds the cue of a draft. */
const findAround = (drafts: readonly AttributionDraft[]): ((index: number) => readonly number[]) => {
  const contents = drafts
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start);
  const longest = contents.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = contents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((contents[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const holding = ({ start, end }: Span): number[] => {
    const found: number[] = [];
    for (let at = firstFrom(end - longest); at < contents.length; at++) {
      const content = contents[at];
      if (!content || content.start > start) break;
      if (content.end >= end) found.push(content.index);
    }
    return found;
  };
  return (index) => (drafts[index]?.cue ?? []).flatMap(holding).filter((outer) => outer !== index);
};
