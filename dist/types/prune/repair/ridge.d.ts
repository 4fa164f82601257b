import type { Multiply } from '../../kernels/matmul.js';
/** Of inputs u [d] and wanted changes r [e]. */
export interface Moments2 {
    readonly rows: number;
    readonly meanU: Float64Array;
    /** [d x d] */
    readonly covariance: Float64Array;
    readonly meanV: Float64Array;
    /** [d x e] */
    readonly cross: Float64Array;
}
export interface Solution {
    /** [e x d] */
    readonly delta: Float64Array;
    /** [e] */
    readonly constant: Float64Array;
    readonly ridge: number;
}
/** Shares of the mean of the inputs' variances. */
export declare const SEQUENTIAL_RIDGES: readonly number[];
/** The fit that takes most off the squared error on `judge`; a string where none takes anything off. */
export declare function bestRidge(fit: Moments2, judge: Moments2, multiply: Multiply): Promise<Solution | string>;
