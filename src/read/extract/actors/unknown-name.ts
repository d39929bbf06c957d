import type { Sector } from '../../../model/index.ts';
import type { Desk, Draft } from './desk.ts';
import { inCapitals } from './name-finder.ts';
import { classOf } from './nominal-phrase.ts';
import { nounClass, nounLists } from './noun-classes.ts';
import { PRONOUNS_OF } from './phrase.ts';
import { guessName, nameTokens, titlesOf, writtenName } from './unknown-names.ts';

const MONTH_SHORT = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;
/** Guesses that give way to what the rest of the text shows of the name. */
const UNSURE = new Set(['capitalised', 'place', 'speaks', 'before a noun']);
const SMALL = new Set(['of', 'and', 'for', '&', 'the']);

/** A phrase whose head is a name that no lexicon knows. */
export const unknownName = (desk: Desk, head: number): Draft => {
  const { tree, context } = desk;
  const token = desk.token(head);
  if (MONTH_SHORT.test(token.text) || classOf(tree, head)?.kind === 'time')
    return desk.draft(head, { form: 'nominal', kind: 'time', rule: 'date' });
  const first = guessName(tree, head, inCapitals(tree.tokens));
  const elsewhere = UNSURE.has(first.rule) ? context.evidence.get(token.text.toLowerCase()) : undefined;
  const guess = elsewhere ?? first;
  const { kind } = guess;
  const { titles } = nounLists();
  const parts = nameTokens(tree, head).filter(
    (index) => !titles.has(desk.token(index).text.toLowerCase().replace(/\.$/, '')),
  );
  const words = parts.map((index) => desk.token(index).text);
  const country = desk.states(head)[0]?.country;
  const sector = guess.sector ?? (kind === 'person' ? titleSector(titlesOf(tree, head)) : undefined);
  const office = kind === 'person' ? desk.office(head, country) : undefined;
  const pronouns = PRONOUNS_OF[kind];
  return desk.draft(head, {
    form: 'name',
    kind,
    name: kind === 'person' || kind === 'thing' ? writtenName(tree, parts) || token.text : fullName(desk, head),
    nameWords: words.map((word) => word.toLowerCase()),
    pronouns:
      guess.rule === 'capitalised'
        ? { he: true, she: true, it: true, they: true }
        : { ...pronouns, he: pronouns.he && guess.he !== false, she: pronouns.she && guess.she !== false },
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(office === undefined ? {} : { office: office.id, sector: office.sector }),
    rule: `unknown name: ${guess.rule}`,
  });
};

const SHORT_TITLES: Readonly<Record<string, Sector>> = {
  gen: 'MIL',
  lt: 'MIL',
  col: 'MIL',
  maj: 'MIL',
  capt: 'MIL',
  sgt: 'MIL',
  adm: 'MIL',
  cmdr: 'MIL',
  sen: 'LEG',
  rep: 'LEG',
  gov: 'GOV',
  rev: 'REL',
};

/** "Gen.", "Senator": what a title says of its bearer. */
const titleSector = (titles: readonly string[]): Sector | undefined => {
  for (const title of titles) {
    const sector = SHORT_TITLES[title] ?? nounClass(title)?.sector;
    if (sector !== undefined && sector !== 'CVL') return sector;
  }
  return undefined;
};

/** "Ministry of Public Works": the capitalised run of the phrase. */
const fullName = (desk: Desk, head: number): string => {
  const { tree } = desk;
  const [, last] = tree.phrase(head);
  const [start] = tree.phrase(head, true);
  const kept: string[] = [];
  for (const { deprel, text } of tree.tokens.slice(start, last)) {
    if (deprel === 'det' && kept.length === 0) continue;
    if (/^\p{Lu}/u.test(text) || (kept.length > 0 && SMALL.has(text))) kept.push(text);
    else if (kept.length > 0) break;
  }
  while (kept.length > 0 && SMALL.has(kept[kept.length - 1] as string)) kept.pop();
  return kept.join(' ') || desk.token(head).text;
};
