import type { Multiply } from '../../kernels/matmul.js';
/**
 * x with (A_SS) x_S = r_S and zero elsewhere, per row with its own S.
 *
 * @param matrix A, [d x d], symmetric positive definite
 * @param rhs [outputs x d]
 * @param mask [outputs x d], 1 in S
 * @param mostDirect work up to which rows are solved one by one
 * @returns [outputs x d]
 */
export declare function solveOnSupport(matrix: Float64Array, rhs: Float64Array, mask: Uint8Array, outputs: number, d: number, multiply: Multiply, mostDirect?: number): Promise<Float64Array>;
