/** Lines that stand in a paragraph without a stop: a date between headline and story, the label of a figure. */

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const LABEL = /^(?:Figure|Fig\.|Table|Chart|Box|Map|Exhibit)$/;

type FormAt = (index: number) => string;

/** Index of the year of "Tuesday, September 1, 2015" that starts here; undefined where none does. */
const dateEnd = (form: FormAt, at: number): number | undefined =>
  WEEKDAY.test(form(at)) &&
  form(at + 1) === ',' &&
  MONTH.test(form(at + 2)) &&
  /^\d{1,2}$/.test(form(at + 3)) &&
  form(at + 4) === ',' &&
  /^\d{4}$/.test(form(at + 5))
    ? at + 5
    : undefined;

/** Whether a line of its own ends at this token of the paragraph, the sentence having begun at `first`. */
export const standingLineEnds = (form: FormAt, first: number, at: number, count: number): boolean => {
  const next = form(at + 1);
  if (at > first && WEEKDAY.test(next)) {
    // A headline runs into its date: nothing but the date follows, and no preposition leads into it.
    const end = dateEnd(form, at + 1);
    return (
      end === count - 1 &&
      /^[\p{Lu}\p{N}'’”"\p{Ll}]/u.test(form(at)) &&
      !/^(?:on|of|by|since|until|for|from|to|and)$/i.test(form(at))
    );
  }
  if (!/^\p{Lu}/u.test(next)) return false;
  if (first === at - 5 && dateEnd(form, first) === at) return true;
  return at === first + 1 && LABEL.test(form(first)) && /^\d{1,3}(?:\.\d{1,3})?$/.test(form(at));
};
