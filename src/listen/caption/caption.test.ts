import { describe, expect, it } from 'vitest';
import type { Cue } from '../narrate/record.ts';
import type { SpokenText } from '../spoken-text.ts';
import { chaptersJson, chaptersOf } from './chapters.ts';
import { transcript } from './transcript.ts';
import { timestamp, webVtt } from './webvtt.ts';

const TEXT: SpokenText = {
  title: 'Title',
  author: 'A. Writer',
  publisher: null,
  published: null,
  url: null,
  language: 'en',
  sections: [
    { title: null, paragraphs: [] },
    { title: 'First & last', paragraphs: [] },
  ],
};

const cue = (kind: Cue['kind'], text: string, start: number, section: number, paragraph: number): Cue => ({
  kind,
  text,
  span: null,
  section,
  paragraph,
  start,
  end: start + 1,
});

const CUES = [
  cue('title', 'Title', 0, 0, 0),
  cue('sentence', 'A <b> & c.', 1.5, 0, 1),
  cue('sentence', 'Second\n\nline --> here.', 3.0004, 0, 1),
  cue('sentence', 'New paragraph.', 5, 0, 2),
  cue('heading', 'First & last', 3661.2345, 1, 3),
  cue('sentence', 'End.', 3663, 1, 4),
];

it('writes time as WebVTT wants it', () => {
  expect([0, 1.5, 59.9996, 3661.2345].map(timestamp)).toEqual([
    '00:00:00.000',
    '00:00:01.500',
    '00:01:00.000',
    '01:01:01.235',
  ]);
});

it('writes a cue a line, without what would end the cue or be taken for markup', () => {
  expect(webVtt(CUES.slice(0, 3))).toBe(`WEBVTT

1
00:00:00.000 --> 00:00:01.000
Title

2
00:00:01.500 --> 00:00:02.500
A &lt;b&gt; &amp; c.

3
00:00:03.000 --> 00:00:04.000
Second line --&gt; here.
`);
});

it('writes the transcript in paragraphs', () => {
  expect(transcript(CUES)).toBe(
    'Title\n\nA <b> & c. Second line --> here.\n\nNew paragraph.\n\nFirst & last\n\nEnd.\n',
  );
});

describe('chapters', () => {
  it('cover the whole sound', () => {
    expect(chaptersOf(TEXT, CUES, 3665)).toEqual([
      { title: 'Title', start: 0, end: 3661.2345 },
      { title: 'First & last', start: 3661.2345, end: 3665 },
    ]);
  });

  it('are written as the podcast namespace wants them', () => {
    expect(JSON.parse(chaptersJson(TEXT, chaptersOf(TEXT, CUES, 3665)))).toEqual({
      version: '1.2.0',
      title: 'Title',
      author: 'A. Writer',
      chapters: [
        { startTime: 0, endTime: 3661.235, title: 'Title' },
        { startTime: 3661.235, endTime: 3665, title: 'First & last' },
      ],
    });
  });
});
