import { EVENT_STATUSES, EVENT_TYPES, type Reading, type Span, sha256 } from '../../src/model/index.ts';
import { scatter } from './scatter.ts';

const STATES = 'RUS PRK KOR USA UKR CHN JPN IRN DEU FRA GBR POL TUR IND ISR SAU EGY BRA MEX CAN'.split(' ');
const EVENTS = 25;
const FIGURES = 12;
const ATTRIBUTIONS = 8;
const DAYS = 720;

const isoDay = (day: number): string => new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** Readings of news about twenty states and a minister of each: a third dated to the day, a third vaguely, a third not. */
export const generatedReadings = (count: number): readonly Reading[] =>
  Array.from({ length: count }, (_, number): Reading => {
    const random = scatter(number * 7919);
    const published = random(DAYS);
    const cast = Array.from({ length: 8 }, () => STATES[random(STATES.length)] as string);
    const sentences: Span[] = [];
    let text = `Report ${number}.`;
    for (let index = 0; index < EVENTS; index += 1) {
      const sentence = ` ${cast[index % 8]} dealt with ${cast[random(8)]} over 500 tanks, a minister said.`;
      sentences.push({ start: text.length + 1, end: text.length + sentence.length });
      text += sentence;
    }
    const span = (index: number, start: number, length: number): Span => ({
      start: (sentences[index] as Span).start + start,
      end: (sentences[index] as Span).start + start + length,
    });
    const actor = () => {
      const at = random(8);
      return random(3) === 0 ? `m${at}` : `s${at}`;
    };
    const when = () => {
      const day = published - random(20);
      switch (random(3)) {
        case 0:
          return { when: { from: isoDay(day), to: isoDay(day), text: '' } };
        case 1:
          return { when: { from: isoDay(day - 60), to: isoDay(day), text: '' } };
        default:
          return {};
      }
    };
    return {
      reading: 1,
      id: `d${number}`,
      document: {
        text,
        title: `Report ${number}`,
        byline: null,
        publisher: `Paper ${number % 7}`,
        published: isoDay(published),
        url: null,
        language: 'en',
        sha256: sha256(text),
        removed: [],
      },
      sentences,
      actors: cast.flatMap((country, index) => [
        { id: `s${index}`, name: country, kind: 'state' as const, country, mentions: [span(index, 0, 3)] },
        {
          id: `m${index}`,
          name: `Minister of ${country}`,
          kind: 'person' as const,
          country,
          sector: 'GOV' as const,
          mentions: [span(index, 0, 3)],
        },
      ]),
      events: sentences.map((evidence, index) => ({
        id: `e${index}`,
        type: EVENT_TYPES[random(EVENT_TYPES.length)] as (typeof EVENT_TYPES)[number],
        sources: [actor()],
        targets: [actor()],
        trigger: span(index, 4, 5),
        evidence,
        status: EVENT_STATUSES[random(EVENT_STATUSES.length)] as (typeof EVENT_STATUSES)[number],
        happened: random(30) / 10 - 1.5,
        ...when(),
        quantities: index < FIGURES ? [`q${index}`] : [],
        ...(index < ATTRIBUTIONS ? { attribution: `a${index}` } : {}),
      })),
      attributions: Array.from({ length: ATTRIBUTIONS }, (__, index) => ({
        id: `a${index}`,
        source: [span(index, 0, 3)],
        speaker: actor(),
        cue: [span(index, 4, 5)],
        content: [sentences[index] as Span],
        kind: 'indirect' as const,
      })),
      quantities: Array.from({ length: FIGURES }, (__, index) => {
        const tanks = 100 + random(900);
        return {
          id: `q${index}`,
          span: span(index, 0, 12),
          low: tanks,
          high: tanks,
          bound: 'exact' as const,
          unit: 'tank',
          item: 'tanks',
        };
      }),
      times: [],
      likelihoods: [],
      conditions: [],
    };
  });
