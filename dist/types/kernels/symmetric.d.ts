/** Symmetric [d x d] float64 matrices, row-major and full: sums of outer products, diagonals, ridges. */
/** G += X Xᵀ for X [d x n] (rows are channels), both triangles. */
export declare function addGram(gram: Float64Array, x: Float64Array, d: number, n: number): void;
/** M += factor * u vᵀ. */
export declare function addOuter(matrix: Float64Array, u: Float64Array, v: Float64Array, factor: number): void;
export declare function diagonal(matrix: Float64Array, d: number): Float64Array;
/** Mean of the diagonal; 0 for an empty matrix. */
export declare function meanDiagonal(matrix: Float64Array, d: number): number;
/** A copy of M with `ridge` added to its diagonal. */
export declare function withRidge(matrix: Float64Array, d: number, ridge: number): Float64Array;
/** M made exactly symmetric, in place: each pair becomes its mean. */
export declare function symmetrize(matrix: Float64Array, d: number): Float64Array;
/** What lies above the diagonal copied below it, in place. */
export declare function mirrorUpper(matrix: Float64Array, d: number): Float64Array;
