import type { Newsletter } from '../brief/index.ts';
import { sha256, WatchfloorError } from '../model/index.ts';

export interface Envelope {
  /** `name@example.org` or `Name <name@example.org>`. */
  readonly from: string;
  readonly to: readonly string[];
  /** ISO 8601; the moment that the letter says it was written. */
  readonly date: string;
  /** Address where a reader stops the letters; also told to the mail program. */
  readonly unsubscribe?: string;
}

const MAILBOX = /^(?:[^<>"\r\n]*<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+))$/;

/** @throws {WatchfloorError} newsletter.address-invalid */
const checkedMailbox = (written: string): string => {
  if (MAILBOX.test(written.trim())) return written.trim();
  throw new WatchfloorError(
    'newsletter.address-invalid',
    `"${written}" is no e-mail address; write name@example.org or Name <name@example.org>.`,
  );
};

const domainOf = (mailbox: string): string => /@([^\s<>@]+)>?$/.exec(mailbox)?.[1] ?? 'localhost';

const messageOf = ({ subject, html, text }: Newsletter, envelope: Envelope) => {
  const from = checkedMailbox(envelope.from);
  const id = sha256([from, subject, envelope.date, text].join('\u0000')).slice(0, 32);
  return {
    from,
    to: envelope.to.map(checkedMailbox),
    subject,
    text,
    html,
    date: new Date(envelope.date),
    // Same letter, same bytes: neither name is drawn by chance.
    messageId: `<${id}@${domainOf(from)}>`,
    baseBoundary: id,
    xMailer: false,
    // Nothing is fetched from a disk or the web on the letter's behalf.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(envelope.unsubscribe ? { headers: { 'List-Unsubscribe': `<${envelope.unsubscribe}>` } } : {}),
  } as const;
};

/**
 * The letter as a MIME message (`.eml`), multipart with plain text and HTML. Same letter, same bytes.
 *
 * @throws {WatchfloorError} newsletter.address-invalid
 */
export const mimeMessage = async (newsletter: Newsletter, envelope: Envelope): Promise<Uint8Array> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  return new MailComposer(messageOf(newsletter, envelope)).compile().build();
};

/**
 * Sends the letter to each recipient on its own, so that none sees the others.
 *
 * @param server `smtp://user:password@host:port` or `smtps://…`
 * @returns how many were accepted
 * @throws {WatchfloorError} newsletter.smtp-failed, newsletter.address-invalid
 */
export const sendBySmtp = async (newsletter: Newsletter, envelope: Envelope, server: string): Promise<number> => {
  const { createTransport } = await import('nodemailer');
  const recipients = envelope.to.map(checkedMailbox);
  const host = shownServer(server);
  let accepted = 0;
  const transport = createTransport(server);
  try {
    for (const recipient of recipients) {
      const raw = await mimeMessage(newsletter, { ...envelope, to: [recipient] });
      await transport.sendMail({ envelope: { from: envelope.from, to: recipient }, raw: Buffer.from(raw) });
      accepted++;
    }
    return accepted;
  } catch (error) {
    if (error instanceof WatchfloorError) throw error;
    throw new WatchfloorError(
      'newsletter.smtp-failed',
      `The mail server ${host} did not take the letter (${(error as Error).message.split('\n')[0]}); ${accepted} of ${recipients.length} were sent. Check server and account.`,
      {},
      { cause: error },
    );
  } finally {
    transport.close();
  }
};

/** Host and port without the account. */
const shownServer = (server: string): string => {
  try {
    const { hostname, port, protocol } = new URL(server);
    if (protocol === 'smtp:' || protocol === 'smtps:') return port ? `${hostname}:${port}` : hostname;
  } catch {
    // Not an address at all: said below.
  }
  throw new WatchfloorError(
    'newsletter.smtp-failed',
    'The mail server is no smtp:// or smtps:// address; write smtp://user:password@host:port.',
  );
};
