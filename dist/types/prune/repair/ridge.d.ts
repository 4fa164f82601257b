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
/**
 * The fit that takes most off the squared error on `judge`; a string where none takes anything off.
 *
 * @param support [e x d], 1 where the weights may change; absent: everywhere
 * @param ridges to choose from, as shares of the mean of the inputs' variances; absent: what rows of this number are worth
 */
export declare function bestRidge(fit: Shortfall, judge: Shortfall, multiply: Multiply, support?: Uint8Array, ridges?: readonly number[]): Promise<Solution | string>;
/** The fit with a lambda that was chosen before. */
export declare function ridgeAt(fit: Shortfall, ridge: number, multiply: Multiply, support?: Uint8Array): Promise<Pick<Solution, 'delta' | 'constant'> | string>;
/** What a change leaves of the means, for the bias: [e]. */
export declare function constantOf({ meanU, meanR }: Pick<Shortfall, 'meanU' | 'meanR'>, delta: Float64Array): Float64Array;
