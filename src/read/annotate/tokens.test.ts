import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEPARATOR } from './token-patterns.ts';
import { tokenize } from './tokens.ts';

const cut = (text: string): string =>
  tokenize(text, 0, text.length)
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ');

describe('tokenize', () => {
  it.each([
    // contractions and possessives
    ["They don't know.", "They | do | n't | know | ."],
    ['They don’t know.', 'They | do | n’t | know | .'],
    [
      "Moscow's envoys can't, won't and shouldn't.",
      "Moscow | 's | envoys | ca | n't | , | wo | n't | and | should | n't | .",
    ],
    ["the states' rights", "the | states | ' | rights"],
    [
      "He'd said she'll say we've won, they're out and I'm in.",
      "He | 'd | said | she | 'll | say | we | 've | won | , | they | 're | out | and | I | 'm | in | .",
    ],
    ['DON’T PANIC', 'DO | N’T | PANIC'],
    ['It cannot stand', 'It | can | not | stand'],
    ["O'Brien met Sha'lan", "O'Brien | met | Sha'lan"],
    ["the coup d'etat", "the | coup | d'etat"],
    ['“Kim’s” train', '“ | Kim | ’s | ” | train'],
    // hyphens as EWT cuts them
    ['152-millimeter shells', '152 | - | millimeter | shells'],
    ['a long-range missile', 'a | long | - | range | missile'],
    ['anti-American, pro-Russian and non-nuclear', 'anti-American | , | pro-Russian | and | non-nuclear'],
    ['the anti-U.S. bloc', 'the | anti-U.S. | bloc'],
    ['by mid-July the co-founder re-elected', 'by | mid-July | the | co-founder | re-elected'],
    ['Ayman al-Zawahiri', 'Ayman | al | - | Zawahiri'],
    ['state-of-the-art', 'state | - | of | - | the | - | art'],
    ['an e-mail', 'an | e-mail'],
    ['a U.S.-led coalition', 'a | U.S. | - | led | coalition'],
    ['the Su-35 and the F-16', 'the | Su | - | 35 | and | the | F | - | 16'],
    ['the 2022-23 season', 'the | 2022 | - | 23 | season'],
    ['on 2022-11-03', 'on | 2022-11-03'],
    ['call 555-0147', 'call | 555-0147'],
    ['Russia–Ukraine talks', 'Russia | – | Ukraine | talks'],
    ['the deal — if any — is off', 'the | deal | — | if | any | — | is | off'],
    ['the deal--if any', 'the | deal | -- | if | any'],
    // money, numbers, units
    ['$1.2bn', '$ | 1.2 | bn'],
    ['US$40 million, €3m and £500k', 'US$ | 40 | million | , | € | 3 | m | and | £ | 500 | k'],
    ['$3M a day', '$ | 3 | M | a | day'],
    ['3M shares', '3M | shares'],
    ['a rise of 4.5% to 21,000', 'a | rise | of | 4.5 | % | to | 21,000'],
    ['at 5pm or 11:30 am', 'at | 5 | pm | or | 11:30 | am'],
    ['a 155mm gun, 30km away', 'a | 155 | mm | gun | , | 30 | km | away'],
    ['the 38th parallel in the 1990s', 'the | 38th | parallel | in | the | 1990s'],
    ["the 1980's", "the | 1980's"],
    ['since 9/11, on 07/30/2001', 'since | 9/11 | , | on | 07/30/2001'],
    ['in 2022, 3,000 men', 'in | 2022 | , | 3,000 | men'],
    ['#5 and No. 5', '# | 5 | and | No. | 5'],
    ['a 5G mast', 'a | 5G | mast'],
    // abbreviations
    ['the U.S. and the U.N.', 'the | U.S. | and | the | U.N.'],
    ['Mr. Kim met Dr. Lee and Gen. Park', 'Mr. | Kim | met | Dr. | Lee | and | Gen. | Park'],
    ['J. R. Smith', 'J. | R. | Smith'],
    ['George W. Bush', 'George | W. | Bush'],
    ['He chose plan B.', 'He | chose | plan | B | .'],
    ['on Jan. 5 and Sept. 11', 'on | Jan. | 5 | and | Sept. | 11'],
    ['at 6 p.m. on Mar. 3', 'at | 6 | p.m. | on | Mar. | 3'],
    ['He said no.', 'He | said | no | .'],
    ['Acme Inc. and Widget Corp.', 'Acme | Inc. | and | Widget | Corp.'],
    ['Smith et al. disagree', 'Smith | et | al. | disagree'],
    ['e.g. tanks, i.e. armour', 'e.g. | tanks | , | i.e. | armour'],
    ['a Ph.D. student', 'a | Ph.D. | student'],
    ['Art. 51 of the charter', 'Art. | 51 | of | the | charter'],
    ['Byron (b. January 1788)', 'Byron | ( | b. | January | 1788 | )'],
    // marks
    ['"Why?!" he asked...', '" | Why | ?! | " | he | asked | ...'],
    ['wait… no', 'wait | … | no'],
    ['(Reuters) - Seoul', '( | Reuters | ) | - | Seoul'],
    ["``No,'' he said", "`` | No | , | '' | he | said"],
    ['and/or', 'and | / | or'],
    ['AT&T and R&D', 'AT&T | and | R&D'],
    ['[sic]', '[ | sic | ]'],
    // addresses
    ['see https://example.org/a-b?c=1, or', 'see | https://example.org/a-b?c=1 | , | or'],
    ['(www.example.com)', '( | www.example.com | )'],
    ['mail press@example.org.', 'mail | press@example.org | .'],
    ['@mfa_russia said #Kherson', '@mfa_russia | said | #Kherson'],
    ['reported by example.com.', 'reported | by | example.com | .'],
    // other scripts and pictures
    ['Москва и 北京', 'Москва | и | 北京'],
    ['🇺🇦 and 👩‍🚀!', '🇺🇦 | and | 👩‍🚀 | !'],
    ['naïve Café', 'naïve | Café'],
  ])('cuts %j', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('says which tokens stand right behind the one before', () => {
    expect(tokenize('a "b" c', 0, 7).map(({ glued }) => glued)).toEqual([false, false, true, true, false]);
  });

  it('keeps to the range it is given', () => {
    expect(tokenize('one two three', 4, 7)).toEqual([{ start: 4, end: 7, glued: false }]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '\ud800',
          '\udc00',
          '\0',
          "'",
          '.',
          'U.S.',
          '$',
          '1',
          '-',
          'n’t',
          '\u200d',
          '🏳️‍🌈',
          ' ',
          'co-',
          '@',
          '(b.',
        ),
      )
      .map((parts) => parts.join('')),
  );
  it('covers every character that separates nothing, in order, once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Array<number>(text.length).fill(0);
        let last = 0;
        for (const { start, end } of tokenize(text, 0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          for (let at = start; at < end; at++) covered[at]!++;
          last = end;
        }
        for (let at = 0; at < text.length; at++) {
          if (covered[at] === 0) expect(text[at]).toMatch(SEPARATOR);
          else expect(covered[at]).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
