import { overlaps, type Quantity, type Span, type Time } from '../../../model/index.ts';
import type { AnnotatedSentence, Annotation } from '../../annotate/annotation.ts';
import { boundAfter } from './bounds.ts';
import { countedNoun } from './counted-noun.ts';
import { isDesignation } from './designations.ts';
import { type Item, itemBehind } from './item-behind.ts';
import { findNumberPhrases, type NumberPhrase } from './number-phrases.ts';
import { isMoney, perBehind, rateAbbreviation, TIME_UNITS, UNIT_WORDS, unitOf } from './units.ts';
import { countsPersons, mayShareNounBefore } from './without-noun.ts';

const UNIT_BEHIND = new RegExp(`^(?:\\s|-)?(${UNIT_WORDS})`, 'iu');
const STRONG = /^[- ]strong\b/i;
const AGE = /^[\s-](?:year|month|week|day)s?[\s-]old\b/i;
const AGO = /^\s+(?:ago|earlier|later|before|after|from now|hence)\b/i;
/** Money whose name is another word too: taken only behind so large a number. */
const WORD_LIKE_MONEY = new Set(['won', 'rand', 'real', 'pound', 'pounds']);
const SMALLEST_SUM = 20;
/** What is so far or so long is no stuff: "25 miles of the capital". */
const SPACE_OR_TIME: ReadonlySet<string> = new Set([
  ...TIME_UNITS,
  'mm',
  'cm',
  'm',
  'km',
  'mile',
  'nautical mile',
  'foot',
  'inch',
]);

interface Unit {
  readonly unit: string;
  readonly end: number;
  readonly item?: Item;
  readonly per?: string;
  readonly counted: boolean;
}

