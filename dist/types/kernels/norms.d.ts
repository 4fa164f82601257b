/** Norms of a tensor's slices along one axis, in float64. */
export type Norm = 'l1' | 'l2' | 'square';
/**
 * One number per position of `axis`: sum |w| (l1), root of sum w² (l2) or sum w² (square) over everything else.
 *
 * @param data row-major, product(dims) elements
 * @returns [dims[axis]]
 */
export declare function axisNorms(data: ArrayLike<number>, dims: readonly number[], axis: number, norm: Norm): Float64Array;
