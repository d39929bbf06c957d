import { describe, expect, it } from 'vitest';
import { normaliseWord, openLexicon, type Words } from './index.ts';
import { wordsOf } from './words.ts';

const lexicon = openLexicon();
const words = (text: string): Words => {
  const raw = wordsOf(text);
  return { raw, keys: raw.map(normaliseWord) };
};
const meanings = (text: string) =>
  lexicon
    .namesAt(words(text), 0)
    .map(({ length, senses }) => [length, senses.map(({ entry, role }) => `${role} ${entry.id}`)]);

describe('names', () => {
  it('finds the longest name first and keeps the shorter ones', () => {
    expect(meanings('United Nations Security Council met')).toEqual([
      [4, ['name org-un-security-council']],
      [2, ['name org-united-nations']],
    ]);
  });

  it('knows historical names, capitals and seats', () => {
    expect(meanings('Zaire')).toEqual([[1, ['historical COD']]]);
    expect(meanings('Pyongyang')).toEqual([[1, ['capital plc-pyongyang-prk']]]);
    expect(lexicon.stateOfCapital('Pyongyang')?.name).toBe('North Korea');
    expect(lexicon.stateOfCapital('Downing Street')?.name).toBe('United Kingdom');
    expect(lexicon.stateOfCapital('Odesa')).toBeUndefined();
  });

  it('forms the plurals of demonyms', () => {
    expect(
      ['Russians', 'Frenchmen', 'Chinese', 'Iraqis', 'Germans'].map((word) => lexicon.stateOfDemonym(word)?.id),
    ).toEqual(['RUS', 'FRA', 'CHN', 'IRQ', 'DEU']);
  });

  it('asks for the capitals that a name has', () => {
    expect(meanings('US')).toEqual([[1, ['name USA']]]);
    expect(meanings('us')).toEqual([]);
    expect(meanings('WHO')).toEqual([[1, ['name org-world-health-organization']]]);
    expect(meanings('who')).toEqual([]);
    expect(meanings('turkey')).toEqual([]);
  });

  it('reads through accents, dots and hyphens', () => {
    expect(meanings('Erdoğan')).toEqual([[1, ['short per-recep-tayyip-erdogan']]]);
    expect(meanings('U.S.')).toEqual(meanings('US'));
    expect(meanings('Kim Jong-un')[0]).toEqual([3, ['name per-kim-jong-un']]);
  });

  it('gives all meanings of an ambiguous name, states first', () => {
    expect(meanings('Georgia')).toEqual([[1, ['name GEO', 'name plc-georgia-usa']]]);
    expect(meanings('Washington')[0]).toEqual([1, ['capital plc-washington-usa', 'short per-george-washington']]);
  });
});

describe('offices', () => {
  it('knows who held an office at a day', () => {
    const at = (country: string, office: string, day: string | null) =>
      lexicon.holders(country, office, day).map(({ name }) => name);
    expect(at('RUS', 'president', '2010-03-01')).toEqual(['Dmitry Medvedev']);
    expect(at('RUS', 'president', '2024-06-18')).toEqual(['Vladimir Putin']);
    expect(at('USA', 'president', '2021-01-19')).toEqual(['Donald Trump']);
    expect(at('USA', 'foreign minister', '1996-05-05')).toEqual(['Warren Christopher']);
    expect(at('FRA', 'president', '1066-10-14')).toEqual([]);
  });

  it('knows which office leads a state', () => {
    expect(lexicon.leader('PRK', '2024-06-18')?.name).toBe('Kim Jong Un');
    expect(lexicon.leader('GBR', '1995-01-01')?.name).toBe('John Major');
    expect(lexicon.leader('IRN', '2020-01-01')?.name).toBe('Ali Khamenei');
  });

  it('finds offices in their many wordings', () => {
    expect(
      lexicon.officesAt(words('secretary of state Rubio'), 0).map(({ length, offices }) => [length, offices[0]?.id]),
    ).toEqual([[3, 'foreign minister']]);
  });
});

describe('equipment', () => {
  it('names item, kind and what is counted', () => {
    const [match] = lexicon.equipmentAt(words('Su-35 fighter jets'), 0);
    expect(match).toEqual({
      length: 2,
      equipment: { id: 'eqp-su-35', name: 'Su-35', kind: 'aircraft', noun: 'aircraft', country: 'RUS' },
    });
  });
});

describe('size and order', () => {
  it('holds 248 states and territories and well over 1,500 further names', () => {
    expect(lexicon.size).toBeGreaterThan(4500);
  });

  it('marks what is disputed', () => {
    expect(lexicon.named('Crimea')[0]?.entry).toMatchObject({ country: 'UKR', kind: 'place' });
    expect(lexicon.named('Crimea')[0]?.entry.disputed).toMatch(/Annexed by Russia in 2014/);
  });
});
