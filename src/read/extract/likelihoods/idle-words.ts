import type { Span } from '../../../model/index.ts';
import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

// Words that look like estimates and weigh nothing: permission, ability, names of things.

const LIKELY_THINGS =
  /^(?:most\s|more\s)?(?:likely|probable)\s(?:voters?|story|cause|lads?)\b|^unlikely\s(?:\p{L}+\s)?(?:hero(?:es|ine)?|alliances?|all(?:y|ies)|partners?|partnership|couple|pair(?:ing)?|friends?|friendship|source|duo|place|star|venue|setting|coalition|bedfellows?|champion|candidate)\b/iu;
const SET_PHRASE =
  /\b(?:as\s\w+\sas|if|whenever|wherever|where|when|everything|every|how|best|worst|first|greatest|make|makes|made|making|be)\s(?:it\s)?$/i;

/** Verbs of what one is able to take in, not of what may come. */
const PERCEPTION = new Set(['see', 'hear', 'feel', 'smell', 'taste', 'tell', 'afford', 'sense', 'remember', 'recall']);

const LEGAL_FRAME =
  /\bunder\s(?:the|this|that|its|their|a|an|Article|Section|Chapter)\b[^.;]{0,50}?\b(?:treaty|law|articles?|sections?|chapters?|rules?|constitution|charter|agreement|pact|act|statute|accord|code|convention|terms|regulations?|protocol|contract)\b|\bunder\s(?:Article|Section|Chapter|Rule)\s|\b(?:law|constitution|treaty|charter|statute|rules?|code|convention)\s(?:says|states|provides|stipulates|lays down|specifies)\b|\bonly\sby\srank\b|\bby\slaw\b/i;
const ROLES = new Set(
  'member resident employee visitor passenger citizen applicant student reporter journalist user guest tourist prisoner detainee shareholder candidate customer delegate motorist driver lawyer observer inspector signatory party judge'.split(
    ' ',
  ),
);
const PERMITTED = new Set(
  'apply vote enter carry quote withdraw leave use appeal submit request register attend bring file keep take buy purchase wear visit choose opt claim receive extend appoint dissolve inspect speak ask object begin proceed sit go park stay work record photograph cross travel'.split(
    ' ',
  ),
);
/** What nobody permits: "may have", "may be". */
const STATES = new Set([
  'have',
  'be',
  'become',
  'seem',
  'need',
  'find',
  'face',
  'feel',
  'know',
  'think',
  'want',
  'lose',
  'die',
]);

const COGNITION = new Set([
  'wonder',
  'recall',
  'remember',
  'notice',
  'ask',
  'see',
  'hear',
  'like',
  'believe',
  'expect',
  'wish',
  'get',
]);

interface Modal {
  readonly token: Token;
  readonly next: Token | undefined;
  readonly verb: Token | undefined;
  readonly subject: Token | undefined;
  readonly subjectDeterminer: string | undefined;
  readonly first: boolean;
}

const modalAt = ({ tokens }: AnnotatedSentence, start: number): Modal | undefined => {
  const at = tokens.findIndex((token) => token.start <= start && token.end > start);
  const token = tokens[at];
  if (!token) return undefined;
  const verb = tokens[token.head];
  const subjectAt = tokens.findIndex(({ head, deprel }) => head === token.head && /^nsubj/.test(deprel));
  const determiner = tokens.find(({ head, deprel }) => head === subjectAt && deprel === 'det');
  return {
    token,
    next: tokens[at + 1],
    verb,
    subject: tokens[subjectAt],
    subjectDeterminer: determiner?.text.toLowerCase(),
    first: at === 0 || tokens.slice(0, at).every(({ upos }) => upos === 'PUNCT'),
  };
};

const isAbility = (text: string, sentence: AnnotatedSentence, { next, verb, first, subject }: Modal): boolean => {
  if (next === undefined || next.upos === 'PUNCT') return true;
  const behind = text.slice(next.start, sentence.end);
  if (/^(?:no longer|hardly|scarcely)\b/i.test(behind)) return true;
  if (first && subject?.text.toLowerCase() === 'you') return true;
  return (
    verb !== undefined &&
    PERCEPTION.has(verb.lemma) &&
    /^(?:I|we|they|he|she|you|one|residents?|witness(?:es)?|people|reporters?|journalists?)$/i.test(subject?.text ?? '')
  );
};

const isPermission = (text: string, sentence: AnnotatedSentence, modal: Modal): boolean => {
  const { verb, subject, subjectDeterminer, first } = modal;
  const words = text.slice(sentence.start, sentence.end);
  // "May the dead rest in peace."
  if (first) return !words.trimEnd().endsWith('?');
  if (verb === undefined || STATES.has(verb.lemma)) return false;
  if (subject?.text.toLowerCase() === 'you') return !COGNITION.has(verb.lemma);
  if (/^(?:no|neither)$/.test(subjectDeterminer ?? '') || LEGAL_FRAME.test(words)) return true;
  if (!PERMITTED.has(verb.lemma)) return false;
  return ROLES.has(subject?.lemma ?? '') && subjectDeterminer !== 'some';
};

const isInfinitiveNext = ({ tokens }: AnnotatedSentence, end: number): boolean => {
  const at = tokens.findIndex((token) => token.start >= end);
  const verb = tokens.slice(at + 1, at + 4).find(({ upos }) => upos !== 'ADV');
  return tokens[at]?.text.toLowerCase() === 'to' && (verb?.xpos === 'VB' || verb?.upos === 'AUX');
};

/** "The possible sale" estimates, "the possible" alone names a thing. */
const isNameNext = ({ tokens }: AnnotatedSentence, end: number): boolean =>
  /^(?:NOUN|PROPN|ADJ|VERB)$/.test(tokens.find((token) => token.start >= end)?.upos ?? '');

/** Whether the words estimate nothing where they stand. */
export const isIdle = (
  text: string,
  sentence: AnnotatedSentence,
  { start, end }: Span,
  form: 'adverb' | 'adjective' | 'modal' | 'noun' | 'verb',
): boolean => {
  if (form === 'modal') {
    const modal = modalAt(sentence, start);
    if (modal === undefined || modal.token.xpos !== 'MD') return true;
    const word = modal.token.text.toLowerCase();
    if (word === 'could') return isAbility(text, sentence, modal);
    return word === 'may' && isPermission(text, sentence, modal);
  }
  if (form !== 'adjective') return false;
  const phrase = text.slice(start, end);
  if (/^possible$/i.test(phrase) && /\bthe\s$/i.test(text.slice(0, start).slice(-4)) && !isNameNext(sentence, end))
    return true;
  if (
    /(?:certain|sure|bound)$/i.test(phrase) &&
    /^\sto\s/.test(text.slice(end, sentence.end)) &&
    !isInfinitiveNext(sentence, end)
  )
    return true;
  return (
    LIKELY_THINGS.test(text.slice(start, Math.min(sentence.end, end + 40))) ||
    SET_PHRASE.test(text.slice(Math.max(sentence.start, start - 24), start))
  );
};
