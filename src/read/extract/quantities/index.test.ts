import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quantity } from '../../../model/index.ts';
import { type Annotator, createAnnotator } from '../../annotate/index.ts';
import { findTimes } from '../times/index.ts';
import { findQuantities } from './index.ts';

/** `bound low..high unit / per of item` */
const shown = ({ low, high, bound, unit, item, per }: Quantity): string => {
  const value = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`;
  return `${bound} ${value} ${unit}${per ? ` / ${per}` : ''}${item ? ` of ${item}` : ''}`;
};

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  [
    'North Korea had sent 7,000 containers filled with 152-millimeter artillery shells, totaling as many as 3 million rounds.',
    'exact 7000 container of 152-millimeter artillery shells',
    'exact 152 mm',
    'at most ..3000000 round of rounds',
  ],
  ['The ministry said 300 tanks were lost.', 'exact 300 tank of tanks'],
  ['More than 300 tanks were lost.', 'at least 300.. tank of tanks'],
  ['At least 12 people were killed and 30 wounded.', 'at least 12.. person of people', 'exact 30 person'],
  ['Up to 5,000 troops will be deployed.', 'at most ..5000 troop of troops'],
  ['About 200 soldiers surrendered.', 'about 200 soldier of soldiers'],
  ['Between 300 and 500 fighters crossed the border.', 'range 300..500 fighter of fighters'],
  ['It needs 3 to 5 million shells.', 'range 3000000..5000000 shell of shells'],
  ['They sent 20–30 ballistic missiles.', 'range 20..30 missile of ballistic missiles'],
  ['Washington pledged $1.2bn in military aid.', 'exact 1200000000 USD of military aid'],
  ['Berlin gave €500 million worth of ammunition.', 'exact 500000000 EUR of ammunition'],
  ['The fine was 3 million rubles.', 'exact 3000000 RUB'],
  ['Seoul spent 40 trillion won.', 'exact 40000000000000 KRW'],
  ['They won 3 seats.', 'exact 3 seat of seats'],
  ['Inflation hit 12 percent.', 'exact 12 percent'],
  ['Output fell by 4.5%.', 'exact 4.5 percent'],
  ['The missile flew 1,000 km.', 'exact 1000 km'],
  ['It has a range of 300 kilometres.', 'exact 300 km'],
  ['The 300-kilometer range worries Kyiv.', 'exact 300 km'],
  ['It exports 2 million barrels of oil a day.', 'exact 2000000 barrel / day of oil'],
  ['The plant makes 250 shells per month.', 'exact 250 shell / month of shells'],
  ['They shipped 40,000 tons of grain.', 'exact 40000 ton of grain'],
  ['They shipped 40,000 tonnes of grain.', 'exact 40000 t of grain'],
  ['A dozen drones were shot down.', 'exact 12 drone of drones'],
  ['Half a dozen drones were shot down.', 'exact 6 drone of drones'],
  ['Dozens of drones were shot down.', 'at least 24.. drone of drones'],
  ['Hundreds of thousands of people fled.', 'at least 200000.. person of people'],
  ['Twenty-five ships sailed.', 'exact 25 ship of ships'],
  ['Two and a half million people fled.', 'exact 2500000 person of people'],
  ['A 10,000-strong contingent arrived.', 'exact 10000 person'],
  ['The 12-member council met.', 'exact 12 member of member'],
  ['Resolution 1718 was adopted in 2006 by 15 members.', 'exact 15 member of members'],
  ['Su-35 jets and F-16s took off.'],
  ['The two leaders met on June 18, 2024.'],
  ['One of the officials spoke.'],
  ['He is a 45-year-old engineer.'],
  ['Three weeks ago it began.'],
  ['The 38th parallel divides them.'],
  ['At 10:30 a.m. he spoke.'],
  [
    'Troop numbers rose from 3,000 to 10,000 soldiers.',
    'exact 3000 soldier of soldiers',
    'exact 10000 soldier of soldiers',
  ],
  [
    'Not 3,000 but 5,000 containers arrived.',
    'exact 3000 container of containers',
    'exact 5000 container of containers',
  ],
  ['Fewer than 100 tanks remain.', 'at most ..100 tank of tanks'],
  ['No fewer than 100 tanks remain.', 'at least 100.. tank of tanks'],
  ['No more than 100 tanks remain.', 'at most ..100 tank of tanks'],
  ['Nearly 100 tanks remain.', 'about 100 tank of tanks'],
  ['It lost 100 tanks or more.', 'at least 100.. tank of tanks'],
  ['Over 90 percent of the convoy escaped.', 'at least 90.. percent of convoy'],
  ['The talks lasted six hours.', 'exact 6 hour'],
  ['A bomb of 500 pounds of explosives went off.', 'exact 500 pound of explosives'],
  ['It cost 500 pounds.', 'exact 500 GBP'],
  ['They took over four villages.', 'exact 4 village of villages'],
  ['Police found 30 9mm rifles.', 'exact 30 rifle of rifles', 'exact 9 mm'],
  ['The ship has a crew of 22.', 'exact 22 person'],
  ['Of the 40 hostages, 12 were freed.', 'exact 40 hostage of hostages', 'exact 12 hostage of hostages'],
  ['Thousands marched in Lima.', 'at least 2000.. person'],
  ['As many as 8,000 North Korean soldiers are there.', 'at most ..8000 soldier of North Korean soldiers'],
  ['One soldier was killed.', 'exact 1 soldier of soldier'],
  ['One official said so.'],
  ['He lives at 12 Acacia Avenue.'],
  ['It pumps 90,000 bpd.', 'exact 90000 barrel / day'],
  ['It was minus 30 degrees Celsius.', 'exact -30 °C'],
  ['A three-day truce began.', 'exact 3 day'],
];

describe('findQuantities', () => {
  let annotator: Annotator;
  beforeAll(async () => {
    annotator = await createAnnotator();
  });
  afterAll(() => annotator.close());

  it.each(CASES.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) => {
    const annotation = await annotator.annotate(text);
    const found = findQuantities(annotation, findTimes(annotation, '2024-06-18'));
    expect(found.map(shown)).toEqual(expected);
  });
});
