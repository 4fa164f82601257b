/**
 * Closed-form repair of one weight whose inputs were cut (CORP's affine compensation, in channel space). With x the
 * input, P the cut and S the kept positions, mu and Sigma its moments on the dense model, W the dense weight:
 *
 *  1. The cut inputs are predicted from the kept ones, x_P ~ B x_S + (mu_P - B mu_S), with
 *     B = Sigma_PS (Sigma_SS + lambda I)^-1. lambda is a share of the mean variance: ridge towards the sliced weight.
 *  2. W'_S = W_S + W_P B at every kernel tap.
 *  3. The layer's bias takes what is constant: + sum over taps of W_P (mu_P - B mu_S).
 *
 * With B = 0 this is *bias compensation*: the cut inputs are replaced by their means.
 */
import { cholesky, choleskyOutside, solveCholesky } from '../../kernels/cholesky.js';
import { gatherMatrix, gatherVector } from '../../kernels/gather.js';
import { matmul, multiplyVector } from '../../kernels/matmul.js';
import type { Multiply } from '../../kernels/matmul.js';
import { meanDiagonal } from '../../kernels/symmetric.js';
import type { Moments } from '../types.js';
import type { WeightMatrix } from './weight-matrix.js';

export interface Prediction {
  /** B, [cut x kept]; undefined for bias compensation. */
  readonly matrix: Float64Array | undefined;
  /** Per layer that shares the weight: mu_P - B mu_S, [cut]. */
  readonly constants: readonly Float64Array[];
  /** Share of the cut inputs' variance that B predicts, 0 to 1. */
  readonly explained: number;
}

/** Where a fit is worth fewer rows than this per kept input, it follows noise (METHODS: about 4). */
export const MIN_ROWS_PER_INPUT = 4;
/** Kept inputs from which products run inside onnxruntime: below, the way there costs more than it saves. */
const OUTSIDE_FROM = 500;
/** A channel whose variance is below this share of the mean is dead: nothing is predicted from it. */
const DEAD = 1e-10;

export function meansOnly(moments: readonly Moments[], cut: readonly number[]): Prediction {
  return { matrix: undefined, constants: moments.map(({ mean }) => gatherVector(mean, cut)), explained: 0 };
}

/** Moments of several activations taken as one, each weighing as many rows as it has. */
export function pooledMoments(parts: readonly Moments[]): Moments {
  const [first] = parts;
  if (first === undefined) throw new Error('no moments to pool');
  if (parts.length === 1) return first;
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const mean = weighted(parts, count, (part) => part.mean);
  const pooled = parts.every((part) => part.covariance !== undefined)
    ? weighted(parts, count, (part) => secondMoment(part)) : undefined;
  const d = mean.length;
  pooled?.forEach((value, at) => { pooled[at] = value - (mean[Math.floor(at / d)] as number) * (mean[at % d] as number); });
  const squares = weighted(parts, count, (part) => part.variance.map((variance, i) => variance + (part.mean[i] as number) ** 2));
  return { count, mean, covariance: pooled, variance: squares.map((square, i) => Math.max(0, square - (mean[i] as number) ** 2)) };
}

function secondMoment({ covariance, mean }: Moments): Float64Array {
  const d = mean.length;
  return (covariance as Float64Array).map((value, at) => value + (mean[Math.floor(at / d)] as number) * (mean[at % d] as number));
}

function weighted(parts: readonly Moments[], count: number, vector: (part: Moments) => Float64Array): Float64Array {
  const out = new Float64Array(vector(parts[0] as Moments).length);
  for (const part of parts) vector(part).forEach((value, i) => { out[i] = (out[i] as number) + (value * part.count) / count; });
  return out;
}

/**
 * Predicts the cut inputs from the kept ones.
 *
 * @param moments one per layer that shares the weight
 * @param ridge lambda as a share of the mean variance of the kept inputs, above 0
 * @throws UserError `not-positive-definite`
 */
export async function predictCut(
  moments: readonly Moments[], kept: readonly number[], cut: readonly number[], ridge: number, multiply?: Multiply,
): Promise<Prediction> {
  const { covariance, variance } = pooledMoments(moments);
  if (covariance === undefined) throw new Error('a fit needs covariances');
  const d = variance.length;
  const system = gatherMatrix(covariance, d, kept, kept);
  addRidge(system, kept.length, ridge);
  const target = gatherMatrix(covariance, d, cut, kept);
  const outside = multiply !== undefined && kept.length >= OUTSIDE_FROM;
  const factor = outside ? await choleskyOutside(system, kept.length, multiply) : cholesky(system, kept.length);
  const matrix = solveCholesky(factor, kept.length, target);
  const constants = moments.map(({ mean }) => {
    const predicted = multiplyVector(matrix, gatherVector(mean, kept), cut.length, kept.length);
    return gatherVector(mean, cut).map((value, i) => value - (predicted[i] as number));
  });
  return { matrix, constants, explained: explainedShare(matrix, target, variance, cut) };
}

/** Adds the ridge; dead channels get a unit diagonal and, being uncorrelated, a prediction of nothing. */
function addRidge(system: Float64Array, d: number, ridge: number): void {
  const mean = meanDiagonal(system, d);
  for (let i = 0; i < d; i += 1) {
    const at = i * d + i;
    if ((system[at] as number) > DEAD * mean) {
      system[at] = (system[at] as number) + ridge * mean;
      continue;
    }
    for (let j = 0; j < d; j += 1) system[i * d + j] = system[j * d + i] = 0;
    system[at] = 1;
  }
}

/** tr(B Sigma_SP) / tr(Sigma_PP). */
function explainedShare(matrix: Float64Array, target: Float64Array, variance: Float64Array, cut: readonly number[]): number {
  const total = cut.reduce((sum, position) => sum + (variance[position] as number), 0);
  const predicted = matrix.reduce((sum, value, i) => sum + value * (target[i] as number), 0);
  return total > 0 ? Math.min(1, Math.max(0, predicted / total)) : 0;
}

/** W'_S = W_S + W_P B: [rows x kept]. */
export function refitWeight(dense: WeightMatrix, { matrix }: Prediction, kept: readonly number[], cut: readonly number[]): WeightMatrix {
  const all = Array.from({ length: dense.rows }, (_, row) => row);
  const data = gatherMatrix(dense.data, dense.inputs, all, kept);
  if (matrix !== undefined) {
    const lost = gatherMatrix(dense.data, dense.inputs, all, cut);
    matmul(lost, matrix, dense.rows, cut.length, kept.length).forEach((value, i) => { data[i] = (data[i] as number) + value; });
  }
  return { data, rows: dense.rows, inputs: kept.length };
}

/**
 * What the layer's bias takes: per output channel, the sum over rows (kernel taps) of W_P times the constant, each
 * row weighed by how often its tap sees the input.
 *
 * @param outputs output channel of each row
 * @param coverage weight of each row
 */
export function constantShift(
  dense: WeightMatrix, constant: Float64Array, cut: readonly number[], outputs: Int32Array, coverage: Float64Array, channels: number,
): Float64Array {
  const shift = new Float64Array(channels);
  for (let row = 0; row < dense.rows; row += 1) {
    let sum = 0;
    cut.forEach((position, i) => { sum += (dense.data[row * dense.inputs + position] as number) * (constant[i] as number); });
    const output = outputs[row] as number;
    shift[output] = (shift[output] as number) + sum * (coverage[row] as number);
  }
  return shift;
}
