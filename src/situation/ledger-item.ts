import type { Quantity } from '../model/index.ts';

/** What is measured: never a thing handed over, however often an article counts it. */
const MEASURES: ReadonlySet<string> = new Set(
  (
    's min h d ms second minute hour day night week month quarter year decade century term time turn percent ' +
    'percentage-point degree mm cm m km ft in mi nmi inch foot meter metre kilometer kilometre mile m2 km2 ha acre m/s km/h kn Mach °C °F K Hz kHz MHz GHz dB V'
  ).split(' '),
);

/** What is counted in talk about states, but is no transfer, force or loss. */
const NO_GOODS: ReadonlySet<string> = new Set(
  (
    'country state nation party side leader official minister agreement document treaty accord deal pact article ' +
    'clause point meeting summit visit talk session speech statement letter call question issue topic reason step ' +
    'region province city town village area point report source attempt vote seat member example kind type part way'
  ).split(' '),
);

/** Troops by whatever word they are counted. */
const TROOPS =
  /^(?:soldiers?|troops?|servicem[ae]n|servicemembers?|military personnel|personnel|combatants?|fighters?)$/;

const SAME_UNIT: Readonly<Record<string, string>> = {
  soldier: 'person',
  troop: 'person',
  serviceman: 'person',
  servicemember: 'person',
  personnel: 'person',
  combatant: 'person',
  fighter: 'person',
  people: 'person',
  civilian: 'person',
  worker: 'person',
  prisoner: 'person',
  shell: 'round',
  projectile: 'round',
  vessel: 'ship',
  warship: 'ship',
  UAV: 'drone',
  uav: 'drone',
  tonne: 't',
  ton: 't',
};

/** One item under the words that reporters use for it in turn. */
const SAME_ITEM: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/^(?:soldier|troop|serviceman|servicemember|military personnel|personnel|combatant|fighter)$/, 'troops'],
  [
    /^(?:artillery )?(?:shell|round|projectile)(?: of (?:artillery )?ammunition)?$|^artillery (?:ammunition|munition)$/,
    'artillery shell',
  ],
  [/^(?:unmanned aerial vehicle|uav|drone)$/, 'drone'],
  [/^(?:shipping |cargo )?container$/, 'container'],
  [/^(?:warship|naval vessel|naval ship)$/, 'warship'],
  [/^(?:people|person|civilian|individual)$/, 'people'],
];

const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  servicemen: 'serviceman',
  women: 'woman',
  people: 'people',
};
const UNCHANGED = /(?:ss|us|is|series|troops?|forces|arms|munitions|supplies)$/;

const singular = (word: string): string => {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word === 'troops') return 'troop';
  if (UNCHANGED.test(word) || !word.endsWith('s')) return word;
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
};

/** Words before a noun that say nothing of what it is. */
const FILLER =
  /^(?:the|a|an|its|their|his|her|some|more|additional|extra|further|another|new|total|such|about|around|of|other|all)\s+/;
const CALIBRE = /\b\d+(?:\.\d+)?[\s-]?(?:mm|millimet(?:er|re)s?|inch|caliber|calibre)\b[\s-]*/g;
/** Where a description of the item begins: what it is filled with, aimed at, worth. */
const TAIL =
  /\s+(?:filled|full|loaded|carrying|containing|that|which|who|with|from|for|to|in|on|at|by|worth|including)\b.*$/;

/**
 * The item in a form in which two reports of one thing agree: lower case, singular, without article, calibre, filler
 * and tail, and the commonest of its synonyms. “152-millimeter artillery shells” and “artillery rounds” are both
 * `artillery shell`.
 */
export const normaliseItem = (item: string): string => {
  let words = item
    .toLowerCase()
    .replace(CALIBRE, '')
    .replace(TAIL, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  while (FILLER.test(words)) words = words.replace(FILLER, '');
  const tokens = words.split(' ');
  const last = tokens.pop() as string;
  const normal = [...tokens, singular(last)].join(' ');
  return SAME_ITEM.find(([pattern]) => pattern.test(normal))?.[1] ?? normal;
};

export const normaliseUnit = (unit: string): string => SAME_UNIT[unit] ?? unit;

const CURRENCY = /^[A-Z]{3}$/;

/** What a quantity counts, as the ledger names it; null for a measure, a share or a count of no thing. */
export const ledgerItem = ({ unit, item }: Quantity): { readonly item: string; readonly unit: string } | null => {
  if (MEASURES.has(unit) || NO_GOODS.has(unit)) return null;
  const normalUnit = normaliseUnit(unit);
  const named = normaliseItem(item ?? unit);
  if (NO_GOODS.has(named)) return null;
  if (CURRENCY.test(unit)) return { item: item === undefined ? 'money' : named, unit };
  return { item: TROOPS.test(unit) && item === undefined ? 'troops' : named, unit: normalUnit };
};

const MATERIEL =
  /\b(?:arms?|weapon(?:s|ry)?|munitions?|ammunition|shell|rounds?|missiles?|rockets?|drones?|uav|tanks?|howitzers?|artillery|aircraft|jets?|fighters?|bombers?|helicopters?|submarines?|warships?|ships?|vessels?|warheads?|launchers?|batter(?:y|ies)|interceptors?|vehicles?|troops?|soldiers?|sailors?|marines?|brigades?|battalions?|divisions?|regiments?|personnel|containers?|aid|food|grain|rice|fuel|oil|gas|coal|medicine)\b/;

/** Whether an item is plainly arms, aid or force, so that it may stand in the ledger without an event of its own. */
export const isMateriel = (item: string): boolean => MATERIEL.test(item);

/** Whether heads are counted. */
export const isPerson = (unit: string): boolean => unit === 'person';
