/** Order statistics over many arrays without joining or sorting them. */

export interface Threshold {
  /** The k-th smallest magnitude, counted from 1. */
  readonly threshold: number;
  /** How many magnitudes are strictly smaller. */
  readonly below: number;
}

const BINS = 1 << 16;

/**
 * The k-th smallest |value| over all arrays, exactly. The bits of a non-negative float32 order like the number, so two
 * counting passes over the upper and lower half of the bits find it in O(n) time and constant memory. NaN counts as
 * largest.
 *
 * @param k 1 to the number of elements
 */
export function kthSmallestMagnitude(arrays: readonly Float32Array[], k: number): Threshold {
  const total = arrays.reduce((sum, values) => sum + values.length, 0);
  if (!(k >= 1 && k <= total)) throw new RangeError(`no element ${String(k)} among ${String(total)}`);
  const upper = new Float64Array(BINS);
  forEachBits(arrays, (bits) => { upper[bits >>> 16] = (upper[bits >>> 16] as number) + 1; });
  const high = findBin(upper, k);
  const lower = new Float64Array(BINS);
  forEachBits(arrays, (bits) => {
    if (bits >>> 16 === high.bin) lower[bits & 0xffff] = (lower[bits & 0xffff] as number) + 1;
  });
  const low = findBin(lower, k - high.before);
  const found = new Float32Array(Uint32Array.of((high.bin << 16) | low.bin).buffer);
  return { threshold: found[0] as number, below: high.before + low.before };
}

function forEachBits(arrays: readonly Float32Array[], visit: (bits: number) => void): void {
  for (const values of arrays) {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (const word of bits) visit(word & 0x7fffffff);
  }
}

/** The bin that holds the k-th count, and how many come before it. */
function findBin(counts: Float64Array, k: number): { bin: number; before: number } {
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] as number;
    if (before + count >= k) return { bin, before };
    before += count;
  }
  throw new RangeError('more elements asked for than counted');
}
