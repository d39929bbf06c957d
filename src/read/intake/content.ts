/** The formats that intake reads. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf';

/** Bytes with what is known of them: the common form of files, answers and standard input. */
export interface Content {
  readonly bytes: Uint8Array;
  /** What errors call it: path, address, `standard input`. */
  readonly label: string;
  readonly format: Format;
  /** Charset of the Content-Type header. */
  readonly charset?: string;
  /** Where it was fetched from, after redirects. */
  readonly url?: string;
}
