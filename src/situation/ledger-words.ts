const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A map and no object: words of a text may be called `constructor`. */
const byName = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(names));

/** What is measured: never a thing handed over, however often an article counts it. */
export const MEASURES = words(`
  s min h d ms second minute hour day night week month quarter year decade century term time turn
  percent percentage-point degree mm cm m km ft in mi nmi inch foot meter metre kilometer kilometre mile
  m2 km2 ha acre m/s km/h kn Mach °C °F K Hz kHz MHz GHz dB V
`);

/** Amounts that say nothing without what there is so much of. */
export const BULK = words('g kg t kt Mt lb L m3 W kW MW GW J kWh MWh GWh TWh');

/** What is counted in talk about states, but is no transfer, force or loss. */
export const NO_GOODS = words(`
  country state nation party side leader official minister agreement document treaty accord deal pact article
  clause point meeting summit visit talk session speech statement letter call question issue topic reason step
  region province city town village area source attempt vote seat member example kind type part way
`);

/** A unit under the words that reporters use for it in turn. */
export const SAME_UNIT: ReadonlyMap<string, string> = byName({
  soldier: 'person',
  troop: 'person',
  serviceman: 'person',
  servicemember: 'person',
  personnel: 'person',
  combatant: 'person',
  fighter: 'person',
  people: 'person',
  individual: 'person',
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
});

/** One item under the words that reporters use for it in turn. */
export const SAME_ITEM: readonly (readonly [pattern: RegExp, item: string])[] = [
  [/^(?:soldier|troop|serviceman|servicemember|military personnel|personnel|combatant|fighter)$/, 'troops'],
  [/^(?:artillery )?(?:shell|round|projectile)$|^artillery (?:ammunition|munition)s?$/, 'artillery shell'],
  [/^(?:unmanned aerial vehicle|uav|drone)$/, 'drone'],
  [/^(?:shipping |cargo )?container$/, 'container'],
  [/^(?:warship|naval vessel|naval ship)$/, 'warship'],
  [/^(?:people|person|civilian|individual)$/, 'people'],
];

/** What holds a thing and is counted in its place: seven thousand containers of shells are containers. */
export const HOLDERS = words('container box crate truckload wagon carload railcar trainload shipload convoy package');

/** Words before a noun that say nothing of what it is. */
export const FILLER =
  /^(?:the|a|an|its|their|his|her|some|more|additional|extra|further|another|new|total|such|about|around|of|other|all) /i;

export const CALIBRE = /\b\d+(?:\.\d+)?[ -]?(?:mm|millimet(?:er|re)s?|inch|caliber|calibre)\b[ -]*/g;

/** Where a description of the item begins: what it is filled with, aimed at, worth. */
export const TAIL =
  / (?:filled|full|loaded|carrying|containing|that|which|who|with|from|for|to|in|on|at|by|worth|including)\b.*$/;

export const MATERIEL =
  /\b(?:arms?|weapon(?:s|ry)?|munitions?|ammunition|shell|rounds?|missiles?|rockets?|drones?|tanks?|howitzers?|artillery|aircraft|jets?|fighters?|bombers?|helicopters?|submarines?|warships?|ships?|vessels?|warheads?|launchers?|batter(?:y|ies)|interceptors?|vehicles?|troops?|sailors?|marines?|brigades?|battalions?|divisions?|regiments?|containers?|aid|food|grain|rice|fuel|oil|gas|coal|medicine)\b/;

const IRREGULAR = byName({ men: 'man', women: 'woman', servicemen: 'serviceman' });
const NO_PLURAL = /(?:ss|us|is|series|forces|arms|munitions|supplies)$/;

export const singular = (word: string): string => {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (NO_PLURAL.test(word) || !word.endsWith('s')) return word;
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return /[^aeiou]ies$/.test(word) ? `${word.slice(0, -3)}y` : word.slice(0, -1);
};
