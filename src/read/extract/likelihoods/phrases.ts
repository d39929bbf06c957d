import { bandOf } from '../../../lexicon/index.ts';

/** A family of estimative words with the band that ICD 203 (2015, D.6.e.(2)(a)) gives them; null where it gives none. */
export interface LikelihoodPhrase {
  /** Pattern source, matched case-insensitively as whole words. */
  readonly pattern: string;
  readonly band: Band | null;
  /** How the phrase stands in the tree: what it is about depends on it. */
  readonly form: 'adverb' | 'adjective' | 'modal' | 'noun' | 'verb';
}

export interface Band {
  readonly low: number;
  readonly high: number;
}

const band = (word: string): Band => {
  const { low, high } = bandOf(word) as Band;
  return { low, high };
};

/** The seven bands of ICD 203 by their first word. */
const ICD203 = {
  'almost no chance': band('almost no chance'),
  'very unlikely': band('very unlikely'),
  unlikely: band('unlikely'),
  'roughly even chance': band('roughly even chance'),
  likely: band('likely'),
  'very likely': band('very likely'),
  'almost certain': band('almost certain'),
} as const satisfies Readonly<Record<string, Band>>;

const VERY = '(?:very|highly|extremely|quite|really|overwhelmingly|exceedingly|most|far more)';
const NEARLY = '(?:almost|nearly|virtually|all but|practically|as good as)';
const CHANCE = '(?:chances?|possibility|possibilities|probability|prospects?|likelihood|odds|risks?|danger)';

/**
 * In order: the first that matches at a place is taken. "Highly" and "extremely likely" are the very-likely band, as
 * "highly probable" stands in ICD 203; a negated word carries the band of its negation.
 */
