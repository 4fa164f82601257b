/**
 * SparseGPT (E. Frantar and D. Alistarh, ICML 2023): columns of a weight are visited from left to right; what a zeroed
 * weight took from the output is made up for by the columns to its right. With U upper triangular and
 * (Sigma + lambda I)^-1 = U^T U,
 *
 *     score of w_j: (w_j / U_jj)^2        e = w_j / U_jj        w_k -= e U_jk   for k > j
 *
 * for the columns to the right know the loss of those before. The mask is chosen for 128 columns at a time (a pattern:
 * for its m columns), on the weights as they are by then; or it is given, and only the update is made.
 */
import { cholesky, choleskyOutside, solveForward } from '../../kernels/cholesky.js';
import type { Multiply } from '../../kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../kernels/symmetric.js';
import { cheapest, tileWidth } from './structure.js';
import type { Structure } from './structure.js';

/** Share of the mean input variance: SparseGPT's default is 0.01; plentiful data needs less. */
export const RIDGE = 1e-3;
/** Columns whose mask is chosen at once. */
const TILE = 128;
/** Inputs from which on factorisation pays for onnxruntime's products. */
const OUTSIDE_FROM = 500;

/** A weight as [outputs x inputs] with the covariance of its inputs, which has a ridge on its diagonal. */
export interface Problem {
  readonly weights: Float64Array;
  readonly outputs: number;
  readonly inputs: number;
  readonly covariance: Float64Array;
}

/** A dead input has nothing on its diagonal but the ridge: its weight counts for nothing. */
export function ridged(covariance: Float64Array, d: number): Float64Array {
  return withRidge(covariance, d, Math.max(RIDGE * meanDiagonal(covariance, d), Number.MIN_VALUE * 2 ** 60));
}

/** Upper triangular U with A^-1 = U^T U, [d x d], from the factor of A with its rows and columns turned round. */
export async function inverseFactor(matrix: Float64Array, d: number, multiply: Multiply): Promise<Float64Array> {
  const turned = Float64Array.from(matrix).reverse();
  const lower = d >= OUTSIDE_FROM ? await choleskyOutside(turned, d, multiply) : cholesky(turned, d);
  const columns = new Float64Array(d * d);
  for (let i = 0; i < d; i++) columns[i * d + i] = 1;
  // Row k is column k of the factor's inverse.
  solveForward(lower, d, columns);
  const upper = new Float64Array(d * d);
  for (let i = 0; i < d; i++) for (let j = i; j < d; j++) upper[i * d + j] = columns[(d - 1 - j) * d + d - 1 - i] as number;
  return upper;
}

export type MaskChoice =
  | { readonly structure: Structure; readonly zeros: number }
  /** [outputs x inputs], 1 where a weight stays. */
  | { readonly mask: Uint8Array };

/** Mask and updated weights, both [outputs x inputs]. */
export function sweep({ weights, outputs, inputs: d }: Problem, upper: Float64Array, choice: MaskChoice): { mask: Uint8Array; weights: Float64Array } {
  const updated = Float64Array.from(weights);
  const mask = 'mask' in choice ? choice.mask : new Uint8Array(weights.length).fill(1);
  const width = 'mask' in choice ? d : tileWidth(choice.structure, TILE);
  let zeroed = 0;
  for (let start = 0; start < d; start += width) {
    const end = Math.min(d, start + width);
    if (!('mask' in choice)) {
      const share = Math.round((choice.zeros * end) / d) - zeroed;
      zeroed += chooseTile(updated, mask, { outputs, d, start, end }, upper, choice.structure, Math.max(0, share));
    }
    for (let j = start; j < end; j++) updateColumn(updated, mask, outputs, d, j, upper);
  }
  return { mask, weights: updated };
}

interface Tile { readonly outputs: number; readonly d: number; readonly start: number; readonly end: number }

/** Writes the mask of these columns; the number of zeros. */
function chooseTile(weights: Float64Array, mask: Uint8Array, { outputs, d, start, end }: Tile, upper: Float64Array, structure: Structure, zeros: number): number {
  const columns = end - start;
  const scores = new Float64Array(outputs * columns);
  for (let o = 0; o < outputs; o++) {
    for (let c = 0; c < columns; c++) {
      const j = start + c;
      scores[o * columns + c] = ((weights[o * d + j] as number) / (upper[j * d + j] as number)) ** 2;
    }
  }
  const keep = cheapest({ scores, rows: outputs, columns }, structure, zeros);
  for (let o = 0; o < outputs; o++) mask.set(keep.subarray(o * columns, (o + 1) * columns), o * d + start);
  return keep.reduce((sum, stays) => sum + 1 - stays, 0);
}

function updateColumn(weights: Float64Array, mask: Uint8Array, outputs: number, d: number, j: number, upper: Float64Array): void {
  const pivot = upper[j * d + j] as number;
  for (let o = 0; o < outputs; o++) {
    const at = o * d;
    if (mask[at + j] === 1) continue;
    const error = (weights[at + j] as number) / pivot;
    if (error !== 0) for (let k = j + 1; k < d; k++) weights[at + k] = (weights[at + k] as number) - error * (upper[j * d + k] as number);
    weights[at + j] = 0;
  }
}
