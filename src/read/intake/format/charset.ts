import { WatchfloorError } from '../../../model/index.ts';
import type { Format } from '../content.ts';

/** How far into a page a `<meta charset>` may stand (the HTML standard looks at 1024 bytes; some pages are late). */
const META_BYTES = 4096;
/** Detection reads this much; more changes nothing. */
const DETECTION_BYTES = 64 * 1024;
/** Above this share of characters that no text has, a charset is taken to be wrong. */
const MAX_BROKEN_SHARE = 0.005;

export interface Decoded {
  readonly text: string;
  /** What a reader should know: a charset that was guessed, or declared wrongly. */
  readonly notes: readonly string[];
}

const markOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

const metaCharset = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_BYTES)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding=["']([\w:.-]+)/i.exec(head)?.[1]
  );
};

const strictUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the caller goes on with what else is known.
    return undefined;
  }
};

const isUtf8 = (charset: string): boolean => /^(?:utf-?8|(?:us-)?ascii|ansi_x3\.4-1968)$/i.test(charset);

/** Characters that show a wrong decoding: replacement, C1 controls, and controls that no text has. */
const brokenShare = (text: string): number => {
  const broken = text.match(/[\ufffd\u0080-\u009f\u0000-\u0008\u000b\u000e-\u001a]/g)?.length ?? 0;
  return text.length === 0 ? 0 : broken / text.length;
};

const decodeAs = async (bytes: Uint8Array, charset: string): Promise<string | undefined> => {
  const { default: iconv } = await import('iconv-lite');
  if (!iconv.encodingExists(charset)) return undefined;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
};

/**
 * Bytes as text. The charset is taken from the byte order mark, the header, the page's own declaration, then detection;
 * bytes that are valid UTF-8 and declare nothing else are UTF-8.
 *
 * @throws WatchfloorError `intake.undecodable`
 */
export const decode = async (
  bytes: Uint8Array,
  label: string,
  format: Format,
  header: string | undefined,
): Promise<Decoded> => {
  const mark = markOf(bytes);
  if (mark === 'utf-8') {
    const text = strictUtf8(bytes);
    if (text !== undefined) return { text, notes: [] };
  } else if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), notes: [] };

  const declared = header ?? (format === 'html' ? metaCharset(bytes) : undefined);
  if (declared === undefined || isUtf8(declared)) {
    const text = strictUtf8(bytes);
    // UTF-16 of Latin text without a mark is valid UTF-8 too, full of zeros.
    if (text !== undefined && !text.includes('\u0000')) return { text, notes: [] };
  } else {
    const utf8 = /[\u0080-\uffff]/.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
    )
      ? strictUtf8(bytes)
      : undefined;
    // Bytes above 127 form valid UTF-8 by accident next to never, whatever a server claims.
    if (utf8 !== undefined && !/^utf-?16/i.test(declared))
      return { text: utf8, notes: [`Charset taken to be UTF-8 from the bytes (${declared} was declared).`] };
    const text = await decodeAs(bytes, declared);
    if (text !== undefined && brokenShare(text) <= MAX_BROKEN_SHARE) return { text, notes: [] };
  }
  return detect(bytes, label, declared);
};

/** Latin text in UTF-16 has a zero in every other byte: in the odd places when the low byte comes first. */
const unmarkedUtf16 = (sample: Uint8Array): readonly string[] => {
  const zero = sample.indexOf(0);
  return zero === -1 ? [] : [zero % 2 === 1 ? 'UTF-16LE' : 'UTF-16BE'];
};

const detect = async (bytes: Uint8Array, label: string, declared: string | undefined): Promise<Decoded> => {
  const { analyse } = await import('chardet');
  const said = declared === undefined ? '' : ` (the ${declared} it declares does not fit)`;
  const sample = bytes.subarray(0, DETECTION_BYTES);
  for (const name of [...unmarkedUtf16(sample), ...analyse(sample).map((match) => match.name)]) {
    const text = await decodeAs(bytes, name);
    if (text === undefined || brokenShare(text) > MAX_BROKEN_SHARE) continue;
    return { text, notes: [`Charset taken to be ${name} from the bytes${said}.`] };
  }
  throw new WatchfloorError('intake.undecodable', 'The bytes make sense in no known charset; save it as UTF-8.', {
    file: label,
  });
};
