const MEBIBYTE = 1024 * 1024;

/**
 * What one input may cost. Each cap is far above what articles and reports need, and low enough that a hostile input
 * ends in one clear error within five seconds. docs/intake.md lists them for readers.
 */
export const LIMITS = {
  /** Bytes of a plain text or Markdown file, about 1.7 million English words. */
  textBytes: 10 * MEBIBYTE,
  /** Bytes of an HTML page; the pages of large news sites have 0.3–3 MiB. */
  htmlBytes: 8 * MEBIBYTE,
  pdfBytes: 64 * MEBIBYTE,
  /** Bytes of a compressed file or answer, before it is unpacked under the cap of its content. */
  packedBytes: 64 * MEBIBYTE,
  robotsBytes: 500 * 1024,

  htmlDepth: 256,
  htmlElements: 60_000,
  pdfPages: 1_000,

  /** A page, or one page of a PDF, must be done within this time. */
  stallMs: 4_000,
  /** A PDF as a whole, as long as its pages keep coming. */
  pdfTotalMs: 60_000,
  workerHeapMiB: 512,

  /** From the first byte asked for to the last received, redirects included. */
  fetchMs: 15_000,
  /** Without a single byte. */
  fetchIdleMs: 5_000,
  redirects: 5,
} as const;

export const mebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`;
