/** past, present participle; regular verbs are formed by rule. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ['was', 'been'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  cut: ['cut', 'cut'],
  fight: ['fought', 'fought'],
  fly: ['flew', 'flown'],
  freeze: ['froze', 'frozen'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  receive: ['received', 'received'],
  seek: ['sought', 'sought'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  speak: ['spoke', 'spoken'],
  strike: ['struck', 'struck'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  withdraw: ['withdrew', 'withdrawn'],
};
/** Verbs of more than one syllable that are stressed on the last: their consonant doubles. */
const DOUBLES =
  /^(?:ban|stop|ship|jam|refer|commit|admit|permit|plan|transfer|rebut|step|drop|cap|travel|cancel|label)$/;

const stem = (verb: string): string => (DOUBLES.test(verb) ? verb + verb.slice(-1) : verb);

export const pastForm = (verb: string): string => {
  const irregular = IRREGULAR[verb];
  if (irregular) return irregular[0];
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${stem(verb)}ed`;
};

export const participle = (verb: string): string => IRREGULAR[verb]?.[1] ?? pastForm(verb);

export const ingForm = (verb: string): string => {
  if (verb === 'be') return 'being';
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !verb.endsWith('ee')) return `${verb.slice(0, -1)}ing`;
  if (/^(?:cut|hit|put|set|begin)$/.test(verb)) return `${verb}${verb.slice(-1)}ing`;
  return `${stem(verb)}ing`;
};

export const thirdPerson = (verb: string): string => {
  if (verb === 'be') return 'is';
  if (/(?:s|x|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
};

/** Every form under which a verb may stand in a text. */
export const verbForms = (verb: string): readonly string[] => [
  verb,
  thirdPerson(verb),
  pastForm(verb),
  participle(verb),
  ingForm(verb),
];
