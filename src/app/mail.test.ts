import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Newsletter } from '../brief/index.ts';
import { mimeMessage, sendBySmtp } from './mail.ts';

const LETTER: Newsletter = {
  subject: 'Überblick: 7,000 containers — what is said',
  html: '<!doctype html><html lang="en"><body><p>“Quoted” &amp; 5 &lt; 6. Zażółć 로동</p></body></html>',
  text: '“Quoted” & 5 < 6. Zażółć 로동\n.\nA line with one dot above.\n',
};
const ENVELOPE = {
  from: 'Desk <desk@example.org>',
  to: ['reader@example.net'],
  date: '2024-06-20T12:00:00Z',
  unsubscribe: 'https://example.org/stop',
};

describe('the letter as a file', () => {
  it('says the same to another library that reads it', async () => {
    const mail = await simpleParser(Buffer.from(await mimeMessage(LETTER, ENVELOPE)));
    expect(mail.subject).toBe(LETTER.subject);
    expect(mail.from?.value).toEqual([{ name: 'Desk', address: 'desk@example.org' }]);
    expect(mail.date).toEqual(new Date(ENVELOPE.date));
    expect(mail.text?.trim()).toBe(LETTER.text.trim());
    expect((mail.html as string).trim()).toBe(LETTER.html);
    expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://example.org/stop' } });
    expect(mail.attachments).toEqual([]);
  });

  it('has the same bytes each time', async () => {
    expect(await mimeMessage(LETTER, ENVELOPE)).toEqual(await mimeMessage(LETTER, ENVELOPE));
  });

  it.each(['desk', 'desk@', 'a@b.c\r\nBcc: x@y.z', '<a@b>', ''])('refuses the address %j', async (from) => {
    await expect(mimeMessage(LETTER, { ...ENVELOPE, from })).rejects.toThrowError(
      expect.objectContaining({ code: 'newsletter.address-invalid' }),
    );
  });
});

describe('sending by SMTP', () => {
  interface Received {
    readonly to: readonly string[];
    readonly raw: Buffer;
  }
  let server: SMTPServer | undefined;

  const start = async (options: ConstructorParameters<typeof SMTPServer>[0] = {}): Promise<[string, Received[]]> => {
    const received: Received[] = [];
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
          done();
        });
      },
      ...options,
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return [`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received];
  };

  afterEach(async () => {
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    server = undefined;
  });

  it('gives each recipient a letter of its own', async () => {
    const [address, received] = await start();
    const to = ['one@example.net', 'Two <two@example.net>'];
    expect(await sendBySmtp(LETTER, { ...ENVELOPE, to }, address)).toBe(2);
    expect(received.map((mail) => mail.to)).toEqual([['one@example.net'], ['two@example.net']]);
    const [first] = await Promise.all(received.map(({ raw }) => simpleParser(raw)));
    expect(first?.to).toMatchObject({ text: 'one@example.net' });
    expect(first?.text?.trim()).toBe(LETTER.text.trim());
    expect(received[0]?.raw.toString()).not.toContain('two@example.net');
  });

  it('says how many went out when the server refuses one', async () => {
    const [address] = await start({
      onRcptTo: ({ address: recipient }, _session, done) =>
        done(recipient.startsWith('bad') ? new Error('no such mailbox') : undefined),
    });
    await expect(
      sendBySmtp(LETTER, { ...ENVELOPE, to: ['good@example.net', 'bad@example.net'] }, address),
    ).rejects.toThrowError(
      expect.objectContaining({
        code: 'newsletter.smtp-failed',
        message: expect.stringMatching(/127\.0\.0\.1:\d+ did not take the letter .*; 1 of 2 were sent/s),
      }),
    );
  });

  it('names the server that cannot be reached, without the account', async () => {
    await expect(sendBySmtp(LETTER, ENVELOPE, 'smtp://user:secret@127.0.0.1:1')).rejects.toThrowError(
      expect.objectContaining({
        code: 'newsletter.smtp-failed',
        message: expect.not.stringContaining('secret'),
      }),
    );
    await expect(sendBySmtp(LETTER, ENVELOPE, 'mail.example.org')).rejects.toThrowError(/smtp:\/\//);
  });
});
