import type { Multiply } from '../../kernels/matmul.js';
import type { Shortfall } from './walk.js';
export interface Solution {
    /** [e x d] */
    readonly delta: Float64Array;
    /** [e] */
    readonly constant: Float64Array;
    readonly ridge: number;
    /** What it takes off the squared error on the judging rows, per row, summed over outputs. */
    readonly gain: number;
}
/** Shares of the mean of the inputs' variances. */
export declare const SEQUENTIAL_RIDGES: readonly number[];
/** The fit that takes most off the squared error on `judge`; a string where none takes anything off. */
export declare function bestRidge(fit: Shortfall, judge: Shortfall, multiply: Multiply): Promise<Solution | string>;
