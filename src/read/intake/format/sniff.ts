import { WatchfloorError } from '../../../model/index.ts';
import type { Format } from '../content.ts';

const HEAD_BYTES = 4096;
/** Share of control characters above which bytes are no text in any charset. */
const MAX_CONTROL_SHARE = 0.02;

const FOREIGN: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['a ZIP archive or office file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['an archive inside an archive', [0x1f, 0x8b]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** UTF-16 without a mark: every other byte of Latin text is zero. */
const looksLikeUtf16 = (head: Uint8Array): boolean => {
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index % 2]!++;
  const [even, odd] = zeros as [number, number];
  const quarter = head.length / 4;
  return (even > quarter && odd < quarter / 8) || (odd > quarter && even < quarter / 8);
};

const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);

const MEDIA_TYPES: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
};

/** The format that a Content-Type names; undefined for one that is not read, or that says nothing. */
export const formatOfMediaType = (mediaType: string | undefined): Format | undefined =>
  MEDIA_TYPES[(mediaType ?? '').split(';')[0]!.trim().toLowerCase()];

const ENDINGS: readonly (readonly [ending: RegExp, format: Format])[] = [
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.x?html?$/i, 'html'],
  [/\.te?xt$/i, 'text'],
];

const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta)\b/i;

/**
 * What the bytes are: by what they begin with, then the declared media type, then the ending of the name.
 *
 * @throws WatchfloorError `intake.binary`
 */
export const sniffFormat = (bytes: Uint8Array, label: string, name: string, mediaType?: string): Format => {
  const head = bytes.subarray(0, HEAD_BYTES);
  const latin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const foreign = FOREIGN.find(([, magic]) => startsWith(head, magic));
  if (foreign) throw binary(label, `It is ${foreign[0]}`);
  if (!hasUtf16Mark(head) && !looksLikeUtf16(head)) {
    const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
    if (head.includes(0) || controls > head.length * MAX_CONTROL_SHARE) throw binary(label, 'It is no text');
  }
  if (/\.pdf$/i.test(name) && mediaType === undefined)
    throw new WatchfloorError('intake.malformed', 'The file ends in .pdf but is no PDF; fetch it again.', {
      file: label,
    });
  const declared = formatOfMediaType(mediaType);
  if (declared !== undefined && declared !== 'text' && declared !== 'pdf') return declared;
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (ending === 'html' || ending === 'markdown') return ending;
  // Pages are often saved without an ending, and some servers call everything text/plain.
  return HTML_START.test(
    latin.replaceAll('\u0000', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, ''),
  )
    ? 'html'
    : 'text';
};

const binary = (label: string, what: string): WatchfloorError =>
  new WatchfloorError('intake.binary', `${what}; save the article as text, Markdown, HTML or PDF.`, { file: label });
