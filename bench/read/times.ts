// Time values against TEI dates: npx tsx bench/read/times.ts --gold DIR [--split dev|train] [--errors]
import { join } from 'node:path';
import { overlaps, type Span } from '../../src/model/index.ts';
import { daysInMonth } from '../../src/read/extract/times/calendar.ts';
import { findTimes } from '../../src/read/extract/times/index.ts';
import { type GoldDocument, readConllu } from '../gold/conllu.ts';
import { f1, goldFolder } from '../gold/options.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

interface GoldDate {
  readonly span: Span;
  readonly from: string | null;
  readonly to: string | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** TEI `when`, `from`/`to`, `notBefore`/`notAfter` as an interval of days; null for a date without a year (`--06`). */
const edge = (value: string | undefined, last: boolean): string | null => {
  const match = /^(-?\d{3,5})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? '');
  if (!match) return null;
  const [, y, m, d] = match;
  const month = m ?? (last ? '12' : '01');
  const sign = y?.startsWith('-') ? '-' : '';
  const year = sign + (y as string).replace('-', '').padStart(4, '0');
  return `${year}-${month}-${d ?? (last ? pad(daysInMonth(Number(y), Number(month))) : '01')}`;
};

const goldDates = (document: GoldDocument): GoldDate[] => {
  const dates: GoldDate[] = [];
  for (const sentence of document.sentences) {
    let open: { start: number; attributes: Record<string, string> } | null = null;
    sentence.tokens.forEach((token, index) => {
      const xml = /XML=(.*?)(?:\|[A-Z]\w+=|$)/.exec(sentence.misc[index] as string)?.[1] ?? '';
      for (const [tag] of xml.matchAll(/<[^>]+>/g)) {
        if (tag.startsWith('<date')) {
          const attributes = Object.fromEntries([...tag.matchAll(/(\w+):::"([^"]*)"/g)].map(([, k, v]) => [k, v]));
          open = { start: token.start, attributes };
        } else if (tag === '</date>' && open) {
          const { when, from, to, notBefore, notAfter } = open.attributes;
          const value = { from: edge(when ?? from ?? notBefore, false), to: edge(when ?? to ?? notAfter, true) };
          if (value.from || value.to) dates.push({ span: { start: open.start, end: token.end }, ...value });
          open = null;
        }
      }
    });
  }
  return dates;
};

interface Measured {
  readonly hits: number;
  readonly overlapping: number;
  readonly found: number;
  readonly gold: number;
}

const measure = (folder: string, split: string, showErrors: boolean): Measured => {
  let [hits, overlapping, found, gold] = [0, 0, 0, 0];
  for (const document of readConllu(join(folder, 'syntax', `gum-open-${split}.conllu`))) {
    const dates = goldDates(document);
    const times = findTimes(
      { text: document.text, sentences: document.sentences },
      document.metadata['dateCreated'] ?? null,
    );
    gold += dates.length;
    found += times.length;
    const around = (span: Span): string =>
      document.text.slice(Math.max(0, span.start - 30), span.end + 15).replaceAll('\n', ' ');
    const used = new Set<GoldDate>();
    for (const time of times) {
      const date = dates.find((candidate) => overlaps(candidate.span, time.span) && !used.has(candidate));
      if (date) overlapping++;
      if (date) used.add(date);
      if (date && date.from === time.from && date.to === time.to) hits++;
      else if (showErrors) {
        console.log(
          `${date ? 'VALUE' : 'EXTRA'} ${time.rule} [${document.text.slice(time.span.start, time.span.end)}] ${time.from}..${time.to} gold ${date?.from}..${date?.to} | ${around(time.span)}`,
        );
      }
    }
    if (showErrors) {
      for (const date of dates.filter((d) => !used.has(d)))
        console.log(`MISSED ${date.from}..${date.to} | ${around(date.span)}`);
    }
  }
  return { hits, overlapping, found, gold };
};

/** Rows of the table. */
export const timeRows = (folder: string): readonly Row[] => {
  const { hits, found, gold } = measure(folder, 'dev', false);
  return [{ what: 'time value, F1', on: 'gum-open-dev', value: f1(hits, found, gold).f1, reach: 0.8, aim: 0.9 }];
};

const main = (): void => {
  const split = process.argv.includes('train') ? 'train' : 'dev';
  const { hits, overlapping, found, gold } = measure(goldFolder(), split, process.argv.includes('--errors'));
  const value = f1(hits, found, gold);
  const spans = f1(overlapping, found, gold);
  console.log(`times on gum-open-${split}: ${gold} dates, ${found} found`);
  console.log(`span  P ${spans.precision.toFixed(3)} R ${spans.recall.toFixed(3)} F1 ${spans.f1.toFixed(3)}`);
  console.log(`value P ${value.precision.toFixed(3)} R ${value.recall.toFixed(3)} F1 ${value.f1.toFixed(3)}`);
};

if (isMain(import.meta.url)) main();
