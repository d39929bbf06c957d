import type { Explanation } from '../app/read.ts';
import { type Actor, contains, type Interval, type Quantity, type Reading, type Span } from '../model/index.ts';
import { explanationLines } from './explanation-text.ts';
import { colour } from './terminal.ts';

const LABEL_WIDTH = 11;
const INDENT = '    ';

const interval = ({ from, to }: Interval): string => (from === to && from ? from : `${from ?? '…'} – ${to ?? '…'}`);

const amount = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

const quantity = ({ low, high, bound, unit, item, per }: Quantity): string => {
  const value =
    bound === 'range' && low !== null && high !== null
      ? `${amount(low)} to ${amount(high)}`
      : amount((high ?? low) as number);
  const lead = bound === 'exact' || bound === 'range' ? '' : `${bound} `;
  return `${lead}${value} ${unit}${per ? ` per ${per}` : ''}${item ? ` (${item})` : ''}`;
};

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}`;

const row = (label: string, paint: (text: string) => string, text: string): string =>
  `${INDENT}${paint(label.padEnd(LABEL_WIDTH))}${text}`;

const quoted = (text: string): string => `“${text.replaceAll(/\s+/g, ' ')}”`;

/**
 * A reading for people: each sentence, and under it what was read from it. Width is the reader's terminal's business;
 * nothing is cut. With explanations, under each sentence which rules made what was read from it.
 */
export const readingText = (reading: Reading, explanations: readonly Explanation[] = []): readonly string[] => {
  const { document } = reading;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const name = (id: string): string => actors.get(id)?.name ?? id;
  const names = (ids: readonly string[]): string => ids.map(name).join(', ') || '?';
  const slice = (span: Span): string => document.text.slice(span.start, span.end);
  const attributions = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]));
  const quantities = new Map(reading.quantities.map((found) => [found.id, found]));
  const speaker = (id: string): string => {
    const attribution = attributions.get(id);
    if (!attribution) return id;
    return attribution.speaker ? name(attribution.speaker) : attribution.source.map(slice).join(' … ') || 'unnamed';
  };

  const rows = (sentence: Span): string[] => [
    ...reading.events
      .filter(({ trigger }) => contains(sentence, trigger))
      .map((event) =>
        row(
          event.type,
          colour.cyan,
          [
            `${colour.bold(names(event.sources))} → ${colour.bold(names(event.targets))}`,
            quoted(slice(event.trigger)),
            `${event.status} ${event.happened >= 0 ? '+' : '−'}${Math.abs(event.happened).toFixed(1)}`,
            event.when && `when ${interval(event.when)}`,
            event.where && `in ${name(event.where)}`,
            event.quantities.length > 0 &&
              event.quantities.map((id) => quantity(quantities.get(id) as Quantity)).join('; '),
            event.attribution && `says ${speaker(event.attribution)}`,
          ]
            .filter(Boolean)
            .join(colour.dim(' · ')),
        ),
      ),
    ...reading.attributions
      .filter(
        ({ cue, content }) =>
          [...cue, ...content].some((span) => contains(sentence, span)) &&
          (cue[0] ?? content[0])?.start !== undefined &&
          contains(sentence, (cue[0] ?? content[0]) as Span),
      )
      .map(({ id, kind, cue, content }) =>
        row(
          'says',
          colour.green,
          `${speaker(id)} (${kind}) ${colour.dim(cue.map(slice).join(' … '))}: ${content.map(slice).map(quoted).join(' … ')}`,
        ),
      ),
    ...reading.likelihoods
      .filter(({ span }) => contains(sentence, span))
      .map(({ phrase, low, high, about, holder }) => {
        const band = low === null || high === null ? 'no standard band' : `${percent(low)}–${percent(high)} %`;
        return row(
          'likelihood',
          colour.magenta,
          `${phrase} (${band}, ${holder === 'author' ? 'the author' : name(holder)}): ${quoted(slice(about))}`,
        );
      }),
    ...reading.conditions
      .filter(({ cue }) => contains(sentence, cue))
      .map(({ span, consequence }) =>
        row('condition', colour.magenta, quoted(slice(span)) + (consequence ? ` → ${quoted(slice(consequence))}` : '')),
      ),
    ...reading.quantities
      .filter(({ span }) => contains(sentence, span))
      .map((found) => row('quantity', colour.yellow, `${quoted(slice(found.span))} = ${quantity(found)}`)),
    ...reading.times
      .filter(({ span }) => contains(sentence, span))
      .map((time) =>
        row(
          'time',
          colour.blue,
          `${quoted(slice(time.span))} = ${interval(time)}${time.relation ? ` (${time.relation})` : ''}`,
        ),
      ),
  ];

  const head = [
    colour.bold(document.title ?? reading.id),
    [document.byline, document.publisher, document.published ?? 'no date', document.language]
      .filter(Boolean)
      .join(' · '),
    '',
  ];
  const body = reading.sentences.flatMap((sentence, index) => [
    `${colour.dim(String(index + 1).padStart(3))} ${highlighted(document.text, sentence, reading.actors)}`,
    ...rows(sentence),
    ...explanationLines(reading, explanations, sentence).map((line) => colour.dim(row('why', String, line))),
  ]);
  const removed = document.removed.map(
    ({ text, reason }) => `${INDENT}${colour.dim(`left out (${reason}):`)} ${quoted(text)}`,
  );
  return [...head, ...body, ...(removed.length > 0 ? ['', ...removed] : [])];
};

/** The sentence on one line with the names of actors underlined. */
const highlighted = (text: string, sentence: Span, actors: readonly Actor[]): string => {
  const mentions = actors
    .flatMap((actor) => actor.mentions)
    .filter((span) => contains(sentence, span))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let at = sentence.start;
  let line = '';
  for (const span of mentions) {
    // Of mentions within one another the first that ends is shown.
    if (span.start < at) continue;
    line += text.slice(at, span.start) + colour.underline(text.slice(span.start, span.end));
    at = span.end;
  }
  return (line + text.slice(at, sentence.end)).replaceAll(/\s+/g, ' ');
};
