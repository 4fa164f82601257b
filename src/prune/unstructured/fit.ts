/**
 * Closed-form repair of weights whose mask is given. With w the dense row, Sigma the covariance of its inputs, mu their
 * mean, S the weights that stay and P those that went:
 *
 *     update: SparseGPT's (see sweep)
 *     refit:  w'_S = w_S + (Sigma_SS + lambda I)^-1 Sigma_SP w_P       the least squares fit, ridge towards w_S
 *     both:   b' = b + (w - w') mu
 */
import type { Multiply } from '../../kernels/matmul.js';
import { matmulTransposed } from '../../kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../kernels/symmetric.js';
import type { LayerFit } from './edit.js';
import { denseRows } from './layer.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments } from '../repair/input-moments.js';
import { solveOnSupport } from '../repair/support.js';
import { inverseFactor, ridged, sweep } from './sweep.js';

export async function updateFit(layer: SparseLayer, mask: Uint8Array, moments: InputMoments, multiply: Multiply): Promise<LayerFit> {
  const { inputs, outputs } = layer.plan;
  const weights = denseRows(layer);
  const upper = await inverseFactor(ridged(moments.covariance, inputs), inputs, multiply);
  const updated = sweep({ weights, outputs, inputs, covariance: moments.covariance }, upper, { mask }).weights;
  return { rows: updated, shift: meanShift(layer, weights, updated, moments.mean) };
}

/** @param ridge share of the mean input variance */
export async function refitFit(layer: SparseLayer, mask: Uint8Array, moments: InputMoments, ridge: number, multiply: Multiply): Promise<LayerFit> {
  const { inputs: d, outputs } = layer.plan;
  const weights = denseRows(layer);
  const gone = weights.map((value, i) => (mask[i] === 1 ? 0 : value));
  const rhs = await product(gone, moments.covariance, outputs, d, multiply);
  const matrix = withRidge(moments.covariance, d, Math.max(ridge * meanDiagonal(moments.covariance, d), 1e-30));
  const change = await solveOnSupport(matrix, rhs, mask, outputs, d, multiply);
  const rows = weights.map((value, i) => (mask[i] === 1 ? value + (change[i] as number) : 0));
  return { rows, shift: meanShift(layer, weights, rows, moments.mean) };
}

/** Products from this size on are made by onnxruntime. */
const OUTSIDE_WORK = 5e7;

function product(a: Float64Array, symmetric: Float64Array, rows: number, d: number, multiply: Multiply): Promise<Float64Array> {
  return rows * d * d >= OUTSIDE_WORK ? multiply(a, symmetric, rows, d, d) : Promise.resolve(matmulTransposed(a, symmetric, rows, d, d));
}

/** gain (w - w') mu per output. */
export function meanShift({ plan }: SparseLayer, before: Float64Array, after: Float64Array, mean: Float64Array): Float64Array {
  const d = plan.inputs;
  return Float64Array.from({ length: plan.outputs }, (_, o) => {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += ((before[o * d + i] as number) - (after[o * d + i] as number)) * (mean[i] as number);
    return sum * plan.layer.gain;
  });
}
