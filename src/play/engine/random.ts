import { sha256 } from '../../model/index.ts';

/** Two 32-bit words. */
export type Key = readonly [number, number];

const PARITY = 0x1bd11bda;
const BLOCK = new Int32Array(2);

/**
 * Threefry-2x32 with 13 rounds into BLOCK: the fewest that pass all of TestU01's BigCrush (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", 2011).
 */
const threefry = (k0: number, k1: number, c0: number, c1: number): void => {
  const k2 = PARITY ^ k0 ^ k1;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  BLOCK[0] = a;
  BLOCK[1] = b;
};

/** One block of the cipher: two unsigned 32-bit words from key and counter. */
export const threefry2x32 = (key: Key, counter: Key): Key => {
  threefry(key[0], key[1], counter[0], counter[1]);
  return [(BLOCK[0] as number) >>> 0, (BLOCK[1] as number) >>> 0];
};

const TWO_53 = 9_007_199_254_740_992;

/** A number strictly between 0 and 1, 53 bits, for key and counter. */
export const uniform = (k0: number, k1: number, c0: number, c1: number): number => {
  threefry(k0, k1, c0, c1);
  return (((BLOCK[0] as number) >>> 6) * 134_217_728 + ((BLOCK[1] as number) >>> 5) + 0.5) / TWO_53;
};

/** The 48-bit hash of a draw's name, as the counter words that it shares with the turn. */
export interface DrawName {
  /** Upper 16 bits, already shifted: `high | turn` is the first counter word. */
  readonly high: number;
  readonly low: number;
}

/** Draws are told apart by what they are for: `choice/RU/hold`, `chance/RU/transfer_tech`, `shock/coup`. */
export const drawName = (...parts: readonly string[]): DrawName => {
  const hash = sha256(parts.join('/'));
  return { high: Number.parseInt(hash.slice(0, 4), 16) << 16, low: Number.parseInt(hash.slice(4, 12), 16) | 0 };
};

/** The uniform of a named draw in a turn of the run that the key belongs to. Turns below 65,536. */
export const namedUniform = (runKey: Key, name: DrawName, turn: number): number =>
  uniform(runKey[0], runKey[1], name.high | turn, name.low);

/** The key of a seed: any text or whole number. */
export const seedKey = (seed: string | number): Key => {
  const hash = sha256(`seed/${seed}`);
  return [Number.parseInt(hash.slice(0, 8), 16) | 0, Number.parseInt(hash.slice(8, 16), 16) | 0];
};

/** The key under which all draws of one run are made. */
export const runKey = (seed: Key, run: number): Key => threefry2x32(seed, [run | 0, Math.floor(run / 4_294_967_296)]);

/** A seeded stream of uniforms, for resampling outside of runs. */
export const uniformStream = (seed: Key, purpose: string): (() => number) => {
  const name = drawName('stream', purpose);
  let index = 0;
  return () => namedUniform(runKey(seed, index++), name, 0);
};

/** The same by the seed as a user writes it. */
export const uniformsFor = (seed: string, purpose: string): (() => number) => uniformStream(seedKey(seed), purpose);
