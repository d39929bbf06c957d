import { basename, dirname } from 'node:path';
import { type BriefOptions, composeBrief, composeNewsletter } from '../brief/index.ts';
import { openLexicon } from '../lexicon/index.ts';
import { WatchfloorError } from '../model/index.ts';
import type { Input } from '../read/index.ts';
import { situate } from '../situation/index.ts';
import { judgementsOfInputs } from './case-judgements.ts';
import { documentsOf } from './documents.ts';
import { mimeMessage, sendBySmtp } from './mail.ts';
import { openOutputSet } from './output.ts';
import { type ReadAllOptions, readAll } from './read-all.ts';

export interface NewsletterMakeOptions extends ReadAllOptions, BriefOptions {
  readonly from: string;
  readonly to: readonly string[];
  /** ISO 8601; the day of the brief unless given. */
  readonly date?: string;
  /** Address of the whole brief. */
  readonly link?: string;
  readonly unsubscribe?: string;
  /** File for the message, or the mail server that takes it. */
  readonly deliver: { readonly file: string } | { readonly server: string };
}

export interface NewsletterSummary {
  readonly subject: string;
  /** How many letters the server accepted; 0 for a file. */
  readonly sent: number;
  readonly file: string | null;
}

const momentOf = (date: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T12:00:00Z` : date);

/**
 * Texts → a newsletter edition of their brief, as a message in a file or sent. Null when not one text could be read.
 *
 * @throws {WatchfloorError} newsletter.address-invalid, newsletter.smtp-failed, newsletter.date-missing, output.unwritable
 */
export const makeNewsletter = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: NewsletterMakeOptions,
): Promise<NewsletterSummary | null> => {
  const sources: (Input | string)[] = [];
  for await (const input of inputs) sources.push(input);
  const { readings } = await readAll(documentsOf(sources, options), options);
  if (readings.length === 0) return null;
  const judgements = options.judgements ?? (await judgementsOfInputs(sources));
  const content = composeBrief(
    situate(readings, options.own && { lexicon: openLexicon(options.own.names) }),
    readings,
    { ...options, ...(judgements && { judgements }) },
  );
  const date = options.date ?? content.asOf;
  if (!date || Number.isNaN(Date.parse(momentOf(date))))
    throw new WatchfloorError(
      'newsletter.date-missing',
      'The letter has no date: no text gives one. Give --date (YYYY-MM-DD).',
    );
  const letter = composeNewsletter(content, options);
  const envelope = {
    from: options.from,
    to: options.to,
    date: momentOf(date),
    ...(options.unsubscribe ? { unsubscribe: options.unsubscribe } : {}),
  };
  const { deliver } = options;
  if ('server' in deliver)
    return { subject: letter.subject, sent: await sendBySmtp(letter, envelope, deliver.server), file: null };
  const outputs = openOutputSet(dirname(deliver.file));
  try {
    outputs.add(basename(deliver.file), await mimeMessage(letter, envelope));
    const [file] = outputs.commit();
    return { subject: letter.subject, sent: 0, file: file ?? null };
  } finally {
    outputs.discard();
  }
};
