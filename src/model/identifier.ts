import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256 of a string's UTF-8 bytes, or of the bytes given. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const SHORT_ID_LENGTH = 12;

/** A stable identifier made from what it names: same parts, same identifier, on every machine. */
export const stableId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}-${sha256(parts.join('\u0000')).slice(0, SHORT_ID_LENGTH)}`;
