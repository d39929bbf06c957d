import { describe, expect, it } from 'vitest';
import { WatchfloorError } from '../../model/index.ts';
import { builtInLexicon, withUserEntries } from './lexicon.ts';
import { pronounce } from './pronounce.ts';

const said = (text: string, lexicon = builtInLexicon()): Record<string, string> => {
  const utterance = pronounce(text, lexicon);
  return Object.fromEntries(
    utterance.pronunciations.map(({ span, words }) => [
      utterance.text.slice(span.start, span.end),
      words.map((phones) => phones.join(' ')).join(' / '),
    ]),
  );
};

describe('the built-in lexicon', () => {
  it('has at least 400 entries, each of phones that exist', () => {
    expect(builtInLexicon().size).toBeGreaterThanOrEqual(400);
  });
});

describe('pronounce', () => {
  it('finds names in the text, the longest first', () => {
    expect(said('Kim Jong Un met Xi Jinping, not Jong Un.')).toEqual({
      'Kim Jong Un': 'K IH1 M / JH AH1 NG / UH1 N',
      'Xi Jinping': 'SH IY1 / JH IH1 N P IH1 NG',
      'Jong Un': 'JH AH1 NG / UH1 N',
    });
  });

  it('takes a name to the letter: "un" and "tor" are no names', () => {
    expect(said('un unit, tor, Korean peninsula')).toEqual({});
  });

  it('gives the possessive its sound', () => {
    expect(said("Putin's, Xi's, ATACMS's, Minsk's")).toEqual({
      "Putin's": 'P UW1 T IH0 N Z',
      "Xi's": 'SH IY1 Z',
      "ATACMS's": 'AH0 T AE1 K AH0 M Z IH0 Z',
      "Minsk's": 'M IH1 N S K S',
    });
  });

  it('spells letters', () => {
    expect(said("U.S.-led I.C.B.M.s, the E.U.'s")).toEqual({
      'U.S.': 'Y UW1 / EH1 S',
      'I.C.B.M.s': 'AY1 / S IY1 / B IY1 / EH1 M Z',
      "E.U.'s": 'IY1 / Y UW1 Z',
    });
  });

  it('knows common words at the beginning of a sentence too, and hyphened names', () => {
    expect(said('Detente with Kim Yo-jong')).toEqual({
      Detente: 'D EY0 T AA1 N T',
      'Kim Yo-jong': 'K IH1 M / Y OW1 / JH AH1 NG',
    });
  });

  it("lets a user's entries win, as phones or as other words", () => {
    const lexicon = withUserEntries({
      Putin: 'P Y UW1 T IH0 N',
      'Kwak Pum Gi': { say: 'quack poom ghee' },
      Élan: 'EY0 L AA1 N',
    });
    expect(said('Putin and Elan', lexicon)).toEqual({ Putin: 'P Y UW1 T IH0 N', Elan: 'EY0 L AA1 N' });
    expect(pronounce("Kwak Pum Gi's aide, Putin", lexicon)).toEqual({
      text: "quack poom ghee's aide, Putin",
      pronunciations: [{ span: { start: 24, end: 29 }, words: [['P', 'Y', 'UW1', 'T', 'IH0', 'N']] }],
    });
  });

  it.each([[{ Kim: 'kim' }], [{ Kim: 'K IH M' }], [{ Kim: 12 }], [{ Kim: { say: ' ' } }], [['Kim']]])(
    'refuses %j with the entry and the file',
    (entries) => {
      expect(() => withUserEntries(entries, 'mine.yaml')).toThrowError(
        expect.objectContaining({
          code: 'listen.lexicon-invalid',
          place: expect.objectContaining({ file: 'mine.yaml' }),
        }),
      );
      expect(() => withUserEntries(entries)).toThrowError(WatchfloorError);
    },
  );
});
