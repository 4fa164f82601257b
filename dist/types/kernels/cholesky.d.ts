import type { Multiply } from './matmul.js';
/**
 * Lower factor L of a symmetric positive definite matrix, A = L Lᵀ. Only the lower triangle of `matrix` is read.
 *
 * @param matrix [d x d]; not changed
 * @returns [d x d], zeros above the diagonal
 * @throws UserError `not-positive-definite`; more ridge is the usual cure
 */
export declare function cholesky(matrix: Float64Array, d: number): Float64Array;
/**
 * As `cholesky`, with the large products done by `multiply`. Worth it from a d of about 500. What lies below a diagonal block
 * is multiplied by the inverse of the block's factor, so that all but d * WIDE_PANEL² multiply-adds are products.
 */
export declare function choleskyOutside(matrix: Float64Array, d: number, multiply: Multiply): Promise<Float64Array>;
/**
 * X with X A = R, where A = L Lᵀ: each row of R is one right-hand side (A is symmetric).
 *
 * @param l [d x d] from `cholesky`
 * @param rhs [r x d]; not changed
 * @returns [r x d]
 */
export declare function solveCholesky(l: Float64Array, d: number, rhs: Float64Array): Float64Array;
/** Rows y with y Lᵀ = x (that is, L yᵀ = xᵀ), in place. */
export declare function solveForward(l: Float64Array, d: number, x: Float64Array): void;
/** Rows y with y L = x, in place; `u` is Lᵀ, row-major. */
export declare function solveBackward(u: Float64Array, d: number, x: Float64Array): void;
/** The inverse of A = L Lᵀ, [d x d], symmetric. */
export declare function inverseFromCholesky(l: Float64Array, d: number): Float64Array;
/** Lᵀ. */
export declare function transposeLower(l: Float64Array, d: number): Float64Array;
