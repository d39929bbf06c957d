import type { Token } from '../../annotate/index.ts';
import type { PhraseKind, Pronouns } from './phrase.ts';

/** Who a pronoun may stand for: grammatical person, number and gender. */
export interface PronounForm {
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  readonly possessive: boolean;
  readonly reflexive: boolean;
  readonly demonstrative: boolean;
  readonly pronouns: Pronouns;
  readonly kind: PhraseKind;
}

const only = (which: keyof Pronouns): Pronouns => ({ he: false, she: false, it: false, they: false, [which]: true });

const form = (
  person: 1 | 2 | 3,
  plural: boolean,
  which: keyof Pronouns | 'any',
  kind: PhraseKind,
  extra: Partial<PronounForm> = {},
): PronounForm => ({
  person,
  plural,
  possessive: false,
  reflexive: false,
  demonstrative: false,
  pronouns: which === 'any' ? { he: true, she: true, it: false, they: plural } : only(which),
  kind,
  ...extra,
});

const possessive = { possessive: true };
const reflexive = { reflexive: true };
const demonstrative = { demonstrative: true };

const FORMS: Readonly<Record<string, PronounForm>> = {
  i: form(1, false, 'any', 'person'),
  me: form(1, false, 'any', 'person'),
  my: form(1, false, 'any', 'person', possessive),
  mine: form(1, false, 'any', 'person', possessive),
  myself: form(1, false, 'any', 'person', reflexive),
  we: form(1, true, 'any', 'people'),
  "'s": form(1, true, 'any', 'people'),
  '’s': form(1, true, 'any', 'people'),
  us: form(1, true, 'any', 'people'),
  our: form(1, true, 'any', 'people', possessive),
  ours: form(1, true, 'any', 'people', possessive),
  ourselves: form(1, true, 'any', 'people', reflexive),
  you: form(2, false, 'any', 'person'),
  your: form(2, false, 'any', 'person', possessive),
  yours: form(2, false, 'any', 'person', possessive),
  yourself: form(2, false, 'any', 'person', reflexive),
  yourselves: form(2, true, 'any', 'people', reflexive),
  he: form(3, false, 'he', 'person'),
  him: form(3, false, 'he', 'person'),
  his: form(3, false, 'he', 'person', possessive),
  himself: form(3, false, 'he', 'person', reflexive),
  she: form(3, false, 'she', 'person'),
  her: form(3, false, 'she', 'person'),
  hers: form(3, false, 'she', 'person', possessive),
  herself: form(3, false, 'she', 'person', reflexive),
  it: form(3, false, 'it', 'thing'),
  its: form(3, false, 'it', 'thing', possessive),
  itself: form(3, false, 'it', 'thing', reflexive),
  they: form(3, true, 'they', 'thing'),
  them: form(3, true, 'they', 'thing'),
  "'em": form(3, true, 'they', 'thing'),
  their: form(3, true, 'they', 'thing', possessive),
  theirs: form(3, true, 'they', 'thing', possessive),
  themselves: form(3, true, 'they', 'thing', reflexive),
  this: form(3, false, 'it', 'thing', demonstrative),
  that: form(3, false, 'it', 'thing', demonstrative),
  these: form(3, true, 'they', 'thing', demonstrative),
  those: form(3, true, 'they', 'thing', demonstrative),
};

/** The form of a pronoun; undefined for relative, interrogative, expletive and indefinite ones. */
export const pronounForm = (token: Token): PronounForm | undefined => {
  if (token.deprel === 'expl') return undefined;
  const found = FORMS[token.text.toLowerCase()];
  if (found === undefined || token.upos !== 'PRON') return undefined;
  if (found.demonstrative && token.xpos !== 'DT') return undefined;
  return token.xpos === 'PRP$' && !found.possessive ? { ...found, possessive: true } : found;
};
