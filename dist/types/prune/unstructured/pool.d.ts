/**
 * Zeroes exactly `count` elements: all below the threshold, then ties in order.
 *
 * @param scores per tensor; only magnitudes count
 * @returns per tensor, 1 where an element stays
 */
export declare function poolMasks(scores: readonly Float32Array[], count: number): Uint8Array[];
