/**
 * What losing a weight costs, per criterion. `magnitude` and `lamp` look at weights alone; `wanda` at the norm of the
 * input as well (M. Sun et al., ICLR 2024: |w| times the norm of x); `sparsegpt` and `obs` at what the other weights of
 * the row can make up for.
 */
import type { InputMoments } from '../repair/input-moments.js';

/** |w|, of stored values. */
export function magnitudes(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, Math.abs);
}

/**
 * LAMP (J. Lee et al., ICLR 2021): w_u^2 over the sum of w_v^2 for all v of the layer that are at least as large. The
 * largest weight of each layer scores 1, so that no layer loses its last.
 */
export function lampScores(values: ArrayLike<number>): Float64Array {
  const squares = Float64Array.from(values, (value) => value ** 2);
  const ascending = Uint32Array.from(squares, (_, i) => i).sort((a, b) => (squares[a] as number) - (squares[b] as number) || a - b);
  const scores = new Float64Array(squares.length);
  let sum = 0;
  for (let i = ascending.length - 1; i >= 0; i--) {
    const at = ascending[i] as number;
    sum += squares[at] as number;
    scores[at] = sum === 0 ? 0 : (squares[at] as number) / sum;
  }
  return scores;
}

/** |w_ij| times the root mean square of input j; [outputs x inputs]. */
export function wandaScores(weights: Float64Array, { mean, covariance }: InputMoments): Float64Array {
  const d = mean.length;
  const norms = Float64Array.from(mean, (value, j) => Math.sqrt((covariance[j * d + j] as number) + value ** 2));
  return weights.map((weight, i) => Math.abs(weight) * (norms[i % d] as number));
}

/** w_ij^2 / (Sigma^-1)_jj for (Sigma^-1) = U^T U: the error left when w_ij goes alone and its row makes up for it. */
export function surgeonScores(weights: Float64Array, upper: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d);
  for (let k = 0; k < d; k++) for (let j = k; j < d; j++) inverse[j] = (inverse[j] as number) + (upper[k * d + j] as number) ** 2;
  return weights.map((weight, i) => weight ** 2 / (inverse[i % d] as number));
}

/** Variance of the layer's outputs, summed over them: what errors of different layers are divided by to compare. */
export function outputVariance(weights: Float64Array, covariance: Float64Array, d: number): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row += d) {
    for (let i = 0; i < d; i++) {
      let product = 0;
      for (let k = 0; k < d; k++) product += (covariance[i * d + k] as number) * (weights[row + k] as number);
      sum += product * (weights[row + i] as number);
    }
  }
  return sum;
}
