/** Comparing a tensor with the kept positions of a larger one. */
export interface Comparison {
    /** Largest |a - b| over all elements. Infinity where one is NaN and the other is not. */
    readonly maxDifference: number;
    /** Largest finite |b| at kept positions. */
    readonly maxMagnitude: number;
}
/**
 * @param dense row-major, sizes `dims`
 * @param kept per axis, the positions of `dense` to compare (null: all)
 * @param pruned row-major, sizes kept.length (or dims) per axis; its length must match
 */
export declare function compareKept(dense: ArrayLike<number>, dims: readonly number[], kept: readonly (readonly number[] | null)[], pruned: ArrayLike<number>): Comparison;
/**
 * Whether the slices at these positions of an axis are not all the same (NaN equals NaN). Where they are, nothing shows
 * if one was taken for another.
 *
 * @param dense row-major, sizes `dims`
 */
export declare function variesAlong(dense: ArrayLike<number>, dims: readonly number[], axis: number, positions: readonly number[]): boolean;
