import { describe, expect, it } from 'vitest';
import type { BargainingActor } from './actor.ts';
import { scholzModel } from './scholz-model.ts';

/** When should the Community's emission standards for medium cars begin? Years after 1988, published by Bueno de Mesquita and Stokman (1994); facts, typed in. */
const EMISSIONS: readonly BargainingActor[] = (
  [
    ['Netherlands', 0.08, 4, 0.8],
    ['Belgium', 0.08, 7, 0.4],
    ['Luxembourg', 0.03, 4, 0.2],
    ['Germany', 0.16, 4, 0.8],
    ['France', 0.16, 10, 0.6],
    ['Italy', 0.16, 10, 0.6],
    ['UK', 0.16, 10, 0.9],
    ['Ireland', 0.05, 7, 0.1],
    ['Denmark', 0.05, 4, 1],
    ['Greece', 0.08, 7, 0.7],
  ] as const
).map(([name, capability, year, salience]) => ({ name, capability, position: [(year - 4) / 6], salience: [salience] }));

const years = (share: number): number => 4 + 6 * share;

describe('the model of Scholz, Calbert and Smith', () => {
  const { rounds } = scholzModel(EMISSIONS, 6);

  it('gives the published medians, round by round', () => {
    const published = [7, 8.415932, 9.610859, 9.96198, 9.96198, 9.96198, 7.472046];
    expect(rounds).toHaveLength(published.length);
    rounds.forEach(({ median }, round) => {
      expect(Math.abs(years(median[0] as number) - (published[round] as number))).toBeLessThan(1e-6);
    });
  });

  it('gives the published mean at the outset', () => {
    expect(Math.abs(years(rounds[0]?.mean[0] as number) - 7.389956)).toBeLessThan(1e-6);
  });

  it('ranks compromises as published, by where they lie: in round 4 Belgium goes to the far end, though France asks for next to nothing', () => {
    const belgium = EMISSIONS.findIndex(({ name }) => name === 'Belgium');
    const offer = rounds[3]?.challenges.find(({ target }) => target === 'Belgium');
    expect(offer?.challenger).toBe('Netherlands');
    expect(years(rounds[3]?.positions[belgium]?.[0] as number)).toBeCloseTo(9.962, 3);
    expect(years(offer?.proposal[0] as number)).toBeCloseTo(4.801, 3);
  });

  it('is at rest where all agree', () => {
    const agreed = EMISSIONS.map((actor) => ({ ...actor, position: [0.5] }));
    const { rounds: told, rested } = scholzModel(agreed, 6);
    expect(told).toHaveLength(1);
    expect(rested).toBe(true);
  });

  it('refuses two issues', () => {
    const two = EMISSIONS.map((actor) => ({ ...actor, position: [0, 1], salience: [1, 1] }));
    expect(() => scholzModel(two, 6)).toThrow(expect.objectContaining({ code: 'play.bad-actors' }));
  });
});
