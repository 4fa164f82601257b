/** The cheapest weights of one ranking over several tensors. */
import { kthSmallestMagnitude } from '../../kernels/rank.js';

/**
 * Zeroes exactly `count` elements: all below the threshold, then ties in order.
 *
 * @param scores per tensor; only magnitudes count
 * @returns per tensor, 1 where an element stays
 */
export function poolMasks(scores: readonly Float32Array[], count: number): Uint8Array[] {
  if (count === 0) return scores.map((own) => new Uint8Array(own.length).fill(1));
  const { threshold, below } = kthSmallestMagnitude(scores, count);
  let ties = count - below;
  return scores.map((own) => Uint8Array.from(own, (value) => {
    const magnitude = Math.abs(value);
    return magnitude < threshold || (magnitude === threshold && ties-- > 0) ? 0 : 1;
  }));
}
