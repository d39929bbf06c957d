import { Desk, type Draft } from './desk.ts';
import { knownName } from './known-name.ts';
import { nominal, nominals } from './nominal.ts';
import { classOf } from './nominal-phrase.ts';
import { nounLists } from './noun-classes.ts';
import { pronounForm } from './pronoun-phrase.ts';
import type { ReadSentence, TextContext } from './text-context.ts';
import { unknownName } from './unknown-name.ts';

const NOT_HEADS = new Set(['flat', 'fixed', 'goeswith', 'nmod:desc', 'reparandum']);
const YEAR = /^(?:1[0-9]|20)\d{2}s?$/;
const YEAR_RELATIONS = /^(?:obl|nmod|compound|appos|conj|nsubj)/;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const IDIOMS = new Set(
  'example instance fact course present general particular addition order case spite behalf once'.split(' '),
);

/** All noun phrases, names and pronouns of a sentence, in order. */
export const phrasesOf = (sentence: ReadSentence, context: TextContext): Draft[] => {
  const desk = new Desk(sentence, context);
  return sentence.tree.tokens.flatMap((_, index) => (desk.absorbed.has(index) ? [] : phrasesAt(desk, index)));
};

const phrasesAt = (desk: Desk, index: number): Draft[] => {
  const token = desk.token(index);
  const meaning = desk.meanings.get(index);
  if (meaning !== undefined) return [knownName(desk, index, meaning)];
  if (isQuantity(desk, index)) return [desk.draft(index, quantity(desk, index))];
  const pronoun = pronounForm(token);
  if (pronoun !== undefined) {
    const { kind, pronouns } = pronoun;
    return [desk.draft(index, { form: 'pronoun', kind, pronouns, span: [index, index + 1], rule: 'pronoun' })];
  }
  // "someone", "everything"
  if (token.upos === 'PRON' && token.xpos.startsWith('NN')) return [nominal(desk, index)];
  if (token.upos === 'NUM') return date(desk, index);
  if (!isPhraseHead(desk, index)) return [];
  if (endsName(desk, index)) return [unknownName(desk, index)];
  return token.upos === 'PROPN' && !describes(desk, index) ? [unknownName(desk, index)] : nominals(desk, index);
};

/** The "bum" of "Yoo Sang-bum": the small second half of a hyphenated given name. */
const endsName = (desk: Desk, index: number): boolean => {
  const [token, dash, half] = [desk.tree.token(index), desk.tree.token(index - 1), desk.tree.token(index - 2)];
  if (token === undefined || token.upos === 'PROPN' || !dash || !half || !/^[-‐‑]$/.test(dash.text)) return false;
  if (half.end !== dash.start || dash.end !== token.start || half.upos !== 'PROPN') return false;
  return (
    half.head === index && desk.tree.token(index - 3)?.upos === 'PROPN' && desk.tree.token(index - 3)?.head === index
  );
};

const QUANTITY = /^(?:many|most|some|others|those|several|few|both)$/i;
const ARGUMENT = /^(?:nsubj|nsubj:pass|obj|iobj|obl|nmod|conj|root|obl:agent)$/;

/** "Many had left", "those who remained": a quantity or pointer that stands for what it counts. */
const isQuantity = (desk: Desk, index: number): boolean => {
  const { text, upos, deprel } = desk.token(index);
  if (!QUANTITY.test(text) || !/^(?:ADJ|DET|PRON|NOUN)$/.test(upos)) return false;
  if (/^those$/i.test(text)) return desk.tree.child(index, 'acl:relcl', 'acl', 'nmod') !== undefined;
  return ARGUMENT.test(deprel) && upos !== 'NOUN';
};

const quantity = (desk: Desk, index: number): Parameters<Desk['draft']>[1] => {
  const relative = desk.tree.child(index, 'acl:relcl');
  const who =
    relative !== undefined && desk.tree.children(relative).some((child) => /^who/i.test(desk.token(child).text));
  return {
    form: 'nominal',
    kind: who ? 'people' : 'thing',
    pronouns: { he: false, she: false, it: false, they: true },
    noun: '',
    rule: 'quantity',
  };
};

const isPhraseHead = (desk: Desk, index: number): boolean => {
  const { upos, deprel, text } = desk.token(index);
  if (NOT_HEADS.has(deprel)) return false;
  if (upos === 'NOUN') return !isIdiom(desk, index) && !isPlainCompound(desk, index) && !isMeasured(desk, index);
  if (deprel === 'compound' && endsName(desk, desk.token(index).head)) return false;
  if (upos !== 'PROPN' || (deprel === 'compound' && !/^[\p{Lu}\p{N}]/u.test(text))) return false;
  return deprel !== 'compound' || (desk.tree.head(index)?.upos === 'NOUN' && !MONTH.test(text));
};

/** Some heads in capitals are no names: "Foreign Ministry", "President of Russia". */
const describes = (desk: Desk, index: number): boolean => {
  if (classOf(desk.tree, index) === undefined || desk.tree.child(index, 'flat') !== undefined) return false;
  return (
    nounLists().titles.has(desk.token(index).text.toLowerCase()) ||
    desk.states(index).length > 0 ||
    desk.tree.child(index, 'det') !== undefined
  );
};

/** "for example", "in fact", "as a result", "a little bit": no thing is meant. */
const isIdiom = (desk: Desk, index: number): boolean => {
  const { deprel, text } = desk.token(index);
  const word = text.toLowerCase();
  if (deprel === 'obl:unmarked') return /^(?:lot|bit)$/.test(word);
  if (deprel !== 'obl' && deprel !== 'nmod') return false;
  if (word === 'result') return desk.tree.preposition(index) === 'as' && desk.tree.child(index, 'nmod') === undefined;
  if (word === 'behalf') return true;
  return (
    IDIOMS.has(word) && desk.tree.children(index).every((child) => /^(?:case|punct)$/.test(desk.token(child).deprel))
  );
};

const MEASURE = new Set(
  'lot number kind sort type bunch plenty amount series range couple string ton variety deal piece handful pair set dozen'.split(
    ' ',
  ),
);

/** "A lot of animals" is one thing, "a lot of the animals" is two. */
const isMeasured = (desk: Desk, index: number): boolean => {
  const { deprel } = desk.token(index);
  if (deprel !== 'nmod' || desk.tree.preposition(index) !== 'of') return false;
  if (!MEASURE.has(desk.tree.head(index)?.lemma.toLowerCase() ?? '')) return false;
  return desk.tree.child(index, 'det', 'nmod:poss') === undefined;
};

/** "fluid mechanics": a noun in a compound is a phrase of its own only where it can act. */
const isPlainCompound = (desk: Desk, index: number): boolean => {
  const kind = classOf(desk.tree, index)?.kind;
  return desk.token(index).deprel === 'compound' && kind !== 'person' && kind !== 'group';
};

const date = (desk: Desk, index: number): Draft[] => {
  const { text, deprel } = desk.token(index);
  const withMonth = desk.tree.children(index).some((child) => MONTH.test(desk.token(child).text));
  if (!withMonth && !(YEAR.test(text) && YEAR_RELATIONS.test(deprel))) return [];
  return [desk.draft(index, { form: 'nominal', kind: 'time', rule: 'date' })];
};
