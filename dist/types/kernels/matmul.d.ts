/**
 * A[m x k] Bᵀ, with B [n x k], computed elsewhere: onnxruntime multiplies 10 to 20 times faster than JavaScript.
 * Results must be float64 accurate.
 */
export type Multiply = (a: Float64Array, b: Float64Array, m: number, n: number, k: number) => Promise<Float64Array>;
/** A[m x k] B[k x n]. */
export declare function matmul(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array;
/** A[m x k] Bᵀ, with B [n x k]: the fast form, since both are read along rows. */
export declare function matmulTransposed(a: Float64Array, b: Float64Array, m: number, n: number, k: number): Float64Array;
/** A[m x n] times a vector of n. */
export declare function multiplyVector(a: Float64Array, x: Float64Array, m: number, n: number): Float64Array;
/** The transpose of a row-major [rows x columns] matrix. */
export declare function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array;
