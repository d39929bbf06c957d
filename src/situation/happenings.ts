import { byText, groupBy } from './collation.ts';
import { type DayRange, gap, hull, intersection, OPEN_RANGE, width } from './days.ts';
import { isPast, type Placing, type Telling } from './telling.ts';

/** An undated claim is put with a dated happening only so near to its publication: what is news needs no date. */
export const NEWS_DAYS = 30;

/** Tellings of the same happening, and the time on which they agree. */
export interface Happening {
  readonly placing: Placing;
  readonly when: DayRange;
  readonly tellings: readonly Telling[];
}

interface Draft {
  readonly placing: Placing;
  when: DayRange;
  place: string | null;
  readonly past: boolean;
  readonly tellings: Telling[];
}

const samePlace = (draft: Draft, telling: Telling): boolean =>
  draft.place === null || telling.place === null || draft.place === telling.place;

const sameRange = (a: DayRange, b: DayRange): boolean => a.from === b.from && a.to === b.to;

const intersects = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to;

const fits = (draft: Draft, telling: Telling): boolean =>
  draft.placing === telling.placing &&
  samePlace(draft, telling) &&
  // Without a day to hold them together a plan and a deed are not one.
  (telling.placing === 'dated' || draft.past === isPast(telling.claim)) &&
  withinSlack(draft.when, telling);

/** They share a day, or lie a little apart and stay a matter of days together. */
const withinSlack = (when: DayRange, telling: Telling): boolean => {
  const apart = gap(when, telling.when);
  return (
    intersects(when, telling.when) ||
    (apart <= telling.slackDays && width(hull(when, telling.when)) <= 1 + 2 * telling.slackDays)
  );
};

const open = (telling: Telling): Draft => ({
  placing: telling.placing,
  when: telling.when,
  place: telling.place,
  past: isPast(telling.claim),
  tellings: [telling],
});

const join = (draft: Draft, telling: Telling): void => {
  const shared = intersection(draft.when, telling.when);
  draft.when = shared.from <= shared.to ? shared : hull(draft.when, telling.when);
  draft.place ??= telling.place;
  draft.tellings.push(telling);
};

/** The draft that a telling belongs to: the one of the same time, else the only one that fits. */
const placeFor = (drafts: readonly Draft[], telling: Telling): Draft | undefined => {
  const fitting = drafts.filter((draft) => fits(draft, telling));
  const same = fitting.find((draft) => sameRange(draft.when, telling.when));
  return same ?? (fitting.length === 1 || telling.placing === 'vague' ? fitting[0] : undefined);
};

const nearNews = (draft: Draft, telling: Telling): boolean => {
  if (draft.placing !== 'dated' || telling.published === null || !samePlace(draft, telling)) return false;
  const day = { from: telling.published, to: telling.published };
  const past = isPast(telling.claim);
  const rightSide = past ? draft.when.from <= telling.published : draft.when.to >= telling.published;
  return rightSide && gap(draft.when, day) <= NEWS_DAYS;
};

const PLACING_ORDER: Readonly<Record<Placing, number>> = { dated: 0, vague: 1, undated: 2 };

/** The most precise first, so that the vaguer find them; what is left is decided by time and id, never by input order. */
const byPrecision = (a: Telling, b: Telling): number =>
  PLACING_ORDER[a.placing] - PLACING_ORDER[b.placing] ||
  (a.placing === 'dated' ? width(a.when) - width(b.when) : 0) ||
  compareNumbers(a.when.from, b.when.from) ||
  compareNumbers(a.when.to, b.when.to) ||
  byText(a.claim.id, b.claim.id);

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const mergeOneKey = (tellings: readonly Telling[]): readonly Draft[] => {
  const drafts: Draft[] = [];
  for (const telling of [...tellings].sort(byPrecision)) {
    const near = telling.placing === 'undated' ? drafts.filter((draft) => nearNews(draft, telling)) : [];
    const draft = near.length === 1 ? near[0] : placeFor(drafts, telling);
    if (draft === undefined) drafts.push(open(telling));
    else if (draft.placing === telling.placing) join(draft, telling);
    else draft.tellings.push(telling);
  }
  return drafts;
};

/** Happenings out of tellings: the rules with their reasons are in docs/situation.md. */
export const happeningsOf = (tellings: readonly Telling[]): readonly Happening[] =>
  [...groupBy(tellings, ({ key }) => key).values()].flatMap((group) =>
    mergeOneKey(group).map(({ placing, when, tellings: told }) => ({
      placing,
      when: placing === 'undated' ? OPEN_RANGE : when,
      tellings: told,
    })),
  );
