/** Sums over rows of u [d], of u u^T, and, where a second vector v [e] comes with each row, of u v^T. */
export declare class CentredSums {
    #private;
    readonly wanted: number;
    readonly d: number;
    readonly e: number;
    /** @param wanted d for the products of u with itself, 0 without them */
    constructor(wanted: number, d: number, e?: number);
    get rows(): number;
    /**
     * @param gram [d x d], sum of (u - mean u)(u - mean u)^T over the batch
     * @param cross [d x e], sum of (u - mean u)(v - mean v)^T
     */
    add(rows: number, meanU: ArrayLike<number>, gram: ArrayLike<number>, meanV?: ArrayLike<number>, cross?: ArrayLike<number>): void;
    /** Means, and sums divided by the rows; the sums are divided in place, so ask once. */
    finish(): {
        rows: number;
        meanU: Float64Array;
        covariance: Float64Array;
        meanV: Float64Array;
        cross: Float64Array;
    };
}
