import type { Multiply } from '../../kernels/matmul.js';
import type { Moments } from '../types.js';
import type { WeightMatrix } from './weight-matrix.js';
export interface Prediction {
    /** B, [cut x kept]; undefined for bias compensation. */
    readonly matrix: Float64Array | undefined;
    /** Per layer that shares the weight: mu_P - B mu_S, [cut]. */
    readonly constants: readonly Float64Array[];
    /** Share of the cut inputs' variance that B predicts, 0 to 1. */
    readonly explained: number;
}
/** Where a fit is worth fewer rows than this per kept input, it follows noise (METHODS: about 4). */
export declare const MIN_ROWS_PER_INPUT = 4;
export declare function meansOnly(moments: readonly Moments[], cut: readonly number[]): Prediction;
/** Moments of several activations taken as one, each weighing as many rows as it has. */
export declare function pooledMoments(parts: readonly Moments[]): Moments;
/**
 * Predicts the cut inputs from the kept ones.
 *
 * @param moments one per layer that shares the weight
 * @param ridge lambda as a share of the mean variance of the kept inputs, above 0
 * @throws UserError `not-positive-definite`
 */
export declare function predictCut(moments: readonly Moments[], kept: readonly number[], cut: readonly number[], ridge: number, multiply?: Multiply): Promise<Prediction>;
/** W'_S = W_S + W_P B: [rows x kept]. */
export declare function refitWeight(dense: WeightMatrix, { matrix }: Prediction, kept: readonly number[], cut: readonly number[]): WeightMatrix;
/**
 * What the layer's bias takes: per output channel, the sum over rows (kernel taps) of W_P times the constant, each
 * row weighed by how often its tap sees the input.
 *
 * @param outputs output channel of each row
 * @param coverage weight of each row
 */
export declare function constantShift(dense: WeightMatrix, constant: Float64Array, cut: readonly number[], outputs: Int32Array, coverage: Float64Array, channels: number): Float64Array;
