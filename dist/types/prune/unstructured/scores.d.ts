/**
 * What losing a weight costs, per criterion. `magnitude` and `lamp` look at weights alone; `wanda` at the norm of the
 * input as well (M. Sun et al., ICLR 2024: |w| times the norm of x); `sparsegpt` and `obs` at what the other weights of
 * the row can make up for.
 */
import type { InputMoments } from '../repair/input-moments.js';
/** |w|, of stored values. */
export declare function magnitudes(values: ArrayLike<number>): Float64Array;
/**
 * LAMP (J. Lee et al., ICLR 2021): w_u^2 over the sum of w_v^2 for all v of the layer that are at least as large. The
 * largest weight of each layer scores 1, so that no layer loses its last.
 */
export declare function lampScores(values: ArrayLike<number>): Float64Array;
/** |w_ij| times the root mean square of input j; [outputs x inputs]. */
export declare function wandaScores(weights: Float64Array, { mean, covariance }: InputMoments): Float64Array;
/** w_ij^2 / (Sigma^-1)_jj for (Sigma^-1) = U^T U: the error left when w_ij goes alone and its row makes up for it. */
export declare function surgeonScores(weights: Float64Array, upper: Float64Array, d: number): Float64Array;
/** Variance of the layer's outputs, summed over them: what errors of different layers are divided by to compare. */
export declare function outputVariance(weights: Float64Array, covariance: Float64Array, d: number): number;
