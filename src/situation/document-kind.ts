import type { DocumentKind, Reading, Span } from '../model/index.ts';

/** What a text is taken to be, and why. */
export interface KindFinding {
  readonly kind: DocumentKind;
  readonly reason: string;
}

/** Sections of an address that say what stands there. */
const SECTIONS: readonly (readonly [pattern: RegExp, kind: DocumentKind])[] = [
  [
    /\/(?:opinions?|op-?eds?|comment|commentary|commentisfree|editorials?|columnists?|columns?)(?=[/.?#-]|$)/i,
    'opinion',
  ],
  [/\/(?:analysis|analyses|explainers?)(?=[/.?#-]|$)/i, 'analysis'],
  [/\/(?:press-?releases?|statements?|communiques?|readouts?)(?=[/.?#-]|$)/i, 'statement'],
  [/\/(?:corrections?)(?=[/.?#-]|$)/i, 'correction'],
  [/\/(?:interviews?)(?=[/.?#-]|$)/i, 'interview'],
];

/** Openings of a title or a text that say what it is. */
const LABELS: readonly (readonly [pattern: RegExp, kind: DocumentKind])[] = [
  [/^(?:opinion|op-ed|editorial|commentary|comment|guest essay)\s*[:|–—-]/i, 'opinion'],
  [/^(?:news )?analysis\s*[:|–—-]/i, 'analysis'],
  [/^(?:corrections?|clarification)\b\s*[:|–—-]/i, 'correction'],
  [/^interview\s*[:|–—-]|^q\s?(?:&|and)\s?a\s*[:|–—-]/i, 'interview'],
  [
    /^(?:(?:joint|press|official)\s)?(?:statement|communiqu[eé]|press release|readout)\s(?:by|of|on|from)\b/i,
    'statement',
  ],
];

/** The writer steps forward: “here's my assessment”, “I believe”, “in my view”. */
const FIRST_PERSON =
  /\b(?:(?:in|here[’']s|this is) my (?:view|assessment|opinion|judge?ment|estimate|experience)|my (?:assessment|view|opinion|judge?ment|argument|guess|sense) (?:is|of)|I (?:would )?(?:believe|think|argue|assess|submit|contend|suspect|fear|expect|doubt|hope)|we (?:must|should|ought to|cannot afford|need to))\b/gi;
/** The writer takes a side: “our foes”, “our homeland”. */
const PARTISAN =
  /\bour (?:(?:own|closest|nation[’']s) )?(?:foes?|enem(?:y|ies)|adversar(?:y|ies)|homeland|allies|leaders|troops|country|nation|security|way of life)\b/gi;

/** What the furniture around an opinion is called. */
const OPINION_SECTION = /\b(?:opinion|op-ed|commentary|editorial)\b/i;

const ANALYSIS_LIKELIHOODS_PER_SENTENCE = 0.15;
const ANALYSIS_MIN_LIKELIHOODS = 3;
/** A line that opens with who asks or answers. */
const INTERVIEW_TURN = /^(?:Q|A|Question|Answer|Interviewer)\s*[:.]\s/gm;
const INTERVIEW_MIN_TURNS = 4;
const SAMPLE_WORDS = 3;

/** The text between the spans. */
const outside = (text: string, spans: readonly Span[]): string => {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) kept.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...kept, text.slice(at)].join(' ');
};

/** Bounded, so that a text full of opening quotation marks is read in one pass. */
const QUOTED = /“[^”]{0,2000}”|"[^"\n]{0,2000}"/g;

/** The writer's own words: what others are quoted with says nothing of the writer's stance. */
const ownWords = ({ document, attributions }: Reading): string =>
  outside(
    document.text,
    attributions.filter(({ kind }) => kind === 'direct').flatMap(({ content }) => content),
  ).replace(QUOTED, ' ');

const matchesOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([match]) => match.replace(/\s+/g, ' '));

const listed = (words: readonly string[]): string =>
  [...new Set(words.map((word) => word.toLowerCase()))]
    .slice(0, SAMPLE_WORDS)
    .map((word) => `“${word}”`)
    .join(', ');

const byAddress = (url: string | null): KindFinding | undefined => {
  if (url === null) return undefined;
  for (const [pattern, kind] of SECTIONS) {
    const section = pattern.exec(url)?.[0];
    if (section !== undefined) return { kind, reason: `its address has the section “${section.slice(1)}”` };
  }
  return undefined;
};

const byLabel = ({ document: { title, text } }: Reading): KindFinding | undefined => {
  for (const [place, words] of [
    ['title', title],
    ['text', text.trimStart().slice(0, 200)],
  ] as const)
    for (const [pattern, kind] of LABELS) {
      const label = words === null ? undefined : pattern.exec(words)?.[0];
      if (label !== undefined) return { kind, reason: `its ${place} opens with “${label.trim()}”` };
    }
  return undefined;
};

const byForm = ({ document: { text } }: Reading): KindFinding | undefined => {
  const turns = matchesOf(text, INTERVIEW_TURN).length;
  return turns < INTERVIEW_MIN_TURNS
    ? undefined
    : { kind: 'interview', reason: `${turns} lines open with who asks or answers` };
};

/** Words of opinion decide alone when the writer assesses in the first person; taking a side needs to happen twice. */
const byWording = (reading: Reading): KindFinding | undefined => {
  const own = ownWords(reading);
  const firstPerson = matchesOf(own, FIRST_PERSON);
  const partisan = matchesOf(own, PARTISAN);
  const section = reading.document.removed.find(({ text }) => OPINION_SECTION.test(text));
  const signs = firstPerson.length * 2 + partisan.length + (section === undefined ? 0 : 1);
  if (signs >= 2 && firstPerson.length + partisan.length > 0) {
    const words = [
      firstPerson.length > 0 ? `the writer speaks in the first person (${listed(firstPerson)})` : '',
      partisan.length > 0 ? `takes a side (${listed(partisan)})` : '',
      section === undefined ? '' : `the page's furniture names an opinion section`,
    ].filter(Boolean);
    return { kind: 'opinion', reason: `${words.join('; ')}` };
  }
  const estimates = reading.likelihoods.filter(({ holder }) => holder === 'author').length;
  const sentences = Math.max(1, reading.sentences.length);
  return estimates >= ANALYSIS_MIN_LIKELIHOODS && estimates / sentences >= ANALYSIS_LIKELIHOODS_PER_SENTENCE
    ? { kind: 'analysis', reason: `the writer states ${estimates} likelihoods in ${sentences} sentences` }
    : undefined;
};

const inferredKind = (reading: Reading): KindFinding | undefined =>
  byAddress(reading.document.url) ?? byLabel(reading) ?? byForm(reading) ?? byWording(reading);

/**
 * The kind that the document came with (its source states it, or the intake saw it), with the signs that bear it out;
 * else the first that its address, label, form or wording shows; else a report.
 */
export const documentKind = (reading: Reading): KindFinding => {
  const { kind } = reading.document;
  const inferred = inferredKind(reading);
  if (kind === undefined)
    return inferred === undefined
      ? { kind: 'report', reason: 'inferred: no sign of another kind' }
      : { ...inferred, reason: `inferred: ${inferred.reason}` };
  const signs = inferred?.kind === kind ? `, and borne out: ${inferred.reason}` : '';
  return { kind, reason: `given with the document${signs}` };
};
