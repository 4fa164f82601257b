/**
 * The slices of a row-major tensor at `positions` along `axis`, in the order given (repeats allowed).
 * Works on bytes, so that any element type of a whole number of bytes is sliced exactly.
 *
 * @param data the tensor's bytes: product(dims) * elementSize of them
 * @param elementSize bytes per element
 * @returns bytes of the same tensor with dims[axis] = positions.length
 * @throws UserError `bad-gather` where bytes and dims disagree, or an axis or a position lies outside
 */
export declare function gatherAxis(data: Uint8Array, dims: readonly number[], axis: number, positions: readonly number[], elementSize: number): Uint8Array;
/** Submatrix M[rows, columns] of a row-major matrix with `width` columns: [rows.length x columns.length]. */
export declare function gatherMatrix(matrix: Float64Array, width: number, rows: ArrayLike<number>, columns: ArrayLike<number>): Float64Array;
/** Elements of a vector at `positions`. */
export declare function gatherVector(vector: ArrayLike<number>, positions: ArrayLike<number>): Float64Array;
