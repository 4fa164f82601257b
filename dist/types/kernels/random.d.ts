/**
 * Seeded randomness: the same seed gives the same numbers on every machine and Node version. Not for secrets.
 * The generator is xoshiro128++ (Blackman and Vigna, 2019), its state filled by splitmix32 steps over the seed.
 */
/** A stream of numbers, uniform in [0, 1) with 53 random bits each. */
export type Random = () => number;
/** A fresh stream. Numbers are told apart by all their bits, strings by all their characters. */
export declare function seededRandom(seed: number | string): Random;
/** A whole number in [0, bound). */
export declare function randomInteger(random: Random, bound: number): number;
/** The items in random order (Fisher-Yates); the argument is left as it is. */
export declare function shuffle<T>(items: readonly T[], random: Random): T[];
/** A stream of normally distributed numbers, mean 0 and variance 1 (Box-Muller). */
export declare function gaussian(random: Random): Random;
