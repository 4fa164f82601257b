import type { Multiply } from '../../kernels/matmul.js';
import type { Structure } from './structure.js';
/** Share of the mean input variance: SparseGPT's default is 0.01; plentiful data needs less. */
export declare const RIDGE = 0.001;
/** A weight as [outputs x inputs] with the covariance of its inputs, which has a ridge on its diagonal. */
export interface Problem {
    readonly weights: Float64Array;
    readonly outputs: number;
    readonly inputs: number;
    readonly covariance: Float64Array;
}
/** A dead input has nothing on its diagonal but the ridge: its weight counts for nothing. */
export declare function ridged(covariance: Float64Array, d: number): Float64Array;
/** Upper triangular U with A^-1 = U^T U, [d x d], from the factor of A with its rows and columns turned round. */
export declare function inverseFactor(matrix: Float64Array, d: number, multiply: Multiply): Promise<Float64Array>;
export type MaskChoice = {
    readonly structure: Structure;
    readonly zeros: number;
}
/** [outputs x inputs], 1 where a weight stays. */
 | {
    readonly mask: Uint8Array;
};
/** Mask and updated weights, both [outputs x inputs]. */
export declare function sweep({ weights, outputs, inputs: d }: Problem, upper: Float64Array, choice: MaskChoice): {
    mask: Uint8Array;
    weights: Float64Array;
};
