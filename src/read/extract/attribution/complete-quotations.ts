import { overlaps, type Span } from '../../../model/index.ts';
import type { Annotation } from '../../annotate/annotation.ts';
import type { AttributionDraft } from './draft.ts';
import type { Quotation } from './quotations.ts';

const MOSTLY = 0.5;
/** A quotation of fewer words is a phrase in somebody's sentence, not speech of its own. */
const SPEECH_LENGTH = 25;
/** A quotation that fills a sentence of its own may be shorter: "France will respond." */
const SENTENCE_LENGTH = 12;

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Content that lies in a quotation is the whole quotation, over sentence ends too. */
const completed = (draft: AttributionDraft, quotations: readonly Quotation[]): AttributionDraft => {
  const content: Span[] = [];
  for (const span of draft.content) {
    let { start, end } = span;
    for (const quotation of quotations) {
      if (
        draft.cue.some((cue) => overlaps(cue, quotation)) ||
        draft.source.some((source) => overlaps(source, quotation))
      )
        continue;
      const common = shared(span, quotation);
      if (common === 0) continue;
      const inQuotation = common >= MOSTLY * (end - start);
      if (inQuotation || quotation.start - end <= 2) {
        start = Math.min(start, quotation.start);
        end = Math.max(end, quotation.end);
      }
    }
    content.push({ start, end });
  }
  content.push(...beside(draft, content, quotations));
  return { ...draft, content: withoutStrays(draft, merged(content), quotations) };
};

const NEAR = 3;

/** "…," X says, "…": a quotation that touches source and cue belongs to them, on whichever side the tree found the content. */
const beside = (
  draft: AttributionDraft,
  content: readonly Span[],
  quotations: readonly Quotation[],
): readonly Span[] => {
  if (
    !speaks(draft) ||
    draft.act !== 'speech' ||
    !content.some((span) => quotations.some((quotation) => shared(span, quotation) > 0))
  )
    return [];
  const own = [...draft.source, ...draft.cue];
  const start = Math.min(...own.map((span) => span.start));
  const end = Math.max(...own.map((span) => span.end));
  // "…," the mayor said, adding that …: source and cue of the second stand apart.
  if (end - start > own.reduce((sum, span) => sum + span.end - span.start, 0) + NEAR * own.length) return [];
  return quotations.filter((quotation) => {
    const before = start - quotation.end;
    const after = quotation.start - end;
    return (
      quotation.end - quotation.start >= SENTENCE_LENGTH &&
      ((before >= 0 && before <= NEAR) || (after >= 0 && after <= NEAR)) &&
      !content.some((span) => overlaps(span, quotation))
    );
  });
};

/** Beside a whole quotation, unquoted words on the other side of the cue are the narrator's: "…," said X, speaking of Y. */
const withoutStrays = (
  draft: AttributionDraft,
  content: readonly Span[],
  quotations: readonly Quotation[],
): readonly Span[] => {
  const [cue] = draft.cue;
  const speech = content.find((span) =>
    quotations.some(
      (quotation) =>
        quotation.end - quotation.start >= SPEECH_LENGTH && shared(span, quotation) >= 0.9 * (span.end - span.start),
    ),
  );
  if (!cue || !speech) return content;
  const before = speech.start < cue.start;
  return content.filter(
    (span) =>
      span === speech ||
      span.start < cue.start === before ||
      quotations.some((quotation) => shared(span, quotation) >= MOSTLY * (span.end - span.start)),
  );
};

/** Overlapping spans put together, in order. */
export const merged = (spans: readonly Span[]): readonly Span[] => {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = out.at(-1);
    if (before && span.start <= before.end)
      out[out.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else out.push(span);
  }
  return out;
};

interface Place {
  readonly sentence: number;
  readonly paragraph: number;
}

/** For each quotation the sentence it begins in. */
const placeOf = (annotation: Annotation, quotation: Quotation): Place | undefined => {
  const { sentences } = annotation;
  let low = 0;
  let high = sentences.length - 1;
  if (high < 0) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= quotation.start) low = middle;
    else high = middle - 1;
  }
  return { sentence: low, paragraph: sentences[low]?.paragraph ?? 0 };
};

/**
 * Gives every quotation that no cue stands beside to the speaker it continues: the last one quoted in the same paragraph,
 * or in the paragraph before when its quotation was left open or its sentence ended in a colon.
 */
export const completeQuotations = (
  annotation: Annotation,
  drafts: readonly AttributionDraft[],
  quotations: readonly Quotation[],
): readonly AttributionDraft[] => {
  const bySentence = new Map<number, Quotation[]>();
  const places = quotations.map((quotation) => placeOf(annotation, quotation));
  quotations.forEach((quotation, index) => {
    const place = places[index];
    if (!place) return;
    for (
      let at = place.sentence;
      at < annotation.sentences.length && (annotation.sentences[at]?.start ?? 0) < quotation.end;
      at++
    ) {
      const known = bySentence.get(at);
      if (known) known.push(quotation);
      else bySentence.set(at, [quotation]);
    }
  });
  const whole = drafts.map((draft) => completed(draft, bySentence.get(draft.sentence) ?? []));

  const bySentenceDrafts = new Map<number, number[]>();
  whole.forEach((draft, index) => {
    const known = bySentenceDrafts.get(draft.sentence);
    if (known) known.push(index);
    else bySentenceDrafts.set(draft.sentence, [index]);
  });
  const added = new Map<number, Span[]>();
  let last: { readonly draft: number; readonly paragraph: number; readonly open: boolean } | undefined;
  quotations.forEach((quotation, index) => {
    const place = places[index];
    if (!place) return;
    const here: number[] = [];
    for (
      let at = place.sentence;
      at < annotation.sentences.length && (annotation.sentences[at]?.start ?? 0) < quotation.end;
      at++
    )
      here.push(...(bySentenceDrafts.get(at) ?? []));
    const owner = here.find(
      (at) =>
        speaks(whole[at]) &&
        !whole[at]?.cue.some((cue) => overlaps(cue, quotation)) &&
        whole[at]?.content.some((span) => shared(span, quotation) >= MOSTLY * (quotation.end - quotation.start)),
    );
    if (owner !== undefined) {
      last = { draft: owner, paragraph: place.paragraph, open: !quotation.closed };
      return;
    }
    // What is said inside the quotation has its own cues there; only a cue outside it covers it.
    const covered = here.some((at) => {
      const draft = whole[at] as AttributionDraft;
      return (
        !draft.cue.some((cue) => overlaps(cue, quotation)) &&
        [...draft.content, ...draft.source].some((span) => overlaps(span, quotation))
      );
    });
    const sentence = annotation.sentences[place.sentence];
    const opensSentence = sentence !== undefined && quotation.start - sentence.start <= 1;
    if (covered || quotation.end - quotation.start < SENTENCE_LENGTH || !last || !opensSentence) return;
    const follows = place.paragraph === last.paragraph || (place.paragraph === last.paragraph + 1 && last.open);
    if (!follows) return;
    added.set(last.draft, [...(added.get(last.draft) ?? []), { start: quotation.start, end: quotation.end }]);
    last = { ...last, paragraph: place.paragraph, open: !quotation.closed };
  });
  return whole.map((draft, index) => {
    const more = added.get(index);
    return more ? { ...draft, content: merged([...draft.content, ...more]) } : draft;
  });
};

const speaks = (draft: AttributionDraft | undefined): boolean =>
  draft !== undefined && /^(clausal|parenthetical|quoted|colon|headline|according)/.test(draft.rule);
