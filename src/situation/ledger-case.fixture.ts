import {
  type AmountLine,
  DPRK,
  type EventLine,
  LEXICON,
  type Player,
  RUSSIA,
  readingOf,
  type SayingLine,
} from './reading.fixture.ts';
import { situate } from './situate.ts';

/** A document with one figure. */
export interface Report {
  readonly text: string;
  readonly amount: Omit<AmountLine, 'words'> & { readonly words?: string };
  readonly event?: Omit<EventLine, 'amounts'>;
  readonly published?: string;
  readonly publisher?: string;
  readonly saying?: SayingLine;
  readonly players?: readonly Player[];
}

/** One document a report; its amount is written in brackets. */
export const caseOf = (...reports: readonly Report[]) =>
  situate(
    reports.map(({ text, amount, event, published = '2024-06-18', publisher = null, saying, players = [] }, index) => {
      const words = amount.words ?? (/\[(.*?)\]/.exec(text)?.[1] as string);
      return readingOf({
        id: `d${index}`,
        published,
        text: `Report ${index}. ${text.replace(/[[\]]/g, '')}`,
        document: { publisher },
        players,
        amounts: [{ ...amount, words }],
        events: event === undefined ? [] : [{ ...event, amounts: [words] }],
        ...(saying === undefined ? {} : { sayings: [saying] }),
      });
    }),
    { lexicon: LEXICON },
  );

export const exactly = (number: number, unit: string, item?: string) => ({
  low: number,
  high: number,
  unit,
  ...(item === undefined ? {} : { item }),
});

/** North Korea does something for Russia, unless said otherwise. */
export const by = (type: EventLine['type'], trigger: string, more: Partial<EventLine> = {}): EventLine => ({
  type,
  by: [DPRK],
  to: [RUSSIA],
  trigger,
  ...more,
});
