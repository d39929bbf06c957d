import type { Cue } from '../narrate/record.ts';

/** Seconds as `hh:mm:ss.mmm`. */
export const timestamp = (seconds: number): string => {
  const total = Math.round(seconds * 1000);
  const part = (value: number, digits = 2): string => String(value).padStart(digits, '0');
  return `${part(Math.floor(total / 3_600_000))}:${part(Math.floor(total / 60_000) % 60)}:${part(
    Math.floor(total / 1000) % 60,
  )}.${part(total % 1000, 3)}`;
};

/** Cue text may hold no markup and no blank line. */
const cueText = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT with one cue a line; the identifiers count from 1. */
export const webVtt = (cues: readonly Cue[]): string =>
  `${[
    'WEBVTT',
    ...cues.map(
      ({ start, end, text }, index) => `${index + 1}\n${timestamp(start)} --> ${timestamp(end)}\n${cueText(text)}`,
    ),
  ].join('\n\n')}\n`;
