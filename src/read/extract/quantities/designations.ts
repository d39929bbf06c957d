import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';
import type { NumberPhrase } from './number-phrases.ts';

const NAMED_BY_NUMBER =
  /(?:\b(?:[Rr]esolutions?|[Aa]rticles?|[Cc]hapters?|[Ss]ections?|[Pp]aragraphs?|[Oo]rders?|[Ff]lights?|[Uu]nits?|[Rr]outes?|[Hh]ighways?|[Cc]hannels?|[Rr]ooms?|[Nn]os?\.?|[Nn]umbers?|[Pp]ages?|[Pp]p?\.|[Pp]hases?|[Ll]evels?|[Cc]ategory|[Tt]ypes?|[Mm]odels?|[Mm]ark|[Mm]k\.?|[Vv]ersions?|[Vv]olumes?|[Vv]ol\.|[Ee]pisodes?|[Ss]easons?|[Ss]tages?|[Ss]teps?|[Bb]oeing|[Aa]irbus|[Bb]lock|[Cc]lass|[Dd]istrict|[Rr]egiment|[Bb]rigade|[Bb]attalion|[Pp]rotocol|[Aa]nnex|[Aa]ddendum|[Gg]roup of|[Aa]pollo|[Cc]ovid|[Ii]nterstate|[Tt]itle|[Pp]art|[Rr]ounds?\sno|[Dd]ay|[Dd]irective|[Ll]aw|[Pp]roject|[Cc]lause|[Ss]chedule|[Aa]ppendix|Figure|Table|Radio|Gate|Pier|Platform|Terminal|[Aa]mendment|[Rr]egulation|[Dd]ecree|Sector|Zone|Area|Building|Suite|[Ff]ormula|[Tt]ask [Ff]orce|[Ss]quadron|[Hh]angar|Reactor|Agenda|Track|[Pp]hone|Line|Grade|Tier)\s|#)$/;
const CLOCK = /^(?::\d\d|\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock|GMT\b|UTC\b|hours?\s(?:GMT|UTC|local)))/i;
const ORDINAL = /^(?:st|nd|rd|th)\b/i;
const FRACTION = /^[\s-](?:thirds?|fourths?|fifths?|sixths?|eighths?|tenths?|halves|quarters?\sof)\b/i;
const POINTING = /^[\s-](?:of|another|by|after|hand|day\b(?!s)|time\b|way\b|thing\b|which|who|whom|that)\b/i;
const STREET =
  /^\s(?:\p{Lu}[\p{L}'’.]*\s){0,3}(?:Street|Road|Avenue|Square|Lane|Boulevard|Drive|Place|Crescent|Terrace|Quay|Embankment|Parkway|St\.|Ave\.|Rd\.)/u;
const LIST_MARK = /^(?:[.)]\s|\.$)/;
const SCORE_OR_DATE = /^\/\d/;

/** Whether the number names something, orders it or tells the time, rather than counting it. */
export const isDesignation = (text: string, phrase: NumberPhrase, sentence: AnnotatedSentence): boolean => {
  const before = text.slice(Math.max(0, phrase.figure - 24), phrase.figure);
  const behind = text.slice(phrase.end, phrase.end + 24);
  const number = text.slice(phrase.figure, phrase.end).toLowerCase();
  if (CLOCK.test(behind) || ORDINAL.test(behind) || FRACTION.test(behind) || SCORE_OR_DATE.test(behind)) return true;
  if (/^\p{L}/u.test(behind)) return !/^(?:km|kg|mm|cm|m|t|g|mw|gw|kw|kt|mph|ha|ft|lb|pct|percent)\b/i.test(behind);
  if (phrase.currency) return false;
  if (NAMED_BY_NUMBER.test(before) || STREET.test(behind)) return true;
  if (
    number === 'one' &&
    (POINTING.test(behind) || /\b(?:no|any|every|each|this|that|the|which|some)\s$/i.test(before))
  )
    return true;
  if (LIST_MARK.test(behind) && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, phrase.figure - 4), phrase.figure)))
    return true;
  return isNameBefore(sentence, phrase);
};

/** A name right before a figure that no plural follows: "Patriot 2", "Boeing 737 Max", "Area 51". */
const isNameBefore = (sentence: AnnotatedSentence, phrase: NumberPhrase): boolean => {
  if (phrase.words || phrase.start < phrase.figure) return false;
  const index = sentence.tokens.findIndex((token) => token.start >= phrase.figure);
  const previous = sentence.tokens[index - 1];
  if (previous?.upos !== 'PROPN' || previous.end < phrase.figure - 1) return false;
  const next = sentence.tokens.slice(index + 1).find((token) => token.start >= phrase.end && token.text !== '-');
  return !next || !followsCount(sentence.tokens, next);
};

const followsCount = (tokens: readonly Token[], next: Token): boolean => {
  const from = tokens.indexOf(next);
  for (const token of tokens.slice(from, from + 5)) {
    if (token.xpos === 'NNS' || token.xpos === 'NNPS' || token.lemma === 'percent') return true;
    if (
      !(
        token.upos === 'ADJ' ||
        token.upos === 'NOUN' ||
        token.upos === 'PROPN' ||
        token.upos === 'NUM' ||
        token.text === '-'
      )
    )
      return false;
  }
  return false;
};
