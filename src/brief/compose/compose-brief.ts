import type { Reading, Situation } from '../../model/index.ts';
import { composeJudgements, type Refer } from '../judgement/compose-judgements.ts';
import type { Judgements } from '../judgement/content.ts';
import { annexOf } from './annex.ts';
import { conditionsSection } from './conditions-section.ts';
import type { BriefContent, SourceRow } from './content.ts';
import { type Context, contextOf } from './context.ts';
import { dayPhrase } from './date-phrase.ts';
import { disputesSection } from './disputes-section.ts';
import { estimatesSection } from './estimates-section.ts';
import { keyPoints } from './key-points.ts';
import { ledgerSection } from './ledger-section.ts';
import { limitsOf } from './limits.ts';
import { networkSection } from './network-section.ts';
import { capitalise, count, enumerate } from './prose.ts';
import { kindNoun, kindsPhrase, sourceSummary, sourcesSection } from './sources-section.ts';
import { speakersSection } from './speakers-section.ts';
import { timelineSection } from './timeline-section.ts';

export interface BriefOptions {
  readonly title?: string;
  /** For whom or what the brief was made, as its reader should see it. */
  readonly generatedFor?: string;
  /** What analysts judge beside what the sources say. */
  readonly judgements?: Judgements;
}

const SUBJECTS = 3;

/** The actors the texts speak of most: states before others when as often named. */
const subjects = ({ situation, names }: Context): string[] => {
  const states = situation.actors.filter(({ kind }) => kind === 'state');
  const pool = states.length >= 2 ? states : situation.actors.filter(({ kind }) => kind !== 'place');
  return [...pool]
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
    .slice(0, SUBJECTS)
    .map(({ id }) => names.actor(id));
};

const defaultTitle = (sources: readonly SourceRow[], about: readonly string[]): string => {
  const [only] = sources;
  if (sources.length === 1 && only) return only.heading;
  const actors = about.length > 0 ? capitalise(enumerate(about)) : 'The situation';
  return `${actors}: what ${count(sources.length, 'text')} say`;
};

const periodPhrase = (sources: readonly SourceRow[]): string => {
  const dates = sources
    .map(({ published }) => published?.slice(0, 10))
    .filter((date) => date !== undefined)
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return '';
  return first === last
    ? ` published on ${dayPhrase(first)}`
    : ` published between ${dayPhrase(first)} and ${dayPhrase(last)}`;
};

const scopeSentence = (context: Context, sources: readonly SourceRow[], about: readonly string[]): string => {
  const mainly = about.length > 0 ? ` It is mainly about ${enumerate(about)}.` : '';
  const [only] = sources;
  if (sources.length === 1 && only) {
    const author = only.byline ? ` by ${only.byline}` : '';
    const publisher = only.publisher ? ` (${only.publisher})` : '';
    const noun = kindNoun(only.kind);
    return `This brief rests on one ${noun}${author}${publisher}${periodPhrase(sources)}.${mainly}`;
  }
  return `This brief puts together ${kindsPhrase(context.situation.sources)}${periodPhrase(sources)}.${mainly}`;
};

/** Words of a document that is no part of the brief, or is no longer what it was, get no reference. */
const referring =
  ({ book, reference }: Context): Refer =>
  (citation) =>
    book.documentNumber(citation.document) > 0 && reference(citation).quote === citation.quote
      ? [reference(citation)]
      : [];

/**
 * What to say about a situation, most important first, each statement with the words it rests on. Pure: same input, same content.
 *
 * @param readings those that the situation was made of, in any order
 */
export const composeBrief = (
  situation: Situation,
  readings: readonly Reading[],
  options: BriefOptions = {},
): BriefContent => {
  const context = contextOf(situation, readings);
  const about = subjects(context);
  const sources = sourcesSection(context);
  const parts = {
    estimates: estimatesSection(context),
    timeline: timelineSection(context),
    network: networkSection(context),
    ledger: ledgerSection(context),
    speakers: speakersSection(context),
    conditions: conditionsSection(context),
    disputes: disputesSection(context),
    sources,
  };
  const judgements = options.judgements && composeJudgements(options.judgements, referring(context));
  const content = {
    brief: 1 as const,
    title: options.title ?? defaultTitle(sources, about),
    generatedFor: options.generatedFor ?? null,
    asOf: situation.asOf,
    bottomLine: [
      scopeSentence(context, sources, about),
      ...(parts.network.total > 0 ? [`${parts.network.finding}.`] : []),
      ...sources.flatMap(({ number, corrects }) =>
        corrects.map((corrected) => `Source ${number} corrects source ${corrected}.`),
      ),
      judgements && judgements.questions.length > 0
        ? 'All of it but what is judged here is what the sources say; none of it has been verified.'
        : 'All of it is what the sources say; none of it has been verified.',
    ],
    keyPoints: keyPoints(context, parts),
    ...(judgements && (judgements.questions.length > 0 || judgements.calibration !== null) && { judgements }),
    ...parts,
    sourceSummary: sourceSummary(context),
    limits: limitsOf(context, parts),
  };
  return { ...content, annex: annexOf(content, context) };
};
