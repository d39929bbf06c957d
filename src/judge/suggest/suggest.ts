import {
  type Citation,
  type Claim,
  type EventStatus,
  type Evidence,
  type Hypothesis,
  overlaps,
  type Question,
  type Situation,
  type SituationActor,
  type SourceGrade,
} from '../../model/index.ts';
import { type Profile, profileOf } from './profile.ts';
import { sourceNameOf } from './source-name.ts';
import { type Term, termsOf } from './terms.ts';

/** How what a claim tells stands: whether it is said to be so, denied, announced, or only supposed. */
export type Stance = 'said to be so' | 'denied' | 'announced' | 'supposed';

/** A claim that bears on a hypothesis. It is offered, not rated: whether it speaks for or against is the analyst's to say. */
export interface Suggestion {
  readonly claim: string;
  readonly document: string;
  readonly title: string | null;
  readonly published: string | null;
  /** The words of the document. */
  readonly quote: string;
  readonly source: string;
  /** The grade that an item of evidence from this source has; null where none has been graded (then F, cannot be judged). */
  readonly graded: { readonly grade: SourceGrade; readonly in: string } | null;
  readonly status: EventStatus;
  /** −3 (certainly not so) … 3 (certainly so), as the text tells it. */
  readonly happened: number;
  readonly stance: Stance;
  /** Of all that was found, how strongly it bears: 1 for the strongest. */
  readonly strength: number;
  /** Why it is offered, most important first. */
  readonly reasons: readonly string[];
}

export interface SuggestOptions {
  readonly limit?: number;
  /** The sentence around a claim's words, which then is what is quoted and compared; the words alone unless given. */
  readonly sentence?: (citation: Citation) => Citation;
  /** Items whose sources are graded already, of any question of the case. */
  readonly graded?: readonly Evidence[];
}

const LIMIT = 10;
/** What shared traits are worth beside a shared word, which counts by its rarity (about 1 for a common, 5 for a rare one). */
const WEIGHT = { subject: 1.2, type: 2, actor: 1, questionActor: 0.5 } as const;
const MOST_ACTORS = 2;
/** What is only supposed bears less than what is said to be so. */
const SUPPOSED = 0.7;
const NO = -0.5;

const stanceOf = ({ status, happened }: Claim): Stance => {
  switch (status) {
    case 'denied':
      return 'denied';
    case 'planned':
    case 'threatened':
      return 'announced';
    case 'conditional':
    case 'hypothetical':
      return 'supposed';
    case 'occurred':
    case 'ongoing':
      return happened <= NO ? 'denied' : 'said to be so';
  }
};

