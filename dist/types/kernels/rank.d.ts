/** Order statistics over many arrays without joining or sorting them. */
export interface Threshold {
    /** The k-th smallest magnitude, counted from 1. */
    readonly threshold: number;
    /** How many magnitudes are strictly smaller. */
    readonly below: number;
}
/**
 * The k-th smallest |value| over all arrays, exactly. The bits of a non-negative float32 order like the number, so two
 * counting passes over the upper and lower half of the bits find it in O(n) time and constant memory. NaN counts as
 * largest.
 *
 * @param k 1 to the number of elements
 */
export declare function kthSmallestMagnitude(arrays: readonly Float32Array[], k: number): Threshold;
