/** Norms of a tensor's slices along one axis, in float64. */

export type Norm = 'l1' | 'l2' | 'square';

/**
 * One number per position of `axis`: sum |w| (l1), root of sum w² (l2) or sum w² (square) over everything else.
 *
 * @param data row-major, product(dims) elements
 * @returns [dims[axis]]
 */
export function axisNorms(data: ArrayLike<number>, dims: readonly number[], axis: number, norm: Norm): Float64Array {
  const size = dims[axis] ?? 1;
  const inner = dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  const sums = new Float64Array(size);
  for (let at = 0, run = 0; at < data.length; at += inner, run += 1) {
    let sum = 0;
    for (let i = at; i < at + inner; i += 1) {
      const value = data[i] as number;
      sum += norm === 'l1' ? Math.abs(value) : value * value;
    }
    sums[run % size] = (sums[run % size] as number) + sum;
  }
  return norm === 'l2' ? sums.map(Math.sqrt) : sums;
}
