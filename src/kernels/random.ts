/**
 * Seeded randomness: the same seed gives the same numbers on every machine and Node version. Not for secrets.
 * The generator is xoshiro128++ (Blackman and Vigna, 2019), its state filled by splitmix32 steps over the seed.
 */

/** A stream of numbers, uniform in [0, 1) with 53 random bits each. */
export type Random = () => number;

/** A fresh stream. Numbers are told apart by all their bits, strings by all their characters. */
export function seededRandom(seed: number | string): Random {
  const state = fillState(typeof seed === 'number' ? wordsOfNumber(seed) : wordsOfText(seed));
  return () => (nextWord(state) >>> 5) * 2 ** -27 + (nextWord(state) >>> 6) * 2 ** -53;
}

/** A whole number in [0, bound). */
export function randomInteger(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

/** The items in random order (Fisher-Yates); the argument is left as it is. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = randomInteger(random, i + 1);
    const moved = out[i] as T;
    out[i] = out[j] as T;
    out[j] = moved;
  }
  return out;
}

/** A stream of normally distributed numbers, mean 0 and variance 1 (Box-Muller). */
export function gaussian(random: Random): Random {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function nextWord(state: Uint32Array): number {
  // Indexed reads: destructuring would go through an iterator, ten times slower.
  const a = state[0] as number;
  const b = state[1] as number;
  const c = state[2] as number;
  const d = state[3] as number;
  const result = (rotate((a + d) | 0, 7) + a) >>> 0;
  const c1 = c ^ a;
  const d1 = d ^ b;
  state[1] = b ^ c1;
  state[0] = a ^ d1;
  state[2] = c1 ^ (b << 9);
  state[3] = rotate(d1, 11);
  return result;
}

/** Four words that depend on every word of the seed; never all zero, which xoshiro cannot leave. */
function fillState(seed: readonly number[]): Uint32Array {
  let mixed = 0x243f6a88;
  for (const word of seed) mixed = mix32((mixed ^ word) + 0x9e3779b9);
  const state = new Uint32Array(4);
  for (let i = 0; i < 4; i++) {
    mixed = (mixed + 0x9e3779b9) | 0;
    state[i] = mix32(mixed ^ (seed[i % Math.max(seed.length, 1)] ?? 0));
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/** A bijection of 32-bit words in which every input bit stirs every output bit (splitmix32's finaliser). */
function mix32(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

function wordsOfNumber(seed: number): number[] {
  return [...new Uint32Array(new Float64Array([seed]).buffer)];
}

function wordsOfText(seed: string): number[] {
  const words = [seed.length];
  for (let i = 0; i < seed.length; i++) words.push(seed.charCodeAt(i));
  return words;
}