interface Bearing {
  readonly score: number;
  readonly reasons: readonly string[];
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** How a claim bears on a profile; null where it shares no word, subject or kind of event. */
const bearingOf = (
  { type, sources, targets, holder, status }: Claim,
  terms: readonly Term[],
  profile: Profile,
  rarity: (stem: string) => number,
  actor: (id: string) => SituationActor | undefined,
): Bearing | null => {
  const shared = terms.filter(({ stem }) => profile.terms.has(stem)).sort((a, b) => rarity(b.stem) - rarity(a.stem));
  const reasons: string[] = [];
  let score = shared.reduce((sum, { stem }) => sum + rarity(stem), 0);
  if (shared.length > 0) reasons.push(`shares ${quoted(shared.map(({ word }) => word))}`);
  for (const [subject, members] of profile.subjects) {
    const alike = terms.filter(({ stem }) => members.has(stem) && !profile.terms.has(stem));
    if (alike.length === 0) continue;
    score += WEIGHT.subject;
    reasons.push(`speaks of ${subject} (${quoted(alike.map(({ word }) => word))})`);
  }
  const noun = profile.types.get(type);
  if (noun !== undefined) {
    score += WEIGHT.type;
    reasons.push(`tells of the kind of event that “${noun}” names (${type})`);
  }
  const parties = [...sources, ...targets, ...(holder.kind === 'actor' ? [holder.actor] : [])];
  const named = (wanted: ReadonlySet<string>): string[] => [
    ...new Set(
      parties.flatMap((id) => {
        const record = actor(id);
        return [id, record?.country].some((one) => one !== undefined && wanted.has(one)) ? [record?.name ?? id] : [];
      }),
    ),
  ];
  const own = named(profile.actors);
  // Whom the question names stands in most claims of its case: alone that is no reason.
  if (reasons.length === 0 && own.length === 0) return null;
  const asked = named(profile.questionActors);
  score += Math.min(own.length, MOST_ACTORS) * WEIGHT.actor;
  score += Math.min(asked.length, MOST_ACTORS) * WEIGHT.questionActor;
  const about = [...new Set([...own, ...asked])];
  if (about.length > 0) reasons.push(`is about ${about.join(', ')}`);
  return { score: score * (status === 'conditional' || status === 'hypothetical' ? SUPPOSED : 1), reasons };
};

/**
 * Claims of the case that bear on a hypothesis, the strongest first, each with the reason why. Claims that are evidence
 * already are left out, and of several claims in one sentence the strongest stays.
 */
export const suggestEvidence = (
  question: Question,
  hypothesis: Hypothesis,
  situation: Situation,
  options: SuggestOptions = {},
): readonly Suggestion[] => {
  const profile = profileOf(hypothesis, question);
  const actors = new Map(situation.actors.map((one) => [one.id, one]));
  const sources = new Map(situation.sources.map((one) => [one.document, one]));
  const around = options.sentence ?? ((citation: Citation) => citation);
  const cited = new Map(situation.claims.map((claim) => [claim.id, around(claim.evidence)]));
  const citationOf = ({ id }: Claim): Citation => cited.get(id) as Citation;
  const sentence = (claim: Claim): string => {
    const { document, span } = citationOf(claim);
    return `${document}:${span.start}:${span.end}`;
  };
  const words = new Map<string, readonly Term[]>();
  for (const claim of situation.claims)
    if (!words.has(sentence(claim))) words.set(sentence(claim), termsOf(citationOf(claim).quote));
  const frequency = new Map<string, number>();
  for (const terms of words.values()) for (const { stem } of terms) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log(1 + words.size / (frequency.get(stem) ?? 1));

  const known = question.evidence.flatMap(({ citation }) => citation ?? []);
  const isKnown = (claim: Claim): boolean => {
    const { document, span } = citationOf(claim);
    return known.some((citation) => citation.document === document && overlaps(citation.span, span));
  };

  const best = new Map<string, { readonly claim: Claim; readonly bearing: Bearing }>();
  for (const claim of situation.claims) {
    if (isKnown(claim)) continue;
    const bearing = bearingOf(claim, words.get(sentence(claim)) ?? [], profile, rarity, (id) => actors.get(id));
    const earlier = best.get(sentence(claim));
    if (bearing && !(earlier && earlier.bearing.score >= bearing.score)) best.set(sentence(claim), { claim, bearing });
  }
  const ranked = [...best.values()].sort(
    (a, b) => b.bearing.score - a.bearing.score || (a.claim.id < b.claim.id ? -1 : 1),
  );
  const most = ranked[0]?.bearing.score ?? 1;
  const gradeOf = (source: string): Suggestion['graded'] => {
    const item = (options.graded ?? question.evidence).find((one) => one.source === source && one.sourceGrade);
    return item?.sourceGrade ? { grade: item.sourceGrade, in: item.id } : null;
  };
  return ranked.slice(0, options.limit ?? LIMIT).map(({ claim, bearing }): Suggestion => {
    const record = sources.get(claim.document);
    const source = sourceNameOf(claim, situation);
    return {
      claim: claim.id,
      document: claim.document,
      title: record?.title ?? null,
      published: record?.published ?? null,
      quote: citationOf(claim).quote,
      source,
      graded: gradeOf(source),
      status: claim.status,
      happened: claim.happened,
      stance: stanceOf(claim),
      strength: bearing.score / most,
      reasons: bearing.reasons,
    };
  });
};
