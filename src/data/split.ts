/** Splitting one file in two: a seeded share calibrates, the rest judges. */
import { seededRandom, shuffle } from '../kernels/random.js';

export interface Split {
  /** `share` of the positions, ascending. */
  readonly share: readonly number[];
  /** All others, ascending. */
  readonly rest: readonly number[];
}

/**
 * Positions 0 to `count` - 1 in two disjoint parts that cover all. `share` (0 to 1) is rounded to whole samples, but
 * neither part is empty where there are at least two samples.
 */
export function splitSeeded(count: number, share: number, seed: number | string): Split {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, not ${share}`);
  const wanted = Math.round(count * share);
  const size = count < 2 ? wanted : Math.min(Math.max(wanted, 1), count - 1);
  const order = shuffle(Array.from({ length: count }, (_, position) => position), seededRandom(seed));
  const ascending = (positions: number[]): number[] => positions.sort((a, b) => a - b);
  return { share: ascending(order.slice(0, size)), rest: ascending(order.slice(size)) };
}