const isPlainUnit = (words: string, phrase: NumberPhrase, behind: string): boolean => {
  const lower = words.toLowerCase();
  if (/^points?$/.test(lower)) return false;
  if (WORD_LIKE_MONEY.has(lower)) return (phrase.high ?? phrase.low ?? 0) >= SMALLEST_SUM;
  if (lower === 'real') return words === words.toUpperCase();
  // "try", "sek": a code is a code in capitals only; "yen" is no code.
  if (unitOf(words) === words.toUpperCase() && isMoney(words.toUpperCase())) return words === words.toUpperCase();
  if (/^(?:m|g|t)$/i.test(words)) return words === lower && !/^\s?['’]/.test(behind.slice(words.length));
  return true;
};

/** "pounds of explosives" is weight, "pounds" alone is money. */
const weightOrMoney = (unit: string, words: string, behind: string): string =>
  /^pounds?$/i.test(words) && /^\s+of\s/i.test(behind) ? 'pound' : unit;

const unitBehind = (text: string, phrase: NumberPhrase, sentence: AnnotatedSentence): Unit | undefined => {
  if (phrase.currency) {
    const item = itemBehind(text, phrase.end, sentence, 'money');
    return { unit: phrase.currency, end: phrase.end, counted: false, ...(item && { item }) };
  }
  const behind = text.slice(phrase.end, sentence.end);
  if (STRONG.test(behind)) return { unit: 'person', end: phrase.end + '-strong'.length, counted: true };
  const rate = rateAbbreviation(behind);
  if (rate) {
    const end = phrase.end + rate.length;
    const item = itemBehind(text, end, sentence, 'measure');
    return { unit: rate.unit, per: rate.per, end, counted: false, ...(item && { item }) };
  }
  const match = UNIT_BEHIND.exec(behind);
  const words = match?.[1];
  if (match && words && isPlainUnit(words, phrase, behind.slice(match[0].length - words.length))) {
    const end = phrase.end + match[0].length;
    const unit = weightOrMoney(unitOf(words) as string, words, text.slice(end, sentence.end));
    const item = SPACE_OR_TIME.has(unit)
      ? undefined
      : itemBehind(text, end, sentence, isMoney(unit) ? 'money' : 'measure');
    return { unit, end, counted: false, ...(item && { item }) };
  }
  const noun = countedNoun(sentence, phrase.figure, phrase.end);
  if (!noun)
    return countsPersons(text, phrase, sentence) ? { unit: 'person', end: phrase.end, counted: true } : undefined;
  const item =
    itemBehind(text, noun.end, sentence, 'count') ??
    (noun.item === undefined ? undefined : { text: noun.item, end: noun.end });
  return { unit: noun.unit, end: noun.end, counted: true, ...(item && { item }) };
};

const FATE =
  /\b(?:kill|wound|injur|arrest|detain|captur|displac|evacuat|hospitali[sz]|miss|die|dead|hurt|destroy|damag|sank|sunk|shot down|crash|lost|buy|bought|deliver)\w*\b/i;

/** "One soldier was killed" counts; "one official said" and "one day" do not. */
const isCountedOne = (text: string, phrase: NumberPhrase, unit: Unit): boolean =>
  unit.counted &&
  !/^\s(?:day|side|hand|point|way|thing|time|man['’]s)\b/i.test(text.slice(phrase.end)) &&
  FATE.test(/^[^.,;]{0,40}/.exec(text.slice(unit.end))?.[0] ?? '');

/** "one of them", "no one", "the two leaders": words that point rather than count. */
const pointsRather = (text: string, phrase: NumberPhrase, unit: Unit): boolean => {
  if (!phrase.words || phrase.bound !== 'exact') return false;
  const number = text.slice(phrase.figure, phrase.end).toLowerCase();
  const before = text.slice(Math.max(0, phrase.figure - 24), phrase.figure);
  if (number === 'one') return !isCountedOne(text, phrase, unit);
  if (number === 'zero') return true;
  return (
    unit.counted &&
    phrase.high !== null &&
    phrase.high <= 3 &&
    /\b(?:the|these|those|both|any|its|their|our|other)\s$/i.test(before)
  );
};

const DURATION_VERB =
  /\b(?:last\w*|tak(?:e|es|en|ing)|took|spen[dt]\w*|serv\w+|wait\w*|for|after|is|are|was|were|been|be)\s(?:well |just |a little |slightly )?over\s$/i;

/** "$3bn over four years" says when, "lasted over four years" how long at least. */
const withoutDuring = (text: string, phrase: NumberPhrase, unit: Unit): NumberPhrase => {
  const before = text.slice(Math.max(0, phrase.figure - 40), phrase.figure);
  if (!TIME_UNITS.has(unit.unit) || phrase.bound !== 'at least' || !/\bover\s$/i.test(before)) return phrase;
  if (DURATION_VERB.test(before)) return phrase;
  return { ...phrase, start: phrase.figure, high: phrase.low, bound: 'exact' };
};

const sentenceOf = (sentences: readonly AnnotatedSentence[], offset: number, from: number): number => {
  let index = from;
  while (index < sentences.length && (sentences[index] as AnnotatedSentence).end <= offset) index++;
  return index;
};

/** A number without its own noun takes that of the next one it is set beside: "not 3,000 but 5,000 containers". */
const SET_BESIDE = /^\s*(?:,|or|and|but|to|then)\s(?:\w+\s){0,2}$/i;

export interface FoundQuantity extends Quantity {
  readonly rule: 'money' | 'measure' | 'count' | 'shared';
}

/**
 * Every quantity of a text: what is counted, measured or priced, with bound, unit, item and rate. Years, dates, ordinals,
 * ages, designations (Su-35, Resolution 1718) and words that only point ("the two leaders") are none; a calibre is a
 * quantity of mm. The span takes in the words of the bound ("as many as 3 million rounds").
 */
export const findQuantities = (annotation: Annotation, times: readonly Time[]): readonly FoundQuantity[] => {
  const { text, sentences } = annotation;
  const found: (FoundQuantity & { readonly figure: number })[] = [];
  const pending: NumberPhrase[] = [];
  let at = 0;
  let time = 0;
  for (const phrase of findNumberPhrases(text)) {
    at = sentenceOf(sentences, phrase.figure, at);
    const sentence = sentences[at];
    if (!sentence || phrase.end > sentence.end) continue;
    while (time < times.length && (times[time] as Time).span.end <= phrase.figure) time++;
    const figureSpan: Span = { start: phrase.figure, end: phrase.end };
    const dated = times.slice(time, time + 2).some(({ span }) => overlaps(span, figureSpan));
    if (dated || isDesignation(text, phrase, sentence)) continue;
    const unit = unitBehind(text, phrase, sentence);
    if (!unit) {
      const before = found.at(-1);
      if (
        before &&
        before.span.start >= sentence.start &&
        before.rule !== 'measure' &&
        mayShareNounBefore(text, phrase, sentence)
      ) {
        const { unit, item, per } = before;
        found.push({
          id: '',
          span: { start: phrase.start, end: phrase.end },
          low: phrase.low,
          high: phrase.high,
          bound: phrase.bound,
          unit,
          ...(item !== undefined && { item }),
          ...(per !== undefined && { per }),
          rule: 'shared',
          figure: phrase.figure,
        });
      } else pending.push(phrase);
      continue;
    }
    const behind = text.slice(unit.end, sentence.end);
    if (TIME_UNITS.has(unit.unit) && (AGO.test(behind) || AGE.test(text.slice(phrase.end, sentence.end)))) continue;
    if (pointsRather(text, phrase, unit)) continue;
    const quantity = toQuantity(
      text,
      withoutDuring(text, phrase, unit),
      unit,
      behind,
      text.slice(unit.item?.end ?? unit.end, sentence.end),
    );
    const beside = pending.at(-1);
    if (beside && beside.figure >= sentence.start && SET_BESIDE.test(text.slice(beside.end, phrase.start))) {
      found.push({
        ...toQuantity(text, beside, { ...unit, end: beside.end }, ''),
        rule: 'shared',
        figure: beside.figure,
      });
    }
    pending.length = 0;
    found.push({
      ...quantity,
      rule: isMoney(unit.unit) ? 'money' : unit.counted ? 'count' : 'measure',
      figure: phrase.figure,
    });
  }
  return found.map(({ figure: _, ...quantity }, index) => ({ ...quantity, id: `qty-${index + 1}` }));
};

const toQuantity = (text: string, phrase: NumberPhrase, unit: Unit, behind: string, behindItem = behind): Quantity => {
  const after = boundAfter(text.slice(phrase.end)) ?? boundAfter(behind);
  const per = unit.per ?? perBehind(behind)?.per ?? perBehind(behindItem)?.per;
  const value =
    after && phrase.bound === 'exact'
      ? bounded(phrase.low ?? phrase.high, after.bound)
      : { low: phrase.low, high: phrase.high, bound: phrase.bound };
  return {
    id: '',
    span: { start: phrase.start, end: unit.end },
    ...value,
    unit: unit.unit,
    ...(unit.item && { item: unit.item.text }),
    ...(per && { per }),
  };
};

const bounded = (value: number | null, bound: Quantity['bound']): Pick<Quantity, 'low' | 'high' | 'bound'> => {
  if (bound === 'at least') return { low: value, high: null, bound };
  if (bound === 'at most') return { low: null, high: value, bound };
  return { low: value, high: value, bound };
};