export const PHRASES: readonly LikelihoodPhrase[] = [
  { pattern: `${NEARLY} certainly not`, band: ICD203['almost no chance'], form: 'adverb' },
  { pattern: `${NEARLY} (?:surely|undoubtedly)`, band: ICD203['almost certain'], form: 'adverb' },
  { pattern: `${NEARLY} certainly`, band: ICD203['almost certain'], form: 'adverb' },
  { pattern: `${NEARLY} (?:certain|inevitable|assured|guaranteed)`, band: ICD203['almost certain'], form: 'adjective' },
  {
    pattern: `(?:a |the )?near[- ]certainty|(?:an |the )?almost certainty`,
    band: ICD203['almost certain'],
    form: 'noun',
  },
  { pattern: `near[- ]certain`, band: ICD203['almost certain'], form: 'adjective' },
  {
    pattern: `(?:almost|virtually|practically|next to) no (?:chance|likelihood|prospect|possibility)`,
    band: ICD203['almost no chance'],
    form: 'noun',
  },
  {
    pattern: `(?:a |the )?remote (?:chance|possibility|prospect|likelihood)`,
    band: ICD203['almost no chance'],
    form: 'noun',
  },
  { pattern: `${NEARLY} impossible`, band: ICD203['almost no chance'], form: 'adjective' },
  { pattern: `(?:\\p{L}+n['’]t|not) ${VERY} (?:likely|probable)`, band: ICD203.unlikely, form: 'adjective' },
  { pattern: `(?:\\p{L}+n['’]t|not) (?:at all )?(?:likely|probable)`, band: ICD203.unlikely, form: 'adjective' },
  { pattern: `(?:\\p{L}+n['’]t|not) (?:at all )?unlikely`, band: ICD203.likely, form: 'adjective' },
  {
    pattern: `(?:hardly|scarcely|never|nor|no longer) (?:at all )?(?:likely|probable)`,
    band: ICD203.unlikely,
    form: 'adjective',
  },
  { pattern: `probably (?:not|never|n['’]t)|likely (?:not|never)`, band: ICD203.unlikely, form: 'adverb' },
  { pattern: `${VERY} (?:unlikely|improbable)`, band: ICD203['very unlikely'], form: 'adjective' },
  { pattern: `${VERY} (?:likely|probable)`, band: ICD203['very likely'], form: 'adjective' },
  { pattern: `${VERY} probably`, band: ICD203['very likely'], form: 'adverb' },
  { pattern: `(?:unlikely|improbable)`, band: ICD203.unlikely, form: 'adjective' },
  // Above a half is all it says: ICD 203 has no band for that.
  { pattern: `more likely than not|more than likely`, band: null, form: 'adverb' },
  { pattern: `(?:about |roughly )?as likely as not`, band: ICD203['roughly even chance'], form: 'adjective' },
  {
    pattern: `(?:increasingly|more|less|as|equally|however|so|too|least|most) (?:(?:un)?likely|(?:im)?probable)`,
    band: null,
    form: 'adjective',
  },
  { pattern: `in all (?:likelihood|probability)`, band: null, form: 'adverb' },
  { pattern: `(?:likely|probable)`, band: ICD203.likely, form: 'adjective' },
  { pattern: `probably`, band: ICD203.likely, form: 'adverb' },
  {
    pattern: `${CHANCE}(?: (?:of|that) [^.,;:]{1,70}?)? (?:is|are|was|were|remains?|looks?|seems?) (?:very |extremely |now )?remote`,
    band: ICD203['almost no chance'],
    form: 'noun',
  },
  {
    pattern: `${CHANCE}(?: (?:of|that) [^.,;:]{1,70}?)? (?:is|are|was|were|remains?|looks?|seems?) (?:very |extremely |now |quite )?(?:slim|low|high|good|small|strong|real|minimal|significant)`,
    band: null,
    form: 'noun',
  },
  {
    pattern: `(?:an? )?(?:(?:roughly|about|approximately|more or less) )?(?:an )?even (?:chances?|odds|money)`,
    band: ICD203['roughly even chance'],
    form: 'noun',
  },
  {
    pattern: `(?:(?:a|an|the) )?(?:strong|good|real|high|low|small|slim|fair|serious|distinct|growing|significant|considerable|substantial|slight|little|clear|decent|outside|realistic|heightened|increased|increasing|non-zero) ${CHANCE}`,
    band: null,
    form: 'noun',
  },
  { pattern: `no (?:chance|possibility|prospect|likelihood)(?! to\\b)`, band: null, form: 'noun' },
  {
    pattern: `(?:can(?:not| not|['’]t)|could not|couldn['’]t|does not|doesn['’]t|do not|don['’]t|did not|didn['’]t|has not|have not|will not|won['’]t|would not|refus\\w+ to|declin\\w+ to) (?:be )?(?:rule|ruled|exclude|excluded)(?: out)?(?: (?:the|a|any) possibility)?|(?:is|are|was|were|been|has|have) not (?:being )?(?:rul(?:ed|ing)|exclud(?:ed|ing)) out|without ruling out`,
    band: null,
    form: 'verb',
  },
  {
    pattern: `(?:can|could|may|might|must|should) be (?:assessed|judged|rated|regarded|seen|considered) (?:as |to be )?(?:very )?(?:high|low|medium|moderate)`,
    band: null,
    form: 'verb',
  },
  {
    pattern: `(?:is|are|was|were) (?:assessed|judged|rated) (?:as |to be )?(?:very )?(?:high|low|medium|moderate)`,
    band: null,
    form: 'verb',
  },
  {
    pattern: `(?:(?:very|quite|entirely|still|perfectly|certainly) )?(?:possible|conceivable|plausible)`,
    band: null,
    form: 'adjective',
  },
  {
    pattern: `(?:far from|by no means|not (?:at all |yet )?|anything but|never) ?certain`,
    band: null,
    form: 'adjective',
  },
  {
    pattern: `(?:absolutely |quite |as good as )?(?:certain|sure|bound)(?= to\\b)|certain(?= that\\b)`,
    band: null,
    form: 'adjective',
  },
  { pattern: `not impossible|(?:im)?possible(?= that\\b)|not (?:im)?plausible`, band: null, form: 'adjective' },
  { pattern: `doubtful|implausible|inconceivable|unthinkable|uncertain`, band: null, form: 'adjective' },
  {
    pattern: `(?:a )?(?:safe|good|fair) bet|(?:no|without (?:a |any )?) ?doubt|every (?:chance|likelihood|prospect|possibility)(?= (?:that|of)\\b)`,
    band: null,
    form: 'noun',
  },
  { pattern: `out of the question|not to be (?:excluded|ruled out)|on the cards`, band: null, form: 'adjective' },
  {
    pattern: `(?:the )?(?:chances|odds)(?: (?:of|that) [^.,;:]{1,60}?)? (?:are|were|is|at) (?:now |still )?(?:no )?(?:better|worse|less|more) than even|(?:the )?(?:likelihood|probability|danger) is(?= that\\b)|(?:the )?(?:chances|odds) are(?= that\\b)|(?:the )?odds (?:are (?:against|in favou?r of|on)|favou?r)`,
    band: null,
    form: 'verb',
  },
  {
    pattern: `rat(?:e|es|ed|ing) (?:the )?${CHANCE}(?: (?:of|that) [^.,;:]{1,60}?)? (?:as )?(?:very |extremely )?(?:high|low|medium|moderate)`,
    band: null,
    form: 'verb',
  },
  {
    pattern: `undoubtedly|doubtless|indubitably|unquestionably|definitely|certainly|surely|assuredly`,
    band: null,
    form: 'adverb',
  },
  { pattern: `possibly|perhaps|maybe|conceivably|potentially|presumably|plausibly`, band: null, form: 'adverb' },
  { pattern: `(?:(?:a|the) )?(?:possibility|likelihood|probability)(?= (?:that|of)\\b)`, band: null, form: 'noun' },
  {
    pattern: `may,? or may not|(?:may|might)(?: (?:well|also|even|still|yet|eventually|soon|ultimately|now|instead))?(?: not|n['’]t)?|could(?: (?:well|also|even|still|yet|eventually|soon|ultimately|now|instead))?(?! not|n['’]t)`,
    band: null,
    form: 'modal',
  },
];
