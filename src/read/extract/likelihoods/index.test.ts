import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Annotator, createAnnotator } from '../../annotate/index.ts';
import { findLikelihoods } from './index.ts';

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  [
    'Putin is almost certainly creating a coalition.',
    'almost certainly .95–.99 | Putin is almost certainly creating a coalition',
  ],
  ['It will highly likely be a long war.', 'highly likely .80–.95'],
  ['Putin probably wants an agreement.', 'probably .55–.80 | Putin probably wants an agreement'],
  ['Putin likely believes that it works.', 'likely .55–.80'],
  ['Iran is unlikely to agree.', 'unlikely .20–.45'],
  ['Iran is not likely to agree.', 'not likely .20–.45'],
  ["Iran isn't likely to agree.", "isn't likely .20–.45"],
  ['It is very unlikely that Iran will agree.', 'very unlikely .05–.20'],
  ['It is highly improbable that Iran will agree.', 'highly improbable .05–.20'],
  ['There is a remote chance of peace.', 'a remote chance .01–.05'],
  ['There is almost no chance of peace.', 'almost no chance .01–.05'],
  ['There is a roughly even chance of war.', 'a roughly even chance .45–.55'],
  ['It is nearly certain that talks will fail.', 'nearly certain .95–.99'],
  ['There is a 60 percent chance of war.', 'a 60 percent chance .60–.60'],
  ['Analysts see a 60–70% probability of war.', 'a 60–70% probability .60–.70'],
  ['They face a one-in-five chance of defeat.', 'a one-in-five chance .20–.20'],
  ['Iran may strike Israel.', 'may — | Iran may strike Israel'],
  ['Russia could use such weapons.', 'could —'],
  ['An attack cannot be ruled out.', 'cannot be ruled out —'],
  ['He does not rule out the possibility of a war.', 'does not rule out the possibility — | of a war'],
  ['The threshold can be assessed as high.', 'can be assessed as high —'],
  ['An escalation is possible.', 'possible —'],
  ['He will possibly answer with a strike.', 'possibly —'],
  ['There is a strong possibility of war.', 'a strong possibility —'],
  ['In May, Iran signed the deal.'],
  ['The might of the army grew.'],
  ['They could not find the document.'],
  ['Come as soon as possible.'],
  ['More likely than not, they will sign.', 'More likely than not —'],
  ['No deal is likely.', 'likely .20–.45'],
  ['The minister does not think a deal likely.', 'likely .20–.45'],
  ['The odds of a deal have fallen to 20 percent.', 'The odds of a deal have fallen to 20 percent .20–.20'],
  ['There is a 50-50 chance of rain.', 'a 50-50 chance .50–.50'],
  ['Baku is certain to object.', 'certain —'],
  ['There is no doubt that Baku will object.', 'no doubt —'],
  ['The poll asked likely voters.'],
  ['You may leave the room.'],
  ['Members may not vote by proxy.'],
  ['Neither side may sign such a pact.'],
  ['Under the charter any state may withdraw.'],
  ['We could hear the guns.'],
  ['They did all they could.'],
  ['How likely is a war?'],
  ['War is increasingly likely.', 'increasingly likely —'],
];

const band = (low: number | null, high: number | null): string =>
  low === null || high === null ? '—' : `${low.toFixed(2).slice(1)}–${high.toFixed(2).slice(1)}`;

describe('findLikelihoods', () => {
  let annotator: Annotator;
  beforeAll(async () => {
    annotator = await createAnnotator();
  });
  afterAll(() => annotator.close());

  it.each(CASES.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) => {
    const annotation = await annotator.annotate(text);
    const found = findLikelihoods(annotation, []).map(({ phrase, low, high, about }, index) => {
      const wanted = expected[index]?.includes('|') ? ` | ${text.slice(about.start, about.end)}` : '';
      return `${phrase} ${band(low, high)}${wanted}`;
    });
    expect(found).toEqual(expected);
  });

  it.each([
    ['It is unlikely, they say, that Peru will sign soon.', 'Peru will sign soon'],
    ['A sale of rifles to Chile remains highly unlikely.', 'A sale of rifles to Chile'],
    ['An invasion is possible, but Iran will probably wait.', 'An invasion'],
    [
      'This would probably indicate that Peru had bought the rifles.',
      'This would probably indicate that Peru had bought the rifles',
    ],
  ])('%s is about: %s', async (text, expected) => {
    const [first] = findLikelihoods(await annotator.annotate(text), []);
    expect(first && text.slice(first.about.start, first.about.end)).toBe(expected);
  });

  it('gives the estimate to the speaker whose words hold it', async () => {
    const text = 'Seoul says that an attack is unlikely.';
    const annotation = await annotator.annotate(text);
    const attribution = {
      id: 'att-1',
      source: [{ start: 0, end: 5 }],
      speaker: 'KOR',
      cue: [{ start: 6, end: 10 }],
      content: [{ start: 11, end: 37 }],
      kind: 'indirect',
    } as const;
    expect(findLikelihoods(annotation, [attribution]).map(({ holder }) => holder)).toEqual(['KOR']);
  });
});
