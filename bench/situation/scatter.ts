/** Whole numbers below a bound, the same on every run and machine (Park & Miller's generator). */
export const scatter = (seed: number): ((bound: number) => number) => {
  let state = (seed % 2_147_483_646) + 1;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
};
