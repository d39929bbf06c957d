// Time values against TEI dates: npx tsx bench/read/times.ts --gold DIR [--split dev|train] [--errors] [--faults]
// A time is right where its interval is the gold's, alone or together with its relation ("since 2005" is 2005 to now); a
// range that the gold marks as two dates ("May 3 to June 9") is right where it runs from the first to the second.
import { join } from 'node:path';
import { overlaps, type Span } from '../../src/model/index.ts';
import { type FoundTime, findTimes } from '../../src/read/extract/times/index.ts';
import { related } from '../../src/read/extract/times/relation.ts';
import { readConllu } from '../gold/conllu.ts';
import { FAULTS, type Fault, faultOf, type GoldDate, goldDates } from '../gold/dates.ts';
import { goldFolder } from '../gold/options.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

interface Measured {
  /** Times of the reader: all, over a gold date, of the right value. */
  found: number;
  over: number;
  foundRight: number;
  /** Dates of the gold: all, with a time over them, with the right value. */
  gold: number;
  reached: number;
  goldRight: number;
}

/** Times that stand over a faulty gold date are left out with it. */
interface Run {
  readonly all: Measured;
  readonly sound: Measured;
  readonly faults: ReadonlyMap<Fault, readonly string[]>;
}

const nothing = (): Measured => ({ found: 0, over: 0, foundRight: 0, gold: 0, reached: 0, goldRight: 0 });

const sameDays = (a: { from: string | null; to: string | null }, b: { from: string | null; to: string | null }) =>
  a.from === b.from && a.to === b.to;

/** The gold dates that a time answers, and whether its value is theirs. */
const answer = (
  time: FoundTime,
  dates: readonly GoldDate[],
): { readonly over: readonly GoldDate[]; readonly right: boolean } => {
  const over = dates.filter(({ span }) => overlaps(span, time.span));
  const [first] = over;
  const last = over.at(-1);
  if (first === undefined || last === undefined) return { over: [], right: false };
  if (over.length > 1 && sameDays(time, { from: first.from, to: last.to })) return { over, right: true };
  const right = sameDays(time, first) || sameDays(related(time, time.relation), first);
  return { over: [first], right };
};

const measure = (folder: string, split: string, showErrors: boolean): Run => {
  const [all, sound] = [nothing(), nothing()];
  const faults = new Map<Fault, string[]>(FAULTS.map((fault) => [fault, []]));
  for (const document of readConllu(join(folder, 'syntax', `gum-open-${split}.conllu`))) {
    const dates = goldDates(document);
    const times = findTimes(
      { text: document.text, sentences: document.sentences },
      document.metadata['dateCreated'] ?? null,
    );
    const words = ({ start, end }: Span): string => document.text.slice(start, end).replaceAll('\n', ' ');
    const around = ({ start, end }: Span): string => words({ start: Math.max(0, start - 30), end: end + 15 });
    const faulty = new Set<GoldDate>();
    for (const date of dates) {
      const fault = faultOf(document, date);
      if (fault === undefined) continue;
      faulty.add(date);
      faults
        .get(fault)
        ?.push(`${document.id}: “${words(date.span)}” ${date.markup} created ${document.metadata['dateCreated']}`);
    }
    const used = new Set<GoldDate>();
    const count = (to: Measured, over: readonly GoldDate[], right: boolean): void => {
      to.found++;
      if (over.length > 0) to.over++;
      to.reached += over.length;
      if (right) to.foundRight++;
      if (right) to.goldRight += over.length;
    };
    for (const time of times) {
      const { over, right } = answer(
        time,
        dates.filter((date) => !used.has(date)),
      );
      for (const date of over) used.add(date);
      count(all, over, right);
      if (!over.some((date) => faulty.has(date))) count(sound, over, right);
      const [date] = over;
      if (!right && showErrors)
        console.log(
          `${date ? 'VALUE' : 'EXTRA'} ${time.rule} [${words(time.span)}] ${time.from}..${time.to} gold ${date?.from}..${date?.to} | ${around(time.span)}`,
        );
    }
    all.gold += dates.length;
    sound.gold += dates.length - faulty.size;
    if (showErrors)
      for (const date of dates.filter((d) => !used.has(d)))
        console.log(`MISSED ${date.from}..${date.to} | ${around(date.span)}`);
  }
  return { all, sound, faults };
};

const f1 = (hitsOfFound: number, found: number, hitsOfGold: number, gold: number) => {
  const [precision, recall] = [found ? hitsOfFound / found : 0, gold ? hitsOfGold / gold : 0];
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
};

const value = ({ foundRight, found, goldRight, gold }: Measured) => f1(foundRight, found, goldRight, gold);

/** Rows of the table. */
export const timeRows = (folder: string): readonly Row[] => {
  const { all, sound } = measure(folder, 'dev', false);
  const on = 'gum-open-dev';
  return [
    { what: 'time value, F1', on, value: value(all).f1, reach: 0.8, aim: 0.9 },
    {
      what: 'time value, F1, where the gold agrees with its own words',
      on,
      value: value(sound).f1,
      reach: 0.8,
      aim: 0.9,
      note: `${all.gold - sound.gold} of ${all.gold} gold dates left out: see bench/gold/dates.ts`,
    },
  ];
};

const main = (): void => {
  const split = process.argv.includes('train') ? 'train' : 'dev';
  const { all, sound, faults } = measure(goldFolder(), split, process.argv.includes('--errors'));
  const print = (name: string, { precision, recall, f1: f }: ReturnType<typeof f1>): void =>
    console.log(`${name.padEnd(34)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f.toFixed(3)}`);
  console.log(`times on gum-open-${split}: ${all.gold} dates, ${all.found} found`);
  print('span', f1(all.over, all.found, all.reached, all.gold));
  print('value', value(all));
  print('value, without faulty gold dates', value(sound));
  console.log(
    `right value, of gold dates found${' '.repeat(5)}${(all.goldRight / all.reached).toFixed(3)}, without faulty ones ${(sound.goldRight / sound.reached).toFixed(3)}`,
  );
  for (const [fault, list] of faults) {
    if (list.length === 0) continue;
    console.log(`gold: ${fault}: ${list.length}`);
    if (process.argv.includes('--faults')) for (const line of list) console.log(`  ${line}`);
  }
};

if (isMain(import.meta.url)) main();
