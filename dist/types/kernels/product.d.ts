/**
 * The one hot loop of the dense linear algebra: C += sign * A Bᵀ on row-major float64 blocks.
 *
 * Reads carry `as number`: the loops stay inside the arrays by construction, and a check per element would halve
 * the speed.
 */
/** A row-major block inside a larger array: element (i, j) is data[offset + i * stride + j]. */
export interface Block {
    readonly data: Float64Array;
    readonly offset: number;
    readonly stride: number;
}
/** C[m x n] += sign * A[m x k] Bᵀ, with B [n x k]. C must not overlap A or B. */
export declare function addProduct(c: Block, a: Block, b: Block, m: number, n: number, k: number, sign: 1 | -1): void;
/** Sum of x[xAt + p] * y[yAt + p] for p < k. */
export declare function dot(x: Float64Array, xAt: number, y: Float64Array, yAt: number, k: number): number;
