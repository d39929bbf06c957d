import { type LexiconEntry, slug } from '../../../lexicon/index.ts';
import type { Desk, Draft } from './desk.ts';
import type { NameMeaning } from './name-phrase.ts';
import { PRONOUNS_OF } from './phrase.ts';

/** A phrase whose head is a name of the lexicon. */
export const knownName = (desk: Desk, head: number, { entry, form, kind, rule }: NameMeaning): Draft => {
  if (form === 'demonym' && (kind === 'person' || kind === 'people')) return people(desk, head, entry, kind);
  const token = desk.token(head);
  const found = desk.sentence.nameAt.get(head);
  const nameSpan = [found?.first ?? head, found?.last ?? head + 1] as const;
  const base = { form, kind, entry, rule, ...(entry.country === undefined ? {} : { country: entry.country }) };
  if (form === 'demonym') return desk.draft(head, { ...base, key: entry.id, span: nameSpan });
  const inCompound = token.deprel === 'compound' || (token.deprel === 'amod' && token.head > head);
  const asPlace = entry.kind === 'state' && kind === 'place';
  const office = desk.office(head, entry.country);
  return desk.draft(head, {
    ...base,
    ...(inCompound ? { span: nameSpan } : {}),
    key: asPlace ? `plc-seat-${slug(token.text)}` : entry.id,
    pronouns: kind === 'person' ? desk.genderOf(entry, head) : PRONOUNS_OF[kind],
    ...(entry.sector === undefined ? {} : { sector: entry.sector }),
    ...(kind === 'person' ? { nameWords: entry.name.toLowerCase().split(' ') } : {}),
    ...(office === undefined ? {} : { office: office.id, sector: office.sector }),
  });
};

/** "Russians", "the Albanians of southern Serbia": of the state they live in, where the text says so. */
const people = (desk: Desk, head: number, entry: LexiconEntry, kind: 'person' | 'people'): Draft => {
  const home = desk.states(head)[0]?.country;
  const ethnic = desk.tree.children(head).some((child) => desk.token(child).lemma.toLowerCase() === 'ethnic');
  const abroad = ethnic || (home !== undefined && home !== entry.country);
  const country = abroad ? home : entry.country;
  const own = {
    form: 'nominal',
    kind,
    sector: 'CVL',
    rule: 'people of a state',
    ...(country === undefined ? {} : { country }),
  } as const;
  if (kind === 'person' || abroad) return desk.draft(head, own);
  return desk.draft(head, {
    ...own,
    key: entry.kind === 'group' ? entry.id : `grp-${entry.id.toLowerCase()}-people`,
    name: entry.kind === 'group' ? entry.name : desk.token(head).text,
    ...(entry.kind === 'group' ? { entry } : {}),
  });
};
