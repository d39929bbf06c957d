import { describe, expect, it } from 'vitest';
import { rawSentences } from './annotator.ts';

const split = (text: string): string[] =>
  [...rawSentences(text)].map(({ tokens }) => text.slice(tokens[0]!.start, tokens.at(-1)!.end));

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['plain stops', ['Japan lifted the ban.', 'Nobody objected!', 'Why not?', 'Unclear.']],
    ['U.S. inside', ['The U.S. Treasury acted.', 'The U.S. and Japan agreed.']],
    ['U.S. at the end', ['Shells went to the U.S.', 'The cargo was late.']],
    ['U.S. before a name goes on', ['Officials of the U.S. State Department met U.S. President Joe Biden.']],
    ['titles', ['Mr. Kim and Gov. Lee met Lt. Gen. Sir John Doe in St. Petersburg.', 'Both left.']],
    ['initials', ['George W. Bush met J. K. Rowling.', 'It was late.']],
    ['companies', ['Acme Inc. bought Widget Ltd. in May.', 'Shares of Acme Corp.', 'The market fell.']],
    ['months and times', ['It opened at 5 p.m. on Jan. 5.', 'It closed at 6 p.m.', 'Nobody came.']],
    ['time zones', ['It opened at 5 p.m. EST on Monday.']],
    ['numbers', ['It cost $1.2bn.', 'No. 5 paid 3.5 percent.']],
    ['quote closes behind the stop', ['"We will answer."', 'He then left.']],
    ['curly quotes', ['“We will answer.”', 'He then left.']],
    ['quote goes on to its speaker', ['"Will they answer?" Kim asked.', '"Never!" the minister said.']],
    ['comma inside the quote', ['"We will answer," Kim said.', '"Soon."']],
    ['two sentences in one quote', ['"We came.', 'We saw."', 'They left.']],
    ['bracketed sentence', ['It failed.', '(It had failed before.)', 'They left.']],
    ['ellipsis goes on', ['They waited ... and waited.', 'Then … nothing.']],
    ['ellipsis at the head', ['... NATO was set up long ago.', '… Nobody asked.']],
    ['ellipsis ends', ['They waited…', 'Nobody came.']],
    ['notes', ['He left in 1805. [6]', 'An end. [7] [8]', 'It was late. [citation needed]', 'Done.']],
    ['list numbers', ['1. Sanctions work.']],
    ['lower-case names', ['It was bin Laden.', 'iPhone sales fell.', 'al-Qaida denied it.']],
    ['headline and date in one paragraph', ['Ants heal themselves', 'Tuesday, September 1, 2015']],
    ['date line first', ['Friday, January 3, 2014', 'Wikinews met the team.']],
    ['a date inside goes on', ['They met on Tuesday, September 1, 2015 in Oslo.']],
    ['decades and ordinals', ['It began in the 1990s.', 'The 38th parallel held.']],
    ['et cetera', ['Tanks, guns, etc. were sent.', 'Shells, fuses, etc.', 'None arrived.']],
    ['addresses', ['See www.example.com for more.', 'Write to a.b@example.org.', 'Thanks.']],
    ['a question inside goes on', ['He asked "why?" and left.', 'Nobody knew.']],
    ['semicolons end nothing', ['Talks failed; the envoys left.', 'The war went on.']],
    ['U.N. before a word that opens sentences', ['They left the U.N.', 'However, they came back.']],
    ['spaced marks', ['He left , they say .', 'She stayed .']],
  ])('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it('sees a stop without a space before a capital as a slip', () => {
    expect(split('He left.She stayed.')).toEqual(['He left.', 'She stayed.']);
  });

  it('ends a headline without a stop at its paragraph', () => {
    expect(split('Kim visits Moscow\n\nThe leader arrived by train.')).toEqual([
      'Kim visits Moscow',
      'The leader arrived by train.',
    ]);
  });

  it('takes single line breaks of a text wrapped by hand for spaces', () => {
    const lines = [
      'The foreign minister of the northern neighbour said on Tuesday that',
      'the talks about the border would go on in spite of what he described',
      'as serious provocations by the other side. He did not say when they',
      'would resume, nor where. Diplomats in the capital were not surprised',
      'by the remarks.',
    ];
    expect(split(lines.join('\n')).map((sentence) => sentence.replaceAll('\n', ' '))).toEqual([
      'The foreign minister of the northern neighbour said on Tuesday that the talks about the border would go on in spite of what he described as serious provocations by the other side.',
      'He did not say when they would resume, nor where.',
      'Diplomats in the capital were not surprised by the remarks.',
    ]);
  });

  it('takes single line breaks of a list for ends', () => {
    expect(split('Demands:\n- a ceasefire\n- an exchange of prisoners')).toEqual([
      'Demands:',
      '- a ceasefire',
      '- an exchange of prisoners',
    ]);
  });

  it('cuts what never ends', () => {
    const sentences = split('word '.repeat(1_000));
    expect(sentences.length).toBe(7);
    expect(sentences[0]!.split(' ').length).toBe(160);
  });

  it('finds nothing in nothing', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t\0\u200b ')).toEqual([]);
  });
});
