/** Least squares of a weight where only some of its elements may differ from zero, each output row with its own set. */
import { cholesky, solveCholesky } from '../../kernels/cholesky.js';
import type { Multiply } from '../../kernels/matmul.js';

/** Multiply-adds up to which rows are solved one by one; beyond it, by conjugate gradients, all rows at once. */
const MOST_DIRECT = 1e10;
/** Conjugate gradients stop where the residual is this share of the right-hand side, or after so many rounds. */
const TOLERANCE = 1e-7;
const MOST_ROUNDS = 300;

/**
 * x with (A_SS) x_S = r_S and zero elsewhere, per row with its own S.
 *
 * @param matrix A, [d x d], symmetric positive definite
 * @param rhs [outputs x d]
 * @param mask [outputs x d], 1 in S
 * @param mostDirect work up to which rows are solved one by one
 * @returns [outputs x d]
 */
export async function solveOnSupport(
  matrix: Float64Array, rhs: Float64Array, mask: Uint8Array, outputs: number, d: number, multiply: Multiply, mostDirect = MOST_DIRECT,
): Promise<Float64Array> {
  const sizes = Array.from({ length: outputs }, (_, row) => mask.subarray(row * d, (row + 1) * d).reduce((sum, stays) => sum + stays, 0));
  const work = sizes.reduce((sum, size) => sum + size ** 3 / 6, 0);
  return work <= mostDirect ? direct(matrix, rhs, mask, outputs, d) : conjugateGradients(matrix, rhs, mask, outputs, d, multiply);
}

function direct(matrix: Float64Array, rhs: Float64Array, mask: Uint8Array, outputs: number, d: number): Float64Array {
  const x = new Float64Array(outputs * d);
  for (let row = 0; row < outputs; row++) {
    const at = row * d;
    const places = Int32Array.from({ length: d }, (_, i) => i).filter((i) => mask[at + i] === 1);
    const s = places.length;
    if (s === 0) continue;
    const inner = new Float64Array(s * s);
    for (let i = 0; i < s; i++) {
      const from = (places[i] as number) * d;
      for (let k = 0; k <= i; k++) inner[i * s + k] = matrix[from + (places[k] as number)] as number;
    }
    const solved = solveCholesky(cholesky(inner, s), s, Float64Array.from(places, (i) => rhs[at + i] as number));
    places.forEach((place, i) => { x[at + place] = solved[i] as number; });
  }
  return x;
}

/** Preconditioned by the diagonal; a row that has converged stands still. */
async function conjugateGradients(matrix: Float64Array, rhs: Float64Array, mask: Uint8Array, outputs: number, d: number, multiply: Multiply): Promise<Float64Array> {
  const x = new Float64Array(outputs * d);
  const residual = rhs.map((value, i) => (mask[i] === 1 ? value : 0));
  const scaled = (): Float64Array => residual.map((value, i) => value / (matrix[(i % d) * (d + 1)] as number));
  const rows = Array.from({ length: outputs }, (_, row) => row);
  const dots = (a: Float64Array, b: Float64Array): number[] => rows.map((row) => {
    let sum = 0;
    for (let i = row * d; i < (row + 1) * d; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  });
  let direction = scaled();
  let rho = dots(residual, direction);
  const limits = dots(residual, residual).map((norm) => norm * TOLERANCE ** 2);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = dots(residual, residual).map((norm, row) => norm > (limits[row] as number));
    if (!open.includes(true)) break;
    const product = (await multiply(direction, matrix, outputs, d, d)).map((value, i) => (mask[i] === 1 ? value : 0));
    const curvature = dots(direction, product);
    const step = rho.map((value, row) => (open[row] === true ? value / (curvature[row] as number) : 0));
    for (let i = 0; i < x.length; i++) {
      const size = step[Math.floor(i / d)] as number;
      x[i] = (x[i] as number) + size * (direction[i] as number);
      residual[i] = (residual[i] as number) - size * (product[i] as number);
    }
    const next = scaled();
    const before = rho;
    rho = dots(residual, next);
    direction = next.map((value, i) => {
      const row = Math.floor(i / d);
      return open[row] === true ? value + ((rho[row] as number) / (before[row] as number)) * (direction[i] as number) : (direction[i] as number);
    });
  }
  return x;
}
