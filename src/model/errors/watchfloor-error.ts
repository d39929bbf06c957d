import type { ErrorCode } from './registry.ts';

/** Where an error stands: whatever of these is known. Lines, columns and records count from 1. */
export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly record?: number | string;
  readonly path?: string;
}

/** The one error class: a code of the registry, a sentence that says what is wrong and what to do, and the place. */
export class WatchfloorError extends Error {
  override readonly name = 'WatchfloorError';
  readonly code: ErrorCode;
  readonly place: ErrorPlace;

  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.place = place;
  }
}

/** `file:line:column` as far as known, empty without a place. */
export const formatPlace = ({ file, line, column, record, path }: ErrorPlace): string => {
  const at = [file ?? (record === undefined ? undefined : `record ${record}`), line, column].filter(
    (part) => part !== undefined,
  );
  return [at.join(':'), path].filter(Boolean).join(' ');
};
