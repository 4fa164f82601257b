/** Sums over rows of u [d], of u u^T, and, where a second vector v [e] comes with each row, of u v^T. */
export declare class CentredSums {
    #private;
    private readonly parts;
    readonly wanted: boolean;
    readonly e: number;
    readonly d: number;
    /**
     * @param parts sizes of the parts that u comes in, d in all
     * @param wanted whether products of u with itself are
     */
    constructor(parts: readonly number[], wanted: boolean, e?: number);
    get rows(): number;
    /**
     * @param gram of each part with itself and those after it, in order: sum of (u - mean u)(u - mean u)^T over the batch
     * @param cross [d x e], sum of (u - mean u)(v - mean v)^T
     */
    add(rows: number, meanU: ArrayLike<number>, gram: readonly ArrayLike<number>[], meanV?: ArrayLike<number>, cross?: ArrayLike<number>): void;
    /** Means, and sums divided by the rows; the sums are divided in place, so ask once. */
    finish(): {
        rows: number;
        meanU: Float64Array;
        covariance: Float64Array;
        meanV: Float64Array;
        cross: Float64Array;
    };
}
