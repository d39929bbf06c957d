import type { ProseBlock, Span } from '../../../model/index.ts';
import type { LintContext, LintRule, Remark } from '../rule.ts';
import type { LintSentence } from '../sentence.ts';

const FUNCTION_WORDS = new Set(
  'the and for with that this from into over under after before about amid its his her their has have had was were are been being will would can could may might not but who what when where why how than then they them said says all any out off new now more most'.split(
    ' ',
  ),
);

/** What stands for a word whatever its ending: "delivers", "delivered", "deliveries". */
const stem = (word: string): string => word.replace(/(?:ies|ied|ing|ed|es|s|ly|y|e)$/, '').slice(0, 7);

const stemsOf = (words: string): ReadonlySet<string> =>
  new Set(
    [...words.toLowerCase().matchAll(/\p{L}[\p{L}'’-]{2,}/gu)]
      .map(([word]) => word.replace(/['’]s$/, ''))
      .filter((word) => !FUNCTION_WORDS.has(word))
      .map(stem)
      .filter((word) => word.length >= 3),
  );

const HEDGE_WORDS =
  'may|might|could|likely|probably|possibly|perhaps|potentially|unlikely|plans? to|planned to|is planning to|are planning to|intends? to|seeks? to|wants? to|hopes? to|considers|considering|is weighing|are weighing|mulls|allegedly|reportedly|apparently|expected to|threatens? to|threatened to|would|proposes? to|proposed to';
const HEDGE = new RegExp(`(?<![\\p{L}])(?:${HEDGE_WORDS})(?![\\p{L}])`, 'giu');
/** In a headline also words that assert less in other ways. */
const HEDGED_HEADLINE =
  /\b(?:may|might|could|likely|probably|possibly|perhaps|unlikely|plans?|planned|planning|intends?|seeks?|wants?|hopes?|considers?|considering|weighs?|mulls?|alleged(?:ly)?|reported(?:ly)?|suspected|apparent(?:ly)?|expected|threatens?|threatened|if|would|proposed?|proposes|risks?|fears?|feared|possible|chance|to)\b/i;
/** A question, an attribution ("Seoul: …", "…, says Kim") or a label ("Analysis | …") asserts nothing by itself. */
const ASSERTS_NOTHING =
  /\?|:|\||\b(?:says?|said|claims?|warns?|tells?|according|accuses?|urges?|calls?|denies)\b|[“”"‘]/i;
const NUMBER = /(?<![\p{L}\p{N}.,])\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?(?![\p{N}])/gu;
const UPPER_BOUND = /(?:up to|as many as|as much as|at most|no more than|fewer than|less than)\s+(?:an?\s)?[$€£]?$/i;
const OVERLAP = 0.6;
const LEAST_SHARED = 3;

const share = (headline: ReadonlySet<string>, sentence: ReadonlySet<string>): number => {
  let shared = 0;
  for (const word of headline) if (sentence.has(word)) shared++;
  return shared < LEAST_SHARED ? 0 : shared / headline.size;
};

const bodySentences = ({ sentences }: LintContext): readonly LintSentence[] =>
  sentences.filter(({ block }) => block.kind === 'paragraph' || block.kind === 'item');

/** The sentences of the body that say what the headline says. */
const counterparts = (headline: string, body: readonly LintSentence[]): readonly LintSentence[] => {
  const stems = stemsOf(headline);
  return stems.size < LEAST_SHARED ? [] : body.filter(({ own }) => share(stems, stemsOf(own)) >= OVERLAP);
};

/** The month, which is no hedge: "in May", "3 May", "May 3". */
const MONTH_OF_MAY =
  /(?:\b(?:in|of|by|since|until|early|late|mid|before|after|from|for|on|\d{1,2})[\s-])May\b|\bMay(?=\s\d)/g;

const withoutMay = (words: string): string => words.replace(MONTH_OF_MAY, (month) => ' '.repeat(month.length));

const WORDS_BEHIND = 4;

/** The hedge that stands right before something the headline says too; a hedge on something else does not weaken it. */
const hedgeOn = (headline: ReadonlySet<string>, sentence: string): string | undefined =>
  [...withoutMay(sentence).matchAll(HEDGE)].find((match) => {
    const behind = sentence
      .slice(match.index + match[0].length)
      .trim()
      .split(/\s+/)
      .slice(0, WORDS_BEHIND);
    return [...stemsOf(behind.join(' '))].some((word) => headline.has(word));
  })?.[0];

const hedgeDropped = (title: ProseBlock, headline: string, body: readonly LintSentence[]): readonly Remark[] => {
  if (HEDGED_HEADLINE.test(withoutMay(headline)) || ASSERTS_NOTHING.test(headline)) return [];
  const hedges = counterparts(headline, body).map(({ own }) => hedgeOn(stemsOf(headline), own));
  const [hedge] = hedges;
  if (hedge === undefined || hedges.includes(undefined)) return [];
  return [
    {
      span: title.span,
      why: `The headline states it flatly; the text, wherever it says so, has “${hedge}”.`,
      remedy: `Take “${hedge}”, or what it stands for, into the headline.`,
    },
  ];
};

const boundDropped = (title: ProseBlock, headline: string, body: readonly LintSentence[]): readonly Remark[] =>
  [...headline.matchAll(NUMBER)].flatMap((match): readonly Remark[] => {
    if (UPPER_BOUND.test(headline.slice(0, match.index)) || /\b(?:19|20)\d{2}$/.test(match[0])) return [];
    const places = body.flatMap(({ own }) =>
      [...own.matchAll(NUMBER)].filter(([number]) => number === match[0]).map(({ index }) => own.slice(0, index)),
    );
    if (places.length === 0 || !places.every((before) => UPPER_BOUND.test(before))) return [];
    const bound = UPPER_BOUND.exec(places[0] ?? '')?.[0].trim() ?? '';
    const span: Span = {
      start: title.span.start + match.index,
      end: title.span.start + match.index + match[0].length,
    };
    return [
      {
        span,
        why: `The headline has ${match[0]} as a figure; the text, wherever it gives it, has “${bound} ${match[0]}”.`,
        remedy: `Take “${bound}” into the headline.`,
      },
    ];
  });

export const headlineStronger: LintRule = {
  id: 'headline-stronger',
  level: 'warning',
  summary: 'a headline that is surer than the text below it',
  reason:
    'Many read nothing but the headline. What the text calls likely, planned or “as many as” must not be a fact there.',
  limits:
    'Compares the title (front matter, first-level heading, headline of a plain text) with the sentences that share at least three content words and 60 % of them; a paraphrase is not found. A headline that names who says so, asks, or quotes is left alone, and a source that only the text names is not missed.',
  fixable: false,
  example: {
    bad: '# Northern fleet leaves port in June\n\nThe northern fleet may leave port in June, the harbour office wrote on 2 May 2024.',
    good: '# Northern fleet may leave port in June\n\nThe northern fleet may leave port in June, the harbour office wrote on 2 May 2024.',
  },
  check: (context) => {
    const body = bodySentences(context);
    return context.prose.blocks
      .filter(({ kind }) => kind === 'title')
      .flatMap((title) => {
        const headline = context.prose.text.slice(title.span.start, title.span.end);
        return [...hedgeDropped(title, headline, body), ...boundDropped(title, headline, body)];
      });
  },
};
